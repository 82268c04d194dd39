import Parameters

/// A table to eat at.
public struct DiningTable: FurniturePiece {
  public static let name = "dining-table"
  public static let summary = "a table to eat at"
  public static let use = FurnitureUse.diningTable
  public static let styles = ["japandi", "industrial", "classic"]

  /// What carries the top.
  enum Base: String, ParameterOption { case legs, trestle, pedestal, frame }

  var width = 1.8
  var depth = 0.9
  var shape = TableShape.rectangle
  var base = Base.legs

  public static let parameters: [Parameter<DiningTable>] = [
    .real("width", \.width, 0.9...3.2, unit: "m", "from end to end"),
    .real(
      "depth", \.depth, 0.75...1.2, unit: "m", when: .is("shape", "rectangle", "oval"), "from side to side"),
    .choice("shape", \.shape, "outline of the top"),
    .choice("base", \.base, "what carries the top"),
  ]

  public init() {}

  public var size: Vector3 {
    shape == .round ? Vector3(min(width, 1.8), min(width, 1.8), 0.74) : Vector3(width, depth, 0.74)
  }
  public var top: Double? { 0.74 }

  public var solids: [Solid] {
    let (w, d) = (size.x / 2, size.y / 2)
    let corner = shape == .rectangle ? 0.025 : min(w, d)
    let board = Solid(
      center: Vector3(0, 0, 0.722), half: Vector3(w, d, 0.018), corner: corner, edge: 0.01, .timber)
    return [board] + carrier(w, d) + still
  }

  private func carrier(_ w: Double, _ d: Double) -> [Solid] {
    let isRound = shape != .rectangle
    let inset = isRound ? min(w, d) * 0.3 : 0.07
    switch base {
    case .legs:
      return fourLegs(x: w - inset, y: d - inset, top: 0.71, radius: 0.032, foot: 0.02, splay: 0.01, .timber)
        + [
          .block((-w + inset)...(w - inset), (-d + inset)...(d - inset), 0.64...0.705, .timber)
        ]
    case .trestle:
      let x = w * 0.62
      return [-1.0, 1.0].flatMap { s -> [Solid] in
        [
          .rod(Vector3(s * x, -0.08, 0.7), Vector3(s * x, -d * 0.78, 0), radius: 0.026, .timber),
          .rod(Vector3(s * x, 0.08, 0.7), Vector3(s * x, d * 0.78, 0), radius: 0.026, .timber),
          .block((s * x - 0.03)...(s * x + 0.03), (-d * 0.7)...(d * 0.7), 0.665...0.705, .timber),
        ]
      } + [.rod(Vector3(-x, 0, 0.42), Vector3(x, 0, 0.42), radius: 0.018, .timber)]
    case .pedestal:
      let xs = w > d * 1.5 ? [-w * 0.45, w * 0.45] : [0]
      return xs.flatMap { x -> [Solid] in
        [
          .round(x: x, 0...0.03, radius: min(d * 0.62, 0.36), edge: 0.012, .darkTimber),
          .round(x: x, 0.02...0.71, radius: 0.1, top: 0.07, .darkTimber),
        ]
      }
    case .frame:
      let x = w - 0.12
      return [-1.0, 1.0].flatMap { s -> [Solid] in
        [-1.0, 1.0].map { t in
          Solid.block(
            (s * x - 0.03)...(s * x + 0.03), (t * (d - 0.06) - 0.012)...(t * (d - 0.06) + 0.012), 0...0.705,
            .darkMetal)
        } + [.block((s * x - 0.03)...(s * x + 0.03), (-d + 0.05)...(d - 0.05), 0...0.022, .darkMetal)]
      }
    }
  }

  private var still: [Solid] {
    [
      .round(x: size.x * 0.08, 0.74...0.88, radius: 0.05, top: 0.065, edge: 0.03, .ceramic),
      .round(x: -size.x * 0.08, y: 0.04, 0.74...0.775, radius: 0.07, top: 0.14, edge: 0.012, .ceramic),
    ]
  }
}

