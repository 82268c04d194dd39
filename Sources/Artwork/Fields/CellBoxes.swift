/// Boxes around the cells of a grid, each of its own size, cut off by the border: what means are taken over.
struct CellBoxes {
  private let columns: Int
  private let rows: Int
  private let boxes: [Box]

  /// A cell's box in a table of sums one cell wider and higher than the grid.
  private struct Box {
    /// Lower right, upper right, lower left and upper left.
    let corners: SIMD4<Int32>
    /// One by the number of cells.
    let share: Double
  }

  /// `reach` tells how many cells a box reaches to each side of cell `index`, and up and down.
  init(columns: Int, rows: Int, reach: (_ index: Int) -> (across: Int, down: Int)) {
    (self.columns, self.rows) = (columns, rows)
    let width = columns + 1
    boxes = [Box](unsafeUninitializedCapacity: columns * rows) { boxes, count in
      for row in 0..<rows {
        for column in 0..<columns {
          let index = row * columns + column
          let (across, down) = reach(index)
          let (left, right) = (max(0, column - across), min(columns, column + across + 1))
          let (top, bottom) = (max(0, row - down), min(rows, row + down + 1))
          let (upper, lower) = (top * width, bottom * width)
          let corners = SIMD4(
            Int32(truncatingIfNeeded: lower + right), Int32(truncatingIfNeeded: upper + right),
            Int32(truncatingIfNeeded: lower + left), Int32(truncatingIfNeeded: upper + left))
          (boxes.baseAddress! + index).initialize(
            to: Box(corners: corners, share: 1 / Double((right - left) * (bottom - top))))
        }
      }
      count = columns * rows
    }
  }

  /// Puts the mean of a field over every cell's box in the cell's place, from one table of sums (Crow, "Summed-area
  /// tables", 1984), whose memory is the caller's: fields are large and taken many times.
  func average(_ field: inout [Float], _ sums: inout [Double]) {
    precondition(field.count == boxes.count && sums.count == (columns + 1) * (rows + 1))
    sum(field, into: &sums)
    field.withUnsafeMutableBufferPointer { field in
      sums.withUnsafeBufferPointer { sums in
        for (index, box) in boxes.enumerated() {
          let c = box.corners
          let sum = sums[Int(c.x)] - sums[Int(c.y)] - sums[Int(c.z)] + sums[Int(c.w)]
          field[index] = Float(sum * box.share)
        }
      }
    }
  }

  /// A table for ``average(_:_:)``.
  var table: [Double] { [Double](repeating: 0, count: (columns + 1) * (rows + 1)) }

  /// Sums over all cells above and left of each corner; the first row and column stay zero.
  private func sum(_ field: [Float], into sums: inout [Double]) {
    let width = columns + 1
    field.withUnsafeBufferPointer { field in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in 0..<rows {
          var line = 0.0
          let start = (row + 1) * width + 1
          for column in 0..<columns {
            line += Double(field[row * columns + column])
            sums[start + column] = sums[start - width + column] + line
          }
        }
      }
    }
  }
}
