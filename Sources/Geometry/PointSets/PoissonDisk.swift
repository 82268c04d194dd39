import Elementary

/// Points no two of which are nearer than a distance that may vary over the plane: blue noise.
///
/// Bridson, "Fast Poisson disk sampling in arbitrary dimensions" (2007): new points are tried in the ring of one to two
/// distances around those there are, until none of `attempts` fits. With a varying distance (Tulleken, 2009) a pair
/// keeps the smaller one's distance at least.
public struct PoissonDisk: Sendable {
  private let frame: Rect
  private let attempts: Int
  private var index: CellIndex
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
    (self.frame, self.attempts) = (frame, attempts)
    // A cell per point would be the finest grid; where distances vary, fewer and fuller cells are faster to search.
    index = CellIndex(over: frame, side: most > least ? least * 1.4 : least / 2.0.squareRoot())
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
    !index.contains(within: space, of: p) { other in
      let d = points[other] - p
      let apart = min(space, distances[other])
      return d.dot(d) < apart * apart
    }
  }

  private mutating func add(_ p: Point, _ space: Double) {
    index.add(p)
    points.append(p)
    distances.append(space)
  }
}
