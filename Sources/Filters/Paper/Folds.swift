import CVector
import Elementary
import Parameters
import Raster

/// Folds across a sheet: soft shading on both sides of a crease whose ink is worn.
struct Folds: Sendable {
  /// A crease as a line: the distance from it in millimetres is `x * nx + y * ny - offset`.
  private struct Crease {
    let nx: Float
    let ny: Float
    let offset: Float
    /// 1 or -1: a ridge or a valley.
    let side: Float
  }

  private let creases: [Crease]
  private var wear: NoiseSum
  private let radius: Float

  /// None to three: one across the long side, two that cross, three that make six fields; `scale` is in pixels per
  /// millimetre.
  init(_ count: Int, width: Int, height: Int, scale: Double, stream: SeedStream) {
    var draws = stream.child("folds")
    let size = SIMD2(Double(width), Double(height))
    let isWide = width >= height
    let plans = [
      [], [(isWide, 0.5)], [(true, 0.5), (false, 0.5)],
      [(isWide, 1.0 / 3), (isWide, 2.0 / 3), (!isWide, 0.5)],
    ]
    creases = plans[count].enumerated().map { index, plan in
      // Hands fold by a hair askew.
      let (sin, cos) = Exact.sincos(draws.normal() * 0.004 + (plan.0 ? 0 : Double.pi / 2))
      let share = plan.1 + draws.normal() * 0.004
      let through = plan.0 ? SIMD2(size.x * share, size.y / 2) : SIMD2(size.x / 2, size.y * share)
      return Crease(
        nx: Float(cos / scale), ny: Float(sin / scale),
        offset: Float((through.x * cos + through.y * sin) / scale),
        side: index % 2 == 0 ? 1 : -1)
    }
    var seeds = stream.child("wear")
    wear = NoiseSum(
      count == 0
        ? []
        : [(0.1, 0.8), (0.35, 0.5), (2.5, 0.5)].map { size, share in
          NoiseLayer(size: size * scale, deviation: share, seed: seeds.bits())
        }, width: width)
    // A crease is a quarter of a millimetre wide, but at least a pixel.
    radius = Float(max(0.16, 0.7 / scale))
  }

  var isEmpty: Bool { creases.isEmpty }

  /// Goes to row `y` of the picture.
  mutating func move(to y: Int) {
    if !isEmpty { wear.move(to: y) }
  }

  /// What the folds do to eight pixels: how much brighter they are, and how much ink is gone.
  @inline(__always)
  func lanes(at x: Int, row y: Int) -> (shade: Lanes, worn: Lanes) {
    var (shade, worn) = (Lanes(), Lanes())
    let one = Lanes(repeating: 1)
    let noise = wear.lanes(at: x)
    let columns = Lanes(0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5) + Lanes(repeating: Float(x))
    for crease in creases {
      let start = (Float(y) + 0.5) * crease.ny - crease.offset
      let t = f32x8_fma(columns, Lanes(repeating: crease.nx), Lanes(repeating: start))
      let far = f32x8_abs(t)
      // One side leans to the light, the other away; the bend eases out over some millimetres.
      let bend = one / f32x8_fma(far * far, Lanes(repeating: 0.06), one)
      let lean = f32x8_clamp(t * Float(2.5), -1, 1) * crease.side
      shade += lean * bend * bend * Float(0.035)
      // The bottom of the crease lies in its own shade.
      let core = f32x8_max(one - far * (1 / (2.2 * radius)), Lanes())
      shade -= core * core * Float(0.035)
      let line = f32x8_max(one - far * (1 / radius), Lanes())
      worn = f32x8_max(worn, line * f32x8_clamp(noise * Float(0.3) + Lanes(repeating: 0.32), 0, 1))
    }
    return (shade, worn)
  }
}
