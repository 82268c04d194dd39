import Parameters

/// What a cabinet stands on.
enum CabinetBase: String, ParameterOption { case legs, plinth }

/// A low cabinet.
public struct Sideboard: FurniturePiece {
  public static let name = "sideboard"
  public static let summary = "a low cabinet with doors"
  public static let use = FurnitureUse.storage
  public static let styles = ["mid-century", "modern", "japandi"]

  var width = 1.8
  var depth = 0.45
  var height = 0.72
  var doors = 4
  var base = CabinetBase.legs
  var handle = Handle.knob

  public static let parameters: [Parameter<Sideboard>] = [
    .real("width", \.width, 0.9...2.6, unit: "m", "from end to end"),
    .real("depth", \.depth, 0.35...0.6, unit: "m", "from back to front"),
    .real("height", \.height, 0.45...0.95, unit: "m", "of the top"),
    .integer("doors", \.doors, 2...5, "doors side by side"),
    .choice("base", \.base, "what it stands on"),
    .choice("handle", \.handle, "what opens the doors"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, height) }
  public var top: Double? { height }

  public var solids: [Solid] {
    let (w, d) = (width / 2, depth / 2)
    let foot = base == .legs ? 0.16 : 0.06
    let body = Solid.block(-w...w, -d...(d - 0.02), foot...height, .timber, corner: 0.006, edge: 0.006)
    let doorsZ = (foot + 0.02)...(height - 0.022)
    let faces = fronts(
      x: (-w + 0.018)...(w - 0.018), z: doorsZ, y: d - 0.02, columns: doors, rows: 1, .timber)
    let pulls = spread(doors, over: width - 0.036).enumerated().flatMap { i, part in
      Interiors.handle(
        handle, x: part.middle + (i % 2 == 0 ? 1 : -1) * (part.width / 2 - 0.05), y: d - 0.01,
        z: (foot + height) / 2 + 0.08, width: 0.02, .metal)
    }
    return [body] + faces + pulls + under(w, d, foot)
  }

  private func under(_ w: Double, _ d: Double, _ foot: Double) -> [Solid] {
    base == .legs
      ? fourLegs(x: w - 0.14, y: d - 0.09, top: foot + 0.01, radius: 0.018, foot: 0.011, splay: 0.03, .timber)
      : [.block((-w + 0.03)...(w - 0.03), (-d + 0.01)...(d - 0.07), 0...foot, .darkTimber)]
  }
}

/// A chest of drawers.
public struct ChestOfDrawers: FurniturePiece {
  public static let name = "chest-of-drawers"
  public static let summary = "a chest of drawers"
  public static let use = FurnitureUse.storage
  public static let styles = ["japandi", "classic", "coastal"]

  var width = 1.0
  var height = 0.85
  var rows = 3
  var handle = Handle.knob

  public static let parameters: [Parameter<ChestOfDrawers>] = [
    .real("width", \.width, 0.6...1.6, unit: "m", "from end to end"),
    .real("height", \.height, 0.6...1.2, unit: "m", "of the top"),
    .integer("rows", \.rows, 2...5, "drawers above each other"),
    .choice("handle", \.handle, "what opens the drawers"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, 0.48, height) }
  public var top: Double? { height }

  public var solids: [Solid] {
    let (w, d) = (width / 2, 0.24)
    let columns = width > 1.1 ? 2 : 1
    let z = 0.1...(height - 0.025)
    let pulls = (0..<rows).flatMap { j in
      spread(columns, over: width - 0.03).flatMap { part in
        [-0.26, 0.26].flatMap { k in
          Interiors.handle(
            handle, x: part.middle + k * part.width, y: d - 0.01,
            z: z.lowerBound + (z.upperBound - z.lowerBound) * (Double(j) + 0.55) / Double(rows), width: 0.1,
            .metal)
        }
      }
    }
    return [
      .block(-w...w, -d...(d - 0.02), 0.08...(height - 0.02), .timber),
      .block((-w - 0.0)...w, -d...d, (height - 0.022)...height, .timber, corner: 0.008, edge: 0.006),
    ] + fronts(x: (-w + 0.012)...(w - 0.012), z: z, y: d - 0.02, columns: columns, rows: rows, .timber)
      + pulls
      + fourLegs(x: w - 0.06, y: d - 0.06, top: 0.09, radius: 0.02, foot: 0.014, .timber)
  }
}

