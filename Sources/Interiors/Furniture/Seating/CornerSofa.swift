import Parameters

/// Which end carries the long seat, seen from the front.
enum SofaSide: String, ParameterOption { case left, right }

/// A low sofa with a long seat at one end.
public struct CornerSofa: FurniturePiece {
  public static let name = "corner-sofa"
  public static let summary = "a low modular sofa with a long seat at one end"
  public static let use = FurnitureUse.sofa
  public static let styles = ["modern", "loft", "calm"]

  var width = 2.9
  var depth = 1.65
  var seatDepth = 1.0
  var height = 0.72
  var chaise = SofaSide.left

  public static let parameters: [Parameter<CornerSofa>] = [
    .real("width", \.width, 2.2...3.8, unit: "m", "from end to end"),
    .real("depth", \.depth, 1.4...2.2, unit: "m", "of the long seat"),
    .real("seatDepth", \.seatDepth, 0.85...1.15, unit: "m", "of the rest"),
    .real("height", \.height, 0.6...0.9, unit: "m", "to the top of the back"),
    .choice("chaise", \.chaise, "which end is long"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, height) }

  private var side: Double { chaise == .left ? -1 : 1 }
  private var back: Double { -depth / 2 }
  private var seatTop: Double { 0.41 }
  private var chaiseWidth: Double { min(1.05, width * 0.36) }

  /// From the long end inwards, mirrored for the other hand.
  private func part(
    _ from: Double, _ to: Double, _ y: ClosedRange<Double>, _ z: ClosedRange<Double>, corner: Double,
    edge: Double, crown: Double = 0
  ) -> Solid {
    let a = side * (width / 2 - from), b = side * (width / 2 - to)
    return .block(min(a, b)...max(a, b), y, z, .textile, corner: corner, edge: edge, crown: crown)
  }

  public var solids: [Solid] {
    let arm = 0.2, rest = width - chaiseWidth - arm
    let thick = 0.19, front = depth / 2, seatFront = back + seatDepth
    var parts = [
      part(0.02, chaiseWidth, (back + 0.02)...(front - 0.02), 0.07...0.25, corner: 0.04, edge: 0.02),
      part(
        chaiseWidth - 0.02, width - 0.02, (back + 0.02)...(seatFront - 0.02), 0.07...0.25, corner: 0.04,
        edge: 0.02),
      part(0, width, back...(back + thick), 0.07...(height - 0.12), corner: 0.05, edge: 0.05),
      part(width - arm, width, back...(seatFront - 0.01), 0.07...0.56, corner: 0.05, edge: 0.05),
      part(
        0.01, chaiseWidth, (back + thick)...(front - 0.01), 0.24...seatTop, corner: 0.06, edge: 0.06,
        crown: 0.025),
    ]
    for i in 0..<2 {
      let from = chaiseWidth + rest * Double(i) / 2
      parts.append(
        part(
          from, from + rest / 2 - 0.006, (back + thick)...seatFront, 0.24...seatTop, corner: 0.06, edge: 0.06,
          crown: 0.025))
    }
    return parts + backs(chaiseWidth, rest, thick) + feet(seatFront)
  }

  private func backs(_ chaise: Double, _ rest: Double, _ thick: Double) -> [Solid] {
    let cuts = [(0.06, chaise), (chaise, chaise + rest / 2), (chaise + rest / 2, chaise + rest)]
    let cushions = cuts.map { from, to in
      Solid.cushion(
        center: Vector3(
          side * (width / 2 - (from + to) / 2), back + thick + 0.1, (seatTop + height) / 2 + 0.01),
        size: Vector3(to - from - 0.03, height - seatTop + 0.04, 0.21), frame: .upright(leaning: 11), .textile
      )
    }
    let throwPillow = Solid.cushion(
      center: Vector3(side * (width / 2 - chaise - rest + 0.24), back + thick + 0.28, seatTop + 0.2),
      size: Vector3(0.46, 0.44, 0.15), frame: Frame3.upright(leaning: 24).then(.yaw(side * 16)), .accent)
    return cushions + [throwPillow]
  }

  private func feet(_ seatFront: Double) -> [Solid] {
    [
      (0.12, back + 0.12), (0.12, depth / 2 - 0.12), (width - 0.12, back + 0.12),
      (width - 0.12, seatFront - 0.12),
    ].map { from, y in .round(x: side * (width / 2 - from), y: y, 0...0.08, radius: 0.025, .darkTimber) }
  }
}
