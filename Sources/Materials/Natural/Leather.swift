import CVector
import Color
import Geometry
import Parameters
import Raster

/// Grained leather: pebbles between fine creases, drawn out along wrinkles.
public struct Leather: Material {
  public static let name = "leather"
  public static let summary = "grained leather: pebbles between fine creases, with wrinkles and pores"
  public static let color = SRGB(hex: "#8a4f2d")!
  public static let detail = 6.0
  public static let sampleSide = 80.0

  var grain = 1.9
  var depth = 0.6
  var wrinkles = 0.5
  var patina = 0.5
  var gloss = 0.5

  public static let parameters: [Parameter<Leather>] = [
    .real("grain", \.grain, 0.8...5, scale: .log, unit: "mm", "size of a pebble"),
    .real("depth", \.depth, 0.1...1, "depth of the creases"),
    .real("wrinkles", \.wrinkles, 0...1, "how wrinkled it is"),
    .real("patina", \.patina, 0...1, "how far its tone has worn uneven"),
    .real("gloss", \.gloss, 0...0.9, "from nubuck to polished"),
  ]

  public init() {}

  public var tile: Size { Size(grain * 96, grain * 96) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: LeatherSurface(self, job))
  }
}

private struct LeatherSurface: Surface {
  let ground: Tone
  let worn: Tone
  let crease: Tone
  let leather: Leather
  let pebbles: LatticeNoise
  let hide: LatticeNoise

  init(_ leather: Leather, _ job: MaterialJob) {
    self.leather = leather
    ground = Tone(job.color ?? Leather.color)
    worn = ground.moved(0.07, chroma: 1.05, yellow: 0.01)
    crease = ground.moved(-0.14, chroma: 0.9)
    pebbles = LatticeNoise(columns: 96, rows: 96, seed: job.seed("pebbles"))
    hide = LatticeNoise(columns: 6, rows: 6, seed: job.seed("hide"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let grain = Float(leather.grain)
    let (x, y) = (spot.x * (1 / grain), spot.y * (1 / grain))
    let (p, q) = (x * (1.0 / 16), y * (1.0 / 16))
    // Skin is stretched one way here, another there: pebbles are drawn out with it.
    let pull = hide.warped(p, q, reach: 0.16, octaves: 4)
    let (u, v) = (pull.x * 16, pull.y * 16)
    let found = pebbles.cells(u, v, jitter: 0.85)
    let ridge = found.second - found.first
    let round = ramp(0, 0.42, ridge)
    let small = pebbles.finer.cells(u * 2 + 0.3, v * 2, jitter: 0.9)
    let little = ramp(0, 0.35, small.second - small.first)
    let folds = hide.finer.ridged(pull.x * 2, pull.y * 2 + p * 2, octaves: 3)
    let wrinkle = ramp(0.78, 0.97, folds) * Float(leather.wrinkles)
    let fine = pebbles.finer.finer.fractal(u * 4, v * 4, octaves: 2, gain: 0.7)
    let cloud = hide.fractal(p + 2, q + 5, octaves: 4)
    var texel = Texel(ground, gloss: Float(leather.gloss))
    let high = round * 0.72 + little * 0.28
    texel.lay(worn, unit(cloud * 1.4 + high * 0.25 - 0.1) * Float(leather.patina))
    texel.lay(crease, (1 - high) * 0.55 * (0.4 + Float(leather.depth)) + wrinkle * 0.5)
    texel.lightness += signed(found.id, 1) * 0.014 + fine * 0.012 + cloud * 0.03 * Float(leather.patina)
    let pore = ramp(0.16, 0.08, small.first) * unit((number(small.id, 3) - 0.86) * 9)
    texel.lay(crease, pore * 0.7)
    let depth = Float(leather.depth) * grain
    texel.height = (round * 0.17 + little * 0.06 + fine * 0.012 - pore * 0.1) * depth - wrinkle * 0.28 * grain
    texel.gloss -= (1 - high) * 0.3
    return texel
  }
}
