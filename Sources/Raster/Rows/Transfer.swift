import CVector

/// The transfer function of sRGB on eight lanes, as polynomials (fitted for this project: see the errors).
///
/// Coarser than ``decodeSRGB(_:)`` but exact where it counts: every 8-bit code survives the way to linear
/// light and back.
public enum Transfer {
  /// Encoded 0...1 to linear light; largest error 2.1e-5.
  @inlinable @inline(__always)
  public static func linear(_ encoded: Lanes) -> Lanes {
    var p = Lanes(repeating: 0.05978335)
    p = f32x8_fma(p, encoded, Lanes(repeating: -0.24118000))
    p = f32x8_fma(p, encoded, Lanes(repeating: 0.61139647))
    p = f32x8_fma(p, encoded, Lanes(repeating: 0.53885610))
    p = f32x8_fma(p, encoded, Lanes(repeating: 0.03015454))
    p = f32x8_fma(p, encoded, Lanes(repeating: 0.00101054))
    let toe = encoded * Lanes(repeating: 1 / 12.92)
    return f32x8_select(f32x8_less(Lanes(repeating: 0.04045), encoded), p, toe)
  }

  /// The square root of linear light, 0...1, to encoded; largest error 0.009 of an 8-bit code.
  ///
  /// The fit uses the half, quarter and three-quarter powers, so starting at the root saves one of them.
  @inlinable @inline(__always)
  public static func encoded(root: Lanes) -> Lanes {
    let quarter = f32x8_sqrt(root)
    var p = f32x8_fma(quarter, Lanes(repeating: -0.3355019), Lanes(repeating: 1.1226820))
    p = f32x8_fma(root, Lanes(repeating: 0.0813301), p)
    p = f32x8_fma(p, root, quarter * Lanes(repeating: 0.1961357))
    p = p + Lanes(repeating: -0.0646115)
    let toe = root * root * Lanes(repeating: 12.92)
    return f32x8_select(f32x8_less(Lanes(repeating: 0.05595355), root), p, toe)
  }

  /// Linear light 0...1 to encoded; see ``encoded(root:)``.
  @inlinable @inline(__always)
  public static func encoded(linear: Lanes) -> Lanes { encoded(root: f32x8_sqrt(linear)) }

  /// Encoded values to codes 0...255, to the nearest after adding `dither` (in codes); others are clamped.
  @inlinable @inline(__always)
  public static func codes(_ encoded: Lanes, dither: Lanes) -> SIMD8<UInt32> {
    let scaled = f32x8_fma(encoded, Lanes(repeating: 255), dither + Lanes(repeating: 0.5))
    return f32x8_to_u32(f32x8_clamp(scaled, 0, 255.5))
  }
}
