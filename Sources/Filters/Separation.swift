import CVector
import Raster

/// The light of one channel of eight pixels, taken apart: `key * ink` is the light.
///
/// Where some channel is bright the ink is the channel over the largest channel, and the key is that largest
/// channel. The darker the colour, the less ink and the more key (printers call it under-colour removal), so
/// that black has no fringes and navy faint ones.
struct Separation {
  /// What the coloured ink lets through, 0...1.
  let ink: Lanes
  private let light: Lanes
  private let largest: Lanes
  private let share: Lanes

  @inline(__always)
  init(_ light: Lanes, largest: Lanes) {
    self.light = light
    self.largest = f32x8_max(largest, Lanes(repeating: 1e-6))
    let one = Lanes(repeating: 1)
    share = f32x8_min(largest * Lanes(repeating: 1 / 0.12), one)
    ink = f32x8_fma(share, light / self.largest - one, one)
  }

  /// What the key lets through, 0...1. The millionth decides 0/0 for a channel without light in favour of the
  /// ink, and is too small to reach a code anywhere else.
  @inline(__always)
  var key: Lanes {
    let least = Lanes(repeating: 1e-6)
    let inkTimesLargest = f32x8_fma(light - largest, share, largest)
    return (light + least) * largest / (inkTimesLargest + least)
  }
}
