import CVector

/// Rows convolved with one symmetric kernel both ways; the edges are repeated beyond the border.
///
/// Cost: an addition and a multiplication for each pair of taps, both ways.
struct Convolved<Source: RowSource>: RowSource {
  var shape: RowShape { columns.shape }
  private var columns: ConvolvedColumns<ConvolvedRows<Source>>

  /// `taps` are the weights of the middle, its neighbours, theirs and so on.
  init(_ source: Source, taps: [Float]) {
    columns = ConvolvedColumns(source: ConvolvedRows(source: source, taps: taps), taps: taps)
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) { columns.fetch(y, into: &row) }
}

private struct ConvolvedRows<Source: RowSource>: RowSource {
  let shape: RowShape
  private var source: Source
  private let taps: [Float]
  private let margin: Int
  private let offsets: [Int]
  private var wide: [Float]

  init(source: Source, taps: [Float]) {
    (self.source, self.taps, shape) = (source, taps, source.shape)
    margin = Rows.padded(taps.count)
    offsets = (1 - taps.count..<taps.count).map { $0 }
    wide = [Float](repeating: 0, count: source.shape.stride + 2 * margin)
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    source.fetch(y, into: &row)
    let (shape, margin) = (shape, margin)
    for plane in 0..<shape.planes {
      let range = plane * shape.stride..<(plane + 1) * shape.stride
      var span = wide.mutableSpan
      copy(row.span.extracting(range), into: &span, at: margin)
      repeatEdges(of: &span, margin..<margin + shape.width)
      var part = row._mutatingExtracting(range)
      convolve(wide, at: margin, offsets, taps, into: &part)
    }
  }
}

private struct ConvolvedColumns<Source: RowSource>: RowSource {
  let shape: RowShape
  private var source: Source
  private let taps: [Float]
  private var ring: RowRing

  init(source: Source, taps: [Float]) {
    (self.source, self.taps, shape) = (source, taps, source.shape)
    ring = RowRing(count: 2 * taps.count - 1, length: source.shape.length)
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    let reach = taps.count - 1
    let rows = (y - reach...y + reach).map { max(0, min(shape.height - 1, $0)) }
    for y in rows { ring.hold(y, from: &source) }
    convolve(ring.samples, at: 0, rows.map { ring.range($0).lowerBound }, taps, into: &row)
  }
}

/// Fills a row with sums over pairs of samples at the same distance from the middle one of `offsets`.
private func convolve(
  _ samples: [Float], at start: Int, _ offsets: [Int], _ taps: [Float], into row: inout MutableSpan<Float>
) {
  let reach = taps.count - 1
  precondition(offsets.count == 2 * reach + 1 && row.count & 7 == 0)
  precondition(offsets.allSatisfy { start + $0 >= 0 && start + $0 + row.count <= samples.count })
  let count = row.count
  // Sound: all that is read lies in `samples` (see the condition above), all that is written in `row`.
  samples.withUnsafeBufferPointer { samples in
    row.withUnsafeMutableBufferPointer { row in
      guard let base = samples.baseAddress, let target = row.baseAddress else { return }
      offsets.withUnsafeBufferPointer {
        convolve_row(base + start, $0.baseAddress! + reach, taps, reach, target, count)
      }
    }
  }
}
