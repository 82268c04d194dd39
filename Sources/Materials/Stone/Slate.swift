import CVector
import Color
import Geometry
import Parameters
import Raster

/// Slate as it splits: thin sheets broken back one behind the other.
public struct Slate: Material {
  public static let name = "slate"
  public static let summary = "slate as it splits: sheets broken back one behind the other"
  public static let color = SRGB(hex: "#4c5358")!
  public static let detail = 2.5
  public static let sampleSide = 260.0

  var relief = 0.7
  var layers = 5
  var rust = 0.15

  public static let parameters: [Parameter<Slate>] = [
    .real("relief", \.relief, 0.1...2, scale: .log, unit: "mm", "thickness of a sheet"),
    .integer("layers", \.layers, 2...10, "sheets between the highest place and the lowest"),
    .real("rust", \.rust, 0...1, "rusty stains"),
  ]

  public init() {}

  public var tile: Size { Size(600, 600) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: SlateSurface(self, job))
  }
}

private struct SlateSurface: Surface {
  let ground: Tone
  let rust: Tone
  let slate: Slate
  let noise: LatticeNoise

  init(_ slate: Slate, _ job: MaterialJob) {
    self.slate = slate
    ground = Tone(job.color ?? Slate.color)
    rust = ground.moved(0.02, red: 0.035, yellow: 0.06)
    noise = LatticeNoise(columns: 4, rows: 3, seed: job.seed("sheets"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let (x, y) = (spot.x * (1.0 / 150), spot.y * (1.0 / 200))
    let warped = noise.warped(x, y, reach: 0.5, octaves: 4)
    let hill = noise.fractal(warped.x + 0.5, warped.y, octaves: 6, gain: 0.54)
    let level = hill * (Float(slate.layers) * 1.15) + 20
    let whole = floor(level)
    // A sheet ends abruptly, thins out before its edge, and lies on the next.
    let part = level - whole
    let step = ramp(0.95, 1, part) + part * 0.10
    let fine = noise.finer.finer.finer.fractal(x * 8, y * 8, octaves: 5, gain: 0.55)
    let streak = noise.finer.finer.fractal(x * 16 + y * 16, y * 4, octaves: 3)
    var texel = Texel(ground, gloss: 0.42)
    texel.height = (whole + step) * Float(slate.relief) + fine * 0.24 + streak * 0.12
    let own = noise.number(whole, lanes(3)) - 0.5
    texel.lightness += own * 0.035 + fine * 0.035 + streak * 0.03 + hill * 0.03
    texel.lightness += ramp(0.93, 0.99, part) * 0.012
    let stain = ramp(0.05, 0.45, noise.fractal(warped.x * 1.0 + 3.3, warped.y + 1.7, octaves: 5))
    texel.lay(rust, stain * Float(slate.rust))
    return texel
  }
}
