import CVector
import Color
import Geometry
import Parameters
import Raster

/// Marble: a clouded ground with veins of several sizes that run one way and branch.
public struct Marble: Material {
  public static let name = "marble"
  public static let summary = "polished marble: bold veins that run one way, fine ones that branch from them"
  public static let color = SRGB(hex: "#eceae6")!
  public static let detail = 1.5
  public static let sampleSide = 480.0

  var veins = 0.6
  var fineness = 0.55
  var scale = 200.0
  var warmth = 0.25

  public static let parameters: [Parameter<Marble>] = [
    .real("veins", \.veins, 0...1, "how bold the large veins are"),
    .real("fineness", \.fineness, 0...1, "how many fine veins there are"),
    .real("scale", \.scale, 100...500, scale: .log, unit: "mm", "distance between large veins"),
    .real("warmth", \.warmth, 0...1, "from grey veins to golden ones"),
  ]

  public init() {}

  /// Whole cells of the lattice, so that the repeat follows the scale.
  public var tile: Size { Size(scale * 4, scale * 4) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: MarbleSurface(self, job))
  }
}

private struct MarbleSurface: Surface {
  let ground: Tone
  let cloud: Tone
  let vein: Tone
  let gold: Tone
  let bold: Float
  let fine: Float
  let scale: Float
  let large: LatticeNoise
  let middle: LatticeNoise
  let small: LatticeNoise

  init(_ marble: Marble, _ job: MaterialJob) {
    ground = Tone(job.color ?? Marble.color)
    let isDark = ground.lightness < 0.45
    cloud = ground.moved(isDark ? 0.05 : -0.055, chroma: 1.1)
    vein = ground.moved(isDark ? 0.46 : -0.36, chroma: 0.8, yellow: 0.01 * Float(marble.warmth))
    gold = ground.moved(
      isDark ? 0.34 : -0.24, red: 0.022 * Float(marble.warmth), yellow: 0.075 * Float(marble.warmth))
    (bold, fine, scale) = (Float(marble.veins), Float(marble.fineness), Float(marble.scale))
    large = LatticeNoise(columns: 4, rows: 4, seed: job.seed("large"))
    middle = LatticeNoise(columns: 8, rows: 8, seed: job.seed("middle"))
    small = LatticeNoise(columns: 16, rows: 16, seed: job.seed("small"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let (x, y) = (spot.x * (1 / scale), spot.y * (1 / scale))
    // Folded strata: the domain is warped widely, then finely.
    let wide = large.warped(x, y, reach: 0.95, octaves: 4)
    var texel = Texel(ground, gloss: 0.94)
    let clouds = large.fractal(wide.x + 5.5, wide.y + 2.25, octaves: 5)
    texel.lay(cloud, unit(fma(clouds, 1.7, 0.35)))
    let depth = ramp(-0.25, 0.35, large.gradient(x + 1.3, y + 7.7))
    let main = crease(large, wide.x + wide.y, wide.y, width: 0.030, haze: 0.20)
    let tint = ramp(-0.1, 0.35, large.gradient(wide.x + 3.1, wide.y + 0.4))
    texel.lay(cloud, main.haze * (depth * 0.55 + 0.25) * bold)
    texel.lay(gold, main.haze * main.haze * tint * depth * 0.8 * bold)
    texel.lay(vein, main.line * (depth * 0.8 + 0.22) * bold)
    let next = small.warped(wide.x * 4, wide.y * 4, reach: 0.7, octaves: 3)
    let branch = crease(middle, (next.x + next.y) * 0.5, next.y * 0.5, width: 0.022, haze: 0.12)
    let near = ramp(0, 0.75, main.haze) * 0.75 + 0.25
    texel.lay(vein, branch.line * near * (0.40 + depth * 0.5) * fine)
    let thread = crease(small, next.x, next.y + 3, width: 0.014, haze: 0.1)
    texel.lay(gold, thread.line * near * 0.7 * fine)
    return texel
  }

  /// Where noise crosses zero: a thin line of uneven width, and a haze around it.
  @inline(__always)
  private func crease(
    _ noise: LatticeNoise, _ x: Lanes, _ y: Lanes, width: Float, haze: Float
  ) -> (line: Lanes, haze: Lanes) {
    let field = noise.gradient(x, y)
    let uneven = noise.gradient(x * 2 + 9, y * 2 + 4) * 0.75 + 0.9
    let off = magnitude(field)
    let line = unit(1.15 - off / (positive(uneven) * width + 0.003))
    return (line, square(unit(1 - off * (1 / haze))))
  }
}
