import Elementary

/// 64 bits that say how a picture's light and dark are spread, whatever its colours (Zauner, "Implementation and
/// benchmarking of perceptual image hash functions", 2010): the signs, about their median, of the lowest 8 x 8
/// frequencies of 32 x 32 means of lightness.
struct PerceptualHash: Hashable, Sendable {
  let bits: UInt64

  init(_ thumbnail: Thumbnail) {
    let side = Self.side
    let cells = thumbnail.cells(side).map { $0.x }
    // Rows first, then columns; only the frequencies that count.
    var rows = [Float](repeating: 0, count: side * 8)
    for y in 0..<side {
      for u in 0..<8 {
        var sum: Float = 0
        for x in 0..<side { sum += cells[y * side + x] * Self.cosines[u * side + x] }
        rows[y * 8 + u] = sum
      }
    }
    var frequencies = [Float](repeating: 0, count: 64)
    for v in 0..<8 {
      for y in 0..<side {
        let cosine = Self.cosines[v * side + y]
        for u in 0..<8 { frequencies[v * 8 + u] += rows[y * 8 + u] * cosine }
      }
    }
    let sorted = frequencies.sorted()
    let median = (sorted[31] + sorted[32]) / 2
    bits = frequencies.enumerated().reduce(0) { $1.element > median ? $0 | 1 << UInt64($1.offset) : $0 }
  }

  private static let side = 32

  /// cos((2x + 1) u pi / 64) for eight u and 32 x.
  private static let cosines: [Float] = (0..<8 * side).map { i in
    Float(Exact.cos(Double((2 * (i % side) + 1) * (i / side)) * Double.pi / Double(2 * side)))
  }

  /// How many bits differ.
  func distance(to other: PerceptualHash) -> Int { (bits ^ other.bits).nonzeroBitCount }
}

/// What tells whether two pictures look the same: light and dark, and colour.
package struct Likeness: Hashable, Sendable {
  let hash: PerceptualHash
  /// Mean OKLab of 4 x 4 cells.
  private let cells: [SIMD3<Float>]

  init(_ thumbnail: Thumbnail) {
    hash = PerceptualHash(thumbnail)
    cells = thumbnail.cells(4)
  }

  /// Root mean square difference of the cells' colours in OKLab.
  func colorDistance(to other: Likeness) -> Float {
    var sum: Float = 0
    for (a, b) in zip(cells, other.cells) {
      let d = a - b
      sum += (d * d).sum()
    }
    return (sum / Float(cells.count)).squareRoot()
  }

  /// True for pictures that differ by no more than the limit.
  func isNear(_ other: Likeness, _ limit: Limit) -> Bool {
    hash.distance(to: other.hash) <= limit.bits && colorDistance(to: other) <= limit.color
  }

  /// How like is too like.
  package struct Limit: Hashable, Sendable {
    let bits: Int
    let color: Float

    /// One takes them for the same at a glance. A little wider than what is asked of finished pictures (6 bits): the
    /// finish moves a bit or two.
    package static let atAGlance = Limit(bits: 8, color: 0.06)
    /// Nothing that shows has changed.
    package static let same = Limit(bits: 0, color: 0.004)
  }
}
