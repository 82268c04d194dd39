extension Exact {
  /// The angle of the vector (x, y) in radians, in -π...π, as in C: `y` comes first.
  ///
  /// The signs of zeros count as in C, so `atan2(-0, -1)` is -π. NaN in gives NaN out.
  @inlinable
  public static func atan2(_ y: Double, _ x: Double) -> Double {
    if x.isNaN || y.isNaN { return .nan }
    let height = y.magnitude
    let width = x.magnitude
    var angle = height <= width ? atanOfRatio(height, width) : Double.pi / 2 - atanOfRatio(width, height)
    if x.sign == .minus { angle = Double.pi - angle }
    return y.sign == .minus ? -angle : angle
  }

  /// Arc tangent in radians, in -π/2...π/2.
  @inlinable
  public static func atan(_ x: Double) -> Double { atan2(x, 1) }

  /// Arc sine in radians, in -π/2...π/2; NaN outside -1...1.
  @inlinable
  public static func asin(_ x: Double) -> Double {
    x.magnitude <= 1 ? atan2(x, ((1 - x) * (1 + x)).squareRoot()) : .nan
  }

  /// Arc cosine in radians, in 0...π; NaN outside -1...1.
  @inlinable
  public static func acos(_ x: Double) -> Double {
    x.magnitude <= 1 ? atan2(((1 - x) * (1 + x)).squareRoot(), x) : .nan
  }

  /// The angle of the vector (x, y), rounded to `Float`.
  @inlinable
  public static func atan2(_ y: Float, _ x: Float) -> Float { Float(atan2(Double(y), Double(x))) }

  /// atan(small / large) for 0 <= small <= large.
  ///
  /// Above tan(π/8) the identity atan(t) = π/4 + atan((t - 1) / (t + 1)) folds the ratio back. Written
  /// with both lengths that would need one division only, but overflow for huge lengths.
  @inlinable @inline(__always)
  static func atanOfRatio(_ small: Double, _ large: Double) -> Double {
    if large == 0 { return 0 }
    if large == .infinity { return small == .infinity ? Double.pi / 4 : 0 }
    let ratio = small / large
    if ratio <= 0.414_213_562_373_095 { return atanSeries(ratio) }
    return Double.pi / 4 + atanSeries((ratio - 1) / (ratio + 1))
  }

  /// Chebyshev fit of atan(t)/t in t² for |t| <= tan(π/8), own coefficients, error 1.3e-18.
  @inlinable @inline(__always)
  static func atanSeries(_ t: Double) -> Double {
    let u = t * t
    var p = -0.017805397205419446
    p = p * u + 0.03796525745386593
    p = p * u - 0.05035102456601552
    p = p * u + 0.05846878297330872
    p = p * u - 0.06662951813629191
    p = p * u + 0.07692045330902225
    p = p * u - 0.09090896809064027
    p = p * u + 0.11111110744919658
    p = p * u - 0.14285714279250245
    p = p * u + 0.19999999999940893
    p = p * u - 0.3333333333333312
    return t + t * u * p
  }
}
