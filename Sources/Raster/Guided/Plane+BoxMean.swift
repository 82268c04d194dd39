extension Plane {
  /// The mean over the square of `2 radius + 1` pixels around every pixel; at the border, over the part of it
  /// that lies in the picture.
  ///
  /// Running sums: a pixel costs two additions and two subtractions at any radius. Down the columns they are
  /// float32 and start anew with each band, along the row float64, so errors do not pile up.
  /// - Parameters:
  ///   - radius: at least 0.
  ///   - jobs: how many threads may work; the samples are the same for any number.
  /// - Returns: a plane of the same size.
  public func boxMean(radius: Int, jobs: Int = 1) -> Plane {
    precondition(radius >= 0, "a radius is at least 0")
    var result = Plane(width: width, height: height)
    let shares = Self.shares(width, radius: radius)
    // A band begins by summing a window of rows: bands grow with the window so that this stays cheap.
    let bandHeight = max(Bands.height, 2 * radius + 1)
    Bands.fill(
      &result.samples, rows: height, rowLength: stride, jobs: jobs, height: bandHeight
    ) { band, samples in
      var sums = [Float](repeating: 0, count: stride)
      for y in max(0, band.lowerBound - radius)..<min(height, band.lowerBound + radius) {
        add(row: y, 1, to: &sums)
      }
      for y in band {
        if y + radius < height { add(row: y + radius, 1, to: &sums) }
        if y - radius - 1 >= 0, y > band.lowerBound { add(row: y - radius - 1, -1, to: &sums) }
        let rows = min(height, y + radius + 1) - max(0, y - radius)
        let start = (y - band.lowerBound) * stride
        samples.withPart(start..<start + width) {
          Self.means(sums.span, radius: radius, shares: shares.span, scale: 1 / Float(rows), into: &$0)
        }
      }
    }
    return result
  }

  /// One over the number of columns in each column's window.
  private static func shares(_ width: Int, radius: Int) -> [Float] {
    (0..<width).map { 1 / Float(min(width, $0 + radius + 1) - max(0, $0 - radius)) }
  }

  private func add(row y: Int, _ sign: Float, to sums: inout [Float]) {
    let source = samples.span
    var sums = sums.mutableSpan
    for x in Swift.stride(from: 0, to: stride, by: 8) {
      sums.setLanes(sums.lanes(at: x) + source.lanes(at: y * stride + x) * sign, at: x)
    }
  }

  /// Windows along a row of column sums.
  private static func means(
    _ sums: Span<Float>, radius: Int, shares: Span<Float>, scale: Float, into row: inout MutableSpan<Float>
  ) {
    let width = row.count
    var sum = 0.0
    for x in 0..<min(radius, width) { sum += Double(sums[x]) }
    for x in 0..<width {
      let entering = x + radius < width ? sums[x + radius] : 0
      let leaving = x - radius - 1 >= 0 ? sums[x - radius - 1] : 0
      sum += Double(entering) - Double(leaving)
      row[x] = Float(sum) * (shares[x] * scale)
    }
  }
}
