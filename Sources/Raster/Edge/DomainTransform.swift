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
    guard shape.width > 0, shape.height > 0 else { return StoredRows(shape, samples: []) }
    var samples = [Float](unwritten: shape.height * shape.length)
    let distances = DomainDistances(guide, ratio: Float(spatial / range))
    let upward = distances.upward(jobs: jobs)
    samples.withUnsafeMutableBufferPointer { samples in
      upward.withUnsafeBufferPointer { upward in
        let sweeps = DomainSweeps(
          shape: shape, samples: SharedBuffer(samples), source: source, distances: distances,
          upward: upward.baseAddress!, jobs: jobs)
        for index in 0..<iterations {
          sweeps.down(scale(index), rowsFirst: index == 0)
          sweeps.up(scale(index), rowsNext: index + 1 < iterations ? scale(index + 1) : nil)
        }
      }
    }
    return StoredRows(shape, samples: samples)
  }
}

/// The passes of a transform over a picture in memory.
///
/// Large pictures wait for memory, so rows are filtered in the same walk as columns, a block that fits the caches at
/// a time: on the way up through the picture a block's columns are done first, then the rows of the pass after it.
private struct DomainSweeps<Source: RowSource, Guide: RowSource>: @unchecked Sendable {
  let shape: RowShape
  let samples: SharedBuffer<Float>
  let source: Source
  let distances: DomainDistances<Guide>
  /// Distances to the row above, of all rows.
  let upward: UnsafePointer<Float>
  let jobs: Int

  /// Columns from the top down; before them, for `rowsFirst`, the rows, fetched from the source.
  func down(_ scale: Float, rowsFirst: Bool) {
    for block in blocks {
      if rowsFirst { filterRows(block, scale, fetching: true) }
      filterColumns(max(block.lowerBound, 1)..<block.upperBound, scale, domain_columns_down)
    }
  }

  /// Columns from the bottom up, and rows for the next pass. A block's rows wait until the block above, which
  /// needs its top row as it is, has gone by.
  func up(_ scale: Float, rowsNext next: Float?) {
    var waiting: Range<Int>?
    for block in blocks.reversed() {
      filterColumns(block.lowerBound..<min(block.upperBound, shape.height - 1), scale, domain_columns_up)
      if let next, let waiting { filterRows(waiting, next, fetching: false) }
      waiting = block
    }
    if let next, let waiting { filterRows(waiting, next, fetching: false) }
  }

  /// Runs of rows that the last cache holds: whole groups of eight, and enough that threads seldom wait for each other.
  private var blocks: [Range<Int>] {
    let height = max(64, (1 << 21) / shape.length / 16 * 16)
    return stride(from: 0, to: shape.height, by: height).map { $0..<min($0 + height, shape.height) }
  }

  /// Filters rows to the right and back, eight at a time.
  private func filterRows(_ block: Range<Int>, _ scale: Float, fetching: Bool) {
    Bands.forEach(rows: block.count, jobs: jobs, height: 8) { [self] band in
      var (source, distances) = (source, distances)
      var weights = [Float](repeating: 0, count: 8 * shape.stride)
      var turned = [Float](repeating: 0, count: 8 * shape.length)
      // A last group of fewer than eight rows names its last one again: the same result is stored twice.
      let rows = (0..<8).map { block.lowerBound + min(band.lowerBound + $0, band.upperBound - 1) }
      if fetching {
        for y in rows.prefix(band.count) {
          // Sound: rows do not overlap, and each belongs to one group.
          var row = MutableSpan(
            _unsafeStart: samples.buffer.baseAddress! + y * shape.length, count: shape.length)
          source.fetchWhole(y, into: &row)
        }
      }
      domain_turned_weights(distances.leftward(rows), shape.stride, shape.width, scale, &weights)
      // Sound: the rows lie in the picture, and the buffers hold eight of them in whole vectors.
      domain_rows(
        samples.buffer.baseAddress!, rows.map { $0 * shape.length }, shape.stride, shape.width, shape.planes,
        weights, &turned)
    }
  }

  /// Filters columns over `rows`, in strips: their latest row stays in the nearest cache, and memory is still read
  /// in runs of a quarter of a page or more.
  private func filterColumns(
    _ rows: Range<Int>, _ scale: Float,
    _ filter:
      @Sendable (
        UnsafeMutablePointer<Float>, Int, UnsafePointer<Float>, Int, Int, Int, Float
      ) -> Void
  ) {
    Bands.forEach(rows: shape.stride / 8, jobs: jobs, height: 256 / 8) { [self] strip in
      // Sound: strips of columns do not overlap, and each is handed out once.
      filter(
        samples.buffer.baseAddress! + rows.lowerBound * shape.length + 8 * strip.lowerBound, shape.planes,
        upward + rows.lowerBound * shape.stride + 8 * strip.lowerBound, shape.stride, rows.count,
        8 * strip.count, scale)
    }
  }
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
    var distances = [Float](unwritten: shape.height * shape.stride)
    Bands.fill(&distances, rows: shape.height, rowLength: shape.stride, jobs: jobs) { band, distances in
      var copy = self
      if band.lowerBound > 0 { fetchRow(band.lowerBound - 1, from: &copy.guide, into: &copy.above, at: 8) }
      for y in band {
        fetchRow(y, from: &copy.guide, into: &copy.row, at: 8)
        let start = (y - band.lowerBound) * shape.stride
        var part = distances._mutatingExtracting(start..<start + shape.stride)
        if y == 0 {
          for x in part.indices { part[x] = 0 }
        } else {
          measure(copy.row.span, at: 8, copy.above.span, at: 8, shape, ratio, into: &part)
        }
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
