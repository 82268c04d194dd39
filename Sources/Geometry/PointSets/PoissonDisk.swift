import Elementary

/// Points no two of which are nearer than a distance that may vary over the plane: blue noise.
///
/// Bridson, "Fast Poisson disk sampling in arbitrary dimensions" (2007): new points are tried in the ring of one to two
/// distances around those there are, until none of `attempts` fits. With a varying distance (Tulleken, 2009) a pair
/// keeps the smaller one's distance at least.
public struct PoissonDisk: Sendable {
  private let frame: Rect
  /// The smallest distance there is.
  private let least: Double
  private let attempts: Int
  private let side: Double
  private let columns: Int
  private let rows: Int
  /// Points by cell of the grid, first of a chain; a cell holds one where the distance is the least.
  private var heads: [Int32]
  private var links: [Int32] = []
  private var distances: [Double] = []
  /// The points so far.
  public private(set) var points: [Point] = []

  /// Points in a frame, all `distance` apart at least; `unit` gives even random numbers in 0..<1.
  /// O(points * attempts).
  public init(in frame: Rect, distance: Double, attempts: Int = 30, unit: () -> Double) {
    self.init(in: frame, from: distance, to: distance, attempts: attempts, unit: unit) { _ in distance }
  }

  /// Points whose `distance` is asked for at each place; it must lie in `least...most`, above 0.
  ///
  /// Cost grows with (most / least)²: neighbours are looked for in a grid about as fine as the least distance.
  public init(
    in frame: Rect, from least: Double, to most: Double, attempts: Int = 30, unit: () -> Double,
    distance: (Point) -> Double
  ) {
    precondition(least > 0 && most >= least && attempts > 0)
    (self.frame, self.least, self.attempts) = (frame, least, attempts)
    // A cell per point would be the finest grid; where distances vary, fewer and fuller cells are faster to search.
    side = most > least ? least * 1.4 : least / 2.0.squareRoot()
    columns = max(1, Int((frame.width / side).rounded(.up)))
    rows = max(1, Int((frame.height / side).rounded(.up)))
    heads = [Int32](repeating: -1, count: columns * rows)
    guard frame.width > 0, frame.height > 0 else { return }
    scatter(unit, distance)
  }

  private mutating func scatter(_ unit: () -> Double, _ distance: (Point) -> Double) {
    let first = frame.at(unit(), unit())
    add(first, distance(first))
    var active = [0]
    while !active.isEmpty {
      let place = min(active.count - 1, Int(unit() * Double(active.count)))
      let parent = active[place]
      if let (child, space) = child(of: parent, unit, distance) {
        active.append(points.count)
        add(child, space)
      } else {
        active.swapAt(place, active.count - 1)
        active.removeLast()
      }
    }
  }

  private func child(
    of parent: Int, _ unit: () -> Double, _ distance: (Point) -> Double
  ) -> (Point, Double)? {
    for _ in 0..<attempts {
      // Even over the ring's area: the square of the radius is even in 1...4.
      let radius = (1 + 3 * unit()).squareRoot() * distances[parent]
      let (sine, cosine) = Exact.sincos(2 * Double.pi * unit())
      let p = points[parent] + Point(cosine, sine) * radius
      guard frame.contains(p) else { continue }
      let space = distance(p)
      if isFree(p, space) { return (p, space) }
    }
    return nil
  }

  private func isFree(_ p: Point, _ space: Double) -> Bool {
    let (left, right) = (column(p.x - space), column(p.x + space))
    for row in row(p.y - space)...row(p.y + space) {
      for column in left...right {
        var other = heads[row * columns + column]
        while other >= 0 {
          let d = points[Int(other)] - p
          let apart = min(space, distances[Int(other)])
          if d.dot(d) < apart * apart { return false }
          other = links[Int(other)]
        }
      }
    }
    return true
  }

  private mutating func add(_ p: Point, _ space: Double) {
    let cell = row(p.y) * columns + column(p.x)
    links.append(heads[cell])
    heads[cell] = Int32(points.count)
    points.append(p)
    distances.append(space)
  }

  private func column(_ x: Double) -> Int { max(0, min(columns - 1, Int((x - frame.x) / side))) }
  private func row(_ y: Double) -> Int { max(0, min(rows - 1, Int((y - frame.y) / side))) }
}
