/// Weighted choice among `count` things from one number in 0..<1, in constant time.
///
/// Walker's alias method (1977) with Vose's O(n) construction (1991): every column holds its own thing up to
/// a height, and one other thing above it.
public struct AliasTable: Sendable, Equatable {
  private let heights: [Double]
  private let aliases: [Int]

  /// How many things there are to choose from.
  public var count: Int { heights.count }

  /// The chance of each thing; they sum to 1.
  public var shares: [Double] {
    var shares = heights
    for (column, height) in heights.enumerated() where aliases[column] != column {
      shares[aliases[column]] += 1 - height
    }
    return shares.map { $0 / Double(count) }
  }

  /// A table for the given weights, or nil if they are empty, negative, not finite or all zero.
  public init?(weights: [Double]) {
    guard let largest = weights.max(), largest > 0 else { return nil }
    guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    let total = weights.reduce(0) { $0 + $1 / largest }  // relative weights cannot overflow the sum
    let scaled = weights.map { $0 / largest / total * Double(weights.count) }
    (heights, aliases) = Self.level(scaled, fallback: weights.firstIndex(of: largest) ?? 0)
  }

  /// The thing chosen by `unit`, a number in 0..<1: its whole part after scaling picks the column, the rest
  /// of it the height.
  public func index(at unit: Double) -> Int {
    precondition(unit >= 0 && unit < 1, "a choice needs a number in 0..<1")
    let scaled = unit * Double(count)
    let column = min(Int(scaled), count - 1)
    return scaled - Double(column) < heights[column] ? column : aliases[column]
  }

  /// Fills every column that is too low from one that is too high, until all are level at 1.
  ///
  /// What rounding leaves over is level already, but for a column of weight zero, which must go to `fallback`.
  private static func level(_ scaled: [Double], fallback: Int) -> ([Double], [Int]) {
    var heights = scaled
    var aliases = Array(scaled.indices)
    var low = scaled.indices.filter { scaled[$0] < 1 }
    var high = scaled.indices.filter { scaled[$0] >= 1 }
    while let small = low.popLast() {
      guard let large = high.last else {
        aliases[small] = fallback
        heights[small] = scaled[small] > 0 ? 1 : 0
        continue
      }
      aliases[small] = large
      heights[large] -= 1 - heights[small]
      if heights[large] < 1 { low.append(high.removeLast()) }
    }
    for index in high { heights[index] = 1 }
    return (heights, aliases)
  }
}
