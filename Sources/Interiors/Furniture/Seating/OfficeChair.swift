import Parameters

/// A desk chair on castors.
public struct OfficeChair: FurniturePiece {
  public static let name = "office-chair"
  public static let summary = "a desk chair on a star of castors"
  public static let use = FurnitureUse.chair
  public static let styles = ["modern", "mid-century"]

  var width = 0.62
  var height = 0.88
  var arms = true

  public static let parameters: [Parameter<OfficeChair>] = [
    .real("width", \.width, 0.55...0.7, unit: "m", "across the star"),
    .real("height", \.height, 0.8...1.2, unit: "m", "to the top of the back"),
    .flag("arms", \.arms, "armrests"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, width, height) }

  public var solids: [Solid] {
    let r = width / 2
    let star = (0..<5).flatMap { i -> [Solid] in
      let way = Frame3.yaw(Double(i) * 72).apply(Vector3(0, 1, 0))
      return [
        .rod(Vector3(0, 0, 0.1), way * (r - 0.03) + Vector3(0, 0, 0.065), radius: 0.018, end: 0.012, .metal),
        .ball(way * (r - 0.03) + Vector3(0, 0, 0.027), radius: 0.027, .black),
      ]
    }
    let upper = height - 0.52
    let body: [Solid] = [
      Solid(
        center: Vector3(0, 0.02, 0.46), half: Vector3(r * 0.78, r * 0.76, 0.04), corner: 0.12, edge: 0.036,
        crown: 0.01, .leather),
      Solid(
        center: Vector3(0, -r * 0.74, 0.53 + upper / 2), half: Vector3(r * 0.72, upper / 2, 0.03),
        corner: 0.11, edge: 0.028,
        frame: .upright(leaning: 7), .leather),
      .round(0.09...0.42, radius: 0.022, .metal),
      .rod(Vector3(0, -0.05, 0.41), Vector3(0, -r * 0.8, 0.6), radius: 0.016, .metal),
    ]
    guard arms else { return body + star }
    return body + star
      + [-1.0, 1.0].flatMap { s -> [Solid] in
        let x = s * r * 0.84
        return [
          .block((x - 0.024)...(x + 0.024), -0.13...0.11, 0.62...0.645, .leather, corner: 0.02, edge: 0.01),
          .rod(Vector3(x, 0, 0.62), Vector3(s * r * 0.6, 0, 0.43), radius: 0.011, .metal),
        ]
      }
  }
}
