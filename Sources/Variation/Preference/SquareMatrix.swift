/// A square matrix, row by row.
struct SquareMatrix: Sendable {
  let size: Int
  var values: [Double]

  init(size: Int, _ value: (Int, Int) -> Double) {
    self.size = size
    values = (0..<size * size).map { value($0 / size, $0 % size) }
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set { values[row * size + column] = newValue }
  }

  func times(_ vector: [Double]) -> [Double] {
    (0..<size).map { row in
      var sum = 0.0
      for column in 0..<size { sum += values[row * size + column] * vector[column] }
      return sum
    }
  }

  func times(_ other: SquareMatrix) -> SquareMatrix {
    var product = SquareMatrix(size: size) { _, _ in 0 }
    for row in 0..<size {
      for k in 0..<size where self[row, k] != 0 {
        let factor = self[row, k]
        for column in 0..<size { product[row, column] += factor * other[k, column] }
      }
    }
    return product
  }

  /// The solution X of `self * X = right`, by elimination with row exchanges; right has any number of columns, given
  /// as rows. The matrix must not be singular. O(size^3).
  func solving(_ right: [[Double]]) -> [[Double]] {
    var rows = (0..<size).map { Array(values[$0 * size..<($0 + 1) * size]) + right[$0] }
    for pivot in 0..<size {
      let best = (pivot..<size).reduce(pivot) { abs(rows[$1][pivot]) > abs(rows[$0][pivot]) ? $1 : $0 }
      rows.swapAt(pivot, best)
      let head = rows[pivot]
      for row in pivot + 1..<max(size, pivot + 1) where rows[row][pivot] != 0 {
        let factor = rows[row][pivot] / head[pivot]
        for column in pivot..<head.count { rows[row][column] -= factor * head[column] }
      }
    }
    for pivot in (0..<size).reversed() {
      let scale = 1 / rows[pivot][pivot]
      for column in size..<rows[pivot].count { rows[pivot][column] *= scale }
      let head = rows[pivot]
      for row in 0..<pivot where rows[row][pivot] != 0 {
        let factor = rows[row][pivot]
        for column in size..<head.count { rows[row][column] -= factor * head[column] }
      }
    }
    return rows.map { Array($0[size...]) }
  }
}
