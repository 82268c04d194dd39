import Geometry

/// A convex outline on the plan, metres.
struct Footprint {
  let corners: [Point]

  init(_ corners: [Point]) { self.corners = corners }
  init(_ r: Rect) { corners = [r.at(0, 0), r.at(1, 0), r.at(1, 1), r.at(0, 1)] }

  /// True if the insides have common points (separating axes; touching is no overlap).
  func overlaps(_ other: Footprint) -> Bool { depth(into: other) > 1e-6 }

  /// How far one must move to part them, metres; 0 or less where they are apart.
  func depth(into other: Footprint) -> Double {
    var least = Double.infinity
    for axis in axes + other.axes {
      let (a, b) = (span(axis), other.span(axis))
      least = min(least, min(a.upperBound - b.lowerBound, b.upperBound - a.lowerBound))
      if least <= 0 { return least }
    }
    return least
  }

  private var axes: [Point] {
    corners.indices.map { (corners[($0 + 1) % corners.count] - corners[$0]).normalized.perpendicular }
  }

  private func span(_ axis: Point) -> ClosedRange<Double> {
    let values = corners.map { $0.dot(axis) }
    return values.min()!...values.max()!
  }

  /// How far the farthest corner lies outside a rectangle, metres; 0 inside.
  func excess(of r: Rect) -> Double {
    corners.map { max(max(r.left - $0.x, $0.x - r.right), max(r.top - $0.y, $0.y - r.bottom), 0) }.max()!
  }
}
