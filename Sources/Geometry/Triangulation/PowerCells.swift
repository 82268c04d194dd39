/// The power diagram (Laguerre tessellation) of weighted sites in a rectangle: cell i holds the points p whose power
/// |p - site|² - radius² is least for site i (Aurenhammer, 1987). Equal radii give the Voronoi diagram.
///
/// A cell is the rectangle cut along the radical axis of its site and every other: O(n²) half-plane cuts, nearly all of
/// which leave the cell as it is after the nearest few; meant for hundreds of sites, not for tens of thousands.
public struct PowerCells: Sendable {
  private let frame: Rect
  private let sites: [(center: Point, radius: Double)]

  /// Sites with radii of 0 or more.
  public init(_ sites: [(center: Point, radius: Double)], in frame: Rect) {
    precondition(sites.allSatisfy { $0.radius >= 0 }, "a radius must not be negative")
    (self.sites, self.frame) = (sites, frame)
  }

  /// The outline of a site's cell, turning from x to y; empty if stronger sites leave it nothing, or if an earlier site
  /// of the same place and radius has it.
  public func outline(of index: Int) -> [Point] {
    let site = sites[index]
    var cell = [frame.at(0, 0), frame.at(1, 0), frame.at(1, 1), frame.at(0, 1)]
    var reach = Self.squaredReach(of: cell, from: site.center)
    for (number, other) in sites.enumerated() where number != index {
      let way = other.center - site.center
      let square = way.dot(way)
      let gain = site.radius * site.radius - other.radius * other.radius
      if square == 0 {
        if gain < 0 || (gain == 0 && number < index) { return [] }
        continue
      }
      // Most axes lie beyond all of the cell: no corner needs to be asked.
      if square + gain > 0, (square + gain) * (square + gain) > 4.000001 * reach * square { continue }
      // The radical axis lies at this share of the way to the other site.
      let axis = site.center + way * ((square + gain) / (2 * square))
      guard cell.contains(where: { ($0 - axis).dot(way) > 0 }) else { continue }
      cell = cell.clipped(at: axis, towards: way * -1)
      if cell.isEmpty { return [] }
      reach = Self.squaredReach(of: cell, from: site.center)
    }
    return cell
  }

  private static func squaredReach(of cell: [Point], from site: Point) -> Double {
    cell.reduce(0) { max($0, ($1 - site).dot($1 - site)) }
  }
}
