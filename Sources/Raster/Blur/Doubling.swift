import CVector

/// Rows of twice the size from nodes as ``Halved`` makes them, on the same spline.
struct Doubled<Source: RowSource>: RowSource {
  let shape: RowShape
  private var source: Stretched<Source>
  private var ring: RowRing

  /// The rows of a picture of that size, whose nodes `source` gives.
  init(_ source: Source, width: Int, height: Int) {
    precondition(source.shape.width == Halved<Source>.nodes(width))
    precondition(source.shape.height == Halved<Source>.nodes(height))
    self.source = Stretched(source, width: width)
    shape = RowShape(width: width, height: height, planes: source.shape.planes)
    ring = RowRing(count: 4, length: shape.length)
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    let node = y / 2 + 1
    if y % 2 == 0 {
      for k in node - 1...node + 1 { ring.hold(k, from: &source) }
      Self.blend(ring.samples.span, ring.range(node - 1), ring.range(node), ring.range(node + 1), into: &row)
    } else {
      for k in node...node + 1 { ring.hold(k, from: &source) }
      Self.blend(ring.samples.span, ring.range(node), ring.range(node + 1), into: &row)
    }
  }

  private static func blend(
    _ rows: Span<Float>, _ first: Range<Int>, _ second: Range<Int>, _ third: Range<Int>,
    into row: inout MutableSpan<Float>
  ) {
    let (a, b, c) = (rows.extracting(first), rows.extracting(second), rows.extracting(third))
    precondition(a.count == row.count && b.count == row.count && c.count == row.count)
    for x in stride(from: 0, to: row.count, by: 8) {
      row.setLanes(onNode(a.lanes(at: x), b.lanes(at: x), c.lanes(at: x)), at: x)
    }
  }

  private static func blend(
    _ rows: Span<Float>, _ first: Range<Int>, _ second: Range<Int>, into row: inout MutableSpan<Float>
  ) {
    let (a, b) = (rows.extracting(first), rows.extracting(second))
    precondition(a.count == row.count && b.count == row.count)
    for x in stride(from: 0, to: row.count, by: 8) {
      row.setLanes(between(a.lanes(at: x), b.lanes(at: x)), at: x)
    }
  }
}

/// Rows of nodes made twice as wide.
private struct Stretched<Source: RowSource>: RowSource {
  let shape: RowShape
  private var source: Source
  /// A row of nodes and room to read past its end.
  private var nodes: [Float]

  init(_ source: Source, width: Int) {
    self.source = source
    shape = RowShape(width: width, height: source.shape.height, planes: source.shape.planes)
    nodes = [Float](repeating: 0, count: source.shape.length + 24)
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    let (shape, stride) = (shape, source.shape.stride)
    fetchRow(y, from: &source, into: &nodes)
    for plane in 0..<shape.planes {
      var part = row._mutatingExtracting(plane * shape.stride..<(plane + 1) * shape.stride)
      Self.stretch(nodes.span, from: plane * stride, into: &part)
    }
  }

  private static func stretch(_ nodes: Span<Float>, from start: Int, into row: inout MutableSpan<Float>) {
    for x in Swift.stride(from: 0, to: row.count, by: 16) {
      let k = start + x / 2
      let (left, here, right) = (nodes.lanes(at: k), nodes.lanes(at: k + 1), nodes.lanes(at: k + 2))
      let (even, odd) = (onNode(left, here, right), between(here, right))
      row.setLanes(f32x8_zip_low(even, odd), at: x)
      if x + 8 < row.count { row.setLanes(f32x8_zip_high(even, odd), at: x + 8) }
    }
  }
}

@inline(__always)
private func onNode(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
  f32x8_fma(a + c, Lanes(repeating: 0.125), b * Lanes(repeating: 0.75))
}

@inline(__always)
private func between(_ a: Lanes, _ b: Lanes) -> Lanes { (a + b) * Lanes(repeating: 0.5) }
