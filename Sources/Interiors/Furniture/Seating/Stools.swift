import Parameters

/// A low round stool.
public struct Stool: FurniturePiece {
  public static let name = "stool"
  public static let summary = "a low round stool of timber"
  public static let use = FurnitureUse.stool
  public static let styles = ["japandi", "coastal"]

  var width = 0.36
  var height = 0.45
  var legs = 3

  public static let parameters: [Parameter<Stool>] = [
    .real("width", \.width, 0.28...0.5, unit: "m", "across the seat"),
    .real("height", \.height, 0.35...0.55, unit: "m", "of the seat"),
    .integer("legs", \.legs, 3...4, "how many legs"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, width, height) }
  public var top: Double? { height }

  public var solids: [Solid] {
    let feet = (0..<legs).map { i -> Solid in
      let way = Frame3.yaw(Double(i) * 360 / Double(legs) + 45).apply(Vector3(0, 1, 0))
      return .rod(
        way * (width * 0.28) + Vector3(0, 0, height - 0.03), way * (width * 0.44), radius: 0.018, end: 0.012,
        .timber)
    }
    return [.round((height - 0.04)...height, radius: width / 2, edge: 0.016, .timber)] + feet
  }
}

/// An upholstered drum without a back.
public struct Pouf: FurniturePiece {
  public static let name = "pouf"
  public static let summary = "an upholstered drum to sit or rest the feet on"
  public static let use = FurnitureUse.stool
  public static let styles = ["calm", "boutique", "coastal"]

  var width = 0.55
  var height = 0.4
  var softness = 0.6

  public static let parameters: [Parameter<Pouf>] = [
    .real("width", \.width, 0.4...1.1, unit: "m", "across"),
    .real("height", \.height, 0.3...0.48, unit: "m", "of the seat"),
    .real("softness", \.softness, 0.2...1, "how round its edges are"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, width, height) }

  public var solids: [Solid] {
    let edge = height * 0.42 * softness
    return [
      .round(0.02...height, radius: width / 2, edge: edge, .textile),
      .round(
        (height * 0.5 - 0.004)...(height * 0.5 + 0.004), radius: width / 2 + 0.004, edge: 0.003, .accent),
      .round(0...0.02, radius: width / 2 - edge * 0.7, .darkTimber),
    ]
  }
}