/// A small cabinet beside a bed.
public struct Nightstand: FurniturePiece {
  public static let name = "nightstand"
  public static let summary = "a small cabinet beside a bed"
  public static let use = FurnitureUse.nightstand
  public static let styles = ["japandi", "modern", "hotel"]

  var width = 0.48
  var height = 0.5
  var drawers = 1

  public static let parameters: [Parameter<Nightstand>] = [
    .real("width", \.width, 0.35...0.65, unit: "m", "from side to side"),
    .real("height", \.height, 0.4...0.65, unit: "m", "of the top"),
    .integer("drawers", \.drawers, 1...2, "drawers above each other"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, 0.4, height) }
  public var top: Double? { height }

  public var solids: [Solid] {
    let (w, d) = (width / 2, 0.2)
    let low = drawers == 1 ? height - 0.2 : 0.14
    let z = (low + 0.01)...(height - 0.022)
    let pulls = (0..<drawers).flatMap { j in
      handle(
        .knob, x: 0, y: d - 0.01,
        z: z.lowerBound + (z.upperBound - z.lowerBound) * (Double(j) + 0.5) / Double(drawers), .metal)
    }
    return [.block(-w...w, -d...(d - 0.02), low...height, .timber, corner: 0.006, edge: 0.006)]
      + fronts(x: (-w + 0.014)...(w - 0.014), z: z, y: d - 0.02, columns: 1, rows: drawers, .timber) + pulls
      + fourLegs(x: w - 0.03, y: d - 0.035, top: low + 0.01, radius: 0.015, foot: 0.011, .timber)
  }
}

/// A wardrobe.
public struct Wardrobe: FurniturePiece {
  public static let name = "wardrobe"
  public static let summary = "a wardrobe with hinged doors"
  public static let use = FurnitureUse.storage
  public static let styles = ["japandi", "modern", "classic"]

  var width = 1.8
  var height = 2.2
  var doors = 3
  var slatted = false

  public static let parameters: [Parameter<Wardrobe>] = [
    .real("width", \.width, 0.8...3.2, unit: "m", "from end to end"),
    .real("height", \.height, 1.8...2.5, unit: "m", "to the top"),
    .integer("doors", \.doors, 2...6, "doors side by side"),
    .flag("slatted", \.slatted, "doors of upright slats"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, 0.6, height) }

  public var solids: [Solid] {
    let (w, d) = (width / 2, 0.3)
    let z = 0.08...(height - 0.02)
    let parts = spread(doors, over: width - 0.02)
    let pulls = parts.enumerated().map { i, part -> Solid in
      let x = part.middle + (i % 2 == 0 ? 1 : -1) * (part.width / 2 - 0.045)
      return .block((x - 0.006)...(x + 0.006), d...(d + 0.014), 0.95...1.25, .metal)
    }
    let carcase: [Solid] = [
      .block((-w + 0.02)...(w - 0.02), (-d + 0.01)...(d - 0.06), 0...0.08, .darkTimber),
      .block(-w...w, -d...(d - 0.02), 0.06...height, .timber),
    ]
    let faces = fronts(
      x: (-w + 0.01)...(w - 0.01), z: z, y: d - 0.02, columns: doors, rows: 1, .timber)
    return carcase + faces + (slatted ? parts.flatMap(slats) : []) + pulls
  }

  /// Battens on a door.
  private func slats(_ door: (middle: Double, width: Double)) -> [Solid] {
    spread(max(4, Int(door.width / 0.06)), over: door.width - 0.006).map { slat in
      let x = door.middle + slat.middle, half = slat.width * 0.36
      return .block((x - half)...(x + half), 0.294...0.308, 0.1...(height - 0.04), .timber)
    }
  }
}
