import Testing

@testable import Geometry

@Suite struct ContourTests {
  private func grid(_ width: Int, _ height: Int, _ value: (Double, Double) -> Double) -> ScalarGrid {
    ScalarGrid(
      width: width, height: height,
      samples: (0..<width * height).map { Float(value(Double($0 % width), Double($0 / width))) })
  }

  @Test func aHillHasARoundOutline() throws {
    let lines = grid(21, 21) { x, y in 10 - Point(x, y).distance(to: Point(10, 10)) }.isolines(at: 3)
    let line = try #require(lines.first)
    #expect(lines.count == 1 && line.isClosed)
    #expect(line.points.allSatisfy { abs($0.distance(to: Point(10, 10)) - 7) < 0.03 })
    #expect(abs(line.area - Double.pi * 49) < 2, "outlines of high areas are positive")
    let hole = grid(21, 21) { x, y in Point(x, y).distance(to: Point(10, 10)) }.isolines(at: 7)
    #expect(hole.count == 1 && hole[0].area < -150, "holes are negative")
  }

  @Test func slopesGiveOpenLines() throws {
    let line = try #require(grid(6, 4) { x, _ in x }.isolines(at: 2.5).first)
    #expect(!line.isClosed && line.points.count == 4 && line.points.allSatisfy { $0.x == 2.5 })
    #expect(line.points[0].y == 3, "higher values lie to the right of the walker")
    let closed = grid(6, 4) { x, _ in x }.rimmed(with: -1).isolines(at: 2.5)
    #expect(closed.count == 1 && closed[0].isClosed)
  }

  /// The area above a level, whatever the field: every crossing is met once, on every cell case.
  @Test func everyCellCaseIsRight() {
    var chance = Chance()
    for _ in 0..<40 {
      let field = grid(7, 6) { _, _ in chance.unit() < 0.5 ? 0 : 1 }.rimmed(with: 0)
      let lines = field.isolines(at: 0.5)
      var area = 0.0
      for y in 0..<7 {
        for x in 0..<8 {
          let bits = [(0, 0), (1, 0), (1, 1), (0, 1)].map { field.samples[(y + $0.1) * 9 + x + $0.0] }
          let high = bits.reduce(0, +)
          let isSaddle = high == 2 && bits[0] == bits[2]
          // A saddle with the mean at the level counts as a valley: two corners of an eighth each.
          area += isSaddle ? 0.25 : [0, 0.125, 0.5, 0.875, 1][Int(high)]
        }
      }
      #expect(lines.allSatisfy { $0.isClosed })
      #expect(abs(lines.reduce(0) { $0 + $1.area } - area) < 1e-9)
    }
  }

  @Test func flatAndThinGridsHaveNoLines() {
    for (w, h) in [(0, 0), (1, 5), (5, 1), (4, 4)] {
      #expect(grid(w, h) { _, _ in 1 }.isolines(at: 1).isEmpty)
    }
  }

  @Test func simplifyingStaysWithinTheTolerance() {
    let points = (0..<200).map { (i: Int) -> Point in
      let u = Double(i % 50) / 50 - 0.5
      return Point(Double(i), 10 * u * u + Double(i % 3) * 0.1)
    }
    for isClosed in [false, true] {
      let line = Contour(points, isClosed: isClosed)
      let simple = line.simplified(tolerance: 0.4)
      #expect(simple.points.count < 60 && simple.points.first == points.first)
      let corners = isClosed ? simple.points + [simple.points[0]] : simple.points
      for p in points {
        let nearest = zip(corners, corners.dropFirst()).map { distanceToSegment(p, $0, $1) }.min()!
        #expect(nearest <= 0.4 + 1e-9)
      }
    }
    #expect(Contour([Point(0, 0), Point(1, 0)], isClosed: false).simplified(tolerance: 9).points.count == 2)
  }

  @Test func cutCornersTendToACurve() {
    let square = Contour([Point(0, 0), Point(4, 0), Point(4, 4), Point(0, 4)], isClosed: true)
    let cut = square.cutCorners(times: 4)
    #expect(cut.points.count == 64)
    #expect(abs(cut.area - 16 * 5 / 6) < 0.05, "the B-spline of a square holds five sixths of it")
    let open = Contour([Point(0, 0), Point(4, 0), Point(4, 4)], isClosed: false).cutCorners(times: 2)
    #expect(open.points.first == Point(0, 0) && open.points.last == Point(4, 4))
  }

  @Test(arguments: [0.05, 0.3, 9]) func roundingKeepsItsTolerance(tolerance: Double) {
    let shape = Contour([Point(0, 0), Point(6, 0), Point(5, 5), Point(1, 2)], isClosed: true)
    let path = shape.rounded(tolerance: tolerance)
    var (at, worst) = (Point.zero, 0.0)
    for element in path.elements {
      switch element {
      case .move(let p), .line(let p): at = p
      case .curve(let p, let q, let r):
        for k in 0...10 {
          let t = Double(k) / 10
          let (a, b, c) = (at.mixed(with: p, t), p.mixed(with: q, t), q.mixed(with: r, t))
          let point = a.mixed(with: b, t).mixed(with: b.mixed(with: c, t), t)
          let sides = zip(shape.points, shape.points.dropFirst() + shape.points.prefix(1))
          worst = max(worst, sides.map { distanceToSegment(point, $0, $1) }.min()!)
        }
        at = r
      case .close: break
      }
    }
    #expect(worst <= tolerance + 1e-9 && worst > min(tolerance, 0.5) * 0.5, "\(worst)")
  }
}
