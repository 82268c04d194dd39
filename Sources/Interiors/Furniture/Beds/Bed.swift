import Parameters

/// The head end of a bed.
enum Headboard: String, ParameterOption { case upholstered, timber, slats, none }

/// A double or single bed, made.
public struct Bed: FurniturePiece {
  public static let name = "bed"
  public static let summary = "a made bed with a headboard"
  public static let use = FurnitureUse.bed
  public static let styles = ["japandi", "coastal", "hotel", "classic"]

  var width = 1.6
  var length = 2.0
  var headboard = Headboard.timber
  var throwBlanket = true

  public static let parameters: [Parameter<Bed>] = [
    .real("width", \.width, 0.9...2.0, unit: "m", "of the mattress"),
    .real("length", \.length, 1.9...2.2, unit: "m", "of the mattress"),
    .choice("headboard", \.headboard, "the head end"),
    .flag("throw", \.throwBlanket, "a folded throw over the foot"),
  ]

  public init() {}

  private var frameWidth: Double { width + 0.1 }
  private var headDepth: Double { headboard == .none ? 0.02 : headboard == .upholstered ? 0.12 : 0.05 }
  private var headHeight: Double { headboard == .none ? 0.32 : headboard == .upholstered ? 1.15 : 0.95 }

  public var size: Vector3 { Vector3(frameWidth, length + headDepth + 0.08, max(headHeight, 0.66)) }

  private var back: Double { -size.y / 2 }
  private var foot: Double { size.y / 2 }

  public var solids: [Solid] {
    let w = frameWidth / 2, m = width / 2
    let head = back + headDepth
    var parts: [Solid] = [
      .block(-w...w, (head - 0.01)...foot, 0.14...0.27, .timber, corner: 0.02, edge: 0.012),
      .block(-m...m, head...(foot - 0.03), 0.24...0.46, .linen, corner: 0.06, edge: 0.05),
      duvet(m, head),
      .block(
        (-m - 0.035)...(m + 0.035), (head + 0.5)...(head + 0.74), 0.3...0.555, .linen, corner: 0.05,
        edge: 0.05),
    ]
    if throwBlanket {
      parts.append(
        .block(
          (-m - 0.045)...(m + 0.045), (foot - 0.66)...(foot - 0.24), 0.26...0.552, .accent, corner: 0.03,
          edge: 0.04))
    }
    return parts + pillows(m, head) + headParts(w)
      + fourLegs(x: w - 0.08, y: foot - 0.1, top: 0.15, radius: 0.03, foot: 0.022, .timber)
  }

  private func duvet(_ m: Double, _ head: Double) -> Solid {
    .block(
      (-m - 0.03)...(m + 0.03), (head + 0.52)...(foot - 0.015), 0.27...0.54, .textile, corner: 0.08,
      edge: 0.07,
      crown: 0.02)
  }

  private func pillows(_ m: Double, _ head: Double) -> [Solid] {
    let count = width > 1.2 ? 2 : 1
    return spread(count, over: 2 * m).flatMap { x, w in
      [
        .cushion(
          center: Vector3(x, head + 0.13, 0.62), size: Vector3(min(0.72, w - 0.06), 0.44, 0.17),
          frame: .upright(leaning: 30), .linen),
        .cushion(
          center: Vector3(x, head + 0.34, 0.55), size: Vector3(min(0.68, w - 0.1), 0.42, 0.15),
          frame: .upright(leaning: 58), .textile),
      ]
    }
      + (count == 2
        ? [
          .cushion(
            center: Vector3(0, head + 0.44, 0.63), size: Vector3(0.5, 0.3, 0.13),
            frame: .upright(leaning: 38), .accent)
        ] : [])
  }

  private func headParts(_ w: Double) -> [Solid] {
    switch headboard {
    case .none: return []
    case .timber:
      return [.block(-w...w, back...(back + 0.04), 0.1...headHeight, .timber, corner: 0.01, edge: 0.012)]
    case .upholstered:
      return spread(4, over: 2 * w).map { x, part in
        Solid(
          center: Vector3(x, back + 0.055, 0.16 + (headHeight - 0.16) / 2),
          half: Vector3(part / 2 - 0.003, (headHeight - 0.16) / 2, 0.055), corner: 0.05, edge: 0.045,
          crown: 0.01,
          frame: .upright(), .textile)
      }
    case .slats:
      let posts = spread(13, over: 2 * w - 0.04).map { x, _ in
        Solid.round(x: x, y: back + 0.025, 0.2...(headHeight - 0.03), radius: 0.009, .timber)
      }
      return posts + [
        .block(
          -w...w, (back + 0.004)...(back + 0.046), (headHeight - 0.06)...headHeight, .timber, corner: 0.012,
          edge: 0.014)
      ]
    }
  }
}
