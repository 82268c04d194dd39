import Geometry
import Testing

@Suite struct GeometryTests {
  @Test func lengths() {
    #expect(abs(millimetres(points: 72) - 25.4) < 1e-12)
    #expect(abs(points(millimetres: millimetres(points: 11)) - 11) < 1e-12)
    #expect(LengthUnit.pixels.millimetres(dpi: 96) == 25.4 / 96)
    #expect(LengthUnit.centimetres.millimetres(dpi: 1) == 10)
  }

  @Test func rectangles() {
    let r = Rect(10, 20, 30, 40)
    #expect(r.at(0.5, 0.5) == r.center && r.center == Point(25, 40))
    #expect(r.inset(by: 5) == Rect(15, 25, 20, 30))
    #expect(r.intersection(Rect(0, 0, 15, 25)) == Rect(10, 20, 5, 5))
    #expect(r.intersection(Rect(40, 20, 5, 5)) == nil, "touching is not sharing")
    #expect(r.union(Rect(0, 0, 1, 1)) == Rect(0, 0, 40, 60))
    #expect(r.contains(r) && !r.contains(r.offset(by: Point(0.1, 0))))
    #expect(r.contains(r.offset(by: Point(0.1, 0)), tolerance: 0.2))
    let (strip, rest) = r.cutTop(10, gap: 2)
    #expect(strip == Rect(10, 20, 30, 10) && rest == Rect(10, 32, 30, 28))
    let (left, right) = r.cutLeft(10, gap: 2)
    #expect(left == Rect(10, 20, 10, 40) && right == Rect(22, 20, 18, 40))
  }

  @Test func transforms() {
    let moved = Affine.scale(2, 3).then(.translation(5, 7))
    #expect(moved.apply(Point(1, 1)) == Point(7, 10), "the first comes first")
    #expect(Affine.quarterTurns(1).apply(Point(1, 0)) == Point(0, 1), "clockwise where y points down")
    #expect(Affine.quarterTurns(-3) == .quarterTurns(1))
    let turned = Affine.rotation(Double.pi / 2).apply(Point(1, 0))
    #expect(turned.distance(to: Point(0, 1)) < 1e-12)
    #expect(Affine.quarterTurns(1).apply(Rect(0, 0, 2, 1)) == Rect(-1, 0, 1, 2))
  }

  @Test func arcsLieOnTheirCircle() {
    let path = Path.circle(Point(3, 4), radius: 10)
    for element in path.elements {
      if case .curve(_, _, let end) = element { #expect(abs(end.distance(to: Point(3, 4)) - 10) < 1e-9) }
    }
    #expect(path.controlBounds!.contains(Rect(-7, -6, 20, 20), tolerance: 1e-9))
    #expect(Path().controlBounds == nil)
    #expect(Path.rect(Rect(1, 2, 3, 4)).controlBounds == Rect(1, 2, 3, 4))
    #expect(Path.polygon([]).isEmpty)
  }
}
