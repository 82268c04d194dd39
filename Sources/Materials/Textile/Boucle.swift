import CVector
import Color
import Geometry
import Parameters
import Raster

/// Wool bouclé: a cloth of curled loops.
public struct Boucle: Material {
  public static let name = "boucle"
  public static let summary = "wool boucle: a nubby cloth of curled loops"
  public static let color = SRGB(hex: "#e9e1d3")!
  public static let detail = 5.0
  public static let sampleSide = 75.0

  var loop = 3.4
  var yarn = 0.62
  var variation = 0.5

  public static let parameters: [Parameter<Boucle>] = [
    .real("loop", \.loop, 1.5...8, scale: .log, unit: "mm", "size of a loop"),
    .real("yarn", \.yarn, 0.3...1, "thickness of the yarn against the loop"),
    .real("variation", \.variation, 0...1, "how far loops differ in tone"),
  ]

  public init() {}

  public var tile: Size { Size(loop * 48, loop * 48) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: BoucleSurface(self, job))
  }
}

private struct BoucleSurface: Surface {
  let ground: Tone
  let boucle: Boucle
  let loop: Float
  let noise: LatticeNoise

  /// The highest yarn so far.
  struct Top {
    var height = lanes(-0.06)
    var along = Lanes()
    var rim = lanes(1)
    var bits = SIMD8<UInt32>()
  }

  init(_ boucle: Boucle, _ job: MaterialJob) {
    self.boucle = boucle
    loop = Float(boucle.loop)
    ground = Tone(job.color ?? Boucle.color)
    noise = LatticeNoise(columns: 48, rows: 48, seed: job.seed("loops"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let (x, y) = (spot.x * (1 / loop), spot.y * (1 / loop))
    let bend = noise.gradient(x, y) * 0.22
    let sway = noise.gradient(x + 7.5, y + 3.5) * 0.22
    var top = Top()
    layer(&top, x + bend, y + sway, seed: 1)
    layer(&top, x + bend + 0.5, y + sway + 0.5, seed: 2)
    let fine = noise.finer.finer.fractal(x * 4, y * 4, octaves: 3, gain: 0.8)
    var texel = Texel(ground, gloss: 0.02)
    let twist = sinPi(top.along * 9 + top.rim * 1.2)
    let hollow = unit(0.25 - top.height) * 1.3
    texel.lightness += signed(top.bits, 4) * 0.035 * Float(boucle.variation) + twist * 0.008 + fine * 0.022
    texel.lightness -= hollow * 0.07 * (texel.lightness + 0.2) + square(top.rim) * 0.045
    texel.b += hollow * 0.008
    texel.height = (top.height * 0.46 + twist * 0.014 + fine * 0.05) * loop
    return texel
  }

  /// A curl of yarn in each cell: part of a ring, the highest of nine neighbours seen.
  @inline(__always)
  private func layer(_ top: inout Top, _ x: Lanes, _ y: Lanes, seed: UInt32) {
    let own = noise.seeded(SIMD8(repeating: seed))
    let (fx, fy) = (floor(x), floor(y))
    for j in -1...1 {
      for i in -1...1 {
        let (cx, cy) = (fx + Float(i), fy + Float(j))
        let bits = own.bits(cx, cy)
        let dx = x - cx - 0.15 - noise_across(bits) * 0.7
        let dy = y - cy - 0.15 - noise_down(bits) * 0.7
        curl(&top, dx, dy, bits)
      }
    }
  }

  @inline(__always)
  private func curl(_ top: inout Top, _ dx: Lanes, _ dy: Lanes, _ bits: SIMD8<UInt32>) {
    let flat = number(bits, 1) * 0.5 + 0.75
    let turn = number(bits, 2)
    // A cheap turn: shear to and fro by a random amount.
    let (px, py) = (dx + dy * (turn - 0.5), dy * flat - dx * (turn - 0.5) * 0.8)
    let radius = number(bits, 3) * 0.20 + 0.30
    let away = length(px, py)
    let thick: Float = Float(boucle.yarn) * 0.33
    let off = (away - radius) * (1 / thick)
    let inside = 1 - off * off
    // One side of the ring rises, the other dives into the cloth.
    let rise = (px * (turn * 2 - 1) + py * (1 - turn)) * 0.34
    let height = root(positive(inside)) * thick + rise + noise_unit(bits) * 0.13
    let shown = f32x8_select(f32x8_less(Lanes(), inside), height, lanes(-1))
    let isHigher = f32x8_less(top.height, shown)
    top.height = f32x8_select(isHigher, shown, top.height)
    top.along = f32x8_select(isHigher, px / (magnitude(py) + magnitude(px) + 0.01), top.along)
    top.rim = f32x8_select(isHigher, off, top.rim)
    top.bits = u32x8_select(isHigher, bits, top.bits)
  }
}
