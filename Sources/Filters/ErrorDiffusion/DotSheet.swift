import CVector
import Color
import Raster

/// Dots as a picture: each cell of light becomes a square of pixels.
struct DotSheet: Sendable {
  /// One plane from `dark` (0) to `bare` (1), or one for each of red, green and blue.
  let planes: [Plane]
  let dark: LinearRGB
  let bare: LinearRGB
  let grid: DotGrid

  /// The picture, with the size and alpha of `source`.
  func bitmap(_ source: Bitmap, jobs: Int) -> Bitmap {
    var result = Bitmap(width: source.width, height: source.height)
    let length = source.width
    Bands.fill(&result.pixels, rows: source.height, rowLength: length, jobs: jobs) { band, pixels in
      var colors = [UInt32](repeating: 0, count: planes[0].stride)
      var held = -1
      for y in band {
        if y / grid.pixels != held {
          held = y / grid.pixels
          encode(row: held, into: &colors)
        }
        let start = (y - band.lowerBound) * length
        pixels.withPart(start..<start + length) { spread(colors.span, source, row: y, into: &$0) }
      }
    }
    return result
  }

  /// One opaque colour for every cell of a row.
  private func encode(row: Int, into colors: inout [UInt32]) {
    var colors = colors.mutableSpan
    let light = [(dark.red, bare.red), (dark.green, bare.green), (dark.blue, bare.blue)].enumerated().map {
      let plane = planes[planes.count == 1 ? 0 : $0.offset]
      return (plane, Lanes(repeating: Float($0.element.0)), Lanes(repeating: Float($0.element.1)))
    }
    for x in stride(from: 0, to: colors.count, by: 8) {
      @inline(__always) func code(_ channel: Int) -> SIMD8<UInt32> {
        let (plane, dark, bare) = light[channel]
        let share = plane.samples.span.lanes(at: row * plane.stride + x)
        let mixed = f32x8_fma(share, bare, dark * (1 - share))
        return Transfer.codes(Transfer.encoded(linear: f32x8_clamp(mixed, 0, 1)), dither: Lanes())
      }
      colors.setLanes(u32x8_opaque(code(0), code(1), code(2)), at: x)
    }
  }

  private func spread(
    _ colors: Span<UInt32>, _ source: Bitmap, row y: Int, into pixels: inout MutableSpan<UInt32>
  ) {
    let alphas = source.pixels.span.extracting(y * source.width..<(y + 1) * source.width)
    var (cell, left) = (0, grid.pixels)
    for x in pixels.indices {
      let alpha = alphas[x] >> 24
      pixels[x] = alpha == 255 ? colors[cell] : premultiplied(colors[cell], alpha)
      left -= 1
      if left == 0 { (cell, left) = (cell + 1, grid.pixels) }
    }
  }

  private func premultiplied(_ color: UInt32, _ alpha: UInt32) -> UInt32 {
    func part(_ shift: UInt32) -> UInt32 { ((color >> shift & 255) * alpha + 127) / 255 << shift }
    return alpha << 24 | part(16) | part(8) | part(0)
  }
}
