extension Path {
  /// A rectangle with round corners; the radius is at most half of the short side.
  public static func rounded(_ r: Rect, radius: Double) -> Path {
    let radius = min(radius, r.size.shortSide / 2)
    return rounded(r, radii: Size(radius, radius))
  }

  /// A rectangle whose corners are quarters of an ellipse; the radii are at most half of the sides.
  public static func rounded(_ r: Rect, radii: Size) -> Path {
    let (rx, ry) = (min(radii.width, r.width / 2), min(radii.height, r.height / 2))
    guard rx > 0, ry > 0 else { return .rect(r) }
    // The cubic's handle for a quarter circle: 4/3 (sqrt 2 - 1).
    let (kx, ky) = (rx * (1 - 0.5522847498), ry * (1 - 0.5522847498))
    var path = Path()
    path.move(to: Point(r.left + rx, r.top))
    path.line(to: Point(r.right - rx, r.top))
    path.curve(Point(r.right - kx, r.top), Point(r.right, r.top + ky), to: Point(r.right, r.top + ry))
    path.line(to: Point(r.right, r.bottom - ry))
    path.curve(
      Point(r.right, r.bottom - ky), Point(r.right - kx, r.bottom), to: Point(r.right - rx, r.bottom))
    path.line(to: Point(r.left + rx, r.bottom))
    path.curve(Point(r.left + kx, r.bottom), Point(r.left, r.bottom - ky), to: Point(r.left, r.bottom - ry))
    path.line(to: Point(r.left, r.top + ry))
    path.curve(Point(r.left, r.top + ky), Point(r.left + kx, r.top), to: Point(r.left + rx, r.top))
    path.close()
    return path
  }
}
