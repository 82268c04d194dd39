import Parameters

/// The outline of a table's top.
enum TableShape: String, ParameterOption { case round, rectangle, oval }
/// What carries a low table.
enum LowBase: String, ParameterOption { case legs, drum, frame }

/// A low table before a sofa.
public struct CoffeeTable: FurniturePiece {
  public static let name = "coffee-table"
  public static let summary = "a low table before a sofa"
  public static let use = FurnitureUse.coffeeTable
  public static let styles = ["coastal", "mid-century", "modern", "hotel"]

  var width = 1.0
  var depth = 0.6
  var height = 0.36
  var shape = TableShape.round
  var base = LowBase.legs

  public static let parameters: [Parameter<CoffeeTable>] = [
    .real("width", \.width, 0.5...1.5, unit: "m", "from side to side"),
    .real(
      "depth", \.depth, 0.4...0.9, unit: "m", when: .is("shape", "rectangle", "oval"), "from back to front"),
    .real("height", \.height, 0.28...0.48, unit: "m", "of the top"),
    .choice("shape", \.shape, "outline of the top"),
    .choice("base", \.base, "what carries the top"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, shape == .round ? width : min(depth, width), height) }
  public var top: Double? { height }

  public var solids: [Solid] {
    let (w, d) = (size.x / 2, size.y / 2)
    let corner = shape == .rectangle ? 0.02 : min(w, d)
    let stoneTop = base == .frame
    let board = Solid(
      center: Vector3(0, 0, height - 0.016), half: Vector3(w, d, 0.016), corner: corner, edge: 0.01,
      stoneTop ? .stone : .timber)
    return [board] + carrier(w, d, corner) + still(d)
  }

  private func carrier(_ w: Double, _ d: Double, _ corner: Double) -> [Solid] {
    switch base {
    case .legs:
      let inset = shape == .rectangle ? 0.06 : min(w, d) * 0.34
      return fourLegs(
        x: w - inset, y: d - inset, top: height - 0.03, radius: 0.022, foot: 0.013, splay: 0.03, .timber)
    case .drum:
      return [
        Solid(
          center: Vector3(0, 0, (height - 0.03) / 2), half: Vector3(w * 0.62, d * 0.62, (height - 0.03) / 2),
          corner: min(corner, min(w, d) * 0.62), edge: 0.01, .timber)
      ]
    case .frame:
      let (x, y) = shape == .rectangle ? (w - 0.03, d - 0.03) : (w * 0.68, d * 0.68)
      let feet = [-1.0, 1.0].map { s in
        Solid.block((s * x - 0.01)...(s * x + 0.01), -y...y, 0...0.02, .darkMetal)
      }
      return fourLegs(x: x, y: y, top: height - 0.03, radius: 0.011, foot: 0.011, .darkMetal) + feet
    }
  }

  /// Two books and a bowl: what lies on such a table.
  private func still(_ d: Double) -> [Solid] {
    let x = width * 0.18
    return [
      Solid(
        center: Vector3(-x, 0.02, height + 0.013), half: Vector3(0.14, 0.1, 0.013), corner: 0.003,
        edge: 0.003,
        frame: .yaw(8), .paper),
      Solid(
        center: Vector3(-x, 0.02, height + 0.036), half: Vector3(0.12, 0.085, 0.01), corner: 0.003,
        edge: 0.003,
        frame: .yaw(-5), .accent),
      .round(x: x, y: -d * 0.15, height...(height + 0.05), radius: 0.05, top: 0.1, edge: 0.012, .ceramic),
    ]
  }
}

/// A small table beside a seat.
public struct SideTable: FurniturePiece {
  public static let name = "side-table"
  public static let summary = "a small table beside a seat"
  public static let use = FurnitureUse.sideTable
  public static let styles = ["modern", "boutique", "mid-century"]

  /// What carries the top.
  enum Base: String, ParameterOption { case pedestal, tripod, cylinder }

  var width = 0.45
  var height = 0.52
  var base = Base.pedestal

  public static let parameters: [Parameter<SideTable>] = [
    .real("width", \.width, 0.3...0.65, unit: "m", "across"),
    .real("height", \.height, 0.4...0.65, unit: "m", "of the top"),
    .choice("base", \.base, "what carries the top"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, width, height) }
  public var top: Double? { height }

  public var solids: [Solid] {
    let r = width / 2
    switch base {
    case .pedestal:
      return [
        .round((height - 0.022)...height, radius: r, edge: 0.008, .stone),
        .round(0...0.018, radius: r * 0.62, edge: 0.006, .metal),
        .round(0.01...(height - 0.02), radius: 0.018, .metal),
      ]
    case .tripod:
      let legs = (0..<3).map { i -> Solid in
        let way = Frame3.yaw(Double(i) * 120 + 30).apply(Vector3(0, 1, 0))
        return .rod(
          way * (r * 0.5) + Vector3(0, 0, height - 0.02), way * (r * 0.86), radius: 0.017, end: 0.01, .timber)
      }
      return [.round((height - 0.024)...height, radius: r, edge: 0.01, .timber)] + legs
    case .cylinder:
      return [
        .round(0...height, radius: r * 0.94, top: r * 0.94, edge: 0.02, .ceramic),
        .round((height * 0.47)...(height * 0.53), radius: r * 0.945, edge: 0.02, .ceramic),
      ]
    }
  }
}