/// A table to work at.
public struct Desk: FurniturePiece {
  public static let name = "desk"
  public static let summary = "a table to work at, with drawers"
  public static let use = FurnitureUse.desk
  public static let styles = ["mid-century", "modern"]

  var width = 1.5
  var depth = 0.7
  var drawers = 2
  var screen = true

  public static let parameters: [Parameter<Desk>] = [
    .real("width", \.width, 1.0...2.2, unit: "m", "from end to end"),
    .real("depth", \.depth, 0.5...0.9, unit: "m", "from back to front"),
    .integer("drawers", \.drawers, 0...3, "shallow drawers under the top"),
    .flag("screen", \.screen, "a computer on it"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, 0.74) }
  public var top: Double? { 0.74 }

  public var solids: [Solid] {
    let (w, d) = (width / 2, depth / 2)
    let board = Solid.block(-w...w, -d...d, 0.712...0.74, .timber, corner: 0.015, edge: 0.008)
    let legs = fourLegs(x: w - 0.09, y: d - 0.08, top: 0.7, radius: 0.024, foot: 0.014, splay: 0.03, .timber)
    return [board] + legs + boxes(w, d) + things(d)
  }

  private func boxes(_ w: Double, _ d: Double) -> [Solid] {
    guard drawers > 0 else { return [] }
    let x = (-w + 0.06)...(w - 0.06)
    // A desk is sat at from its front, where the drawers are.
    return [.block(x, (-d + 0.04)...(d - 0.06), 0.615...0.712, .timber)]
      + fronts(x: x, z: 0.617...0.71, y: d - 0.06, columns: drawers, rows: 1, .timber)
      + spread(drawers, over: 2 * w - 0.12).flatMap {
        handle(.knob, x: $0.middle, y: d - 0.055, z: 0.663, .metal)
      }
  }

  private func things(_ d: Double) -> [Solid] {
    guard screen else { return [] }
    return [
      .block(-0.3...0.3, (-d + 0.16)...(-d + 0.185), 0.86...1.2, .black, corner: 0.012, edge: 0.008),
      .rod(Vector3(0, -d + 0.15, 0.95), Vector3(0, -d + 0.13, 0.745), radius: 0.014, .steel),
      .block(-0.12...0.12, (-d + 0.06)...(-d + 0.24), 0.74...0.75, .steel, corner: 0.03),
      .block(-0.2...0.2, (-d + 0.32)...(-d + 0.44), 0.74...0.752, .steel, corner: 0.012),
    ]
  }
}

/// A narrow table against a wall.
public struct ConsoleTable: FurniturePiece {
  public static let name = "console-table"
  public static let summary = "a narrow table against a wall"
  public static let use = FurnitureUse.storage
  public static let styles = ["hotel", "classic", "boutique"]

  var width = 1.2
  var depth = 0.35
  var shelf = true

  public static let parameters: [Parameter<ConsoleTable>] = [
    .real("width", \.width, 0.8...2.0, unit: "m", "from end to end"),
    .real("depth", \.depth, 0.25...0.5, unit: "m", "from back to front"),
    .flag("shelf", \.shelf, "a shelf near the floor"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, 0.8) }
  public var top: Double? { 0.8 }

  public var solids: [Solid] {
    let (w, d) = (width / 2, depth / 2)
    let posts = [-1.0, 1.0].flatMap { s in
      [-1.0, 1.0].map { t in
        Solid.block(
          (s * (w - 0.02) - 0.014)...(s * (w - 0.02) + 0.014),
          (t * (d - 0.02) - 0.014)...(t * (d - 0.02) + 0.014), 0...0.775, .metal)
      }
    }
    let parts: [Solid] = [.block(-w...w, -d...d, 0.775...0.8, .stone)] + posts
    return shelf
      ? parts + [.block((-w + 0.03)...(w - 0.03), (-d + 0.01)...(d - 0.01), 0.18...0.2, .timber)] : parts
  }
}
