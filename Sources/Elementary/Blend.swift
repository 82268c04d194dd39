/// Linear interpolation from `a` (t = 0) to `b` (t = 1); other `t` continue the line.
///
/// Both ends are met exactly.
@inlinable
public func mix(_ a: Double, _ b: Double, _ t: Double) -> Double { a * (1 - t) + b * t }

/// Linear interpolation from `a` (t = 0) to `b` (t = 1); other `t` continue the line.
@inlinable
public func mix(_ a: Float, _ b: Float, _ t: Float) -> Float { a * (1 - t) + b * t }

/// The value of `range` nearest to `x`.
@inlinable
public func clamp<T: Comparable>(_ x: T, _ range: ClosedRange<T>) -> T {
  min(max(x, range.lowerBound), range.upperBound)
}

/// A rise from 0 at `low` to 1 at `high`, flat at both ends: the cubic 3t² - 2t³, held outside.
///
/// `low` and `high` must differ; with `low` above `high` the curve falls.
@inlinable
public func smoothstep(_ low: Double, _ high: Double, _ x: Double) -> Double {
  let t = clamp((x - low) / (high - low), 0...1)
  return t * t * (3 - 2 * t)
}

/// Where `x` lies between `low` (0) and `high` (1): the inverse of ``mix(_:_:_:)-(Double,Double,Double)``.
@inlinable
public func unmix(_ low: Double, _ high: Double, _ x: Double) -> Double { (x - low) / (high - low) }
