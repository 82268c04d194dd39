import CVector
import Color
import Geometry
import Parameters
import Raster

/// Clay plaster drawn with a notched comb while wet: round grooves that sway, fork and join.
public struct CombedPlaster: Material {
  public static let name = "combed-plaster"
  public static let summary = "clay plaster drawn with a comb: round grooves that sway, fork and join"
  public static let color = SRGB(hex: "#c9b199")!
  public static let detail = 2.0
  public static let sampleSide = 320.0

  var groove = 13.0
  var depth = 0.5
  var sway = 0.5
  var sand = 0.5

  public static let parameters: [Parameter<CombedPlaster>] = [
    .real("groove", \.groove, 7...30, scale: .log, unit: "mm", "from groove to groove"),
    .real("depth", \.depth, 0.15...1, "depth of the grooves"),
    .real("sway", \.sway, 0...1, "how far the comb wanders"),
    .real("sand", \.sand, 0...1, "grains in the clay"),
  ]

  public init() {}

  /// Grooves to a cell of the noise.
  static let waves = 4.0

  public var tile: Size { Size(groove * Self.waves * 12, groove * Self.waves * 12) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: CombedSurface(self, job))
  }
}

private struct CombedSurface: Surface {
  let ground: Tone
  let deep: Tone
  let plaster: CombedPlaster
  let comb: LatticeNoise
  let sway: LatticeNoise
  let sand: LatticeNoise

  init(_ plaster: CombedPlaster, _ job: MaterialJob) {
    self.plaster = plaster
    ground = Tone(job.color ?? CombedPlaster.color)
    deep = ground.moved(-0.10, chroma: 1.15)
    comb = LatticeNoise(columns: 12, rows: 12, seed: job.seed("comb"))
    sway = LatticeNoise(columns: 3, rows: 3, seed: job.seed("sway"))
    sand = LatticeNoise(columns: 480, rows: 480, seed: job.seed("sand"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let groove = Float(plaster.groove)
    let scale = 1 / (groove * Float(CombedPlaster.waves))
    let (x, y) = (spot.x * scale, spot.y * scale)
    // Turns of half a circle: the direction across the grooves leans to both sides of upright.
    let lean = sway.fractal(x * 0.25, y * 0.25, octaves: 2) * (0.25 + Float(plaster.sway) * 0.6)
    let (ux, uy) = (sinPi(lean), sinPi(lean + 0.5))
    let phase = comb.phasor(x, y, frequency: Float(CombedPlaster.waves), ux: ux, uy: uy)
    let grain = sand.fractal(x * 40, y * 40, octaves: 3, gain: 0.75)
    let cloud = sway.fractal(x * 0.25 + 1, y * 0.25, octaves: 5)
    // Round crowns and narrow valleys, as a comb's teeth leave them.
    let crown = root(unit(fma(phase.sine, 0.5, 0.52)))
    var texel = Texel(ground, gloss: 0.05)
    texel.lay(deep, square(1 - crown) * (0.35 + 0.5 * Float(plaster.depth)))
    let roughness = 0.25 + Float(plaster.sand)
    texel.lightness += (grain * 0.022 + cloud * 0.02) * roughness
    texel.height = crown * groove * 0.20 * Float(plaster.depth) + grain * 0.14 * roughness + cloud * 0.6
    return texel
  }
}
