import Testing

@testable import Geometry

/// Even numbers in 0..<1 (Marsaglia's xorshift).
struct Chance {
  private var state: UInt64 = 88_172_645_463_325_252

  mutating func unit() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) * 0x1p-53
  }

  mutating func points(_ count: Int, _ width: Double = 100, _ height: Double = 70) -> [Point] {
    (0..<count).map { _ in Point(unit() * width, unit() * height) }
  }
}

@Suite struct DelaunayTests {
  static let sets: [(String, [Point])] = {
    var chance = Chance()
    let random = chance.points(120)
    let grid = (0..<96).map { Point(Double($0 % 12), Double($0 / 12)) }
    let circle = (0..<60).map { i in
      let k = Double(i) / 30 - 1
      return Point((1 - k * k) / (1 + k * k), 2 * k / (1 + k * k))
    }
    let twice = random.prefix(40) + random.prefix(40) + grid.prefix(30)
    let line = (0..<20).map { Point(Double($0), 3) }
    let far = chance.points(60).map { Point($0.x * 1e-9 + 1e3, $0.y * 1e-9) }
    return [
      ("random", random), ("grid", grid), ("circle", circle), ("twice", Array(twice)),
      ("line and one", line + [Point(7.5, 3.001)]),
      ("line in the middle", line + [Point(9, 0), Point(9, 8)]),
      ("far", far), ("triangle", [Point(0, 0), Point(1, 0), Point(0, 1)]),
    ]
  }()

  @Test(arguments: sets) func circlesAreEmpty(name: String, points: [Point]) {
    let mesh = Delaunay(points)
    let places = Delaunay.snapped(points)
    for t in 0..<mesh.count {
      let (a, b, c) = (
        places[Int(mesh.corners[3 * t])], places[Int(mesh.corners[3 * t + 1])],
        places[Int(mesh.corners[3 * t + 2])]
      )
      #expect(a.turn(b, c) > 0, "\(name)")
      let inside = places.count { LatticePoint.circle(a, b, c, holds: $0) }
      #expect(inside == 0, "\(name): \(inside) points in the circle of triangle \(t)")
    }
  }

  /// Euler: v points of which h on the hull give 2v - 2 - h triangles.
  @Test(arguments: sets) func trianglesCoverTheHull(name: String, points: [Point]) {
    let mesh = Delaunay(points)
    var places: [LatticePoint] = []
    for p in Delaunay.snapped(points) where !places.contains(p) { places.append(p) }
    #expect(mesh.count == 2 * places.count - 2 - mesh.hull.count, "\(name)")
    for (edge, twin) in mesh.twins.enumerated() where twin >= 0 {
      #expect(mesh.twins[Int(twin)] == edge)
      #expect(mesh.corners[Delaunay.next(edge)] == mesh.corners[Int(twin)])
    }
    for (from, to) in zip(mesh.hull, mesh.hull.dropFirst() + mesh.hull.prefix(1)) {
      let (a, b) = (Delaunay.snapped(points)[from], Delaunay.snapped(points)[to])
      #expect(places.allSatisfy { a.turn(b, $0) >= 0 }, "\(name): a point outside the hull")
    }
  }

  @Test func theCircleTestIsExact() {
    func at(_ x: Double, _ y: Double) -> LatticePoint { LatticePoint(x: x, y: y) }
    let far = LatticePoint.side
    let (a, b, c) = (at(0, 0), at(far, 0), at(far, far))
    #expect(!LatticePoint.circle(a, b, c, holds: at(0, far)), "on the circle")
    #expect(LatticePoint.circle(a, b, c, holds: at(1, far)))
    #expect(LatticePoint.circle(a, b, c, holds: at(0, far - 1)))
    #expect(!LatticePoint.circle(at(0, 1), b, c, holds: at(0, far)))
  }

  @Test func pointsOnALineHaveNoTriangles() {
    for count in 0..<5 {
      let mesh = Delaunay((0..<count).map { Point(Double($0 * 7 % 5), Double($0 * 7 % 5) * 2) })
      #expect(mesh.count == 0 && mesh.hull.count == count)
      #expect(mesh.hull.map { mesh.points[$0].x } == mesh.hull.map { mesh.points[$0].x }.sorted())
    }
    let one = Delaunay([Point(3, 3), Point(3, 3), Point(3, 3)])
    #expect(one.count == 0 && one.hull == [0])
  }

