/// Builds a Delaunay triangulation: points join in the order of their distance from the middle one, so each lies
/// outside the hull of those before it; it is tied to the hull edges that it sees, and edges are flipped until every
/// circle is empty (Sinclair, "S-hull", 2010; Lawson's flips).
struct HullSweep {
  private let places: [LatticePoint]
  private(set) var corners: [Int32] = []
  private(set) var twins: [Int32] = []
  private(set) var hull: [Int] = []
  /// The hull as a ring of points; a point that has left it is its own successor.
  private var after: [Int32]
  private var before: [Int32]
  /// For a point on the hull, the half-edge along it that starts there.
  private var along: [Int32]
  /// Points of the hull by their direction from the middle: only a guess where to look first.
  private var doors: [Int32] = []
  private var middle = LatticePoint(x: 0, y: 0)
  private var pending: [Int32] = []

  init(_ places: [LatticePoint]) {
    self.places = places
    after = [Int32](repeating: -1, count: places.count)
    before = after
    along = after
  }

  mutating func run() {
    guard !places.isEmpty else { return }
    middle = middlePlace()
    let order = sortedOnce()
    guard let third = order.dropFirst(2).firstIndex(where: { turn(order[0], order[1], $0) != 0 }) else {
      hull = alongLine(order)
      return
    }
    corners.reserveCapacity(6 * order.count)
    twins.reserveCapacity(6 * order.count)
    begin(order[0], order[1], order[third])
    for (rank, point) in order.enumerated() where rank > 1 && rank != third { join(point) }
    hull = ring(from: Int(corners[0]))
  }

  /// The place nearest to the middle of the bounds; a site, so that the first points to join lie around it.
  private func middlePlace() -> LatticePoint {
    let right = places.reduce(0) { max($0, $1.x) }
    let bottom = places.reduce(0) { max($0, $1.y) }
    let center = LatticePoint(x: (right / 2).rounded(), y: (bottom / 2).rounded())
    var best = places[0]
    for p in places where p.squaredDistance(to: center) < best.squaredDistance(to: center) { best = p }
    return best
  }

  /// Indices by distance from the middle, then by place; of equal places only the first.
  private func sortedOnce() -> [Int] {
    let keys = places.indices.map { (distance: places[$0].squaredDistance(to: middle), index: Int32($0)) }
    let sorted = keys.sorted { a, b in
      if a.distance != b.distance { return a.distance < b.distance }
      let (p, q) = (places[Int(a.index)], places[Int(b.index)])
      return p.x != q.x ? p.x < q.x : p.y != q.y ? p.y < q.y : a.index < b.index
    }
    var order: [Int] = []
    order.reserveCapacity(sorted.count)
    for key in sorted {
      if let last = order.last, places[last] == places[Int(key.index)] { continue }
      order.append(Int(key.index))
    }
    return order
  }

  private func alongLine(_ order: [Int]) -> [Int] {
    order.sorted { a, b in
      let (p, q) = (places[a], places[b])
      return p.x != q.x ? p.x < q.x : p.y < q.y
    }
  }

  private func turn(_ a: Int, _ b: Int, _ c: Int) -> Double { places[a].turn(places[b], places[c]) }

  // MARK: - The hull

  /// The first triangle. Points that were passed over to find a third off the line stay outside of it: they lie on
  /// the line of the first two, and farther out.
  private mutating func begin(_ a: Int, _ b: Int, _ c: Int) {
    let (b, c) = turn(a, b, c) > 0 ? (b, c) : (c, b)
    corners = [Int32(a), Int32(b), Int32(c)]
    twins = [-1, -1, -1]
    var size = 1
    while size * size < places.count { size *= 2 }
    doors = [Int32](repeating: -1, count: size)
    for (edge, (from, to)) in [(a, b), (b, c), (c, a)].enumerated() {
      after[from] = Int32(to)
      before[to] = Int32(from)
      along[from] = Int32(edge)
      doors[door(from)] = Int32(from)
    }
  }

  /// Where a point's direction is kept.
  private func door(_ p: Int) -> Int {
    let (dx, dy) = (places[p].x - middle.x, places[p].y - middle.y)
    let size = abs(dx) + abs(dy)
    guard size > 0 else { return 0 }
    let share = dx / size
    let turns = (dy > 0 ? 3 - share : 1 + share) / 4  // 0...1, rising with the angle
    return min(doors.count - 1, Int(turns * Double(doors.count)))
  }

