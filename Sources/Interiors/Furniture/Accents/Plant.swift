import Elementary
import Parameters

/// How a plant grows.
enum PlantHabit: String, ParameterOption { case fig, palm, snake }

/// A plant in a pot.
public struct Plant: FurniturePiece {
  public static let name = "plant"
  public static let summary = "a plant in a pot"
  public static let use = FurnitureUse.plant
  public static let styles = ["coastal", "japandi", "mid-century", "loft"]

  var height = 1.4
  var width = 0.7
  var habit = PlantHabit.fig
  var leaves = 26

  public static let parameters: [Parameter<Plant>] = [
    .real("height", \.height, 0.4...2.2, unit: "m", "to the highest leaf"),
    .real("width", \.width, 0.3...1.2, unit: "m", "across the leaves"),
    .choice("habit", \.habit, "how it grows"),
    .integer("leaves", \.leaves, 10...40, "how many leaves"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, width, height) }

  private var pot: Double { min(0.34, height * 0.26) }
  private var potRadius: Double { min(0.19, max(0.09, width * 0.26)) }

  public var solids: [Solid] {
    let vessel: [Solid] = [
      .round(0...pot, radius: potRadius * 0.82, top: potRadius, edge: 0.014, .ceramic),
      .round((pot - 0.012)...(pot + 0.002), radius: potRadius * 0.9, .soil),
    ]
    switch habit {
    case .fig: return vessel + stems + figLeaves
    case .palm: return vessel + fronds
    case .snake: return vessel + blades
    }
  }

  /// The golden angle spreads leaves evenly whatever their number.
  private func turn(_ i: Int) -> Double { Double(i) * 137.50776 }

  private var stems: [Solid] {
    [-1.0, 0, 1.0].map { s in
      .rod(
        Vector3(s * 0.03, 0, pot),
        Vector3(s * width * 0.16, abs(s) * width * 0.08, height * (0.86 - abs(s) * 0.14)),
        radius: 0.012, end: 0.006, .darkTimber)
    }
  }

  private var figLeaves: [Solid] {
    (0..<leaves).map { i in
      let t = (Double(i) + 0.5) / Double(leaves)
      let z = pot + 0.12 + (height - pot - 0.2) * t
      // Fullest in the upper middle.
      let reach = width / 2 * (0.35 + 0.65 * (1 - (1.6 * t - 0.9) * (1.6 * t - 0.9)))
      let long = min(0.13, width * 0.17) * (0.8 + 0.4 * Double(i * 5 % 7) / 6)
      return leaf(
        turn(i), out: max(0.04, reach - long), z: z, long: long, wide: long * 1.15,
        droop: 30 + 30 * Double(i * 3 % 5) / 4)
    }
  }

  private var fronds: [Solid] {
    (0..<leaves).flatMap { i -> [Solid] in
      let t = (Double(i) + 0.5) / Double(leaves)
      let long = (height - pot) * (0.62 + 0.36 * t)
      let tilt = 62 - 46 * t
      return blade(
        turn(i), long: min(long, width / 2 / max(0.2, Exact.sin(tilt * Double.pi / 180)) * 0.98), wide: 0.022,
        tilt: tilt)
    }
  }

  private var blades: [Solid] {
    (0..<leaves).flatMap { i -> [Solid] in
      let t = (Double(i) + 0.5) / Double(leaves)
      return blade(
        turn(i), long: (height - pot) * (0.55 + 0.45 * Double(i * 7 % 10) / 10), wide: 0.028,
        tilt: 4 + 12 * t, from: potRadius * 0.6 * t)
    }
  }

  /// A leaf at the end of its way from the stem, hanging a little.
  private func leaf(_ degrees: Double, out: Double, z: Double, long: Double, wide: Double, droop: Double)
    -> Solid
  {
    let way = Frame3.yaw(degrees)
    let center = way.apply(Vector3(0, out, 0)) + Vector3(0, 0, z)
    return Solid(
      center: center, half: Vector3(wide / 2, long, 0.004), corner: wide / 2, edge: 0.003,
      frame: Frame3.lean(-droop).then(way), .leaf)
  }

  /// A long leaf out of the pot: an upright half and one that bends outwards.
  private func blade(_ degrees: Double, long: Double, wide: Double, tilt: Double, from: Double = 0.02)
    -> [Solid]
  {
    let way = Frame3.yaw(degrees)
    let start = way.apply(Vector3(0, from, 0)) + Vector3(0, 0, pot - 0.01)
    func piece(_ start: Vector3, _ lean: Double, _ long: Double, _ wide: Double) -> (Solid, Vector3) {
      let frame = Frame3.lean(90 - lean).then(way)
      let end = start + frame.y * long
      return (
        Solid(
          center: (start + end) * 0.5, half: Vector3(wide, long / 2 + wide * 0.5, 0.004), corner: wide,
          edge: 0.003, frame: frame, .leaf),
        end
      )
    }
    let (lower, joint) = piece(start, tilt * 0.7, long * 0.55, wide)
    let (upper, _) = piece(joint, min(88, tilt * 1.5), long * 0.47, wide * 0.8)
    return [lower, upper]
  }
}
