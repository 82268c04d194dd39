import Parameters

/// A high stool for a counter.
public struct BarStool: FurniturePiece {
  public static let name = "bar-stool"
  public static let summary = "a high stool for a counter, with or without a back"
  public static let use = FurnitureUse.stool
  public static let styles = ["industrial", "loft", "modern"]

  var width = 0.42
  var height = 0.66
  var backrest = true

  public static let parameters: [Parameter<BarStool>] = [
    .real("width", \.width, 0.36...0.52, unit: "m", "across"),
    .real("height", \.height, 0.6...0.8, unit: "m", "of the seat"),
    .flag("backrest", \.backrest, "a low back"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, width + 0.04, backrest ? height + 0.26 : height) }

  public var solids: [Solid] {
    let r = width / 2
    let seat = Solid(
      center: Vector3(0, 0, height - 0.025), half: Vector3(r, r, 0.028), corner: r * 0.7, edge: 0.024,
      .leather)
    let ring = [-1.0, 1.0].flatMap { s -> [Solid] in
      let e = r * 0.9
      return [
        .rod(Vector3(-e, s * e, 0.24), Vector3(e, s * e, 0.24), radius: 0.008, .darkMetal),
        .rod(Vector3(s * e, -e, 0.24), Vector3(s * e, e, 0.24), radius: 0.008, .darkMetal),
      ]
    }
    let legs = fourLegs(
      x: r * 0.72, y: r * 0.72, top: height - 0.04, radius: 0.011, foot: 0.011, splay: r * 0.26, .darkMetal)
    guard backrest else { return [seat] + ring + legs }
    let rest = Solid(
      center: Vector3(0, -r - 0.005, height + 0.2), half: Vector3(r * 0.94, 0.06, 0.016), corner: 0.05,
      edge: 0.014,
      frame: .upright(leaning: 8), .leather)
    let posts = [-1.0, 1.0].map { s in
      Solid.rod(
        Vector3(s * r * 0.7, -r * 0.72, height - 0.04), Vector3(s * r * 0.7, -r - 0.01, height + 0.22),
        radius: 0.009, .darkMetal)
    }
    return [seat, rest] + posts + ring + legs
  }
}
