import Elementary
import Geometry

/// From where something is drawn: parallel projection along an axis.
public struct Projection: Hashable, Sendable {
  /// The direction that runs right on the page.
  let right: Vector3
  /// The direction that runs down on the page.
  let down: Vector3
  /// The direction towards the viewer.
  let viewer: Vector3

  /// From above, north at the head.
  public static let plan = Projection(
    right: Vector3(1, 0, 0), down: Vector3(0, 1, 0), viewer: Vector3(0, 0, 1))
  /// From the front of a piece.
  public static let front = Projection(
    right: Vector3(1, 0, 0), down: Vector3(0, 0, -1), viewer: Vector3(0, 1, 0))
  /// From the right end of a piece: its front is to the left.
  public static let side = Projection(
    right: Vector3(0, -1, 0), down: Vector3(0, 0, -1), viewer: Vector3(1, 0, 0))

  /// Towards a wall, from inside the room.
  public static func towards(_ wall: Wall) -> Projection {
    let (right, viewer) =
      switch wall {
      case .north: (Vector3(1, 0, 0), Vector3(0, 1, 0))
      case .east: (Vector3(0, 1, 0), Vector3(-1, 0, 0))
      case .south: (Vector3(-1, 0, 0), Vector3(0, -1, 0))
      case .west: (Vector3(0, -1, 0), Vector3(1, 0, 0))
      }
    return Projection(right: right, down: Vector3(0, 0, -1), viewer: viewer)
  }

  public func apply(_ v: Vector3) -> Point { Point(v.dot(right), v.dot(down)) }
}

extension Solid {
  /// The outline as seen along a projection, a convex polygon in metres.
  func outline(_ projection: Projection) -> [Point] {
    convexHull(surfacePoints.map { projection.apply(frame.apply($0) + center) })
  }

  /// The nearest it comes to the viewer, metres.
  func reach(_ projection: Projection) -> Double {
    surfacePoints.map { (frame.apply($0) + center).dot(projection.viewer) }.max()!
  }

  /// Its bounds on the page of a projection.
  func bounds(_ projection: Projection) -> Rect {
    let points = surfacePoints.map { projection.apply(frame.apply($0) + center) }
    return Rect(
      left: points.map(\.x).min()!, top: points.map(\.y).min()!, right: points.map(\.x).max()!,
      bottom: points.map(\.y).max()!)
  }

  /// Points of the surface in own coordinates, close enough for a smooth outline: rings of the rounded rectangle.
  private var surfacePoints: [Vector3] {
    levels.flatMap { inset, z in
      let k = widening(at: z)
      return ring(inset: inset).map { Vector3($0.x * k, $0.y * k, z) }
    }
  }

  /// How far each ring lies within the sides, and at what height.
  private var levels: [(inset: Double, z: Double)] {
    let rim = half.z - crown
    let steps = edge > 0.02 ? 6 : 2
    let curve = (0...steps).map { i in
      let (s, c) = Exact.sincos(Double(i) / Double(steps) * Double.pi / 2)
      return (inset: edge * (1 - c), z: rim - edge + edge * s)
    }
    // The puffed face rises from the rim to the middle.
    let flat = min(half.x, half.y)
    let face =
      crown > 0
      ? [0.35, 0.6, 0.8].map { (inset: flat * $0, z: rim + crown * (1 - (1 - $0) * (1 - $0))) } : []
    return (curve + face).flatMap { [$0, (inset: $0.inset, z: -$0.z)] }
  }

  private func ring(inset: Double) -> [Point] {
    let (w, d) = (half.x - inset, half.y - inset)
    let radius = max(0, min(corner - inset, w, d))
    let steps = radius > 0.03 ? 10 : 2
    return [(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)].enumerated().flatMap { quarter, sign in
      (0...steps).map { i in
        let (s, c) = Exact.sincos((Double(quarter) + Double(i) / Double(steps)) * Double.pi / 2)
        return Point(sign.0 * (w - radius) + radius * c, sign.1 * (d - radius) + radius * s)
      }
    }
  }
}

/// The convex polygon around points (Andrew's monotone chain, 1979). O(n log n).
func convexHull(_ points: [Point]) -> [Point] {
  let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  func chain(_ points: some Sequence<Point>) -> [Point] {
    var hull: [Point] = []
    for p in points {
      while hull.count > 1, turn(hull[hull.count - 2], hull[hull.count - 1], p) <= 1e-12 { hull.removeLast() }
      hull.append(p)
    }
    return Array(hull.dropLast())
  }
  return chain(sorted) + chain(sorted.reversed())
}

private func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
