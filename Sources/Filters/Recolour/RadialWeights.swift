import Elementary

/// How much each of some places counts at any point: 1 at the place itself and 0 at the others, in between a
/// Gaussian mixture (Chang et al., "Palette-based photo recoloring", 2015, section 4).
struct RadialWeights: Sendable {
  let places: [Lab]
  /// The Gaussians' deviation.
  let reach: Double
  private let inverse: [[Double]]

  /// Places must differ from each other.
  init(_ places: [Lab], reach: Double) {
    (self.places, self.reach) = (places, reach)
    let bumps = places.map { p in places.map { Self.bump(p, $0, reach) } }
    inverse = inverted(bumps)
  }

  /// The weights at a point: at least 0, their sum is 1.
  func callAsFunction(_ point: Lab) -> [Double] {
    let bumps = places.map { Self.bump(point, $0, reach) }
    let raw = inverse.map { row in max(0, zip(row, bumps).reduce(0) { $0 + $1.0 * $1.1 }) }
    let sum = raw.reduce(0, +)
    return sum > 0 ? raw.map { $0 / sum } : raw
  }

  private static func bump(_ p: Lab, _ q: Lab, _ reach: Double) -> Double {
    let d = p - q
    return Exact.exp(-(d * d).sum() / (2 * reach * reach))
  }
}

/// The inverse of a positive definite matrix, by Gauss and Jordan with row pivots.
func inverted(_ matrix: [[Double]]) -> [[Double]] {
  let n = matrix.count
  var rows = matrix.indices.map { i in matrix[i] + (0..<n).map { $0 == i ? 1.0 : 0 } }
  for column in 0..<n {
    let pivot = (column..<n).max { abs(rows[$0][column]) < abs(rows[$1][column]) }!
    rows.swapAt(column, pivot)
    let scale = 1 / rows[column][column]
    rows[column] = rows[column].map { $0 * scale }
    for row in 0..<n where row != column {
      let factor = rows[row][column]
      for k in 0..<2 * n { rows[row][k] -= factor * rows[column][k] }
    }
  }
  return rows.map { Array($0[n...]) }
}
