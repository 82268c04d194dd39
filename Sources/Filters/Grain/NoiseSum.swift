import Raster

/// Several layers of noise, summed row by row.
struct NoiseSum: Sendable {
  private var layers: [NoiseRows]
  private(set) var row: [Float]

  /// Layers for pictures of `width` pixels.
  init(_ layers: [NoiseLayer], width: Int) {
    self.layers = NoiseLayer.merged(layers).map { NoiseRows($0, NoiseColumns($0, width: width)) }
    row = [Float](repeating: 0, count: Rows.padded(width))
  }

  /// Goes to row `y` of the picture.
  mutating func move(to y: Int) { Self.sum(&layers, row: y, into: &row) }

  private static func sum(_ layers: inout [NoiseRows], row y: Int, into row: inout [Float]) {
    var sum = row.mutableSpan
    sum.update(repeating: 0)
    for index in layers.indices { layers[index].add(row: y, to: &sum) }
  }

  /// Noise of the eight pixels from `x` on.
  @inline(__always)
  func lanes(at x: Int) -> Lanes { row.span.lanes(at: x) }
}
