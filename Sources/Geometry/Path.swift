import Elementary

/// An outline of straight and cubic pieces.
public struct Path: Hashable, Sendable {
  /// One piece; coordinates are absolute.
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  public private(set) var elements: [Element] = []

  public init() {}

  public var isEmpty: Bool { elements.isEmpty }

  public mutating func move(to p: Point) { elements.append(.move(p)) }
  public mutating func line(to p: Point) { elements.append(.line(p)) }
  public mutating func curve(_ c1: Point, _ c2: Point, to p: Point) { elements.append(.curve(c1, c2, p)) }
  public mutating func close() { elements.append(.close) }
  public mutating func append(_ other: Path) { elements += other.elements }

  public func transformed(by m: Affine) -> Path {
    var result = Path()
    result.elements = elements.map { element in
      switch element {
      case .move(let p): .move(m.apply(p))
      case .line(let p): .line(m.apply(p))
      case .curve(let p, let q, let r): .curve(m.apply(p), m.apply(q), m.apply(r))
      case .close: .close
      }
    }
    return result
  }

  /// Bounds of all end and control points: contains the outline, not always tightly. Nil if empty.
  public var controlBounds: Rect? {
    guard !elements.isEmpty else { return nil }
    var (low, high) = (Point(.infinity, .infinity), Point(-.infinity, -.infinity))
    func add(_ p: Point) {
      low = Point(min(low.x, p.x), min(low.y, p.y))
      high = Point(max(high.x, p.x), max(high.y, p.y))
    }
    for element in elements {
      switch element {
      case .move(let p), .line(let p): add(p)
      case .curve(let p, let q, let r):
        add(p)
        add(q)
        add(r)
      case .close: break
      }
    }
    return low.x <= high.x ? Rect(left: low.x, top: low.y, right: high.x, bottom: high.y) : nil
  }
}

extension Path {
  public static func rect(_ r: Rect) -> Path {
    polygon([r.at(0, 0), r.at(1, 0), r.at(1, 1), r.at(0, 1)])
  }

  /// Closed straight outline through `points`.
  public static func polygon(_ points: [Point]) -> Path {
    var path = polyline(points)
    if !points.isEmpty { path.close() }
    return path
  }

  /// Open straight line through `points`.
  public static func polyline(_ points: [Point]) -> Path {
    var path = Path()
    guard let first = points.first else { return path }
    path.move(to: first)
    for p in points.dropFirst() { path.line(to: p) }
    return path
  }

  public static func circle(_ center: Point, radius: Double) -> Path {
    var path = arc(center, radius: radius, turn)
    path.close()
    return path
  }

  private static let turn = ArcPieces(from: 0, to: 2 * Double.pi)

  public static func ellipse(in r: Rect) -> Path {
    circle(.zero, radius: 1).transformed(
      by: Affine.scale(r.width / 2, r.height / 2).then(.translation(r.center.x, r.center.y)))
  }

  /// An open circular arc; angles in radians, clockwise on the page from the x axis.
  ///
  /// Cubic pieces of at most 45 degrees: radial error below 5e-6 of the radius.
  public static func arc(_ c: Point, radius: Double, from a0: Double, to a1: Double) -> Path {
    arc(c, radius: radius, ArcPieces(from: a0, to: a1))
  }

  private static func arc(_ c: Point, radius: Double, _ pieces: ArcPieces) -> Path {
    let handle = pieces.handle * radius
    var path = Path()
    path.elements.reserveCapacity(pieces.directions.count + 1)
    var exit = Point.zero
    for (i, direction) in pieces.directions.enumerated() {
      let p = Point(c.x + radius * direction.x, c.y + radius * direction.y)
      let tangent = Point(-direction.y, direction.x) * handle
      if i == 0 { path.move(to: p) } else { path.curve(exit, p - tangent, to: p) }
      exit = p + tangent
    }
    return path
  }

  /// A ring sector between two radii.
  public static func sector(
    _ c: Point, inner: Double, outer: Double, from a0: Double, to a1: Double
  ) -> Path {
    var path = arc(c, radius: outer, from: a0, to: a1)
    path.appendConnected(inner > 0 ? arc(c, radius: inner, from: a1, to: a0) : polyline([c]))
    path.close()
    return path
  }

  /// Continues with `other`, a line joining its start to the current end.
  public mutating func appendConnected(_ other: Path) {
    for (index, element) in other.elements.enumerated() {
      if index == 0, case .move(let p) = element { line(to: p) } else { elements.append(element) }
    }
  }

  /// A smooth closed curve through `points` (uniform Catmull-Rom as cubics).
  ///
  /// `tension` 0 gives the usual Catmull-Rom roundness, 1 gives straight sides.
  public static func smoothClosed(_ points: [Point], tension: Double = 0) -> Path {
    smooth(points, closed: true, tension: tension)
  }

  /// A smooth open curve through `points`.
  public static func smoothOpen(_ points: [Point], tension: Double = 0) -> Path {
    smooth(points, closed: false, tension: tension)
  }

  private static func smooth(_ points: [Point], closed: Bool, tension: Double) -> Path {
    let n = points.count
    guard n > 2 else { return closed ? polygon(points) : polyline(points) }
    func at(_ i: Int) -> Point { closed ? points[((i % n) + n) % n] : points[min(max(i, 0), n - 1)] }
    let k = (1 - tension) / 6
    var path = Path()
    path.elements.reserveCapacity(n + 2)
    path.move(to: points[0])
    for i in 0..<(closed ? n : n - 1) {
      let (p0, p1, p2, p3) = (at(i - 1), at(i), at(i + 1), at(i + 2))
      path.curve(p1 + (p2 - p0) * k, p2 - (p3 - p1) * k, to: p2)
    }
    if closed { path.close() }
    return path
  }
}

/// Where the pieces of an arc of radius 1 meet.
private struct ArcPieces {
  let directions: [Point]
  /// How far a piece's handles reach from its ends.
  let handle: Double

  init(from a0: Double, to a1: Double) {
    let count = max(1, Int((abs(a1 - a0) / (Double.pi / 4)).rounded(.up)))
    let step = (a1 - a0) / Double(count)
    directions = (0...count).map { index in
      let (sine, cosine) = Exact.sincos(a0 + step * Double(index))
      return Point(cosine, sine)
    }
    // 4/3 of tan(step/4), by sine and cosine.
    let (sine, cosine) = Exact.sincos(step / 4)
    handle = 4 / 3 * sine / cosine
  }
}
