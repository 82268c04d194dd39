import Parameters

/// A mirror on a wall.
public struct Mirror: FurniturePiece {
  public static let name = "mirror"
  public static let summary = "a mirror on a wall"
  public static let use = FurnitureUse.mirror
  public static let styles = ["modern", "hotel", "classic"]

  var width = 0.8
  var height = 0.8
  var shape = TableShape.round

  public static let parameters: [Parameter<Mirror>] = [
    .real("width", \.width, 0.4...1.6, unit: "m", "from side to side"),
    .real(
      "height", \.height, 0.4...1.9, unit: "m", when: .is("shape", "rectangle", "oval"), "from foot to head"),
    .choice("shape", \.shape, "outline"),
  ]

  public init() {}

  private var tall: Double { shape == .round ? width : height }
  public var size: Vector3 { Vector3(width, 0.035, tall) }

  public var solids: [Solid] { panel(shape, .metal, .mirror, frame: 0.018) }
}

/// A picture in a frame.
public struct Picture: FurniturePiece {
  public static let name = "picture"
  public static let summary = "a framed picture on a wall"
  public static let use = FurnitureUse.art
  public static let styles = ["modern", "coastal", "mid-century", "japandi"]

  /// What is on the paper.
  enum Motif: String, ParameterOption { case discs, bands, blank }

  var width = 0.9
  var height = 0.7
  var mount = 0.1
  var motif = Motif.discs

  public static let parameters: [Parameter<Picture>] = [
    .real("width", \.width, 0.3...2.0, unit: "m", "of the frame"),
    .real("height", \.height, 0.3...1.6, unit: "m", "of the frame"),
    .real("mount", \.mount, 0...0.2, unit: "m", "white around the picture"),
    .choice("motif", \.motif, "what is in it"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, 0.03, height) }

  public var solids: [Solid] {
    let edge = min(mount, min(width, height) / 2 - 0.08) + 0.02
    let (w, h) = (width / 2 - edge, height / 2 - edge)
    let sheet = upright(x: 0, z: height / 2, half: (w, h), corner: 0.001, off: 0.0145, .art)
    return panel(.rectangle, .timber, .linen, frame: 0.018) + [sheet] + marks(w, h)
  }

  private func marks(_ w: Double, _ h: Double) -> [Solid] {
    let r = min(w, h) * 0.48, z = height / 2
    switch motif {
    case .blank: return []
    case .discs:
      return [
        upright(x: -w * 0.26, z: z - h * 0.06, half: (r, r), corner: r, off: 0.0155, .accent),
        upright(x: w * 0.3, z: z + h * 0.16, half: (r * 0.7, r * 0.7), corner: r, off: 0.0165, .darkTimber),
        upright(
          x: w * 0.12, z: z - h * 0.62, half: (w * 0.66, h * 0.03), corner: 0.001, off: 0.0165, .leather),
      ]
    case .bands:
      return (0..<4).map { i in
        upright(
          x: 0, z: z - h * 0.9 + h * (0.25 + 0.42 * Double(i)), half: (w, h * (0.17 - 0.03 * Double(i))),
          corner: 0.001,
          off: 0.0155, [Finish.accent, .leather, .textile, .leaf][i])
      }
    }
  }

  private func upright(
    x: Double, z: Double, half: (Double, Double), corner: Double, off: Double, _ finish: Finish
  ) -> Solid {
    Solid(
      center: Vector3(x, off, z), half: Vector3(half.0, half.1, 0.0015), corner: corner, edge: 0.001,
      frame: .upright(),
      finish)
  }
}

extension FurniturePiece {
  /// A panel on a wall with a frame around it.
  fileprivate func panel(_ shape: TableShape, _ rim: Finish, _ face: Finish, frame: Double) -> [Solid] {
    let (w, h) = (size.x / 2, size.z / 2)
    func slab(_ inset: Double, _ thick: Double, _ y: Double, _ finish: Finish) -> Solid {
      let corner = shape == .rectangle ? 0.003 : min(w, h) - inset
      return Solid(
        center: Vector3(0, y, h), half: Vector3(w - inset, h - inset, thick), corner: corner, edge: 0.003,
        frame: .upright(), finish)
    }
    return [slab(0, 0.014, -0.002, rim), slab(frame, 0.003, 0.0115, face)]
  }
}

/// A pair of curtains beside a window.
public struct Curtain: FurniturePiece {
  public static let name = "curtain"
  public static let summary = "a pair of curtains on a rod, drawn aside"
  public static let use = FurnitureUse.curtain
  public static let styles = ["coastal", "hotel", "classic", "calm"]

  var width = 2.4
  var height = 2.4
  var gather = 0.2

  public static let parameters: [Parameter<Curtain>] = [
    .real("width", \.width, 0.8...6, unit: "m", "of the rod"),
    .real("height", \.height, 1.2...4, unit: "m", "from the floor to the rod"),
    .real("gather", \.gather, 0.1...0.45, "share of the width that each curtain covers"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, 0.12, height) }

  public var solids: [Solid] {
    let rod: [Solid] = [
      .rod(
        Vector3(-width / 2, 0, height - 0.015), Vector3(width / 2, 0, height - 0.015), radius: 0.011, .metal),
      .ball(Vector3(-width / 2, 0, height - 0.015), radius: 0.022, .metal),
      .ball(Vector3(width / 2, 0, height - 0.015), radius: 0.022, .metal),
    ]
    let cover = width * gather
    let folds = max(3, Int(cover / 0.085))
    return rod
      + [-1.0, 1.0].flatMap { side in
        (0..<folds).map { i -> Solid in
          let x = side * (width / 2 - 0.04 - cover * (Double(i) + 0.5) / Double(folds))
          let y = i % 2 == 0 ? 0.012 : -0.012
          return Solid(
            center: Vector3(x, y, (height - 0.03) / 2 + 0.005),
            half: Vector3(cover / Double(folds) * 0.62, 0.03, (height - 0.04) / 2),
            corner: 0.03, edge: 0.004, taper: 0.94, .curtain)
        }
      }
  }
}
