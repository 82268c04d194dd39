/// Cuts Voronoi cells out of a rectangle, one after the other, in memory that is used again.
///
/// A cell is the rectangle cut along the bisector of its site and every Delaunay neighbour: that needs no circumcentres,
/// which lie anywhere for flat triangles, and no rays to infinity. O(k²) for a site of k neighbours, 6 on average.
public struct VoronoiCells: Sendable {
  private let frame: Rect
  private let triangulation: Delaunay
  private var cell: [Point] = []
  private var cut: [Point] = []

  /// The cells of a triangulation's points, as far as they lie in `frame`.
  public init(_ triangulation: Delaunay, in frame: Rect) {
    self.frame = frame
    self.triangulation = triangulation
  }

  /// The outline of point `p`'s cell in the triangles' sense; empty if it has none in the frame, or if an earlier
  /// point lies in the same place.
  public mutating func outline(of p: Int) -> [Point] {
    cell.removeAll(keepingCapacity: true)
    let site = triangulation.points[p]
    let isAlone = triangulation.hull.count == 1
    guard triangulation.leaving[p] >= 0 || triangulation.corners.isEmpty && triangulation.hull.contains(p)
    else { return cell }
    cell.append(contentsOf: [frame.at(0, 0), frame.at(1, 0), frame.at(1, 1), frame.at(0, 1)])
    if !isAlone { triangulation.forEachNeighbor(of: p) { keepNearer(site, than: triangulation.points[$0]) } }
    return cell
  }

  /// Cuts away what lies nearer to `other` than to `site` (Sutherland and Hodgman, 1974, for one line).
  private mutating func keepNearer(_ site: Point, than other: Point) {
    let (normal, middle) = (other - site, site.mixed(with: other, 0.5))
    guard cell.contains(where: { ($0 - middle).dot(normal) > 0 }) else { return }
    swap(&cell, &cut)
    cell.removeAll(keepingCapacity: true)
    guard var from = cut.last else { return }
    var before = (from - middle).dot(normal)
    for to in cut {
      let here = (to - middle).dot(normal)
      if (before > 0) != (here > 0) { cell.append(from.mixed(with: to, before / (before - here))) }
      if here <= 0 { cell.append(to) }
      (from, before) = (to, here)
    }
  }
}
