import CVector
import Raster

/// The share of the paper to cover for each lightness.
///
/// A draughtsman goes from bare paper to the full dark of the lead whatever the light was: the lightness that 2 % of
/// the picture lies below becomes black and that which 3 % lies above becomes paper, as far as they are dark and light at
/// all. In between, light is like the cube of lightness, so an exponent of 3 would be true to light; drawings are
/// kept lighter, by as much as the hand presses less.
struct HatchCover: Sendable {
  /// The lightness that is all lead, and the one that is bare paper.
  let black: Float
  let white: Float
  private let pressure: Float

  /// `pressure`, 0...1, leads from the lightest drawing to one that is true to light.
  init(_ lightness: Plane, pressure: Float) {
    self.pressure = pressure
    var counts = [Int](repeating: 0, count: 257)
    for y in 0..<lightness.height {
      for sample in lightness.row(y) { counts[Int(min(max(sample, 0), 1) * 256)] += 1 }
    }
    let total = lightness.width * lightness.height
    black = min(Self.level(counts, above: total / 50), 0.4)
    white = max(Self.level(counts, above: total - total * 3 / 100), 0.75)
  }

  /// The lightness that more than `rank` samples lie below.
  private static func level(_ counts: [Int], above rank: Int) -> Float {
    var sum = 0
    for (index, count) in counts.enumerated() {
      sum += count
      if sum > rank { return Float(index) / 256 }
    }
    return 1
  }

  func plane(_ lightness: Plane, jobs: Int) -> Plane {
    let (low, scale) = (Lanes(repeating: black), Lanes(repeating: 1 / (white - black)))
    let (bend, bare) = (Lanes(repeating: pressure), Lanes(repeating: Self.bare))
    return lightness.combined(with: lightness, jobs: jobs) { lightness, _ in
      let unit = f32x8_clamp((lightness - low) * scale, 0, 1)
      let light = f32x8_fma(unit * unit * unit - unit, bend, unit)
      let cover = Lanes(repeating: 1) - light
      return f32x8_max(f32x8_fma(light, Lanes() - bare, cover), Lanes())
    }
  }

  /// Cover that is left out in the lights, so that they are paper.
  private static let bare: Float = 0.07
}
