extension Exact {
  /// Sine and cosine of one angle, for about the price of one of them.
  ///
  /// - Parameter x: radians. The full accuracy holds for |x| up to 1,600,000; larger angles are first taken
  ///   modulo the `Double` nearest 2π, so they stay repeatable and bounded but drift from the true value.
  /// - Returns: both values in -1...1; both are NaN when `x` is not finite.
  @inlinable
  public static func sincos(_ x: Double) -> (sin: Double, cos: Double) {
    let (rest, quadrant) = reduceAngle(x)
    let s = sineSeries(rest)
    let c = cosineSeries(rest)
    switch quadrant {
    case 0: return (s, c)
    case 1: return (c, -s)
    case 2: return (-s, -c)
    default: return (-c, s)
    }
  }

  /// Sine of an angle in radians; see ``sincos(_:)-(Double)`` for range and accuracy.
  @inlinable
  public static func sin(_ x: Double) -> Double {
    let (rest, quadrant) = reduceAngle(x)
    let value = quadrant & 1 == 0 ? sineSeries(rest) : cosineSeries(rest)
    return quadrant & 2 == 0 ? value : -value
  }

  /// Cosine of an angle in radians; see ``sincos(_:)-(Double)`` for range and accuracy.
  @inlinable
  public static func cos(_ x: Double) -> Double {
    let (rest, quadrant) = reduceAngle(x)
    let value = quadrant & 1 == 0 ? cosineSeries(rest) : sineSeries(rest)
    return (quadrant &+ 1) & 2 == 0 ? value : -value
  }

  /// Tangent of an angle in radians; see ``sincos(_:)-(Double)`` for range and accuracy.
  @inlinable
  public static func tan(_ x: Double) -> Double {
    let (s, c) = sincos(x)
    return s / c
  }

  /// Sine and cosine of one angle in radians, rounded to `Float`.
  @inlinable
  public static func sincos(_ x: Float) -> (sin: Float, cos: Float) {
    let (s, c) = sincos(Double(x))
    return (Float(s), Float(c))
  }

  /// Sine of an angle in radians, rounded to `Float`.
  @inlinable
  public static func sin(_ x: Float) -> Float { Float(sin(Double(x))) }

  /// Cosine of an angle in radians, rounded to `Float`.
  @inlinable
  public static func cos(_ x: Float) -> Float { Float(cos(Double(x))) }

  /// The angle within a quarter turn around zero, and which quarter turn it was (0...3).
  ///
  /// Cody and Waite (1980): π/2 is held in three parts, the first two short enough (33 bits) that their
  /// products with a whole number below 2^20 are exact.
  @inlinable @inline(__always)
  static func reduceAngle(_ x: Double) -> (rest: Double, quadrant: UInt64) {
    let angle = x.magnitude < 0x1.8p20 ? x : wrapLargeAngle(x)
    let shifted = angle * 0x1.45f306dc9c883p-1 + 6_755_399_441_055_744
    let turns = shifted - 6_755_399_441_055_744
    var rest = angle - turns * 0x1.921fb544p0
    rest -= turns * 0x1.0b4611a6p-34
    rest -= turns * 0x1.3198a2e037073p-69
    return (rest, shifted.bitPattern & 3)
  }

  /// Angles too large for exact reduction; kept apart so that the common path stays short.
  @usableFromInline @inline(never)
  static func wrapLargeAngle(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    return x.remainder(dividingBy: 2 * Double.pi)  // IEEE remainder is exact on every machine
  }

  /// Taylor series to x^17 on |x| <= π/4; the first term left out is below 1e-19.
  @inlinable @inline(__always)
  static func sineSeries(_ x: Double) -> Double {
    let u = x * x
    var p = 1.0 / 355_687_428_096_000
    p = p * u - 1.0 / 1_307_674_368_000
    p = p * u + 1.0 / 6_227_020_800
    p = p * u - 1.0 / 39_916_800
    p = p * u + 1.0 / 362_880
    p = p * u - 1.0 / 5040
    p = p * u + 1.0 / 120
    p = p * u - 1.0 / 6
    return x + x * u * p
  }

  /// Taylor series to x^16 on |x| <= π/4; the first term left out is below 1e-17.
  @inlinable @inline(__always)
  static func cosineSeries(_ x: Double) -> Double {
    let u = x * x
    var p = 1.0 / 20_922_789_888_000
    p = p * u - 1.0 / 87_178_291_200
    p = p * u + 1.0 / 479_001_600
    p = p * u - 1.0 / 3_628_800
    p = p * u + 1.0 / 40_320
    p = p * u - 1.0 / 720
    p = p * u + 1.0 / 24
    p = p * u - 0.5
    return 1 + u * p
  }
}
