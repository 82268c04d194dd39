import CVector
import Color
import Geometry
import Parameters
import Raster

/// Blackened steel: blue-black patina over rolled sheet, wiped and waxed.
public struct BlackenedSteel: Material {
  public static let name = "blackened-steel"
  public static let summary = "blackened steel: a blue-black patina in clouds and wipes, waxed"
  public static let color = SRGB(hex: "#3c4046")!
  public static let detail = 2.5
  public static let sampleSide = 240.0

  var patina = 0.6
  var wipes = 0.5
  var rust = 0.15

  public static let parameters: [Parameter<BlackenedSteel>] = [
    .real("patina", \.patina, 0...1, "how uneven the blackening is"),
    .real("wipes", \.wipes, 0...1, "traces of wiping"),
    .real("rust", \.rust, 0...1, "brown bloom"),
  ]

  public init() {}

  public var tile: Size { Size(600, 600) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, isMetal: true, of: SteelSurface(self, job))
  }
}

private struct SteelSurface: Surface {
  let ground: Tone
  let bare: Tone
  let black: Tone
  let rust: Tone
  let steel: BlackenedSteel
  let noise: LatticeNoise
  let wipes: Slant

  init(_ steel: BlackenedSteel, _ job: MaterialJob) {
    self.steel = steel
    ground = Tone(job.color ?? BlackenedSteel.color)
    bare = ground.moved(0.15, chroma: 0.8, yellow: 0.006)
    black = ground.moved(-0.14, chroma: 1.2, yellow: -0.012)
    rust = ground.moved(0.01, red: 0.03, yellow: 0.045)
    noise = LatticeNoise(columns: 5, rows: 5, seed: job.seed("patina"))
    wipes = Slant(1, 3, side: 600, width: 2.2, length: 150, seed: job.seed("wipes"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let (x, y) = (spot.x * (1.0 / 120), spot.y * (1.0 / 120))
    let bend = noise.warped(x, y, reach: 0.8, octaves: 4)
    let cloud = noise.fractal(bend.x, bend.y, octaves: 6, gain: 0.56)
    let scale = noise.finer.finer.fractal(bend.x * 4 + 3, bend.y * 4, octaves: 4, gain: 0.65)
    let at = wipes.cells(spot.x, spot.y)
    let wipe = wipes.noise.fractal(at.x, at.y, octaves: 3, gain: 0.6)
    let strength = Float(steel.patina)
    var texel = Texel(ground, gloss: 0.45)
    texel.lay(black, unit(cloud * 2.4 + scale * 0.5) * strength)
    texel.lay(bare, unit(cloud * -2.0 - 0.12 + scale * 0.9) * strength * 0.8)
    texel.lightness += scale * 0.035 * strength + wipe * 0.05 * Float(steel.wipes)
    let bloom = ramp(0.05, 0.5, noise.fractal(bend.x + 2.2, bend.y + 4.1, octaves: 6, gain: 0.6))
    texel.lay(rust, bloom * Float(steel.rust))
    let dots = noise.finer.finer.finer.finer.cells(x * 16, y * 16)
    let pit = ramp(0.2, 0.08, dots.first) * unit((number(dots.id, 1) - 0.97) * 30)
    texel.lightness -= pit * 0.06
    texel.height = scale * 0.06 + wipe * 0.02 * Float(steel.wipes) - pit * 0.1
    texel.gloss += wipe * 0.15 - bloom * 0.2
    return texel
  }
}
