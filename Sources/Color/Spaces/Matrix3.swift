/// A 3x3 matrix of `Double`, by rows: the linear step between two tristimulus spaces.
public struct Matrix3: Hashable, Sendable {
  /// First row.
  public let top: SIMD3<Double>
  /// Second row.
  public let middle: SIMD3<Double>
  /// Third row.
  public let bottom: SIMD3<Double>

  /// A matrix of three rows.
  public init(_ top: SIMD3<Double>, _ middle: SIMD3<Double>, _ bottom: SIMD3<Double>) {
    self.top = top
    self.middle = middle
    self.bottom = bottom
  }

  /// The matrix with `scale` on its diagonal and nothing elsewhere.
  public init(diagonal scale: SIMD3<Double>) {
    self.init([scale.x, 0, 0], [0, scale.y, 0], [0, 0, scale.z])
  }

  /// Rows and columns exchanged.
  public var transposed: Matrix3 {
    Matrix3(
      [top.x, middle.x, bottom.x], [top.y, middle.y, bottom.y], [top.z, middle.z, bottom.z])
  }

  /// The inverse by cofactors, each entry within a few units in its last place for well-conditioned matrices.
  ///
  /// The determinant must not be zero.
  public var inverse: Matrix3 {
    let (p, q, r) = (cross(middle, bottom), cross(bottom, top), cross(top, middle))
    let scale = 1 / dot(top, p)
    return Matrix3(p * scale, q * scale, r * scale).transposed
  }

  /// The matrix applied to a column vector.
  public static func * (m: Matrix3, v: SIMD3<Double>) -> SIMD3<Double> {
    [dot(m.top, v), dot(m.middle, v), dot(m.bottom, v)]
  }

  /// `m` after `n`.
  public static func * (m: Matrix3, n: Matrix3) -> Matrix3 {
    let columns = n.transposed
    return Matrix3(columns * m.top, columns * m.middle, columns * m.bottom)
  }

  /// `self` at `t` 0, `other` at `t` 1, entry by entry.
  func mixed(with other: Matrix3, _ t: Double) -> Matrix3 {
    Matrix3(
      top * (1 - t) + other.top * t, middle * (1 - t) + other.middle * t, bottom * (1 - t) + other.bottom * t)
  }
}

/// The scalar product, summed from the left, so that its rounding is the same everywhere.
func dot(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double { a.x * b.x + a.y * b.y + a.z * b.z }

/// The vector product: at right angles to both.
func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
  [a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x]
}
