/// A row of a plane with its outermost samples repeated on both sides, so that a kernel may reach out.
struct StagedRow {
  /// `margin` samples, the row, and at least `margin` and a vector more.
  private(set) var samples: [Float]
  private let margin: Int

  init(_ plane: Plane, margin: Int) {
    self.margin = margin
    samples = [Float](repeating: 0, count: plane.stride + 2 * margin + 8)
  }

  /// Holds row `y` from now on, or the nearest row that there is.
  mutating func move(to y: Int, of plane: Plane) {
    guard plane.width > 0 else { return }
    let start = min(max(y, 0), plane.height - 1) * plane.stride
    let source = plane.samples.span
    let margin = margin
    var row = samples.mutableSpan
    let (first, last) = (source[start], source[start + plane.width - 1])
    for x in 0..<margin { row[x] = first }
    for x in stride(from: 0, to: plane.width, by: 8) {
      row.setLanes(source.lanes(at: start + x), at: margin + x)
    }
    for x in margin + plane.width..<row.count { row[x] = last }
  }
}
