import Elementary

/// A square of thresholds in which those below any level are spread evenly, without clumps; it tiles.
///
/// Ranks are given one after the other to the place that is farthest from all before, measured by a sum of Gaussians
/// (the void-filling half of Ulichney, "The void-and-cluster method for dither array generation", 1993).
public struct BlueNoise: Sendable {
  /// Places to a side; a power of two.
  public static let side = 64
  /// Thresholds above 0 and below 1, row by row.
  public let thresholds: [Float]

  public static let shared = BlueNoise()

  init() {
    let side = Self.side
    var crowd = Crowd(side: side)
    var ranks = [Float](repeating: 0, count: side * side)
    for rank in ranks.indices { ranks[crowd.settle()] = (Float(rank) + 0.5) / Float(ranks.count) }
    thresholds = ranks
  }

  /// Row `y` of the tiling, for `width` pixels that are `dot` to a threshold.
  public func row(_ y: Int, width: Int, dot: Int) -> [Float] {
    let start = y / dot % Self.side * Self.side
    return (0..<width).map { thresholds[start + $0 / dot % Self.side] }
  }
}

/// How near each place is to those that are taken.
private struct Crowd {
  private static let reach = 6
  private let side: Int
  private let kernel: [Double]
  private var density: [Double]
  /// The emptiest place of each row: most rows stay as they were from one rank to the next.
  private var emptiest: [Int]

  init(side: Int) {
    self.side = side
    kernel = (-Self.reach...Self.reach).map { Exact.exp(-Double($0 * $0) / (2 * 1.6 * 1.6)) }
    // A little of a hash decides where all is equal.
    density = (0..<side * side).map { Double(latticeKey(row: $0, seed: 7)) * 0x1p-50 }
    emptiest = [Int](repeating: 0, count: side)
    for row in 0..<side { look(at: row) }
  }

  /// Takes the emptiest place and gives its index.
  mutating func settle() -> Int {
    var best = emptiest[0]
    for place in emptiest where density[place] < density[best] { best = place }
    let (row, column) = (best / side, best % side)
    for dy in -Self.reach...Self.reach {
      let start = (row + dy + side) % side * side
      for dx in -Self.reach...Self.reach {
        density[start + (column + dx + side) % side] += kernel[dx + Self.reach] * kernel[dy + Self.reach]
      }
    }
    density[best] = .infinity
    for dy in -Self.reach...Self.reach { look(at: (row + dy + side) % side) }
    return best
  }

  private mutating func look(at row: Int) {
    var best = row * side
    for place in row * side..<(row + 1) * side where density[place] < density[best] { best = place }
    emptiest[row] = best
  }
}
