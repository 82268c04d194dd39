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

  /// One channel of opaque pixels in linear light.
  public static func decode(_ pixels: Span<UInt32>, _ channel: Channel, into row: inout MutableSpan<Float>) {
    precondition(pixels.count == row.count && row.count & 7 == 0)
    for x in stride(from: 0, to: row.count, by: 8) {
      row.setLanes(linear(pixels.lanes(at: x), channel), at: x)
    }
  }

  /// Three rows of linear light as opaque pixels, to the nearest code after dithering; values outside 0...1 are
  /// clamped.
  public static func encode(
    red: Span<Float>, green: Span<Float>, blue: Span<Float>, dither: Dither,
    into pixels: inout MutableSpan<UInt32>
  ) {
    let count = pixels.count
    precondition(red.count == count && green.count == count && blue.count == count && count & 7 == 0)
    for x in stride(from: 0, to: count, by: 8) {
      let noise = dither.lanes(at: x)
      pixels.setLanes(
        u32x8_opaque(
          code(red.lanes(at: x), noise.red), code(green.lanes(at: x), noise.green),
          code(blue.lanes(at: x), noise.blue)), at: x)
    }
  }

  /// Linear light to codes 0...255; values outside 0...1 are clamped.
  @inline(__always)
  static func code(_ linear: Lanes, _ dither: Lanes) -> SIMD8<UInt32> {
    Transfer.codes(Transfer.encoded(linear: f32x8_clamp(linear, 0, 1)), dither: dither)
  }
}
