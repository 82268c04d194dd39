import Elementary
import Raster

/// A square of thresholds in which those below any level are spread evenly, without clumps; it tiles.
///
/// Ranks are given one after the other to the place that is farthest from all before, measured by a sum of Gaussians
/// (the void-filling half of Ulichney, "The void-and-cluster method for dither array generation", 1993).
struct BlueNoise: Sendable {
  static let side = 48
  /// Thresholds above 0 and below 1, row by row.
  let thresholds: [Float]

  static let shared = BlueNoise()

  init() {
    let (side, reach) = (Self.side, 6)
    let kernel = (-reach...reach).map { Exact.exp(-Double($0 * $0) / (2 * 1.6 * 1.6)) }
    // A little of a hash decides where all is equal.
    var crowd = (0..<side * side).map { Double(latticeKey(row: $0, seed: 7)) * 0x1p-50 }
    var ranks = [Float](repeating: 0, count: side * side)
    for rank in ranks.indices {
      var best = 0
      for place in crowd.indices where crowd[place] < crowd[best] { best = place }
      ranks[best] = (Float(rank) + 0.5) / Float(ranks.count)
      for dy in -reach...reach {
        for dx in -reach...reach {
          let x = (best % side + dx + side) % side
          let y = (best / side + dy + side) % side
          crowd[y * side + x] += kernel[dx + reach] * kernel[dy + reach]
        }
      }
      crowd[best] = .infinity
    }
    thresholds = ranks
  }

  /// Row `y` of the tiling, for `width` pixels that are `dot` to a threshold.
  func row(_ y: Int, width: Int, dot: Int) -> [Float] {
    let start = y / dot % Self.side * Self.side
    return (0..<width).map { thresholds[start + $0 / dot % Self.side] }
  }
}
