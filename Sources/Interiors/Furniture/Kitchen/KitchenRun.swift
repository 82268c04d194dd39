import Geometry
import Parameters

/// A counter along a wall with sink, hob and cupboards above.
public struct KitchenRun: FurniturePiece {
  public static let name = "kitchen-run"
  public static let summary = "a counter along a wall with sink, hob and shelves or cupboards above"
  public static let use = FurnitureUse.kitchenRun
  public static let styles = ["industrial", "modern", "japandi"]

  /// What is above the counter.
  enum Upper: String, ParameterOption { case cupboards, shelf, none }

  var width = 3.0
  var upper = Upper.cupboards
  var drawers = 2
  var hood = true

  public static let parameters: [Parameter<KitchenRun>] = [
    .real("width", \.width, 1.8...5.4, unit: "m", "from end to end"),
    .choice("upper", \.upper, "what is above the counter"),
    .integer("drawers", \.drawers, 0...4, "units with drawers"),
    .flag("hood", \.hood, "a hood above the hob"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, 0.63, upper == .none && !hood ? 0.92 : 2.2) }
  public var top: Double? { 0.92 }

  private var units: Int { max(3, Int((width / 0.6).rounded())) }
  private var back: Double { -0.315 }

  public var solids: [Solid] {
    let w = width / 2, front = 0.285
    return [
      .block((-w + 0.005)...(w - 0.005), back...(front - 0.05), 0...0.1, .darkTimber),
      .block((-w + 0.003)...(w - 0.003), back...front, 0.1...0.88, .lacquer, corner: 0.003, edge: 0.003),
      .block(-w...w, back...0.315, 0.88...0.92, .stone, corner: 0.004, edge: 0.004),
      .block(-w...w, back...(back + 0.012), 0.92...1.42, .stone, corner: 0.002, edge: 0.002),
    ] + lower(w, front) + sink + hob + above(w)
  }

  private func lower(_ w: Double, _ front: Double) -> [Solid] {
    spread(units, over: width).enumerated().flatMap { i, unit -> [Solid] in
      let rows = i < drawers ? 3 : 1
      let x = (unit.middle - unit.width / 2)...(unit.middle + unit.width / 2)
      let pulls = (0..<rows).map { j -> Solid in
        let z = 0.1 + 0.76 * (Double(j) + 1) / Double(rows) - 0.045
        return .block(
          (unit.middle - unit.width * 0.22)...(unit.middle + unit.width * 0.22),
          (front + 0.018)...(front + 0.03),
          (z - 0.006)...(z + 0.006), .metal)
      }
      return fronts(x: x, z: 0.1...0.865, y: front, columns: 1, rows: rows, .lacquer) + pulls
    }
  }

  /// A bowl let into the top, and a tap.
  private var sink: [Solid] {
    let x = -width * 0.2
    return [
      .block((x - 0.27)...(x + 0.27), -0.19...0.2, 0.9...0.9225, .steel, corner: 0.05, edge: 0.002),
      .block((x - 0.25)...(x + 0.25), -0.17...0.18, 0.9...0.9235, .darkMetal, corner: 0.04, edge: 0.002),
      .rod(Vector3(x, back + 0.08, 0.92), Vector3(x, back + 0.08, 1.2), radius: 0.013, .metal),
      .rod(Vector3(x, back + 0.08, 1.2), Vector3(x, back + 0.26, 1.2), radius: 0.012, .metal),
      .rod(Vector3(x, back + 0.26, 1.2), Vector3(x, back + 0.26, 1.15), radius: 0.012, .metal),
    ]
  }

  private var hob: [Solid] {
    let x = width * 0.24
    let plate = Solid.block(
      (x - 0.29)...(x + 0.29), -0.23...0.26, 0.91...0.926, .black, corner: 0.01, edge: 0.003)
    let rings = [(-0.14, -0.1, 0.09), (0.14, -0.1, 0.075), (-0.14, 0.13, 0.075), (0.14, 0.13, 0.09)].map {
      Solid.round(x: x + $0.0, y: $0.1, 0.92...0.9275, radius: $0.2, edge: 0.001, .darkMetal)
    }
    guard hood else { return [plate] + rings }
    return [plate] + rings + [
      .block((x - 0.3)...(x + 0.3), back...0.15, 1.5...1.56, .steel, corner: 0.004),
      .block((x - 0.13)...(x + 0.13), back...(back + 0.25), 1.55...2.2, .steel, corner: 0.004),
    ]
  }

  private func above(_ w: Double) -> [Solid] {
    // Left of the hood only.
    let end = hood ? width * 0.24 - 0.34 : w
    switch upper {
    case .none: return []
    case .cupboards:
      let count = max(1, Int(((end + w) / 0.6).rounded()))
      return [.block(-w...end, back...(back + 0.33), 1.42...2.2, .lacquer, corner: 0.003)]
        + fronts(x: -w...end, z: 1.42...2.2, y: back + 0.33, columns: count, rows: 1, .lacquer)
    case .shelf:
      let boards: [Solid] = [1.48, 1.82].map {
        .block((-w + 0.05)...end, back...(back + 0.26), $0...($0 + 0.035), .timber)
      }
      let things = (0..<6).map { i -> Solid in
        let x = -w + 0.2 + (end + w - 0.3) * Double(i) / 6
        let tall = 0.1 + 0.045 * Double(i * 3 % 4)
        let z = i % 2 == 0 ? 1.515 : 1.855
        return .round(
          x: x, y: back + 0.13, z...(z + tall), radius: 0.05 + 0.012 * Double(i % 3), edge: 0.014,
          i % 3 == 2 ? .accent : .ceramic)
      }
      return boards + things
    }
  }

  public var symbols: [SymbolLine] {
    [SymbolLine(.plan, .polyline([Point(-width / 2, 0.285), Point(width / 2, 0.285)]))]
  }
}
