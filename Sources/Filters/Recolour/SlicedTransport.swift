/// Points on their way to a target distribution.
struct SlicedTransport {
  /// Where the points are now.
  private(set) var moved: [SIMD3<Float>]
  private let target: [SIMD3<Float>]
  private var ranking = Ranking()

  /// Neither may be empty; the counts may differ. At most 65,536 points each.
  init(_ source: [SIMD3<Float>], _ target: [SIMD3<Float>]) {
    precondition((1...65536).contains(source.count) && (1...65536).contains(target.count))
    (moved, self.target) = (source, target)
  }

  /// Along each of three axes at right angles, every point goes to the place of the target point of its rank.
  mutating func step(_ axes: [SIMD3<Float>]) {
    var moves = [SIMD3<Float>](repeating: SIMD3(), count: moved.count)
    for axis in axes {
      let wanted = ranking.sorted(target, along: axis)
      let own = ranking.sorted(moved, along: axis)
      for rank in own.indices {
        let match = own.count == wanted.count ? rank : (2 * rank + 1) * wanted.count / (2 * own.count)
        moves[Int(own[rank].index)] += axis * (wanted[match].place - own[rank].place)
      }
    }
    for index in moved.indices { moved[index] += moves[index] }
  }
}

/// Sorts points by where they fall on an axis: a radix sort of two rounds of 11 bits, stable, so that equal
/// places keep the order of the points.
private struct Ranking {
  struct Entry {
    var key: UInt32
    var index: UInt32
    /// The place on the axis, to 1/2^20.
    var place: Float { Float(key) * 0x1p-20 - 2 }
  }
  private var entries: [Entry] = []
  private var other: [Entry] = []

  mutating func sorted(_ points: [SIMD3<Float>], along axis: SIMD3<Float>) -> [Entry] {
    entries = points.indices.map { index in
      let p = points[index]
      let place = p.x * axis.x + p.y * axis.y + p.z * axis.z
      // OKLab of sRGB lies within 1.1 of 0; what is carried outside -2..<2 stays at its edge.
      let key = max(0, min(4_194_303, (place + 2) * 0x1p20))
      return Entry(key: UInt32(key), index: UInt32(index))
    }
    other = entries
    Self.pass(entries, into: &other, shift: 0)
    Self.pass(other, into: &entries, shift: 11)
    return entries
  }

  private static func pass(_ source: [Entry], into result: inout [Entry], shift: UInt32) {
    var starts = [Int](repeating: 0, count: 2049)
    for entry in source { starts[Int(entry.key >> shift & 2047) + 1] += 1 }
    for digit in 1..<2049 { starts[digit] += starts[digit - 1] }
    for entry in source {
      let digit = Int(entry.key >> shift & 2047)
      result[starts[digit]] = entry
      starts[digit] += 1
    }
  }
}
