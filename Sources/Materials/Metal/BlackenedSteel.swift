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
  let blue: Tone
  let rust: Tone
  let steel: BlackenedSteel
  let noise: LatticeNoise
  let rolling: LatticeNoise
  let runs: LatticeNoise
  let wipes: [Slant]

  init(_ steel: BlackenedSteel, _ job: MaterialJob) {
    self.steel = steel
    ground = Tone(job.color ?? BlackenedSteel.color)
    bare = ground.moved(0.24, chroma: 0.7, yellow: 0.004)
    black = ground.moved(-0.17, chroma: 1.2, yellow: -0.010)
    blue = ground.moved(0.02, chroma: 1.3, red: -0.006, yellow: -0.034)
    rust = ground.moved(0.01, red: 0.03, yellow: 0.045)
    noise = LatticeNoise(columns: 5, rows: 5, seed: job.seed("patina"))
    rolling = LatticeNoise(columns: 240, rows: 3, seed: job.seed("rolling"))
    runs = LatticeNoise(columns: 24, rows: 3, seed: job.seed("runs"))
    wipes = [(1, 3), (1, -2), (3, 1)].enumerated().map { index, way in
      Slant(way.0, way.1, side: 600, width: 1.6, length: 110, seed: job.seed("wipes\(index)"))
    }
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let (x, y) = (spot.x * (1.0 / 120), spot.y * (1.0 / 120))
    let bend = noise.warped(x, y, reach: 0.8, octaves: 4)
    let pool = noise.fractal(bend.x, bend.y, octaves: 6, gain: 0.52)
    let scale = noise.finer.finer.fractal(bend.x * 4 + 3, bend.y * 4, octaves: 4, gain: 0.65)
    // The bath runs down the sheet before it dries.
    let run = runs.fractal(spot.x * (24.0 / 600), spot.y * (3.0 / 600), octaves: 4, gain: 0.6)
    let cloud = pool + run * 0.42
    let grain = rolling.fractal(spot.x * (240.0 / 600), spot.y * (3.0 / 600), octaves: 3, gain: 0.7)
    let strength = Float(steel.patina)
    var texel = Texel(ground, gloss: 0.5)
    texel.lay(black, unit(cloud * 2.4 + scale * 0.4) * strength)
    texel.lay(blue, unit(cloud * -1.6 + 0.25) * unit(cloud * 1.6 + 0.75) * strength)
    texel.lay(bare, unit(cloud * -1.9 - 0.22 + scale * 0.7) * strength * 0.75)
    // Where a pool dried it leaves a dark line, sharp outside and soft within.
    let tide = centred(cloud * 3.1 + 0.2, 1)
    let line = ramp(-0.015, 0.01, tide) * ramp(0.16, 0.015, tide) * unit(scale * 1.5 + 0.6)
    texel.lay(black, line * 0.55 * strength)
    texel.lightness += scale * 0.03 * strength + grain * 0.022
    let bloom = ramp(0.05, 0.5, noise.fractal(bend.x + 2.2, bend.y + 4.1, octaves: 6, gain: 0.6))
    texel.lay(rust, bloom * Float(steel.rust))
    texel.height = scale * 0.05 + grain * 0.03 + pool * 2.6
    scratch(&texel, spot)
    texel.gloss += grain * 0.12 - bloom * 0.2 - line * 0.15
    return texel
  }

  /// Wool and wax leave hair-fine bright arcs in three directions.
  @inline(__always)
  private func scratch(_ texel: inout Texel, _ spot: Spot) {
    let strength = Float(steel.wipes)
    for slant in wipes {
      let at = slant.cells(spot.x, spot.y)
      let hair = slant.noise.gradient(at.x, at.y) + slant.noise.finer.gradient(at.x * 2, at.y * 2) * 0.35
      let bright = ramp(0.66, 0.95, hair)
      texel.lay(bare, bright * 0.22 * strength)
      texel.lightness += hair * 0.008 * strength
      texel.height -= bright * 0.02
    }
  }
}
