extension Exact {
  /// Natural logarithm; -infinity at zero, NaN below it.
  @inlinable
  public static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return logSpecial(x) }
    let (mantissa, exponent) = splitAroundOne(x)
    let m = logSeries(mantissa)
    return exponent * 0x1.62e42feep-1 + (m + exponent * 0x1.a39ef35793c76p-33)
  }

  /// Logarithm to base two; exact for powers of two.
  @inlinable
  public static func log2(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return logSpecial(x) }
    let (mantissa, exponent) = splitAroundOne(x)
    return exponent + logSeries(mantissa) * 0x1.71547652b82fep0
  }

  /// Natural logarithm, rounded to `Float`.
  @inlinable
  public static func log(_ x: Float) -> Float { Float(log(Double(x))) }

  /// Cube root of any real number, the sign kept.
  ///
  /// The first guess divides the exponent by three in the bit pattern; three steps of Halley's method, each
  /// tripling the number of right digits, take its 4 % error below the last bit.
  @inlinable
  public static func cbrt(_ x: Double) -> Double {
    if x == 0 || !x.isFinite { return x }
    let size = x.magnitude
    if size < 0x1p-1000 { return cbrt(x * 0x1p300) * 0x1p-100 }
    // The constant is Kahan's: two thirds of the exponent bias, which the division by three takes away,
    // tuned so that the guess errs equally to both sides.
    var root = Double(bitPattern: size.bitPattern / 3 &+ 0x2A9F_7893_0000_0000)
    for _ in 0..<3 {
      let cube = root * root * root
      root *= (cube + 2 * size) / (2 * cube + size)
    }
    return x < 0 ? -root : root
  }

  /// Cube root, rounded to `Float`.
  @inlinable
  public static func cbrt(_ x: Float) -> Float { Float(cbrt(Double(x))) }

  /// x = mantissa · 2^exponent with the mantissa in √½..<√2, so that numbers near one keep exponent zero.
  @inlinable @inline(__always)
  static func splitAroundOne(_ x: Double) -> (mantissa: Double, exponent: Double) {
    let isNormal = x >= 0x1p-1022
    let bits = (isNormal ? x : x * 0x1p54).bitPattern
    // Moving the bits by the distance from √½ to 1 puts the cut between exponents at √½.
    let moved = bits &+ (0x3FF0_0000_0000_0000 &- 0x3FE6_A09E_0000_0000)
    let exponent = Int64(moved >> 52) &- 1023 &- (isNormal ? 0 : 54)
    let mantissa = (moved & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_0000_0000
    return (Double(bitPattern: mantissa), Double(exponent))
  }

  /// log m = 2 artanh s with s = (m - 1) / (m + 1), |s| <= 0.1716; the series stops below 1e-18.
  @inlinable @inline(__always)
  static func logSeries(_ m: Double) -> Double {
    let s = (m - 1) / (m + 1)
    let u = s * s
    var p = 2.0 / 23
    p = p * u + 2.0 / 21
    p = p * u + 2.0 / 19
    p = p * u + 2.0 / 17
    p = p * u + 2.0 / 15
    p = p * u + 2.0 / 13
    p = p * u + 2.0 / 11
    p = p * u + 2.0 / 9
    p = p * u + 2.0 / 7
    p = p * u + 2.0 / 5
    p = p * u + 2.0 / 3
    return 2 * s + s * u * p
  }

  @usableFromInline @inline(never)
  static func logSpecial(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    return x == .infinity ? .infinity : .nan
  }
}
