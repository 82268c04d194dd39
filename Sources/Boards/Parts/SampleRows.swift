import Elementary
import Geometry

/// Samples in rows of stacks that fill a box: areas exactly in proportion to the shares, every row as wide as the box,
/// the samples of a stack equally wide, a caption below each.
struct SampleRows {
  /// The faces, in the order of the shares.
  let faces: [Rect]

  /// What a field of samples leaves for captions and between neighbours; millimetres.
  struct Spacing {
    let gap: Double
    /// The room below each sample.
    let caption: Double
    /// The width that a caption needs.
    let narrowest: Double
  }

  /// A row: how many samples stand in each of its stacks, and how badly they are shaped.
  private struct Row {
    let stacks: [Range<Int>]
    /// Millimetres, captions included.
    let height: Double
    let cost: Double
  }

  private static let mostRows = 5
  private static let highestStack = 3
  private static let longestRow = 10

  /// - Parameters:
  ///   - shares: of each sample, above 0; at most 14.
  ///   - box: to fill, captions included; millimetres.
  ///   - spacing: what is left between them.
  ///
  /// Nil if no way of breaking the list leaves room.
  init?(_ shares: [Double], in box: Rect, _ spacing: Spacing) {
    guard !shares.isEmpty, shares.count <= 14 else { return nil }
    var best: (faces: [Rect], cost: Double)?
    for order in Self.orders(shares) {
      guard let found = Self.arranged(order.map { shares[$0] }, box, spacing) else { continue }
      if found.cost < best?.cost ?? .infinity {
        best = (shares.indices.map { found.faces[order.firstIndex(of: $0)!] }, found.cost)
      }
    }
    guard let best else { return nil }
    faces = best.faces
  }

  /// As given, or with the largest before the last, which would leave a sliver beside it, a little earlier or later.
  private static func orders(_ shares: [Double]) -> [[Int]] {
    let own = Array(shares.indices)
    guard shares.count > 3, let largest = own.dropLast().max(by: { shares[$0] < shares[$1] }) else {
      return [own]
    }
    let rest = own.filter { $0 != largest }
    return [largest, 0, 2, 3].enumerated().filter { $0.offset == 0 || $0.element != largest }.map {
      var order = rest
      order.insert(largest, at: min($0.element, rest.count - 1))
      return order
    }
  }

  private static func arranged(
    _ shares: [Double], _ box: Rect, _ spacing: Spacing
  ) -> (faces: [Rect], cost: Double)? {
    let free = box.width * box.height * 0.62
    let guess = free / shares.reduce(0, +)
    let rows = bestRows(shares.map { $0 * guess }, box.width, spacing)
    var best: (faces: [Rect], cost: Double)?
    for stacks in promising(shares.count, rows, box.height) {
      guard let faces = placed(shares, stacks, box, spacing) else { continue }
      let cost = cost(faces, spacing)
      if cost < best?.cost ?? .infinity { best = (faces, cost) }
    }
    return best
  }

  /// The ways of breaking the list into rows that look best before they are fitted to the box.
  private static func promising(_ count: Int, _ rows: [[Row?]], _ height: Double) -> [[[Range<Int>]]] {
    var found: [(stacks: [[Range<Int>]], cost: Double)] = []
    // One bit for each place between two samples.
    for breaks in 0..<(1 << (count - 1)) where breaks.nonzeroBitCount < mostRows {
      let parts = ranges(count, breaks)
      guard parts.allSatisfy({ $0.count <= longestRow }) else { continue }
      let chosen = parts.compactMap { rows[$0.lowerBound][$0.count] }
      guard chosen.count == parts.count else { continue }
      let fit = Exact.log(chosen.reduce(0) { $0 + $1.height } / height)
      found.append((chosen.map(\.stacks), chosen.reduce(6 * abs(fit)) { $0 + $1.cost }))
    }
    return found.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .prefix(10).map(\.element.stacks)
  }

  private static func ranges(_ count: Int, _ breaks: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in 1...count where index == count || breaks >> (index - 1) & 1 == 1 {
      ranges.append(start..<index)
      start = index
    }
    return ranges
  }