  /// Ties a point outside the hull to every edge that it sees.
  private mutating func join(_ point: Int) {
    var first = seenEdge(from: point)
    while sees(point, Int(before[first])) { first = Int(before[first]) }
    var (start, last) = (first, Int32(-1))
    repeat {
      let end = Int(after[start])
      last = tie(point, start, end, last)
      if start != first { after[start] = Int32(start) }
      start = end
    } while sees(point, start)
    (after[first], before[point]) = (Int32(point), Int32(first))
    (after[point], before[start]) = (Int32(start), Int32(point))
    doors[door(point)] = Int32(point)
    doors[door(first)] = Int32(first)
    flip()
  }

  /// The triangle of hull edge `start`-`end` and the point; `last` is the half-edge of the triangle before it.
  private mutating func tie(_ point: Int, _ start: Int, _ end: Int, _ last: Int32) -> Int32 {
    let edge = Int32(corners.count)
    corners.append(contentsOf: [Int32(end), Int32(start), Int32(point)])
    twins.append(contentsOf: [along[start], last, -1])
    twins[Int(along[start])] = edge
    if last >= 0 { twins[Int(last)] = edge + 1 } else { along[start] = edge + 1 }
    along[point] = edge + 2
    pending.append(edge)
    return edge + 2
  }

  private func sees(_ point: Int, _ start: Int) -> Bool { turn(start, Int(after[start]), point) < 0 }

  /// The start of a hull edge that the point sees, looked for from its own direction on.
  private func seenEdge(from point: Int) -> Int {
    let own = door(point)
    var start = -1
    for step in doors.indices {
      let candidate = Int(doors[(own + step) % doors.count])
      if candidate >= 0, after[candidate] != Int32(candidate) {
        start = candidate
        break
      }
    }
    var (forward, backward) = (start, Int(before[start]))
    while true {
      if sees(point, forward) { return forward }
      if sees(point, backward) { return backward }
      (forward, backward) = (Int(after[forward]), Int(before[backward]))
    }
  }

  private func ring(from corner: Int) -> [Int] {
    var start = corner
    // The first corner may have left the hull long ago.
    if after[start] == Int32(start) || after[start] < 0 {
      start = places.indices.first { after[$0] >= 0 && after[$0] != Int32($0) }!
    }
    var ring = [start]
    while Int(after[ring[ring.count - 1]]) != start { ring.append(Int(after[ring[ring.count - 1]])) }
    return ring
  }

  // MARK: - Flips

  /// Flips edges opposite to the newest point until the circles beyond them are empty.
  private mutating func flip() {
    while let top = pending.popLast() {
      let e = Int(top)
      let f = Int(twins[e])
      guard f >= 0 else { continue }
      let (e2, f2) = (Delaunay.previous(e), Delaunay.previous(f))
      let (a, b) = (Int(corners[e]), Int(corners[f]))
      let (c, d) = (Int(corners[e2]), Int(corners[f2]))
      guard LatticePoint.circle(places[a], places[b], places[c], holds: places[d]) else { continue }
      // Edge a-b becomes c-d: `e` now goes from d to b, `f` from c to a.
      corners[e] = Int32(d)
      corners[f] = Int32(c)
      relink(e, twins[f2])
      relink(f, twins[e2])
      twins[e2] = Int32(f2)
      twins[f2] = Int32(e2)
      pending.append(Int32(e))
      pending.append(Int32(Delaunay.next(f)))
    }
  }

  private mutating func relink(_ edge: Int, _ twin: Int32) {
    twins[edge] = twin
    if twin >= 0 { twins[Int(twin)] = Int32(edge) } else { along[Int(corners[edge])] = Int32(edge) }
  }

  /// For every point a half-edge that leaves it; on the hull the one along it.
  func leaving() -> [Int32] {
    var leaving = [Int32](repeating: -1, count: places.count)
    for edge in corners.indices { leaving[Int(corners[edge])] = Int32(edge) }
    for edge in corners.indices where twins[edge] < 0 { leaving[Int(corners[edge])] = Int32(edge) }
    return leaving
  }
}
