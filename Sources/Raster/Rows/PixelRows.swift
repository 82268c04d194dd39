import CVector

/// A colour channel of a packed pixel.
@frozen public enum Channel: Int32, CaseIterable, Sendable {
  /// The value is how many bits the channel's byte is shifted up in `0xAARRGGBB`.
  case red = 16, green = 8, blue = 0
}

/// Kernels between rows of packed pixels and rows of linear light; all rows hold whole vectors.
public enum PixelRows {
  /// One channel of eight opaque pixels in linear light 0...1.
  @inlinable @inline(__always)
  public static func linear(_ pixels: SIMD8<UInt32>, _ channel: Channel) -> Lanes {
    Transfer.linear(u32x8_byte(pixels, channel.rawValue) * Lanes(repeating: 1 / 255))
  }

  /// One channel of opaque pixels in linear light 0...1. Rows are of equal, padded length.
  public static func decode(_ pixels: Span<UInt32>, _ channel: Channel, into row: inout MutableSpan<Float>) {
    precondition(pixels.count == row.count && row.count & 7 == 0)
    for x in stride(from: 0, to: row.count, by: 8) {
      row.setLanes(linear(pixels.lanes(at: x), channel), at: x)
    }
  }

  /// The coverage 0...1 of pixels. Rows are of equal, padded length.
  public static func decodeAlpha(_ pixels: Span<UInt32>, into row: inout MutableSpan<Float>) {
    precondition(pixels.count == row.count && row.count & 7 == 0)
    for x in stride(from: 0, to: row.count, by: 8) {
      row.setLanes(u32x8_byte(pixels.lanes(at: x), 24) * Lanes(repeating: 1 / 255), at: x)
    }
  }

  /// One channel of pixels with premultiplied encoded colour, as linear light premultiplied by the same
  /// alpha. Rows are of equal, padded length; transparent pixels give 0.
  public static func decodePremultiplied(
    _ pixels: Span<UInt32>, _ channel: Channel, into row: inout MutableSpan<Float>
  ) {
    precondition(pixels.count == row.count && row.count & 7 == 0)
    for x in stride(from: 0, to: row.count, by: 8) {
      let pixel = pixels.lanes(at: x)
      let alpha = u32x8_byte(pixel, 24)
      // The largest keeps 0/0 out; a channel is never above its alpha.
      let straight = u32x8_byte(pixel, channel.rawValue) / f32x8_max(alpha, Lanes(repeating: 1))
      row.setLanes(Transfer.linear(straight) * alpha * Lanes(repeating: 1 / 255), at: x)
    }
  }

  /// Opaque pixels from three rows of linear light; values outside 0...1 are clamped. Equal, padded lengths.
  public static func encode(
    red: Span<Float>, green: Span<Float>, blue: Span<Float>, dither: Dither,
    into pixels: inout MutableSpan<UInt32>
  ) {
    precondition(red.count == pixels.count && green.count == pixels.count && blue.count == pixels.count)
    precondition(pixels.count & 7 == 0)
    for x in stride(from: 0, to: pixels.count, by: 8) {
      let noise = dither.lanes(at: x)
      pixels.setLanes(
        u32x8_opaque(
          code(red.lanes(at: x), noise.red), code(green.lanes(at: x), noise.green),
          code(blue.lanes(at: x), noise.blue)), at: x)
    }
  }

  /// Pixels with premultiplied encoded colour from premultiplied linear light and alpha; not dithered, so that
  /// flat transparency stays flat. Values outside 0...1 are clamped. Equal, padded lengths.
  public static func encodePremultiplied(
    red: Span<Float>, green: Span<Float>, blue: Span<Float>, alpha: Span<Float>,
    into pixels: inout MutableSpan<UInt32>
  ) {
    precondition(red.count == pixels.count && green.count == pixels.count && blue.count == pixels.count)
    precondition(alpha.count == pixels.count && pixels.count & 7 == 0)
    for x in stride(from: 0, to: pixels.count, by: 8) {
      let cover = f32x8_clamp(alpha.lanes(at: x), 0, 1)
      let inverse = Lanes(repeating: 1) / f32x8_max(cover, Lanes(repeating: 1 / 1024))
      func part(_ row: Span<Float>) -> SIMD8<UInt32> {
        let straight = f32x8_clamp(row.lanes(at: x) * inverse, 0, 1)
        return Transfer.codes(Transfer.encoded(linear: straight) * cover, dither: Lanes())
      }
      pixels.setLanes(
        u32x8_pixel(part(red), part(green), part(blue), Transfer.codes(cover, dither: Lanes())), at: x)
    }
  }

  @inline(__always)
  static func code(_ linear: Lanes, _ dither: Lanes) -> SIMD8<UInt32> {
    Transfer.codes(Transfer.encoded(linear: f32x8_clamp(linear, 0, 1)), dither: dither)
  }
}
