import CVector

/// The means of a source over the square of `2 radius + 1` pixels around every pixel; at the border, over the part
/// of it that lies in the picture.
///
/// Running sums: a sample costs two additions and two subtractions at any radius. Down the columns they are
/// float32 and start anew with each band, along the row float64, so errors do not pile up. Rows are fetched from
/// the top down, one after the other.
struct BoxRows<Source: RowSource>: RowSource {
  private var source: Source
  private let radius: Int
  /// One over the number of columns in each column's window.
  private let shares: [Float]
  /// Each plane's sums over the rows of the window, between as many zeros as a window reaches out.
  private var sums: [Float]
  private var row: [Float]
  private var latest: Int?
  var shape: RowShape { source.shape }

  init(_ source: Source, radius: Int) {
    (self.source, self.radius) = (source, radius)
    let shape = source.shape
    shares = (0..<shape.width).map { 1 / Float(min(shape.width, $0 + radius + 1) - max(0, $0 - radius)) }
    sums = [Float](repeating: 0, count: shape.planes * (shape.stride + 2 * radius + 1))
    row = [Float](repeating: 0, count: shape.length)
  }

  /// Samples from one plane's sums to the next one's.
  private var length: Int { shape.stride + 2 * radius + 1 }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    let shape = shape
    let first = max(0, y - radius), end = min(shape.height, y + radius + 1)
    if let latest {
      precondition(y == latest + 1)
      if y + radius < shape.height { add(y + radius, 1) }
      if y - radius - 1 >= 0 { add(y - radius - 1, -1) }
    } else {
      for y in first..<end { add(y, 1) }
    }
    latest = y
    let (length, radius, width) = (length, radius, shape.width)
    // Sound: the row has `planes` parts of `stride` samples, and the sums reach a window beyond both ends.
    row.withUnsafeMutableBufferPointer {
      guard let means = $0.baseAddress else { return }
      window_means(
        sums, length, shape.planes, width, radius, shares, 1 / Float(end - first), means, shape.stride)
    }
  }

  private mutating func add(_ y: Int, _ sign: Float) {
    fetchRow(y, from: &source, into: &row)
    for plane in 0..<shape.planes {
      let start = plane * shape.stride
      let part = plane * length + radius + 1
      Self.add(row, start..<start + shape.stride, sign, to: &sums, at: part)
      // Nothing past the width may enter a window.
      for x in shape.width..<shape.stride { sums[part + x] = 0 }
    }
  }

  private static func add(
    _ row: [Float], _ range: Range<Int>, _ sign: Float, to sums: inout [Float], at start: Int
  ) {
    let row = row.span.extracting(range)
    var sums = sums.mutableSpan
    for x in stride(from: 0, to: row.count, by: 8) {
      sums.setLanes(sums.lanes(at: start + x) + row.lanes(at: x) * sign, at: start + x)
    }
  }
}

/// Rows in a band of ``BoxRows``: a band begins by summing a window of rows, so bands grow with the window.
func boxBandHeight(radius: Int) -> Int { max(Bands.height, 2 * radius + 1) }
