/// Boxes around the cells of a grid, each of its own size, cut off by the border: what means are taken over.
struct CellBoxes {
  private let columns: Int
  private let rows: Int
  /// The four corners of each cell's box in a table of sums one cell wider and higher than the grid: lower right, upper
  /// right, lower left and upper left.
  private let corners: [SIMD4<Int32>]
  private let shares: [Double]

  /// `reach` tells how many cells a box reaches to each side of cell `index`, and up and down.
  init(columns: Int, rows: Int, reach: (_ index: Int) -> (across: Int, down: Int)) {
    (self.columns, self.rows) = (columns, rows)
    let width = columns + 1
    var corners: [SIMD4<Int32>] = []
    var shares: [Double] = []
    corners.reserveCapacity(columns * rows)
    shares.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let (across, down) = reach(row * columns + column)
        let (left, right) = (max(0, column - across), min(columns, column + across + 1))
        let (top, bottom) = (max(0, row - down) * width, min(rows, row + down + 1) * width)
        corners.append(SIMD4(Int32(bottom + right), Int32(top + right), Int32(bottom + left), Int32(top + left)))
        shares.append(1 / Double((right - left) * ((bottom - top) / width)))
      }
    }
    (self.corners, self.shares) = (corners, shares)
  }

  /// The mean of a field over every cell's box, from one table of sums (Crow, "Summed-area tables", 1984).
  func means(_ field: [Float]) -> [Float] {
    precondition(field.count == columns * rows)
    let sums = sums(field)
    return [Float](unsafeUninitializedCapacity: field.count) { result, count in
      sums.withUnsafeBufferPointer { sums in
        for index in field.indices {
          let c = corners[index]
          let sum = sums[Int(c.x)] - sums[Int(c.y)] - sums[Int(c.z)] + sums[Int(c.w)]
          result[index] = Float(sum * shares[index])
        }
      }
      count = field.count
    }
  }

  /// Sums over all cells above and left of each corner.
  private func sums(_ field: [Float]) -> [Double] {
    let width = columns + 1
    return [Double](unsafeUninitializedCapacity: width * (rows + 1)) { sums, count in
      for column in 0..<width { sums[column] = 0 }
      for row in 0..<rows {
        var line = 0.0
        let start = (row + 1) * width
        sums[start] = 0
        for column in 0..<columns {
          line += Double(field[row * columns + column])
          sums[start + column + 1] = sums[start - width + column + 1] + line
        }
      }
      count = width * (rows + 1)
    }
  }
}