  /// For each first sample and count the stacks that shape them best at about the size that they will have.
  private static func bestRows(_ areas: [Double], _ width: Double, _ spacing: Spacing) -> [[Row?]] {
    areas.indices.map { start in
      (0...min(longestRow, areas.count - start)).map { count in
        guard count > 0 else { return nil }
        var best: Row?
        for breaks in 0..<(1 << (count - 1)) {
          let stacks = ranges(count, breaks).map { (start + $0.lowerBound)..<(start + $0.upperBound) }
          guard stacks.allSatisfy({ $0.count <= highestStack }),
            let height = height(of: stacks, areas, width, spacing)
          else { continue }
          let cost = cost(faces(stacks, areas, Point.zero, height, spacing), spacing)
          if cost < best?.cost ?? .infinity { best = Row(stacks: stacks, height: height, cost: cost) }
        }
        return best
      }
    }
  }

  /// The height at which stacks of these areas are together as wide as the row, captions included; nil if none is.
  private static func height(
    of stacks: [Range<Int>], _ areas: [Double], _ width: Double, _ spacing: Spacing
  ) -> Double? {
    let free = width - spacing.gap * Double(stacks.count - 1)
    guard free > 0 else { return nil }
    let parts = stacks.map { (area: areas[$0].reduce(0, +), captions: spacing.caption * Double($0.count)) }
    // Each stack's width falls as the row gets higher; between these two heights the sum passes the width.
    var low = parts.map(\.captions).max()! + 1e-6
    var high = low + parts.reduce(0) { $0 + $1.area } / free + width
    for _ in 0..<26 {
      let middle = (low + high) / 2
      let sum = parts.reduce(0) { $0 + $1.area / (middle - $1.captions) }
      if sum > free { low = middle } else { high = middle }
    }
    return high
  }

  /// The faces of one row.
  private static func faces(
    _ stacks: [Range<Int>], _ areas: [Double], _ corner: Point, _ height: Double, _ spacing: Spacing
  ) -> [Rect] {
    var faces: [Rect] = []
    var x = corner.x
    for stack in stacks {
      let width = areas[stack].reduce(0, +) / (height - spacing.caption * Double(stack.count))
      var y = corner.y
      for area in areas[stack] {
        faces.append(Rect(x, y, width, area / width))
        y += area / width + spacing.caption
      }
      x += width + spacing.gap
    }
    return faces
  }

  /// One size of sample for all, at which the rows fill the box.
  private static func placed(
    _ shares: [Double], _ rows: [[Range<Int>]], _ box: Rect, _ spacing: Spacing
  ) -> [Rect]? {
    func heights(_ size: Double) -> [Double]? {
      var heights: [Double] = []
      for row in rows {
        guard let height = height(of: row, shares.map { $0 * size }, box.width, spacing) else { return nil }
        heights.append(height)
      }
      return heights
    }
    var (low, high) = (0.0, box.area / shares.reduce(0, +))
    guard let least = heights(high * 1e-3), least.reduce(0, +) < box.height else { return nil }
    for _ in 0..<26 {
      let middle = (low + high) / 2
      if heights(middle)!.reduce(0, +) < box.height { low = middle } else { high = middle }
    }
    var y = box.top
    return zip(rows, heights(low)!).flatMap { row, height in
      defer { y += height }
      return faces(row, shares.map { $0 * low }, Point(box.left, y), height, spacing)
    }
  }

  /// Samples near the square are best; those that are too narrow for their captions worst. Larger samples are better.
  private static func cost(_ faces: [Rect], _ spacing: Spacing) -> Double {
    faces.reduce(0) { sum, face in
      let shape = Exact.log(face.width / face.height)
      let long = max(0, abs(shape) - 0.75)
      let narrow = max(0, spacing.narrowest / face.width - 1)
      return sum + shape * shape * 0.3 + long * long * 14 + 30 * narrow * narrow
        - Exact.log(face.width * face.height)
    }
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
