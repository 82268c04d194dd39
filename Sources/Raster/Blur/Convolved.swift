import CVector

/// Rows convolved with one symmetric kernel both ways; the edges are repeated beyond the border.
///
/// Cost: a multiplication and an addition for each pair of taps, both ways.
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
  private var wide: [Float]

  init(source: Source, taps: [Float]) {
    (self.source, self.taps, shape) = (source, taps, source.shape)
    margin = Rows.padded(taps.count)
    wide = [Float](repeating: 0, count: source.shape.stride + 2 * margin + 24)
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
      Self.convolve(wide.span, margin: margin, taps.span, into: &part)
    }
  }

  /// Four vectors at once, so that their sums do not wait for each other.
  private static func convolve(
    _ wide: Span<Float>, margin: Int, _ taps: Span<Float>, into row: inout MutableSpan<Float>
  ) {
    for x in Swift.stride(from: 0, to: row.count, by: 32) {
      let m = margin + x
      let middle = Lanes(repeating: taps[0])
      var (a, b) = (wide.lanes(at: m) * middle, wide.lanes(at: m + 8) * middle)
      var (c, d) = (wide.lanes(at: m + 16) * middle, wide.lanes(at: m + 24) * middle)
      for i in 1..<taps.count {
        let tap = Lanes(repeating: taps[i])
        a = f32x8_fma(wide.lanes(at: m - i) + wide.lanes(at: m + i), tap, a)
        b = f32x8_fma(wide.lanes(at: m - i + 8) + wide.lanes(at: m + i + 8), tap, b)
        c = f32x8_fma(wide.lanes(at: m - i + 16) + wide.lanes(at: m + i + 16), tap, c)
        d = f32x8_fma(wide.lanes(at: m - i + 24) + wide.lanes(at: m + i + 24), tap, d)
      }
      row.setLanes(a, at: x)
      if x + 8 < row.count { row.setLanes(b, at: x + 8) }
      if x + 16 < row.count { row.setLanes(c, at: x + 16) }
      if x + 24 < row.count { row.setLanes(d, at: x + 24) }
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
    Self.convolve(ring.samples.span, rows.map { ring.range($0).lowerBound }, taps.span, into: &row)
  }

  private static func convolve(
    _ rows: Span<Float>, _ starts: [Int], _ taps: Span<Float>, into row: inout MutableSpan<Float>
  ) {
    for x in Swift.stride(from: 0, to: row.count & ~31, by: 32) {
      convolve(rows, starts.span, taps, into: &row, at: x)
    }
    for x in Swift.stride(from: row.count & ~31, to: row.count, by: 8) {
      let (rows, reach) = (rows, taps.count - 1)
      var sum = rows.lanes(at: starts[reach] + x) * Lanes(repeating: taps[0])
      for i in 1..<taps.count {
        let pair = rows.lanes(at: starts[reach - i] + x) + rows.lanes(at: starts[reach + i] + x)
        sum = f32x8_fma(pair, Lanes(repeating: taps[i]), sum)
      }
      row.setLanes(sum, at: x)
    }
  }

  /// Four vectors.
  @inline(__always)
  private static func convolve(
    _ rows: Span<Float>, _ starts: Span<Int>, _ taps: Span<Float>, into row: inout MutableSpan<Float>,
    at x: Int
  ) {
    let reach = taps.count - 1
    let (middle, tap) = (starts[reach] + x, Lanes(repeating: taps[0]))
    var (a, b) = (rows.lanes(at: middle) * tap, rows.lanes(at: middle + 8) * tap)
    var (c, d) = (rows.lanes(at: middle + 16) * tap, rows.lanes(at: middle + 24) * tap)
    for i in 1..<taps.count {
      let tap = Lanes(repeating: taps[i])
      let (p, q) = (starts[reach - i] + x, starts[reach + i] + x)
      a = f32x8_fma(rows.lanes(at: p) + rows.lanes(at: q), tap, a)
      b = f32x8_fma(rows.lanes(at: p + 8) + rows.lanes(at: q + 8), tap, b)
      c = f32x8_fma(rows.lanes(at: p + 16) + rows.lanes(at: q + 16), tap, c)
      d = f32x8_fma(rows.lanes(at: p + 24) + rows.lanes(at: q + 24), tap, d)
    }
    row.setLanes(a, at: x)
    row.setLanes(b, at: x + 8)
    row.setLanes(c, at: x + 16)
    row.setLanes(d, at: x + 24)
  }
}
