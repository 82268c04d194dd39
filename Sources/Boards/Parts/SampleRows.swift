import Elementary
import Geometry

/// Samples in rows that fill a box: areas exactly in proportion to the shares, every row as wide as the box, a caption
/// below each.
struct SampleRows {
  /// The faces, in the order of the shares.
  let faces: [Rect]

  /// - Parameters:
  ///   - shares: of each sample, above 0; at most 14.
  ///   - box: to fill, captions included; millimetres.
  ///   - gap: between neighbours in a row.
  ///   - caption: the room below each row.
  ///   - narrowest: the width that a caption needs.
  ///
  /// Nil if no way of breaking the rows leaves room.
  init?(_ shares: [Double], in box: Rect, gap: Double, caption: Double, narrowest: Double) {
    guard !shares.isEmpty, shares.count <= 14 else { return nil }
    var best: (faces: [Rect], cost: Double)?
    // Every way of breaking the list into rows: one bit for each place between two samples.
    for breaks in 0..<(1 << (shares.count - 1)) {
      let rows = Self.rows(shares.count, breaks)
      guard let faces = Self.place(shares, rows, box, gap, caption) else { continue }
      let cost = faces.reduce(0.0) { sum, face in
        let shape = Exact.log(face.width / face.height)
        let narrow = max(0, narrowest / face.width - 1)
        return sum + shape * shape + 40 * narrow * narrow
      }
      if cost < best?.cost ?? .infinity { best = (faces, cost) }
    }
    guard let best else { return nil }
    faces = best.faces
  }

  private static func rows(_ count: Int, _ breaks: Int) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    for index in 1...count where index == count || breaks >> (index - 1) & 1 == 1 {
      rows.append(start..<index)
      start = index
    }
    return rows
  }

  /// One size of sample for all: the height of a row follows from its width, and all heights fill the box.
  private static func place(
    _ shares: [Double], _ rows: [Range<Int>], _ box: Rect, _ gap: Double, _ caption: Double
  ) -> [Rect]? {
    let widths = rows.map { box.width - gap * Double($0.count - 1) }
    let sums = rows.map { shares[$0].reduce(0, +) }
    let free = box.height - caption * Double(rows.count)
    guard free > 0, widths.allSatisfy({ $0 > 0 }) else { return nil }
    let size = free / zip(sums, widths).reduce(0) { $0 + $1.0 / $1.1 }
    var faces: [Rect] = []
    var y = box.top
    for (index, row) in rows.enumerated() {
      let height = size * sums[index] / widths[index]
      var x = box.left
      for share in shares[row] {
        let width = size * share / height
        faces.append(Rect(x, y, width, height))
        x += width + gap
      }
      y += height + caption
    }
    return faces
  }
}

/// Places for labels along a line: each as near to where it belongs as its neighbours allow.
///
/// - Parameters:
///   - wanted: where each would like to begin, ascending.
///   - lengths: of each.
///   - gap: least space between two.
///   - range: where all must lie.
/// - Returns: nil if they do not fit beside each other.
func spreadLabels(
  _ wanted: [Double], _ lengths: [Double], gap: Double, in range: ClosedRange<Double>
) -> [Double]? {
  let total = lengths.reduce(0, +) + gap * Double(max(0, lengths.count - 1))
  guard total <= range.upperBound - range.lowerBound + 1e-9 else { return nil }
  var places = wanted
  var least = range.lowerBound
  for i in places.indices {
    places[i] = max(places[i], least)
    least = places[i] + lengths[i] + gap
  }
  var most = range.upperBound
  for i in places.indices.reversed() {
    places[i] = min(places[i], most - lengths[i])
    most = places[i] - gap
  }
  return places
}
