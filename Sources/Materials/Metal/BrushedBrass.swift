import CVector
import Color
import Geometry
import Parameters
import Raster

/// Brushed metal: fine scratches all one way.
public struct BrushedBrass: Material {
  public static let name = "brushed-brass"
  public static let summary = "brushed brass: fine scratches one way, soft bands of light across them"
  public static let color = SRGB(hex: "#c9a45c")!
  public static let detail = 6.0
  public static let sampleSide = 100.0

  var scratches = 0.5
  var length = 70.0
  var bands = 0.5
  var tarnish = 0.15

  public static let parameters: [Parameter<BrushedBrass>] = [
    .real("scratches", \.scratches, 0.1...1, "how deep scratches are"),
    .real("length", \.length, 15...120, scale: .log, unit: "mm", "length of a scratch"),
    .real("bands", \.bands, 0...1, "bands of light along the brushing"),
    .real("tarnish", \.tarnish, 0...1, "how far it has darkened in clouds"),
  ]

  public init() {}

  public var tile: Size { Size(320, 240) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, isMetal: true, of: BrassSurface(self, job))
  }
}

private struct BrassSurface: Surface {
  let ground: Tone
  let dark: Tone
  let brass: BrushedBrass
  let hairs: LatticeNoise
  let wide: LatticeNoise

  init(_ brass: BrushedBrass, _ job: MaterialJob) {
    self.brass = brass
    ground = Tone(job.color ?? BrushedBrass.color)
    dark = ground.moved(-0.16, chroma: 0.8, red: 0.008)
    hairs = LatticeNoise(
      columns: max(1, Int((320 / brass.length).rounded())), rows: 240 * 4, seed: job.seed("scratches"))
    wide = LatticeNoise(columns: 2, rows: 3, seed: job.seed("bands"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let across = Float(max(1, Int((320 / brass.length).rounded()))) / 320
    let x = spot.x * across
    let fine = hairs.gradient(x, spot.y * 4) * 0.6 + hairs.finer.gradient(x * 2 + 7, spot.y * 8) * 0.55
    let coarse = hairs.gradient(x * 1 + 3, spot.y * 1)
    let (p, q) = (spot.x * (1.0 / 160), spot.y * (1.0 / 80))
    let sway = wide.fractal(p * 1.0, q, octaves: 2) * 0.5
    let band = wide.fractal(p * 0.0 + sway * 0.3 + 0.5, q + sway * 0.25, octaves: 3, gain: 0.6)
    let cloud = wide.finer.fractal(p * 2 + 1.5, q * 2, octaves: 5)
    var texel = Texel(ground, gloss: 0.55)
    let depth = Float(brass.scratches)
    texel.lightness += (fine * 0.055 + coarse * 0.022) * (0.3 + depth) + band * 0.12 * Float(brass.bands)
    texel.lay(dark, unit(cloud * 1.4 + 0.2) * Float(brass.tarnish))
    texel.height = (fine * 0.012 + coarse * 0.014) * depth
    texel.gloss += band * 0.2 - fine * 0.05
    return texel
  }
}
