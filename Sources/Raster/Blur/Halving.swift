import CVector

/// Rows of half the size: the cubic B-spline of two boxes' width, weights 1 4 6 4 1 over 16 both ways (the pyramid
/// of Burt and Adelson, 1983).
///
/// Node `k` of a row lies on pixel `2 (k - 1)`: one node is left of the picture, and at least one right of it, so
/// that all pixels beyond the border, which repeat the edge, end up in nodes that repeat, too.
struct Halved<Source: RowSource>: RowSource {
  let shape: RowShape
  private var source: Source
  private let full: RowShape
  private var ring: RowRing
  /// One plane's row of column sums with room on both sides.
  private var sums: [Float]

  /// The nodes that stand for `length` pixels.
  static func nodes(_ length: Int) -> Int { length / 2 + 3 }

  init(_ source: Source) {
    (self.source, full) = (source, source.shape)
    shape = RowShape(width: Self.nodes(full.width), height: Self.nodes(full.height), planes: full.planes)
    ring = RowRing(count: 5, length: full.length)
    sums = [Float](repeating: 0, count: 2 * shape.stride + 2 * Halving.margin)
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    let middle = 2 * (y - 1)
    let rows = (middle - 2...middle + 2).map { max(0, min(full.height - 1, $0)) }
    for y in rows { ring.hold(y, from: &source) }
    for plane in 0..<full.planes {
      let starts = rows.map { ring.range($0).lowerBound + plane * full.stride }
      addRows(ring.samples, starts, count: full.stride, into: &sums)
      repeatEdges(of: &sums, Halving.margin..<Halving.margin + full.width)
      var part = row._mutatingExtracting(plane * shape.stride..<(plane + 1) * shape.stride)
      halve(sums.span, into: &part)
    }
  }
}

private enum Halving {
  /// Samples before a plane's first column among the sums; 4 are read.
  static var margin: Int { 8 }
}

/// Five rows to one.
private func addRows(_ samples: [Float], _ starts: [Int], count: Int, into sums: inout [Float]) {
  let rows = samples.span
  let a = rows.extracting(starts[0]..<starts[0] + count), b = rows.extracting(starts[1]..<starts[1] + count)
  let c = rows.extracting(starts[2]..<starts[2] + count), d = rows.extracting(starts[3]..<starts[3] + count)
  let e = rows.extracting(starts[4]..<starts[4] + count)
  var sum = sums.mutableSpan
  precondition(Halving.margin + count <= sum.count && count & 7 == 0)
  for x in stride(from: 0, to: count, by: 8) {
    let outer = a.lanes(at: x) + e.lanes(at: x), inner = b.lanes(at: x) + d.lanes(at: x)
    sum.setLanes(weighted(outer, inner, c.lanes(at: x)), at: Halving.margin + x)
  }
}

private func halve(_ sums: Span<Float>, into row: inout MutableSpan<Float>) {
  for k in stride(from: 0, to: row.count, by: 8) {
    // Node 0 stands on pixel -2.
    let x = 2 * k + Halving.margin - 4
    let (a, b) = (sums.lanes(at: x), sums.lanes(at: x + 8))
    let (c, d) = (sums.lanes(at: x + 2), sums.lanes(at: x + 10))
    let outer = f32x8_even(a, b) + f32x8_even(sums.lanes(at: x + 4), sums.lanes(at: x + 12))
    row.setLanes(weighted(outer, f32x8_odd(a, b) + f32x8_odd(c, d), f32x8_even(c, d)), at: k)
  }
}

@inline(__always)
private func weighted(_ outer: Lanes, _ inner: Lanes, _ middle: Lanes) -> Lanes {
  let sum = f32x8_fma(inner, Lanes(repeating: 0.25), outer * Lanes(repeating: 0.0625))
  return f32x8_fma(middle, Lanes(repeating: 0.375), sum)
}
