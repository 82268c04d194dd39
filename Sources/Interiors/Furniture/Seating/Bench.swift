import Parameters

/// A long seat without arms.
public struct Bench: FurniturePiece {
  public static let name = "bench"
  public static let summary = "a long seat of timber with a thin pad"
  public static let use = FurnitureUse.bench
  public static let styles = ["japandi", "hotel", "coastal"]

  var width = 1.4
  var depth = 0.4
  var pad = true

  public static let parameters: [Parameter<Bench>] = [
    .real("width", \.width, 0.8...2.4, unit: "m", "from end to end"),
    .real("depth", \.depth, 0.32...0.55, unit: "m", "from back to front"),
    .flag("pad", \.pad, "a cushion on the seat"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, pad ? 0.48 : 0.44) }

  public var solids: [Solid] {
    let (w, d) = (width / 2, depth / 2)
    var parts: [Solid] = [
      .block(-w...w, -d...d, 0.4...0.44, .timber, corner: 0.012, edge: 0.01),
      .block((-w + 0.1)...(w - 0.1), -0.012...0.012, 0.3...0.34, .timber),
    ]
    parts += [-1.0, 1.0].flatMap { s in
      [-1.0, 1.0].map { t in
        Solid.rod(
          Vector3(s * (w - 0.12), t * (d - 0.06), 0.4), Vector3(s * (w - 0.07), t * (d - 0.03), 0),
          radius: 0.02, end: 0.014, .timber)
      }
    }
    guard pad else { return parts }
    return parts + [
      .block(
        (-w + 0.01)...(w - 0.01), (-d + 0.01)...(d - 0.01), 0.44...0.48, .textile, corner: 0.03, edge: 0.018)
    ]
  }
}
