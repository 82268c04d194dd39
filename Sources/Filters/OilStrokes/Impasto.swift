import CVector
import Raster

/// Light from the upper left on wet paint.
struct Impasto: Sendable {
  /// How strongly relief shows, 0...1.
  let relief: Float
  /// Pixels on either side over which a slope is taken, 1...``PaintBand/margin``.
  let reach: Int

  /// Slopes are those of a quarter of a millimetre: hairs finer than a preview can show must not make the print
  /// another picture.
  init(relief: Float, pixelsPerMillimetre: Double) {
    self.relief = relief
    reach = min(PaintBand.margin, max(1, Int((0.25 * pixelsPerMillimetre).rounded())))
  }

  /// Packed pixels of row `y` of a band that holds its neighbours too (or ends at the picture's edge).
  func light(_ band: PaintBand, row y: Int, into pixels: inout [UInt32]) {
    let start = band.index(row: y, .height)
    let above = band.index(row: max(band.rows.lowerBound, y - reach), .height)
    let below = band.index(row: min(band.rows.upperBound - 1, y + reach), .height)
    let samples = band.samples.span
    var target = pixels.mutableSpan
    let dither = Dither(row: y)
    let perPixel = 0.5 / Float(reach)
    for x in stride(from: 0, to: target.count, by: 8) {
      let left = samples.lanes(at: start + x - reach)
      let across = samples.lanes(at: start + x + reach) - left
      let down = samples.lanes(at: below + x) - samples.lanes(at: above + x)
      // A slope that rises to the lower right faces the light.
      let slope = (across + down) * Lanes(repeating: perPixel)
      let light = f32x8_clamp(slope * Lanes(repeating: relief), -0.32, 0.32)
      let noise = dither.lanes(at: x)
      func code(_ layer: PaintBand.Layer, _ noise: Lanes) -> SIMD8<UInt32> {
        let color = f32x8_clamp(samples.lanes(at: band.index(row: y, layer) + x), 0, 1)
        // Shade darkens in proportion; light also adds a little of its own, as wet paint shines.
        let shine = f32x8_max(light, Lanes()) * (Lanes(repeating: 1) - color) * Lanes(repeating: 0.22)
        return Transfer.codes(f32x8_fma(color * Lanes(repeating: 0.8), light, color + shine), dither: noise)
      }
      target.setLanes(
        u32x8_opaque(code(.red, noise.red), code(.green, noise.green), code(.blue, noise.blue)), at: x)
    }
  }
}
