extension Contour {
  /// Fewer points, none of the old ones farther than `tolerance` from the new line (Ramer, 1972; Douglas and Peucker,
  /// 1973). A closed contour keeps its first point and the one farthest from it. O(n log n) on average.
  public func simplified(tolerance: Double) -> Contour {
    guard isClosed, points.count > 3, let first = points.first else {
      return Contour(simplifiedLine(points, tolerance), isClosed: isClosed)
    }
    let far = points.indices.max { points[$0].distance(to: first) < points[$1].distance(to: first) }!
    return simplified(tolerance: tolerance, keeping: [0, far])
  }

  /// The same for a closed contour with certain points kept: indices in rising order, at least two.
  public func simplified(tolerance: Double, keeping kept: [Int]) -> Contour {
    var result: [Point] = []
    for (from, to) in zip(kept, kept.dropFirst() + kept.prefix(1)) {
      let stretch = from < to ? Array(points[from...to]) : Array(points[from...]) + Array(points[...to])
      result += simplifiedLine(stretch, tolerance).dropLast()
    }
    return Contour(result, isClosed: true)
  }

  /// Corners cut at a quarter of both sides, `times` times: tends to a quadratic B-spline (Chaikin, 1974). The ends of
  /// an open contour stay. Every time doubles the number of points.
  public func cutCorners(times: Int) -> Contour {
    var points = points
    for _ in 0..<times where points.count > 2 {
      var cut: [Point] = isClosed ? [] : [points[0]]
      for i in 0..<(isClosed ? points.count : points.count - 1) {
        let (a, b) = (points[i], points[(i + 1) % points.count])
        cut += [a.mixed(with: b, 0.25), a.mixed(with: b, 0.75)]
      }
      if !isClosed { cut.append(points[points.count - 1]) }
      points = cut
    }
    return Contour(points, isClosed: isClosed)
  }

  /// The contour with its corners rounded by quadratic curves that leave it by at most `tolerance` and take at most half
  /// of a side each: a smooth curve where the tolerance allows it, straight sides with round turns where it does not.
  public func rounded(tolerance: Double) -> Path {
    guard points.count > 2 else { return isClosed ? .polygon(points) : .polyline(points) }
    let turns = points.indices.map { turn(at: $0, tolerance) }
    var path = Path()
    path.move(to: isClosed ? turns[0].leaving : points[0])
    for turn in isClosed ? turns.dropFirst() + turns.prefix(1) : turns.dropFirst().dropLast() {
      path.line(to: turn.entering)
      // A quadratic curve raised to a cubic.
      path.curve(
        turn.entering.mixed(with: turn.corner, 2 / 3), turn.leaving.mixed(with: turn.corner, 2 / 3),
        to: turn.leaving)
    }
    if isClosed { path.close() } else { path.line(to: points[points.count - 1]) }
    return path
  }

  private struct Turn {
    let entering: Point
    let corner: Point
    let leaving: Point
  }

  private func turn(at i: Int, _ tolerance: Double) -> Turn {
    let n = points.count
    let (before, corner, after) = (points[(i + n - 1) % n], points[i], points[(i + 1) % n])
    let (back, on) = ((before - corner).normalized, (after - corner).normalized)
    // The curve passes the corner at half its distance to the middle of the chord.
    let depth = (back + on).length / 4
    let room = min(before.distance(to: corner), after.distance(to: corner)) / 2
    let reach = depth * room > tolerance ? tolerance / depth : room
    return Turn(entering: corner + back * reach, corner: corner, leaving: corner + on * reach)
  }
}

/// A line through fewer points, its ends kept.
private func simplifiedLine(_ points: [Point], _ tolerance: Double) -> [Point] {
  guard points.count > 2 else { return points }
  var isKept = [Bool](repeating: false, count: points.count)
  (isKept[0], isKept[points.count - 1]) = (true, true)
  var pending = [(0, points.count - 1)]
  while let (from, to) = pending.popLast() {
    var (worst, distance) = (from, tolerance)
    for i in from..<to where i > from {
      let d = distanceToSegment(points[i], points[from], points[to])
      if d > distance { (worst, distance) = (i, d) }
    }
    guard worst > from else { continue }
    isKept[worst] = true
    pending += [(from, worst), (worst, to)]
  }
  return points.indices.filter { isKept[$0] }.map { points[$0] }
}

/// How far `p` is from the nearest point between `a` and `b`.
func distanceToSegment(_ p: Point, _ a: Point, _ b: Point) -> Double {
  let side = b - a
  let length = side.dot(side)
  guard length > 0 else { return p.distance(to: a) }
  return p.distance(to: a + side * max(0, min(1, (p - a).dot(side) / length)))
}
