import CVector
import Elementary
import Raster

/// A function of one number, kept as evenly spaced samples with straight lines between them.
///
/// With 1,024 steps a smooth curve is met within 1e-6, less than a step of 16 bits.
struct Curve: Sendable {
  private let samples: [Float]
  private let scale: Float

  /// Samples `body` over 0...`end`; beyond, the end's value holds.
  init(to end: Double = 1, steps: Int = 1024, _ body: (Double) -> Double) {
    samples = (0...steps).map { Float(body(Double($0) / Double(steps) * end)) }
    scale = Float(Double(steps) / end)
  }

  /// The curve's value at eight places.
  @inline(__always)
  func callAsFunction(_ place: Lanes) -> Lanes {
    let last = Float(samples.count - 1)
    let position = f32x8_clamp(place * scale, 0, last)
    let whole = f32x8_min(f32x8_floor(position), Lanes(repeating: last - 1))
    let index = f32x8_to_i32(whole)
    return samples.withUnsafeBufferPointer {
      // Sound: the index and the one after it lie in the samples.
      let base = $0.baseAddress!
      let low = f32x8_pick(base, index)
      return f32x8_fma(f32x8_pick(base + 1, index) - low, position - whole, low)
    }
  }
}

/// An S-curve through (0, 0), (middle, middle) and (1, 1): steeper at `middle`, rolling off softly at both ends.
///
/// Each side is a Möbius curve, x / (x + k (1 - x)), whose slope at the join is the same for both. An `amount` of
/// 0 is the straight line, below 0 the curve is flatter at the middle.
func sCurve(_ x: Double, amount: Double, middle: Double) -> Double {
  let x = clamp(x, 0...1)
  let k = Exact.exp(-amount)
  // On a side, t runs from the end (0) to the middle (1), where the slope is that of its inverse at the start.
  func side(_ t: Double) -> Double { k * t / (1 - t + k * t) }
  guard x > middle else { return middle * side(x / middle) }
  return 1 - (1 - middle) * side((1 - x) / (1 - middle))
}
