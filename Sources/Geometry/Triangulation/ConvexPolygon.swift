extension [Point] {
  /// The part of a convex polygon on the side of a line through `p` that `normal` points to (Sutherland and Hodgman,
  /// 1974, for one line). O(count).
  public func clipped(at p: Point, towards normal: Point) -> [Point] {
    guard var from = last else { return [] }
    var kept: [Point] = []
    kept.reserveCapacity(count + 1)
    var before = (from - p).dot(normal)
    for to in self {
      let here = (to - p).dot(normal)
      if (before >= 0) != (here >= 0) { kept.append(from.mixed(with: to, before / (before - here))) }
      if here >= 0 { kept.append(to) }
      (from, before) = (to, here)
    }
    return kept
  }

  /// The part of a convex polygon in a rectangle.
  public func clipped(to rect: Rect) -> [Point] {
    clipped(at: rect.at(0, 0), towards: Point(1, 0)).clipped(at: rect.at(0, 0), towards: Point(0, 1))
      .clipped(at: rect.at(1, 1), towards: Point(-1, 0)).clipped(at: rect.at(1, 1), towards: Point(0, -1))
  }
}
