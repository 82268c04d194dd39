import Parameters

/// How the back of a chair is made.
enum ChairBack: String, ParameterOption { case slats, spindles, panel, shell }

/// A chair for the table.
public struct DiningChair: FurniturePiece {
  public static let name = "dining-chair"
  public static let summary = "a chair for the table, in timber or as an upholstered shell"
  public static let use = FurnitureUse.chair
  public static let styles = ["japandi", "mid-century", "classic"]

  var width = 0.48
  var depth = 0.52
  var height = 0.8
  var back = ChairBack.slats

  public static let parameters: [Parameter<DiningChair>] = [
    .real("width", \.width, 0.42...0.6, unit: "m", "from side to side"),
    .real("depth", \.depth, 0.45...0.62, unit: "m", "from back to front"),
    .real("height", \.height, 0.72...1.0, unit: "m", "to the top of the back"),
    .choice("back", \.back, "how the back is made"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, height) }

  private var front: Double { depth / 2 }
  private var half: Double { width / 2 }

  public var solids: [Solid] {
    switch back {
    case .shell: shell
    default: seat + frame + filling
    }
  }

  private var seat: [Solid] {
    [
      Solid(
        center: Vector3(0, 0.015, 0.445), half: Vector3(half - 0.012, front - 0.03, 0.022), corner: 0.05,
        edge: 0.018,
        crown: 0.005, back == .panel ? .textile : .timber)
    ]
  }

  private var frame: [Solid] {
    let (x, y) = (half - 0.035, front - 0.05)
    return [-1.0, 1.0].flatMap { s -> [Solid] in
      [
        .rod(
          Vector3(s * x, y, 0.44), Vector3(s * (x + 0.015), y + 0.02, 0), radius: 0.017, end: 0.012, .timber),
        .rod(
          Vector3(s * x, -y, 0.44), Vector3(s * (x + 0.015), -y - 0.025, 0), radius: 0.017, end: 0.012,
          .timber),
        .rod(
          Vector3(s * x, -y, 0.42), Vector3(s * x, -front + 0.012, height), radius: 0.016, end: 0.012, .timber
        ),
      ]
    }
  }

  private var filling: [Solid] {
    let w = half - 0.03
    func rail(_ z: Double, _ h: Double, _ finish: Finish = .timber) -> Solid {
      let y = -front + 0.05 - (z - 0.44) / (height - 0.44) * 0.036
      return .block(
        -w...w, (y - 0.009)...(y + 0.009), (z - h / 2)...(z + h / 2), finish, corner: 0.008, edge: 0.008)
    }
    switch back {
    case .spindles:
      let rods = spread(7, over: 2 * w - 0.03).map { x, _ in
        Solid.rod(
          Vector3(x * 0.9, -front + 0.06, 0.45), Vector3(x, -front + 0.018, height - 0.04), radius: 0.006,
          .timber)
      }
      return rods + [rail(height - 0.025, 0.05)]
    case .panel: return [rail((height + 0.58) / 2, height - 0.6, .textile)]
    default:
      let step = (height - 0.56) / 3
      return (0..<3).map { rail(0.58 + step * (Double($0) + 0.5), min(0.055, step * 0.7)) }
    }
  }

  private var shell: [Solid] {
    let upper = height - 0.42
    return [
      Solid(
        center: Vector3(0, 0.02, 0.44), half: Vector3(half, front - 0.02, 0.035), corner: 0.16, edge: 0.034,
        .textile),
      Solid(
        center: Vector3(0, -front + 0.045, 0.42 + upper / 2), half: Vector3(half - 0.01, upper / 2, 0.032),
        corner: 0.15,
        edge: 0.03, frame: .upright(leaning: 8), .textile),
    ]
      + [-1.0, 1.0].map { s in
        Solid(
          center: Vector3(s * (half - 0.02), -front * 0.32, 0.53), half: Vector3(0.026, front * 0.5, 0.08),
          corner: 0.02,
          edge: 0.025, frame: Frame3.lean(-14), .textile)
      }
      + fourLegs(
        x: half - 0.12, y: front - 0.14, top: 0.42, radius: 0.015, foot: 0.01, splay: 0.05, .darkMetal)
  }
}
