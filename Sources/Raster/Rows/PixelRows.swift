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

  /// Linear light to codes 0...255; values outside 0...1 are clamped.
  @inline(__always)
  static func code(_ linear: Lanes, _ dither: Lanes) -> SIMD8<UInt32> {
    Transfer.codes(Transfer.encoded(linear: f32x8_clamp(linear, 0, 1)), dither: dither)
  }
}
