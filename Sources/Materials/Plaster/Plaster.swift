import CVector
import Color
import Geometry
import Parameters
import Raster

/// Lime plaster finished with a steel trowel: overlapping sweeps, each pressed a little differently.
public struct Plaster: Material {
  public static let name = "plaster"
  public static let summary =
    "trowelled lime plaster: overlapping sweeps with soft ridges where the blade lifted"
  public static let color = SRGB(hex: "#d9cfc0")!
  public static let detail = 1.5
  public static let sampleSide = 500.0

  var sweep = 190.0
  var relief = 1.0
  var depth = 0.5
  var polish = 0.4

  public static let parameters: [Parameter<Plaster>] = [
    .real("sweep", \.sweep, 80...400, scale: .log, unit: "mm", "length of a sweep of the trowel"),
    .real("relief", \.relief, 0.2...2, scale: .log, "how deep the sweeps are"),
    .real("depth", \.depth, 0...1, "how far sweeps differ in tone"),
    .real("polish", \.polish, 0...0.9, "from matt to burnished"),
  ]

  public init() {}

  public var tile: Size { Size(sweep * 6, sweep * 6) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: PlasterSurface(self, job))
  }
}

private struct PlasterSurface: Surface {
  let ground: Tone
  let plaster: Plaster
  let sweep: Float
  let noise: LatticeNoise
  let sweeps: LatticeNoise

  init(_ plaster: Plaster, _ job: MaterialJob) {
    self.plaster = plaster
    sweep = Float(plaster.sweep)
    ground = Tone(job.color ?? Plaster.color)
    noise = LatticeNoise(columns: 6, rows: 6, seed: job.seed("clouds"))
    sweeps = LatticeNoise(columns: 6, rows: 9, seed: job.seed("sweeps"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let (x, y) = (spot.x * (1 / sweep), spot.y * (1 / sweep))
    let cloud = noise.fractal(x + 0.5, y, octaves: 5, gain: 0.5)
    let sand = noise.finer.finer.finer.finer.finer.fractal(x * 32, y * 32, octaves: 3, gain: 0.7)
    var texel = Texel(ground, gloss: Float(plaster.polish))
    texel.lightness += cloud * 0.05 * (0.4 + Float(plaster.depth)) + sand * 0.007
    texel.height = cloud * 1.2 + sand * 0.035
    lay(&texel, sweeps, x, y, weight: 1)
    lay(&texel, sweeps.finer, x * 2 + 0.25, y * 2 + 0.5, weight: 0.5)
    return texel
  }

  /// Each cell is a sweep: a plane tilted as the blade was, scratched along an arc, with a lip on one side.
  @inline(__always)
  private func lay(_ texel: inout Texel, _ noise: LatticeNoise, _ x: Lanes, _ y: Lanes, weight: Float) {
    let bend = noise.warped(x, y * 1.5, reach: 0.35, octaves: 3)
    let found = noise.cells(bend.x, bend.y, jitter: 0.95)
    let (tilt, turn) = (signed(found.id, 1), signed(found.id, 2))
    // The blade's way: an arc around a far centre, another for each sweep.
    let slope = found.dx * turn + found.dy * (1 - magnitude(turn) * 0.5)
    let arc = slope + square(found.dx) * tilt * 0.35
    let scratch = noise.finer.finer.finer.seeded(found.id).gradient(arc * 26, found.dx * 2)
    let fine = noise.seeded(found.id).gradient(arc * 70 + 9, found.dx * 3)
    // Not the way to the border, which jumps where the second nearest cell changes.
    let press = ramp(0, 0.5, found.second - found.first)
    let relief = Float(plaster.relief) * weight
    texel.height += (slope * tilt * 2.4 + scratch * 0.08 + fine * 0.045) * press * relief
    let tone = (tilt * 0.5 + slope * turn) * press
    texel.lightness += (tone * 0.05 + scratch * 0.010 * press) * weight * (0.25 + Float(plaster.depth) * 1.5)
    texel.gloss += tilt * 0.14 * press * weight
  }
}
