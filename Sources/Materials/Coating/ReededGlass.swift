import CVector
import Color
import Geometry
import Parameters
import Raster

/// Reeded glass: upright flutes, each a lens that gathers the room behind into a stripe.
public struct ReededGlass: Material {
  public static let name = "reeded-glass"
  public static let summary = "ribbed glass: upright flutes that gather the room behind into stripes"
  public static let color = SRGB(hex: "#c3d2cd")!
  public static let detail = 4.0
  public static let sampleSide = 130.0

  var flute = 12.0
  var frost = 0.2
  var view = 0.5

  public static let parameters: [Parameter<ReededGlass>] = [
    .real("flute", \.flute, 4...30, scale: .log, unit: "mm", "width of a flute"),
    .real("frost", \.frost, 0...1, "from clear to frosted"),
    .real("view", \.view, 0...1, "how much is seen of what is behind"),
  ]

  public init() {}

  public var tile: Size { Size(flute * 24, flute * 24) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: ReededSurface(self, job))
  }
}

private struct ReededSurface: Surface {
  let ground: Tone
  let shade: Tone
  let glow: Tone
  let glass: ReededGlass
  let room: LatticeNoise
  let grain: LatticeNoise

  init(_ glass: ReededGlass, _ job: MaterialJob) {
    self.glass = glass
    ground = Tone(job.color ?? ReededGlass.color)
    shade = ground.moved(-0.30, chroma: 1.5)
    glow = ground.moved(0.13, chroma: 0.6)
    room = LatticeNoise(columns: 3, rows: 2, seed: job.seed("room"))
    grain = LatticeNoise(columns: 24 * 12, rows: 24 * 12, seed: job.seed("grain"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let flute = Float(glass.flute)
    let x = spot.x * (1 / flute), y = spot.y * (1 / flute)
    let u = fraction(x) - 0.5
    // A ray through the flute's flank is bent the further out it passes: the view is mirrored and widened.
    let bend = u * -5.5
    let (p, q) = ((x + bend) * (1.0 / 8), y * (1.0 / 12))
    let sharp = 1 - Float(glass.frost) * 0.7
    let behind = room.gradient(p, q) * 0.9 + room.finer.gradient(p * 2 + 0.3, q * 2) * 0.75 * sharp
    var texel = Texel(ground, gloss: 0.9 - Float(glass.frost) * 0.6)
    let seen = Float(glass.view)
    texel.lay(shade, unit(behind * 1.2) * seen)
    texel.lay(glow, unit(behind * -1.2) * seen)
    let off = magnitude(u) * 2
    // The valley between flutes is dark, and bright right beside.
    texel.lay(shade, ramp(0.86, 1, off) * 0.75)
    texel.lay(glow, ramp(0.62, 0.80, off) * ramp(0.92, 0.80, off) * 0.6)
    let frost = grain.fractal(x * 12, y * 12, octaves: 3, gain: 0.8)
    texel.lightness += frost * 0.035 * Float(glass.frost)
    texel.height = root(positive(1.15 - off * off)) * flute * 0.16 + frost * 0.05 * Float(glass.frost)
    return texel
  }
}
