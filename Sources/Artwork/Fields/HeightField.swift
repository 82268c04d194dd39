import Geometry

/// Heights on a square grid over a rectangle, and the closed lines of equal height in it.
struct HeightField {
  private let columns: Int
  private let rows: Int
  private let step: Double
  private let origin: Point
  private var heights: [Double]

  /// Samples `height` over `area`, grown on every side by a margin that closes all lines outside the area.
  ///
  /// Features narrower than two steps are lost. O(area / step²).
  init(over area: Rect, step: Double, height: (Point) -> Double) {
    let wide = area.inset(by: -4 * step)
    self.step = step
    origin = wide.at(0, 0)
    columns = Int((wide.width / step).rounded(.up)) + 1
    rows = Int((wide.height / step).rounded(.up)) + 1
    heights = []
    heights.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let rim = row == 0 || column == 0 || row == rows - 1 || column == columns - 1
        let p = Point(origin.x + Double(column) * step, origin.y + Double(row) * step)
        heights.append(rim ? -1e3 : height(p))
      }
    }
  }

  /// The region above `level` as one path of smooth closed loops; loops shorter than `shortest` are left out.
  ///
  /// The region lies on the same side of every loop, so that holes stay open under the nonzero rule.
  func region(above level: Double, shortest: Double) -> Path {
    var path = Path()
    for loop in loops(at: level) {
      let line = loop.relaxed(passes: 3).resampled(step: step * 1.6)
      if line.count >= 6, Double(line.count) * step * 1.6 >= shortest { path.append(.smoothClosed(line)) }
    }
    return path
  }

  /// Marching squares. Every edge of the grid that the level crosses has one segment in and one out.
  private func loops(at level: Double) -> [[Point]] {
    var next = [Int32](repeating: -1, count: columns * rows * 2)
    for row in 0..<(rows - 1) {
      for column in 0..<(columns - 1) { link(column, row, level, &next) }
    }
    var result: [[Point]] = []
    for start in next.indices where next[start] >= 0 {
      var (loop, edge): ([Point], Int) = ([], start)
      while next[edge] >= 0 {
        loop.append(crossing(of: edge, level))
        let follower = Int(next[edge])
        next[edge] = -1
        edge = follower
      }
      result.append(loop)
    }
    return result
  }

  /// Edges: twice the index of their first corner, plus one if they run down.
  private func link(_ column: Int, _ row: Int, _ level: Double, _ next: inout [Int32]) {
    let a = row * columns + column
    let (b, d) = (a + 1, a + columns)
    let c = d + 1
    let (ha, hb, hc, hd) = (heights[a] > level, heights[b] > level, heights[c] > level, heights[d] > level)
    let (top, right, bottom, left) = (2 * a, 2 * b + 1, 2 * d, 2 * a + 1)
    func join(_ from: Int, _ to: Int) { next[from] = Int32(to) }
    switch (ha, hb, hc, hd) {
    case (false, false, false, false), (true, true, true, true): return
    case (true, false, false, false): join(left, top)
    case (false, true, false, false): join(top, right)
    case (false, false, true, false): join(right, bottom)
    case (false, false, false, true): join(bottom, left)
    case (true, true, false, false): join(left, right)
    case (false, true, true, false): join(top, bottom)
    case (false, false, true, true): join(right, left)
    case (true, false, false, true): join(bottom, top)
    case (false, true, true, true): join(top, left)
    case (true, false, true, true): join(right, top)
    case (true, true, false, true): join(bottom, right)
    case (true, true, true, false): join(left, bottom)
    case (true, false, true, false), (false, true, false, true):
      // A saddle: the middle decides which corners belong together.
      let joined = (heights[a] + heights[b] + heights[c] + heights[d]) / 4 > level
      switch (ha, joined) {
      case (true, true): join(right, top); join(left, bottom)
      case (true, false): join(left, top); join(right, bottom)
      case (false, true): join(top, left); join(bottom, right)
      case (false, false): join(top, right); join(bottom, left)
      }
    }
  }

  private func crossing(of edge: Int, _ level: Double) -> Point {
    let first = edge / 2
    let down = edge % 2 == 1
    let (h0, h1) = (heights[first], heights[down ? first + columns : first + 1])
    let t = (level - h0) / (h1 - h0) * step
    let p = Point(
      origin.x + Double(first % columns) * step, origin.y + Double(first / columns) * step)
    return down ? Point(p.x, p.y + t) : Point(p.x + t, p.y)
  }
}

extension [Point] {
  /// A closed line with every point moved to the weighted mean (1, 2, 1) of itself and its neighbours.
  func relaxed(passes: Int) -> [Point] {
    guard count > 2 else { return self }
    var line = self
    for _ in 0..<passes {
      let old = line
      for i in old.indices {
        line[i] = (old[(i + count - 1) % count] + old[i] * 2 + old[(i + 1) % count]) * 0.25
      }
    }
    return line
  }

  /// Points about `step` apart along this closed line.
  func resampled(step: Double) -> [Point] {
    guard count > 2 else { return self }
    let length = indices.reduce(0) { $0 + self[$1].distance(to: self[($1 + 1) % count]) }
    let pieces = Int((length / step).rounded(.up))
    guard pieces > 2 else { return [] }
    let even = length / Double(pieces)
    var (result, travelled): ([Point], Double) = ([], 0)
    for i in indices {
      let (p, q) = (self[i], self[(i + 1) % count])
      let piece = p.distance(to: q)
      while result.count < pieces, Double(result.count) * even <= travelled + piece, piece > 0 {
        result.append(p.mixed(with: q, (Double(result.count) * even - travelled) / piece))
      }
      travelled += piece
    }
    return result
  }
}
