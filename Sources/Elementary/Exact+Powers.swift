extension Exact {
  /// e to the power `x`; infinity above 709.78, zero below -745.13.
  @inlinable
  public static func exp(_ x: Double) -> Double {
    if !(x < 709.782712893384) { return x.isNaN ? .nan : .infinity }
    if x < -745.2 { return 0 }
    let shifted = x * 0x1.71547652b82fep0 + 6_755_399_441_055_744
    let doublings = shifted - 6_755_399_441_055_744
    let rest = (x - doublings * 0x1.62e42feep-1) - doublings * 0x1.a39ef35793c76p-33
    return scale(expSeries(rest), byPowerOfTwo: integer(fromRounded: shifted))
  }

  /// Two to the power `x`; exact for whole `x`.
  @inlinable
  public static func exp2(_ x: Double) -> Double {
    if !(x < 1024) { return x.isNaN ? .nan : .infinity }
    if x < -1080 { return 0 }
    let shifted = x + 6_755_399_441_055_744
    let rest = (x - (shifted - 6_755_399_441_055_744)) * 0x1.62e42fefa39efp-1
    return scale(expSeries(rest), byPowerOfTwo: integer(fromRounded: shifted))
  }

  /// `base` to the power `exponent`, with C's rules for zeros, infinities and negative bases.
  ///
  /// Whole exponents up to 64 in magnitude multiply by repeated squaring, so `pow(x, 2)` is `x * x`. Other
  /// exponents go through the logarithm: the relative error grows with |exponent · log(base)| up to 4e-13.
  @inlinable
  public static func pow(_ base: Double, _ exponent: Double) -> Double {
    if exponent.magnitude <= 64 {
      let whole = exponent + 6_755_399_441_055_744 - 6_755_399_441_055_744
      if whole == exponent { return powWhole(base, Int(whole)) }
    }
    if base > 0, base < .infinity, exponent.isFinite { return exp(exponent * log(base)) }
    return powSpecial(base, exponent)
  }

  /// e to the power `x`, rounded to `Float`.
  @inlinable
  public static func exp(_ x: Float) -> Float { Float(exp(Double(x))) }

  /// `base` to the power `exponent`, rounded to `Float`.
  @inlinable
  public static func pow(_ base: Float, _ exponent: Float) -> Float {
    Float(pow(Double(base), Double(exponent)))
  }

  /// Taylor series to x^13 on |x| <= ln(2)/2; the first term left out is below 1e-17.
  @inlinable @inline(__always)
  static func expSeries(_ x: Double) -> Double {
    var p = 1.0 / 6_227_020_800
    p = p * x + 1.0 / 479_001_600
    p = p * x + 1.0 / 39_916_800
    p = p * x + 1.0 / 3_628_800
    p = p * x + 1.0 / 362_880
    p = p * x + 1.0 / 40_320
    p = p * x + 1.0 / 5040
    p = p * x + 1.0 / 720
    p = p * x + 1.0 / 120
    p = p * x + 1.0 / 24
    p = p * x + 1.0 / 6
    p = p * x + 0.5
    return 1 + (x + x * x * p)
  }

  /// Two factors, because 2^1024 and 2^-1074 are no normal numbers; one rounding at most, in the last step.
  @inlinable @inline(__always)
  static func scale(_ value: Double, byPowerOfTwo power: Int64) -> Double {
    let half = power >> 1
    let first = Double(bitPattern: UInt64(bitPattern: 1023 &+ half) << 52)
    let second = Double(bitPattern: UInt64(bitPattern: 1023 &+ power &- half) << 52)
    return value * first * second
  }

  @inlinable
  static func powWhole(_ base: Double, _ exponent: Int) -> Double {
    // A power that overflows would invert to zero although the true value may be subnormal.
    var square = exponent < 0 ? 1 / base : base
    var left = exponent.magnitude
    var product = 1.0
    while left > 0 {
      if left & 1 == 1 { product *= square }
      left >>= 1
      if left > 0 { square *= square }
    }
    return product
  }

  /// Bases that are zero, negative, infinite or NaN, or infinite exponents.
  @usableFromInline @inline(never)
  static func powSpecial(_ base: Double, _ exponent: Double) -> Double {
    if base == 1 { return 1 }
    if base.isNaN || exponent.isNaN { return .nan }
    let isWhole = exponent.rounded(.towardZero) == exponent
    if base.sign == .minus, base != 0, base.isFinite, !isWhole { return .nan }
    let size = powOfMagnitude(base.magnitude, exponent)
    let isOdd = isWhole && exponent.magnitude < 0x1p53 && Int64(exponent) & 1 == 1
    return base.sign == .minus && isOdd ? -size : size
  }

  private static func powOfMagnitude(_ base: Double, _ exponent: Double) -> Double {
    if base == 0 { return exponent > 0 ? 0 : .infinity }
    if base == .infinity { return exponent > 0 ? .infinity : 0 }
    if base == 1 { return 1 }
    return exp(exponent * log(base))
  }
}
