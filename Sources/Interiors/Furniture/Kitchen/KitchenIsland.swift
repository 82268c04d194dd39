import Parameters

/// A free-standing counter.
public struct KitchenIsland: FurniturePiece {
  public static let name = "kitchen-island"
  public static let summary = "a free-standing counter to cook and sit at"
  public static let use = FurnitureUse.kitchenIsland
  public static let styles = ["industrial", "modern", "loft"]

  var width = 2.0
  var depth = 0.95
  var overhang = 0.3
  var waterfall = true

  public static let parameters: [Parameter<KitchenIsland>] = [
    .real("width", \.width, 1.2...3.2, unit: "m", "from end to end"),
    .real("depth", \.depth, 0.7...1.2, unit: "m", "from side to side"),
    .real("overhang", \.overhang, 0.05...0.4, unit: "m", "of the top on the seats' side"),
    .flag("waterfall", \.waterfall, "the top runs down at both ends"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, 0.92) }
  public var top: Double? { 0.92 }

  /// Seats are at the front, cupboards at the back.
  public var solids: [Solid] {
    let (w, d) = (width / 2, depth / 2)
    let body = (-d + 0.03)...(d - overhang)
    let x = waterfall ? (-w + 0.045)...(w - 0.045) : (-w + 0.03)...(w - 0.03)
    var parts: [Solid] = [
      .block(
        (x.lowerBound + 0.02)...(x.upperBound - 0.02), (body.lowerBound + 0.05)...(body.upperBound - 0.03),
        0...0.1, .darkTimber),
      .block(x, body, 0.1...0.88, .timber, corner: 0.003),
      .block(-w...w, -d...d, 0.875...0.92, .stone, corner: 0.005, edge: 0.004),
      .round(x: -w * 0.45, 0.92...0.96, radius: 0.09, top: 0.17, edge: 0.014, .ceramic),
      .round(x: w * 0.55, y: -0.1, 0.92...1.12, radius: 0.05, top: 0.035, edge: 0.02, .glass),
    ]
    if waterfall {
      parts += [-1.0, 1.0].map { s in
        .block(
          (s * w - (s > 0 ? 0.045 : 0))...(s * w + (s > 0 ? 0 : 0.045)), -d...d, 0...0.9, .stone,
          corner: 0.005, edge: 0.004)
      }
    }
    let columns = max(2, Int((width / 0.6).rounded()))
    return parts + slats(x, body.upperBound)
      + fronts(
        x: x, z: 0.11...0.87, y: body.lowerBound - 0.012, columns: columns, rows: 1, .timber)
  }

  /// Upright battens on the seats' side.
  private func slats(_ x: ClosedRange<Double>, _ y: Double) -> [Solid] {
    let span = x.upperBound - x.lowerBound
    return spread(Int(span / 0.07), over: span).map { middle, part in
      .block(
        (middle - part * 0.32)...(middle + part * 0.32), (y - 0.004)...(y + 0.014), 0.105...0.872, .timber)
    }
  }
}
