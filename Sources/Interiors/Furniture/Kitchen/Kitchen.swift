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

/// A desk where guests are received.
public struct ReceptionDesk: FurniturePiece {
  public static let name = "reception-desk"
  public static let summary = "a desk where guests are received"
  public static let use = FurnitureUse.reception
  public static let styles = ["hotel", "boutique", "modern"]

  /// The face towards the guests.
  enum Face: String, ParameterOption { case fluted, panels, stone }

  var width = 2.6
  var depth = 0.8
  var face = Face.fluted
  var rounded = true

  public static let parameters: [Parameter<ReceptionDesk>] = [
    .real("width", \.width, 1.6...4.5, unit: "m", "from end to end"),
    .real("depth", \.depth, 0.65...1.1, unit: "m", "from back to front"),
    .choice("face", \.face, "the face towards the guests"),
    .flag("rounded", \.rounded, "round ends"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, 1.1) }
  public var top: Double? { 1.1 }

  public var solids: [Solid] {
    let (w, d) = (width / 2, depth / 2)
    let corner = rounded ? d * 0.9 : 0.01
    func slab(_ inset: Double, _ z: ClosedRange<Double>, _ finish: Finish, edge: Double = 0.006) -> Solid {
      Solid(
        center: Vector3(0, 0, (z.lowerBound + z.upperBound) / 2),
        half: Vector3(w - inset, d - inset, (z.upperBound - z.lowerBound) / 2),
        corner: max(0.004, corner - inset), edge: edge,
        finish)
    }
    let body = face == .stone ? Finish.stone : .timber
    let shell = [
      slab(0.06, 0...0.08, .darkMetal), slab(0.03, 0.07...1.04, body),
      slab(0, 1.035...1.1, .stone, edge: 0.012),
      slab(0.028, 0.98...1.0, .metal),
    ]
    switch face {
    case .stone: return shell
    case .panels:
      return shell
        + fronts(
          x: (-w + corner)...(w - corner), z: 0.1...0.97, y: d - 0.03, columns: max(2, Int(width / 0.7)),
          rows: 1, .timber)
    case .fluted: return shell + flutes(w - 0.03, d - 0.03, corner)
    }
  }

  /// Half-round staves along the front and around its two corners.
  private func flutes(_ w: Double, _ d: Double, _ corner: Double) -> [Solid] {
    let straight = 2 * (w - corner)
    let count = max(6, Int(straight / 0.075))
    let front = spread(count, over: straight).map { x, part in
      Solid.round(x: x, y: d - 0.008, 0.09...0.975, radius: part * 0.495, .timber)
    }
    guard rounded else { return front }
    let step = 0.075 / corner * 180 / Double.pi
    let turns = Int(90 / step)
    return front
      + [-1.0, 1.0].flatMap { side in
        (0...turns).map { i -> Solid in
          let way = Frame3.yaw(-side * (Double(i) + 0.5) * 90 / Double(turns + 1)).apply(
            Vector3(0, corner - 0.038, 0))
          return .round(
            x: side * (w - corner) + way.x, y: d - corner + 0.03 + way.y, 0.09...0.975, radius: 0.038,
            .timber)
        }
      }
  }
}
