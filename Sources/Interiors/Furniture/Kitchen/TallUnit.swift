import Parameters

/// A tall unit with a refrigerator or ovens.
public struct TallUnit: FurniturePiece {
  public static let name = "tall-unit"
  public static let summary = "a tall kitchen unit: refrigerator, ovens or larder"
  public static let use = FurnitureUse.tallUnit
  public static let styles = ["modern", "industrial"]

  /// What is in it.
  enum Inside: String, ParameterOption { case fridge, ovens, larder }

  var width = 0.6
  var height = 2.2
  var inside = Inside.fridge

  public static let parameters: [Parameter<TallUnit>] = [
    .real("width", \.width, 0.45...1.2, unit: "m", "from side to side"),
    .real("height", \.height, 1.7...2.5, unit: "m", "to the top"),
    .choice("inside", \.inside, "what it holds"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, 0.66, height) }

  public var solids: [Solid] {
    let w = width / 2, d = 0.33, finish = inside == .fridge ? Finish.steel : .lacquer
    let x = -w...w
    let body: [Solid] = [
      .block((-w + 0.01)...(w - 0.01), -d...(d - 0.08), 0...0.1, .darkTimber),
      .block(x, -d...(d - 0.022), 0.08...height, finish, corner: 0.004),
    ]
    func pull(_ z: ClosedRange<Double>, _ x: Double) -> Solid {
      .block((x - 0.008)...(x + 0.008), (d - 0.002)...(d + 0.016), z, .darkMetal)
    }
    switch inside {
    case .fridge:
      return body + fronts(x: x, z: 0.1...0.72, y: d - 0.022, columns: 1, rows: 1, .steel)
        + fronts(x: x, z: 0.72...height, y: d - 0.022, columns: 1, rows: 1, .steel)
        + [pull(0.42...0.66, w - 0.06), pull(0.8...1.5, w - 0.06)]
    case .larder:
      return body
        + fronts(x: x, z: 0.1...height, y: d - 0.022, columns: width > 0.7 ? 2 : 1, rows: 1, .lacquer)
        + [pull(0.95...1.35, width > 0.7 ? 0.04 : w - 0.06)]
    case .ovens:
      let glass = [0.62, 1.2].flatMap { z -> [Solid] in
        [
          .block((-w + 0.02)...(w - 0.02), (d - 0.03)...(d - 0.004), z...(z + 0.55), .black, corner: 0.01),
          .block((-w + 0.07)...(w - 0.07), (d + 0.008)...(d + 0.022), (z + 0.43)...(z + 0.445), .steel),
        ]
      }
      return body + fronts(x: x, z: 0.1...0.6, y: d - 0.022, columns: 1, rows: 1, .lacquer)
        + fronts(x: x, z: 1.77...height, y: d - 0.022, columns: 1, rows: 1, .lacquer) + glass
    }
  }
}
