import Parameters

/// How a sofa's arms are made.
enum SofaArm: String, ParameterOption { case track, round, slope, none }
/// What a sofa stands on.
enum SofaBase: String, ParameterOption { case legs, plinth, sled }

/// A sofa with arms, loose seat and back cushions and piping.
public struct Sofa: FurniturePiece {
  public static let name = "sofa"
  public static let summary = "a sofa of two to four seats, with loose cushions"
  public static let use = FurnitureUse.sofa
  public static let styles = ["coastal", "classic", "modern", "calm"]

  var width = 2.2
  var depth = 0.95
  var height = 0.8
  var seats = 3
  var arm = SofaArm.track
  var base = SofaBase.legs
  var cushions = 2

  public static let parameters: [Parameter<Sofa>] = [
    .real("width", \.width, 1.4...3.4, unit: "m", "from arm to arm"),
    .real("depth", \.depth, 0.8...1.15, unit: "m", "from back to front"),
    .real("height", \.height, 0.65...0.95, unit: "m", "to the top of the back"),
    .integer("seats", \.seats, 1...4, "seat cushions"),
    .choice("arm", \.arm, "shape of the arms"),
    .choice("base", \.base, "what it stands on"),
    .integer("cushions", \.cushions, 0...4, "scatter cushions"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, height) }

  public var solids: [Solid] {
    frame + seatCushions + backCushions + arms + feet + scatter
  }

  private var seatHeight: Double { 0.43 }
  private var foot: Double { base == .plinth ? 0.03 : base == .sled ? 0.14 : 0.13 }
  private var armWidth: Double {
    switch arm {
    case .track: 0.16
    case .round: 0.2
    case .slope: 0.13
    case .none: 0.02
    }
  }
  private var armHeight: Double { arm == .none ? seatHeight - 0.1 : min(0.6, height - 0.14) }
  private var inner: Double { width - 2 * armWidth }
  private var front: Double { depth / 2 }
  private var backThickness: Double { 0.17 }

  private var frame: [Solid] {
    [
      .block(
        (-width / 2 + 0.01)...(width / 2 - 0.01), (-front + 0.02)...(front - 0.03),
        foot...(seatHeight - 0.15),
        .textile, corner: 0.03, edge: 0.02),
      .block(
        (-inner / 2 - 0.04)...(inner / 2 + 0.04), -front...(-front + backThickness), foot...(height - 0.05),
        .textile, corner: 0.04, edge: 0.04),
    ]
  }

  private var seatCushions: [Solid] {
    spread(seats, over: inner).map { x, w in
      Solid(
        center: Vector3(x, (backThickness - 0.005) / 2, seatHeight - 0.08),
        half: Vector3(w / 2 - 0.006, (depth - backThickness + 0.005) / 2, 0.085), corner: 0.045, edge: 0.055,
        crown: 0.022, .textile)
    }
  }

  private var backCushions: [Solid] {
    spread(seats, over: inner).map { x, w in
      .cushion(
        center: Vector3(x, -front + backThickness + 0.085, (seatHeight + height) / 2 + 0.012),
        size: Vector3(w - 0.02, height - seatHeight + 0.03, 0.2), frame: .lean(99), .textile)
    }
  }

  private var arms: [Solid] {
    guard arm != .none else { return [] }
    return [-1.0, 1.0].flatMap { side -> [Solid] in
      let outer = side * width / 2, inside = side * (width / 2 - armWidth)
      let x = min(outer, inside)...max(outer, inside)
      switch arm {
      case .round: return roundArm(x)
      case .slope:
        return [
          Solid(
            center: Vector3((x.lowerBound + x.upperBound) / 2, 0.005, (foot + armHeight) / 2),
            half: Vector3(armWidth / 2, front - 0.015, (armHeight - foot) / 2), corner: 0.05, edge: 0.05,
            taper: 0.94, frame: .roll(side * 4), .textile)
        ]
      default:
        return [.block(x, -front...(front - 0.01), foot...armHeight, .textile, corner: 0.035, edge: 0.03)]
      }
    }
  }

  private func roundArm(_ x: ClosedRange<Double>) -> [Solid] {
    let middle = (x.lowerBound + x.upperBound) / 2
    let radius = armWidth / 2
    return [
      .block(
        (x.lowerBound + 0.025)...(x.upperBound - 0.025), -front...(front - 0.02), foot...(armHeight - radius),
        .textile, corner: 0.03, edge: 0.01),
      .rod(
        Vector3(middle, -front, armHeight - radius), Vector3(middle, front - 0.012, armHeight - radius),
        radius: radius, .textile
      ).softened(0.02),
    ]
  }

  private var feet: [Solid] {
    let (x, y) = (width / 2 - 0.12, front - 0.12)
    switch base {
    case .plinth:
      return [
        .block(
          (-width / 2 + 0.05)...(width / 2 - 0.05), (-front + 0.06)...(front - 0.08), 0...foot, .darkTimber)
      ]
    case .legs:
      return [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)].map { i, j in
        .rod(
          Vector3(i * x, j * y, foot + 0.01), Vector3(i * (x + 0.02), j * (y + 0.02), 0), radius: 0.025,
          end: 0.014, .timber)
      }
    case .sled:
      return [-1.0, 1.0].flatMap { i -> [Solid] in
        [
          .block((i * x - 0.012)...(i * x + 0.012), -y...y, 0...0.012, .darkMetal),
          .block((i * x - 0.012)...(i * x + 0.012), -y...(-y + 0.012), 0...foot, .darkMetal),
          .block((i * x - 0.012)...(i * x + 0.012), (y - 0.012)...y, 0...foot, .darkMetal),
        ]
      }
    }
  }

  private var scatter: [Solid] {
    // From the ends inwards, left and right in turn, the second of a side a little smaller.
    (0..<cushions).map { i in
      let side = i % 2 == 0 ? -1.0 : 1.0
      let row = Double(i / 2)
      let x = side * (inner / 2 - 0.24 - row * 0.3)
      let s = 0.46 - row * 0.06
      return .cushion(
        center: Vector3(x, -front + backThickness + 0.24 + row * 0.05, seatHeight + s / 2 - 0.01),
        size: Vector3(s, s, 0.15), frame: Frame3.lean(112 + row * 4).then(.yaw(-side * 14)),
        row == 0 ? .accent : .linen)
    }
  }
}
