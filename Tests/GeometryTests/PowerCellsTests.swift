import Geometry
import Testing

@Suite struct PowerCellsTests {
  private static let frame = Rect(0, 0, 10, 8)
  private static let sites: [(center: Point, radius: Double)] = (0..<24).map { i in
    let n = Double(i)
    return (
      Point((n * 3.7).truncatingRemainder(dividingBy: 10), (n * 2.3).truncatingRemainder(dividingBy: 8)),
      0.1 + (n * 0.37).truncatingRemainder(dividingBy: 1.2)
    )
  }

  private func area(_ cell: [Point]) -> Double { Contour(cell, isClosed: true).area }

  private func isInside(_ p: Point, _ cell: [Point]) -> Bool {
    zip(cell, cell.dropFirst() + cell.prefix(1)).allSatisfy { a, b in
      (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) >= -1e-9
    }
  }

  @Test func everyPointLiesInTheCellOfLeastPower() {
    let diagram = PowerCells(Self.sites, in: Self.frame)
    let cells = Self.sites.indices.map { diagram.outline(of: $0) }
    for step in 0..<200 {
      let p = Self.frame.at(
        (Double(step) * 0.618).truncatingRemainder(dividingBy: 1), (Double(step) + 0.5) / 200)
      let powers = Self.sites.map { site in
        let d = p - site.center
        return d.dot(d) - site.radius * site.radius
      }
      let best = powers.indices.min { powers[$0] < powers[$1] }!
      #expect(cells[best].count > 2 && isInside(p, cells[best]), "point \(step)")
    }
    let total = cells.map(area).reduce(0, +)
    #expect(abs(total - 80) < 1e-9)
  }

  @Test func equalRadiiGiveTheVoronoiDiagram() {
    let equal = Self.sites.map { (center: $0.center, radius: 0.5) }
    let diagram = PowerCells(equal, in: Self.frame)
    var voronoi = VoronoiCells(Delaunay(equal.map(\.center)), in: Self.frame)
    for index in equal.indices {
      #expect(abs(area(diagram.outline(of: index)) - area(voronoi.outline(of: index))) < 1e-6)
    }
  }

  @Test func aStrongNeighbourTakesEverything() {
    let diagram = PowerCells([(Point(5, 4), 40), (Point(6, 4), 0.1)], in: Self.frame)
    #expect(diagram.outline(of: 1).isEmpty)
    #expect(area(diagram.outline(of: 0)) == 80)
    let twins = PowerCells([(Point(5, 4), 1), (Point(5, 4), 1)], in: Self.frame)
    #expect(area(twins.outline(of: 0)) == 80 && twins.outline(of: 1).isEmpty)
  }
}
