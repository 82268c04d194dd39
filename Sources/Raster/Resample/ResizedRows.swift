import CVector

/// Rows of another width.
struct ResizedRows<Source: RowSource>: RowSource {
  let shape: RowShape
  private var source: Source
  private let starts: [Int32]
  private let weights: [Float]
  private let taps: Int
  private var old: [Float]

  init(_ source: Source, width: Int, _ kernel: ResamplingKernel, step: Double? = nil) {
    let resampler = Resampler(from: source.shape.width, to: width, kernel, step: step, multiple: 8)
    self.source = source
    shape = RowShape(width: width, height: source.shape.height, planes: source.shape.planes)
    (starts, weights, taps) = (resampler.starts.map { Int32($0) }, resampler.weights, resampler.taps)
    old = [Float](repeating: 0, count: source.shape.length)
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    fetchRow(y, from: &source, into: &old)
    for plane in 0..<shape.planes {
      let target = plane * shape.stride..<plane * shape.stride + shape.width
      var part = row._mutatingExtracting(target)
      resize(old, from: plane * source.shape.stride, into: &part)
    }
  }

  private func resize(_ old: [Float], from start: Int, into row: inout MutableSpan<Float>) {
    precondition(row.count == starts.count)
    // Sound: every run of weights ends within a plane's padded row (see ``Resampler``).
    old.withUnsafeBufferPointer { old in
      row.withUnsafeMutableBufferPointer { row in
        guard let base = old.baseAddress, let target = row.baseAddress else { return }
        weighted_runs(base + start, starts, weights, taps, target, starts.count)
      }
    }
  }
}

/// Columns of another height.
struct ResizedColumns<Source: RowSource>: RowSource {
  let shape: RowShape
  private var source: Source
  private let resampler: Resampler
  private var ring: RowRing

  init(_ source: Source, height: Int, _ kernel: ResamplingKernel, step: Double? = nil) {
    self.source = source
    resampler = Resampler(from: source.shape.height, to: height, kernel, step: step)
    shape = RowShape(width: source.shape.width, height: height, planes: source.shape.planes)
    ring = RowRing(count: resampler.taps, length: source.shape.length)
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    let first = resampler.starts[y]
    let rows = first..<first + resampler.taps
    for row in rows { ring.hold(row, from: &source) }
    let weights = Array(resampler.weights[y * resampler.taps..<(y + 1) * resampler.taps])
    sum(ring.samples, rows.map { ring.range($0).lowerBound }, weights, into: &row)
  }
}

/// Fills a row with the weighted sum of rows that start at `offsets`.
func sum(_ samples: [Float], _ offsets: [Int], _ weights: [Float], into row: inout MutableSpan<Float>) {
  let count = row.count
  precondition(offsets.count == weights.count && count & 7 == 0)
  precondition(offsets.allSatisfy { $0 >= 0 && $0 + count <= samples.count })
  // Sound: all that is read lies in `samples` (see the condition above), all that is written in `row`.
  samples.withUnsafeBufferPointer { samples in
    row.withUnsafeMutableBufferPointer { row in
      guard let base = samples.baseAddress, let target = row.baseAddress else { return }
      weighted_rows(base, offsets, weights, weights.count, target, count)
    }
  }
}
