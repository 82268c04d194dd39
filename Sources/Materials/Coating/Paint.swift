import CVector
import Color
import Geometry
import Parameters
import Raster

/// Wall paint from a roller: the fine orange peel of its nap.
public struct Paint: Material {
  public static let name = "paint"
  public static let summary = "eggshell wall paint with the fine peel that a roller leaves"
  public static let color = SRGB(hex: "#8fa3a2")!
  public static let detail = 3.0
  public static let sampleSide = 150.0

  var nap = 2.2
  var relief = 0.5
  var sheen = 0.45
  var laps = 0.4

  public static let parameters: [Parameter<Paint>] = [
    .real("nap", \.nap, 1...5, scale: .log, unit: "mm", "size of the peel"),
    .real("relief", \.relief, 0.1...1, "depth of the peel"),
    .real("sheen", \.sheen, 0...0.9, "from dead matt to satin"),
    .real("laps", \.laps, 0...1, "how far passes of the roller show"),
  ]

  public init() {}

  public var tile: Size { Size(nap * 240, nap * 240) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: PaintSurface(self, job))
  }
}

private struct PaintSurface: Surface {
  let ground: Tone
  let paint: Paint
  let peel: LatticeNoise
  let sway: LatticeNoise
  let laps: LatticeNoise

  init(_ paint: Paint, _ job: MaterialJob) {
    self.paint = paint
    ground = Tone(job.color ?? Paint.color)
    peel = LatticeNoise(columns: 240, rows: 240, seed: job.seed("peel"))
    sway = LatticeNoise(columns: 120, rows: 120, seed: job.seed("sway"))
    laps = LatticeNoise(columns: 4, rows: 2, seed: job.seed("laps"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let nap = Float(paint.nap)
    let (x, y) = (spot.x * (1 / nap), spot.y * (1 / nap))
    let bend = sway.gradient(x * 0.5, y * 0.5)
    let bumps = peel.gradient(x + bend * 0.4, y) + peel.finer.gradient(x * 2, y * 2 + bend) * 0.45
    let drops = ramp(-0.2, 0.55, bumps)
    let fine = peel.finer.finer.gradient(x * 4, y * 4)
    let pass = laps.fractal(x * (1.0 / 60), y * (1.0 / 120), octaves: 4, gain: 0.5)
    let coat = laps.finer.gradient(x * (2.0 / 60) + 3, y * (2.0 / 120) * 1.0)
    var texel = Texel(ground, gloss: Float(paint.sheen))
    texel.lightness += (pass * 0.028 + coat * 0.010) * Float(paint.laps) + (drops - 0.5) * 0.008
    texel.height =
      (drops * 0.075 + fine * 0.010) * nap * (0.15 + Float(paint.relief)) + pass * 0.1 * Float(paint.laps)
    return texel
  }
}
