import Raster
import Testing

@Suite struct RowShiftTests {
  @Test(arguments: awkwardWidths)
  func agreesWithItsTwin(width: Int) {
    var numbers = TestNumbers(UInt64(width))
    let (margin, padded) = (8, Rows.padded(width))
    let (upper, lower) = (numbers.row(padded + 24), numbers.row(padded + 24))
    for (x, y) in [(0.0, 0.0), (0.375, -0.25), (-3.5, 0.125), (7.75, 2.5)] {
      let shift = RowShift(x: x, y: y)
      var row = [Float](repeating: 0, count: padded)
      var span = row.mutableSpan
      shift.apply(upper: upper.span, lower: lower.span, margin: margin, into: &span)
      for i in row.indices {
        let at = i + margin + shift.column
        let top = fma(upper[at + 1] - upper[at], shift.right, upper[at])
        let bottom = fma(lower[at + 1] - lower[at], shift.right, lower[at])
        #expect(row[i] == fma(bottom - top, shift.below, top))
      }
    }
  }

  @Test func movesContentRightAndDown() {
    let shift = RowShift(x: 0.25, y: 1.5)
    // A pixel takes a quarter of its left neighbour: from one column back, three quarters of the way.
    #expect((shift.column, shift.right) == (-1, 0.75))
    #expect((shift.row, shift.below) == (-2, 0.5))
    #expect(RowShift(x: 0.0001, y: -0.0001) == RowShift(x: 0, y: 0))
  }
}
