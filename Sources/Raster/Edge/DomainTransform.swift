import CVector
import Elementary

/// Smooths within regions but not over their edges: the recursive form of Gastal and Oliveira's "Domain transform
/// for edge-aware image and video processing" (2011).
///
/// Every sample takes a part of its neighbour's value, the less the farther that neighbour is in space and colour
/// together; along rows there and back, then along columns, with steps that halve from pass to pass. The distance
/// counts the changes of all planes of the guide at once. The first and the last sample of a line are taken as they
/// are. Cost is the same for any size.
public struct DomainTransform: Sendable {
  /// The deviation of the smoothing where nothing changes, in pixels, above 0.
  public let spatial: Double
  /// How much change of colour, summed over the planes, counts as much as that; above 0.
  public let range: Double
  /// How often rows and columns are filtered, 1...8; three leave no stripes that an eye would see.
  public let iterations: Int

  public init(spatial: Double, range: Double, iterations: Int = 3) {
    precondition(spatial > 0 && range > 0 && (1...8).contains(iterations))
    (self.spatial, self.range, self.iterations) = (spatial, range, iterations)
  }

  /// The logarithm to base 2 of the weight at distance 1, in pass `index`: equations 14 and 21 of the paper.
  func scale(_ index: Int) -> Float {
    let whole = Exact.exp2(Double(2 * iterations)) - 1
    let deviation = spatial * (3 / whole).squareRoot() * Exact.exp2(Double(iterations - 1 - index))
    return Float(-1 / deviation * (2.0).squareRoot() * 1.4426950408889634)
  }

  /// The rows of a source, filtered along the edges of a guide of the same size.
  func filtered(_ source: some RowSource, guide: some RowSource, jobs: Int) -> StoredRows {
    let shape = source.shape
    precondition(shape.width == guide.shape.width && shape.height == guide.shape.height)
    var image = StoredRows(shape, samples: [Float](repeating: 0, count: shape.height * shape.length))
    guard shape.width > 0, shape.height > 0 else { return image }
    let distances = DomainDistances(guide, ratio: Float(spatial / range))
    let upward = distances.upward(jobs: jobs)
    for index in 0..<iterations {
      filterRows(&image, index, source, distances, jobs: jobs)
      filterColumns(&image, upward, scale(index), jobs: jobs)
    }
    return image
  }

  /// Filters rows to the right and back; the first pass fetches them from the source, eight at a time.
  private func filterRows(
    _ image: inout StoredRows, _ index: Int, _ source: some RowSource,
    _ distances: DomainDistances<some RowSource>, jobs: Int
  ) {
    let (shape, scale) = (image.shape, scale(index))
    Bands.fill(&image.samples, rows: shape.height, rowLength: shape.length, jobs: jobs) { band, samples in
      var (source, distances) = (source, distances)
      var weights = [Float](repeating: 0, count: 8 * shape.stride)
      var turned = [Float](repeating: 0, count: 8 * shape.length)
      for y in stride(from: band.lowerBound, to: band.upperBound, by: 8) {
        // A last group of fewer than eight rows names its last one again: the same result is stored twice.
        let rows = (y..<y + 8).map { min($0, band.upperBound - 1) }
        let offsets = rows.map { ($0 - band.lowerBound) * shape.length }
        if index == 0 {
          for (y, start) in zip(rows, offsets) {
            samples.withPart(start..<start + shape.length) { source.fetch(y, into: &$0) }
          }
        }
        domain_turned_weights(distances.leftward(rows), shape.stride, shape.width, scale, &weights)
        // Sound: eight rows of whole vectors lie in the band, and the buffers hold as many.
        samples.withUnsafeMutableBufferPointer {
          domain_rows(
            $0.baseAddress!, offsets, shape.stride, shape.width, shape.planes, weights, &turned)
        }
      }
    }
  }

  private func filterColumns(_ image: inout StoredRows, _ upward: [Float], _ scale: Float, jobs: Int) {
    let shape = image.shape
    image.samples.withUnsafeMutableBufferPointer { samples in
      let shared = SharedBuffer(samples)
      Bands.forEach(rows: shape.stride / 8, jobs: jobs, height: Self.strip / 8) { band in
        upward.withUnsafeBufferPointer { upward in
          // Sound: strips of columns do not overlap, and each is handed out once.
          domain_columns(
            shared.buffer.baseAddress! + 8 * band.lowerBound, shape.planes,
            upward.baseAddress! + 8 * band.lowerBound, shape.stride, shape.height, 8 * band.count, scale)
        }
      }
    }
  }

  /// Columns that a thread filters together: their latest row stays in the nearest cache, and memory is still
  /// read in runs of a quarter of a page or more.
  private static let strip = 256
}

/// Distances between neighbours in the transformed domain: 1 + ratio times the change of all planes.
struct DomainDistances<Guide: RowSource>: Sendable {
  private var guide: Guide
  private let ratio: Float
  /// A row of the guide after a vector of nothing.
  private var row: [Float]
  private var above: [Float]
  private var leftward: [Float]

  init(_ guide: Guide, ratio: Float) {
    (self.guide, self.ratio) = (guide, ratio)
    row = [Float](repeating: 0, count: 8 + guide.shape.length)
    above = row
    leftward = [Float](repeating: 0, count: 8 * guide.shape.stride)
  }

  /// To the left neighbours, of eight rows; that of a first sample means nothing.
  mutating func leftward(_ rows: [Int]) -> [Float] {
    let (shape, ratio) = (guide.shape, ratio)
    for (index, y) in rows.enumerated() {
      fetchRow(y, from: &guide, into: &row, at: 8)
      let range = index * shape.stride..<(index + 1) * shape.stride
      measure(row, at: 7, shape, ratio, into: &leftward, range)
    }
    return leftward
  }

  /// To the neighbours above, of all rows; those of the first row are 0.
  func upward(jobs: Int) -> [Float] {
    let shape = guide.shape
    var distances = [Float](repeating: 0, count: shape.height * shape.stride)
    Bands.fill(&distances, rows: shape.height, rowLength: shape.stride, jobs: jobs) { band, distances in
      var copy = self
      if band.lowerBound > 0 { fetchRow(band.lowerBound - 1, from: &copy.guide, into: &copy.above, at: 8) }
      for y in band {
        fetchRow(y, from: &copy.guide, into: &copy.row, at: 8)
        let start = (y - band.lowerBound) * shape.stride
        var part = distances._mutatingExtracting(start..<start + shape.stride)
        if y > 0 { measure(copy.row.span, at: 8, copy.above.span, at: 8, shape, ratio, into: &part) }
        swap(&copy.row, &copy.above)
      }
    }
    return distances
  }
}

private func measure(
  _ row: [Float], at j: Int, _ shape: RowShape, _ ratio: Float, into distances: inout [Float],
  _ range: Range<Int>
) {
  var span = distances.mutableSpan
  var part = span._mutatingExtracting(range)
  measure(row.span, at: 8, row.span, at: j, shape, ratio, into: &part)
}

private func measure(
  _ a: Span<Float>, at i: Int, _ b: Span<Float>, at j: Int, _ shape: RowShape, _ ratio: Float,
  into distances: inout MutableSpan<Float>
) {
  for x in stride(from: 0, to: distances.count, by: 8) {
    var sum = Lanes()
    for plane in 0..<shape.planes {
      let at = plane * shape.stride + x
      sum += f32x8_abs(a.lanes(at: i + at) - b.lanes(at: j + at))
    }
    distances.setLanes(f32x8_fma(sum, Lanes(repeating: ratio), Lanes(repeating: 1)), at: x)
  }
}
