import CVector
import Color
import Geometry
import Parameters
import Raster

/// Cotton velvet: a dense pile that darkens or shines with the way it was stroked.
public struct Velvet: Material {
  public static let name = "velvet"
  public static let summary = "cotton velvet: a dense pile, dark and bright where it was stroked to and fro"
  public static let color = SRGB(hex: "#24493f")!
  public static let detail = 3.0
  public static let sampleSide = 170.0

  var sheen = 0.6
  var strokes = 0.6
  var pile = 0.5

  public static let parameters: [Parameter<Velvet>] = [
    .real("sheen", \.sheen, 0...1, "how bright the pile is where it lies to the light"),
    .real("strokes", \.strokes, 0...1, "how much it has been stroked"),
    .real("pile", \.pile, 0...1, "how clearly tufts show"),
  ]

  public init() {}

  public var tile: Size { Size(320, 320) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: VelvetSurface(self, job))
  }
}

private struct VelvetSurface: Surface {
  let ground: Tone
  let bright: Tone
  let dark: Tone
  let velvet: Velvet
  let folds: LatticeNoise
  let tufts: LatticeNoise

  init(_ velvet: Velvet, _ job: MaterialJob) {
    self.velvet = velvet
    ground = Tone(job.color ?? Velvet.color)
    bright = ground.moved(0.24 * Float(velvet.sheen), chroma: 1.1)
    dark = ground.moved(-0.13, chroma: 0.9)
    folds = LatticeNoise(columns: 6, rows: 2, seed: job.seed("strokes"))
    tufts = LatticeNoise(columns: 320, rows: 320, seed: job.seed("tufts"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let (x, y) = (spot.x * (6.0 / 320), spot.y * (2.0 / 320))
    let bend = folds.warped(x, y, reach: 0.45, octaves: 2)
    let lie = folds.fractal(bend.x, bend.y, octaves: 3, gain: 0.42)
    // Strokes end abruptly on one side and fade on the other.
    let hand = folds.finer.fractal(bend.x * 2 + 3, bend.y * 2, octaves: 2, gain: 0.4)
    let edge = ramp(-0.15, 0.12, hand) * ramp(0.6, 0.1, hand)
    let nap = lie * 1.5 + (edge - 0.35) * 0.75 * Float(velvet.strokes)
    let fine = tufts.gradient(spot.x * 1.0, spot.y * 1.0) * 0.5
    let tuft = tufts.finer.fractal(spot.x * 2 + fine, spot.y * 2, octaves: 2, gain: 0.8)
    var texel = Texel(ground, gloss: 0.05)
    let light = nap * 0.62 + tuft * 0.5 * Float(velvet.pile)
    texel.lay(bright, unit(light))
    texel.lay(dark, unit(0 - light))
    texel.lightness += tuft * 0.035 * Float(velvet.pile)
    texel.height = tuft * 0.16 * (0.3 + Float(velvet.pile)) + nap * 0.5
    return texel
  }
}
