import Geometry

extension Path {
  /// A rectangle with round corners; the radius is at most half of the short side.
  static func rounded(_ r: Rect, radius wanted: Double) -> Path {
    let radius = min(wanted, r.size.shortSide / 2)
    guard radius > 0 else { return .rect(r) }
    // The cubic's handle for a quarter circle: 4/3 (sqrt 2 - 1).
    let k = radius * (1 - 0.5522847498)
    var path = Path()
    path.move(to: Point(r.left + radius, r.top))
    path.line(to: Point(r.right - radius, r.top))
    path.curve(Point(r.right - k, r.top), Point(r.right, r.top + k), to: Point(r.right, r.top + radius))
    path.line(to: Point(r.right, r.bottom - radius))
    path.curve(
      Point(r.right, r.bottom - k), Point(r.right - k, r.bottom), to: Point(r.right - radius, r.bottom))
    path.line(to: Point(r.left + radius, r.bottom))
    path.curve(
      Point(r.left + k, r.bottom), Point(r.left, r.bottom - k), to: Point(r.left, r.bottom - radius))
    path.line(to: Point(r.left, r.top + radius))
    path.curve(Point(r.left, r.top + k), Point(r.left + k, r.top), to: Point(r.left + radius, r.top))
    path.close()
    return path
  }
}
