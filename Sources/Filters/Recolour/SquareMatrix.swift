/// A 3x3 matrix, by columns.
struct SquareMatrix: Equatable, Sendable {
  var columns: [SIMD3<Double>]

  init(_ columns: [SIMD3<Double>]) { self.columns = columns }
  static let identity = Self(diagonal: SIMD3(1, 1, 1))
  init(diagonal d: SIMD3<Double>) { columns = [SIMD3(d.x, 0, 0), SIMD3(0, d.y, 0), SIMD3(0, 0, d.z)] }

  static func * (m: Self, v: SIMD3<Double>) -> SIMD3<Double> {
    m.columns[0] * v.x + m.columns[1] * v.y + m.columns[2] * v.z
  }
  static func * (m: Self, n: Self) -> Self { Self(n.columns.map { m * $0 }) }
  static func + (m: Self, n: Self) -> Self { Self(zip(m.columns, n.columns).map { $0 + $1 }) }
  static func * (m: Self, s: Double) -> Self { Self(m.columns.map { $0 * s }) }
  var transposed: Self {
    Self((0..<3).map { row in SIMD3(columns[0][row], columns[1][row], columns[2][row]) })
  }

  /// The matrix with the same eigenvectors and `f` of the eigenvalues; this one must be symmetric.
  ///
  /// Jacobi's rotations (1846): each clears one pair off the diagonal; twelve rounds are far more than enough.
  func mappingEigenvalues(_ f: (Double) -> Double) -> Self {
    var m = self
    var vectors = Self.identity
    for _ in 0..<12 {
      for (p, q) in [(0, 1), (0, 2), (1, 2)] where m.columns[q][p] != 0 {
        let theta = (m.columns[q][q] - m.columns[p][p]) / (2 * m.columns[q][p])
        let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
        let c = 1 / (t * t + 1).squareRoot()
        var turn = Self.identity
        turn.columns[p][p] = c
        turn.columns[q][q] = c
        turn.columns[q][p] = t * c
        turn.columns[p][q] = -t * c
        m = turn.transposed * m * turn
        vectors = vectors * turn
      }
    }
    let values = SIMD3(f(m.columns[0].x), f(m.columns[1].y), f(m.columns[2].z))
    return vectors * Self(diagonal: values) * vectors.transposed
  }

  /// The symmetric square root of a positive definite matrix.
  var squareRoot: Self { mappingEigenvalues { max(0, $0).squareRoot() } }
}
