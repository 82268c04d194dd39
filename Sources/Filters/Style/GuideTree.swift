import CVector

/// Finds points of a guide field that are like a given one: a tree that halves the points along the widest of the
/// eight numbers (Friedman, Bentley and Finkel, 1977).
///
/// Guides are what principal components would leave of a patch, so no patch search over random shifts is needed.
struct GuideTree: Sendable {
  private let values: [Int16]
  private var points: [Int32]
  private var axes: [UInt8]
  private var cuts: [Int16]
  private let leaves: Int

  /// Most points in a leaf.
  private static let leafSize = 8

  /// - Parameters:
  ///   - field: where the guides are.
  ///   - points: indices of its pixels; at least one.
  init(_ field: GuideField, _ points: [Int32]) {
    precondition(!points.isEmpty)
    var leaves = 1
    while leaves * Self.leafSize < points.count { leaves *= 2 }
    (values, self.points, self.leaves) = (field.values, points, leaves)
    axes = [UInt8](repeating: 0, count: leaves)
    cuts = [Int16](repeating: 0, count: leaves)
    split(1, 0..<points.count)
  }

  private mutating func split(_ node: Int, _ range: Range<Int>) {
    guard node < leaves, !range.isEmpty else { return }
    let axis = widestAxis(range)
    // Value, then point: an order that is the same everywhere.
    var keys = points[range].map { point in
      UInt64(Int(values[8 * Int(point) + axis]) + 32768) << 32 | UInt64(UInt32(point))
    }
    keys.sort()
    for (index, key) in keys.enumerated() {
      points[range.lowerBound + index] = Int32(truncatingIfNeeded: key & 0xffff_ffff)
    }
    let middle = (range.lowerBound + range.upperBound) / 2
    axes[node] = UInt8(axis)
    cuts[node] = values[8 * Int(points[min(middle, range.upperBound - 1)]) + axis]
    split(2 * node, range.lowerBound..<middle)
    split(2 * node + 1, middle..<range.upperBound)
  }

  private func widestAxis(_ range: Range<Int>) -> Int {
    var low = SIMD8<Int16>(repeating: .max), high = SIMD8<Int16>(repeating: .min)
    for index in stride(from: range.lowerBound, to: range.upperBound, by: max(1, range.count / 256)) {
      let start = 8 * Int(points[index])
      for axis in 0..<8 {
        low[axis] = min(low[axis], values[start + axis])
        high[axis] = max(high[axis], values[start + axis])
      }
    }
    return (0..<8).max { Int(high[$0]) - Int(low[$0]) < Int(high[$1]) - Int(low[$1]) }!
  }

  /// The points nearest to a pixel of another field, nearest first; fewer than `found` holds come again.
  ///
  /// - Parameters:
  ///   - index: of the pixel.
  ///   - field: the other field.
  ///   - visits: how many leaves are looked through.
  ///   - found: gets the points; at most 4.
  func nearest(
    to index: Int, of field: GuideField, visits: Int = 5, into found: inout [Int32]
  ) {
    let wanted = Int32(found.count)
    precondition((1...4).contains(wanted))
    let count = field.values.withUnsafeBufferPointer { guide in
      // Sound: the guide is one of the field's, and the tree's points are pixels of its own field.
      guide_nearest(
        values, points, Int32(points.count), axes, cuts, Int32(leaves), guide.baseAddress! + 8 * index,
        Int32(visits), wanted, &found)
    }
    for next in Int(count)..<found.count { found[next] = found[0] }
  }
}
