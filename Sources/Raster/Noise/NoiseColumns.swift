import CVector

/// How a lattice row of a noise layer is stretched over a picture row: the same for all rows, so worked out once.
public struct NoiseColumns: Sendable {
  /// Samples of a stretched row, whole vectors.
  public let width: Int
  let latticeCount: Int
  private let taps: Range<Int>
  private let firsts: [SIMD8<Int32>]
  /// Four vectors of weights for each vector of pixels.
  private let weights: [Lanes]

  /// For pictures of `width` pixels.
  public init(_ layer: NoiseLayer, width: Int) {
    self.width = Rows.padded(width)
    taps = layer.isWhite ? 1..<2 : 0..<4
    let places = (0..<self.width).map { SplinePlace($0, layer, cell: layer.cell) }
    latticeCount = Rows.padded((places.last?.first ?? 0) + 4)
    let starts = stride(from: 0, to: self.width, by: 8)
    firsts = starts.map { x in SIMD8((0..<8).map { Int32(places[x + $0].first) }) }
    weights = starts.flatMap { x in
      (0..<4).map { tap in Lanes((0..<8).map { places[x + $0].weights[tap] }) }
    }
  }

  /// Each sample is the weighted sum of four neighbouring lattice numbers.
  func stretch(_ lattice: [Float], into array: inout [Float]) {
    precondition(lattice.count == latticeCount && array.count == width)
    let (firsts, weights) = (firsts.span, weights.span)
    var row = array.mutableSpan
    // Sound: `latticeCount` was made to exceed every first index by the four taps.
    lattice.withUnsafeBufferPointer { lattice in
      guard let base = lattice.baseAddress else { return }
      for block in firsts.indices {
        var sum = Lanes()
        for tap in taps {
          sum = f32x8_fma(f32x8_pick(base + tap, firsts[block]), weights[block &* 4 &+ tap], sum)
        }
        row.setLanes(sum, at: block &* 8)
      }
    }
  }
}
