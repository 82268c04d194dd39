import CVector
import Raster

/// Which threshold of a spot function covers which share of the area: the inverse of its distribution.
///
/// Measured on the screen as it is drawn, soft edges, pixel grid and all, so that every tone comes out as it
/// went in: the mean of a flat area is within 0.1 % of the tone asked for.
struct ScreenCurve: Sendable {
  private let thresholds: [Float]
  static let steps = 1024

  /// - Parameters:
  ///   - samples: values and widths of the spot function, evenly spread, with a weight each.
  ///   - gain: how much a half tone grows, 0..<0.25: the dot gain of ink on paper.
  init(_ samples: [(value: Float, width: Float, weight: Double)], gain: Double = 0) {
    let low = samples.map { Double($0.value - $0.width / 2) }.min() ?? 0
    let high = max(samples.map { Double($0.value + $0.width / 2) }.max() ?? 1, low + 1e-6)
    let cover = Self.cover(samples, low: low, high: high)
    thresholds = Self.inverse(cover, low: low, step: (high - low) / Double(Self.bins)) { t in
      t + 4 * gain * t * (1 - t)
    }
  }

  private static let bins = 4096

  /// The covered share at every threshold from `low` to `high`.
  ///
  /// A sample's share rises evenly over its width: a ramp up at one end, a ramp down at the other. Ramps are
  /// added as second differences, so a sample costs the same at any width.
  private static func cover(
    _ samples: [(value: Float, width: Float, weight: Double)], low: Double, high: Double
  ) -> [Double] {
    var bends = [Double](repeating: 0, count: bins + 2)
    let scale = Double(bins) / (high - low)
    func bend(at threshold: Double, _ amount: Double) {
      let place = min(max((threshold - low) * scale, 0), Double(bins))
      let index = Int(place)
      bends[index] += amount * (1 - (place - Double(index)))
      bends[index + 1] += amount * (place - Double(index))
    }
    for sample in samples {
      let (value, width) = (Double(sample.value), max(Double(sample.width), 1e-6))
      bend(at: value - width / 2, sample.weight / width)
      bend(at: value + width / 2, -sample.weight / width)
    }
    var (slope, sum) = (0.0, 0.0)
    let cover = (0...bins).map { index in
      defer { slope += bends[index] }
      sum += slope
      return sum
    }
    return cover.map { $0 / sum }
  }

  private static func inverse(
    _ cover: [Double], low: Double, step: Double, _ tone: (Double) -> Double
  ) -> [Float] {
    var index = 1
    return (0...steps).map { entry in
      guard entry > 0 else { return Float(low) }
      guard entry < steps else { return Float(low + step * Double(bins)) }
      let goal = tone(Double(entry) / Double(steps))
      while index < bins, cover[index] < goal { index += 1 }
      let (before, after) = (cover[index - 1], cover[index])
      let part = after > before ? min(1, max(0, (goal - before) / (after - before))) : 1
      return Float(low + step * (Double(index - 1) + part))
    }
  }

  /// Lends the table to kernels.
  @inline(__always)
  func withTable<Result>(_ body: (ScreenTable) -> Result) -> Result {
    thresholds.withUnsafeBufferPointer { body(ScreenTable($0.baseAddress!)) }
  }
}

/// Looks thresholds up; must not outlive the curve.
struct ScreenTable {
  private let thresholds: UnsafePointer<Float>

  @inline(__always)
  init(_ thresholds: UnsafePointer<Float>) { self.thresholds = thresholds }

  /// The share of a pixel that is covered; tones outside 0...1 count as the nearer of the two.
  @inline(__always)
  func cover(_ spot: SpotLanes, tone: Lanes) -> Lanes {
    // A third of a code of light is rounding, not ink: bare paper stays bare.
    let tone = f32x8_select(f32x8_less(tone, Lanes(repeating: 0.0012)), Lanes(), tone)
    let place = f32x8_clamp(tone * Float(ScreenCurve.steps), 0, Float(ScreenCurve.steps))
    // Sound: held to steps - 1, so the entry after it is there, too.
    let index = f32x8_to_i32(f32x8_min(place, Lanes(repeating: Float(ScreenCurve.steps - 1))))
    let lower = f32x8_pick(thresholds, index)
    let upper = f32x8_pick(thresholds + 1, index)
    let threshold = f32x8_fma(upper - lower, place - i32x8_to_f32(index), lower)
    return f32x8_clamp((threshold - spot.value) / spot.width + 0.5, 0, 1)
  }
}