  @Test(arguments: sets) func neighborsAreMutual(name: String, points: [Point]) {
    let mesh = Delaunay(points)
    let around = points.indices.map { p in
      var list: [Int] = []
      mesh.forEachNeighbor(of: p) { list.append($0) }
      return list
    }
    for (p, list) in around.enumerated() {
      #expect(Set(list).count == list.count && !list.contains(p))
      #expect(list.allSatisfy { around[$0].contains(p) }, "\(name)")
    }
    let edges = mesh.corners.count + mesh.hull.count
    #expect(around.map(\.count).reduce(0, +) == edges, "\(name): every edge is met twice")
  }
}

@Suite struct VoronoiTests {
  private func area(_ outline: [Point]) -> Double {
    zip(outline, outline.dropFirst() + outline.prefix(1)).reduce(0) {
      $0 + ($1.0.x * $1.1.y - $1.0.y * $1.1.x) / 2
    }
  }

  @Test(arguments: DelaunayTests.sets) func cellsFillTheFrame(name: String, points: [Point]) throws {
    let bounds = try #require(Path.polyline(points).controlBounds)
    let frame = bounds.inset(by: -0.1 * bounds.size.longSide)
    var cells = VoronoiCells(Delaunay(points), in: frame)
    let sum = points.indices.reduce(0.0) { $0 + area(cells.outline(of: $1)) }
    #expect(abs(sum / frame.area - 1) < 1e-6, "\(name)")
  }

  @Test func everyPlaceBelongsToTheNearest() {
    var chance = Chance()
    let points = chance.points(40)
    var cells = VoronoiCells(Delaunay(points), in: Rect(10, 10, 60, 50))
    for p in points.indices {
      for corner in cells.outline(of: p) {
        let nearest = points.map { $0.distance(to: corner) }.min()!
        #expect(points[p].distance(to: corner) < nearest + 1e-9)
      }
    }
  }

  @Test func linesAndSinglePoints() {
    let frame = Rect(0, 0, 8, 2)
    var cells = VoronoiCells(Delaunay([Point(1, 1), Point(3, 1), Point(7, 1)]), in: frame)
    #expect((0..<3).map { area(cells.outline(of: $0)) } == [4, 6, 6])
    var one = VoronoiCells(Delaunay([Point(1, 1), Point(1, 1)]), in: frame)
    #expect(area(one.outline(of: 0)) == 16 && one.outline(of: 1).isEmpty)
  }
}

@Suite struct PoissonDiskTests {
  @Test func pointsKeepTheirDistanceAndLeaveNoHole() {
    var chance = Chance()
    let frame = Rect(5, -3, 40, 30)
    let points = PoissonDisk(in: frame, distance: 2) { chance.unit() }.points
    for (i, p) in points.enumerated() {
      #expect(frame.contains(p))
      #expect(points[..<i].allSatisfy { $0.distance(to: p) >= 2 })
    }
    for _ in 0..<500 {
      let place = frame.at(chance.unit(), chance.unit())
      #expect(points.contains { $0.distance(to: place) < 3 }, "a hole at \(place)")
    }
  }

  @Test func distancesMayVary() {
    var chance = Chance()
    let points = PoissonDisk(in: Rect(0, 0, 60, 20), from: 1, to: 4) {
      chance.unit()
    } distance: {
      1 + $0.x / 20
    }.points
    for (i, p) in points.enumerated() {
      #expect(points[..<i].allSatisfy { $0.distance(to: p) >= 1 + min($0.x, p.x) / 20 })
    }
    #expect(points.count { $0.x < 20 } > 2 * points.count { $0.x > 40 })
  }

  @Test func nothingFitsInNothing() {
    #expect(PoissonDisk(in: Rect(0, 0, 0, 5), distance: 1) { 0.5 }.points.isEmpty)
    #expect(PoissonDisk(in: Rect(0, 0, 1, 1), distance: 5) { 0.5 }.points.count == 1)
  }
}
