import Canvas
import Color
import Composition
import Geometry
import Parameters
import Testing

@testable import Interiors

@Suite struct DrawingTests {
  private static let style = DrawingStyle(
    ink: .black, quiet: SRGB(0.5, 0.5, 0.5), wall: .black, paper: .white, font: Font("Inter"))

  private func furnishing() throws -> Furnishing {
    try livingRoom().furnished(
      with: [
        item("F1", "sofa"), item("F2", "rug"), item("F3", "floor-lamp"), item("F4", "armchair", count: 2),
      ],
      stream: SeedStream(seed: 1, path: "room"))
  }

  @Test(arguments: [20.0, 50, 75]) func dimensionLinesAreTrue(scale: Double) throws {
    let plan = FloorPlan(try furnishing(), style: Self.style, typesetter: Typesetter())
    let drawing = plan.drawing(scale: scale, at: Point(7, 11))
    #expect(drawing.dimensions.map(\.value).sorted() == [600, 900, 1100, 1200, 1800, 3700, 4100, 5200])
    for dimension in drawing.dimensions {
      #expect(abs(dimension.from.distance(to: dimension.to) * scale - Double(dimension.value)) < 1e-6)
    }
    let elevation = Elevation(try furnishing(), wall: .north, style: Self.style, typesetter: Typesetter())
    #expect(elevation.drawing(scale: scale, at: .zero).dimensions.map(\.value) == [5200, 2700])
  }

  @Test func everyItemHasOneKey() throws {
    let plan = FloorPlan(try furnishing(), style: Self.style, typesetter: Typesetter())
    let drawing = plan.drawing(scale: 50, at: .zero)
    #expect(drawing.keys.map(\.key).sorted() == ["F1", "F2", "F3", "F4"])
    for key in drawing.keys { #expect(drawing.bounds.contains(key.at)) }
    let texts = drawing.layers.flatMap(\.marks).compactMap { mark -> TextMark? in
      if case .text(let text) = mark { text } else { nil }
    }
    for (index, text) in texts.enumerated() {
      #expect(drawing.bounds.contains(text.box, tolerance: 0.5))
      for other in texts[..<index] {
        #expect(text.box.intersection(other.box) == nil, "\(text.line.text) and \(other.line.text)")
      }
    }
  }

  /// Lengths that are shorter than their figures get them across, so that no figure meets another or a tick.
  @Test(arguments: [75.0, 100, 125]) func figuresKeepApart(scale: Double) throws {
    let room = try Room(
      .living, width: 5.2, depth: 4.1, height: 2.7,
      openings: [
        Opening(.window, wall: .south, at: 0.4, width: 1.2, height: 1.5, sill: 0.7),
        Opening(.window, wall: .south, at: 2.0, width: 1.2, height: 1.5, sill: 0.7),
      ])
    let plan = FloorPlan(
      Furnishing(room: room, pieces: []), style: Self.style, typesetter: Typesetter())
    let drawing = plan.drawing(scale: scale, at: .zero)
    let figures = drawing.layers.flatMap(\.marks).compactMap { mark -> TextMark? in
      if case .text(let text) = mark { text } else { nil }
    }
    #expect(figures.count == 7)
    for (index, figure) in figures.enumerated() {
      for other in figures[..<index] { #expect(figure.box.intersection(other.box) == nil) }
      for end in drawing.dimensions.flatMap({ [$0.from, $0.to] }) {
        #expect(!figure.box.contains(end), "\(figure.line.text)")
      }
    }
  }

  @Test func aScaleBarIsTrue() throws {
    let bar = try #require(
      ScaleBar(scale: 50, width: 60, style: Self.style, typesetter: Typesetter()))
    #expect(bar.metres == 2)
    let dark = bar.marks(right: 100, baseline: 10).compactMap { mark -> Rect? in
      if case .fill(let path, _) = mark { path.controlBounds } else { nil }
    }
    #expect(dark.count == 1 && abs(dark[0].width - 20) < 1e-9)
    #expect(ScaleBar(scale: 50, width: 12, style: Self.style, typesetter: Typesetter()) == nil)
  }

  @Test func northPointsWhereTheBriefSays() throws {
    let lettering = Lettering(style: Self.style, typesetter: Typesetter())
    for (degrees, place) in [(0.0, Point(0, -1.65)), (90, Point(1.65, 0)), (-90, Point(-1.65, 0))] {
      let marks = NorthArrow(degrees: degrees, radius: 1).marks(at: .zero, lettering)
      guard case .text(let letter) = try #require(marks.last) else {
        Issue.record("no letter")
        return
      }
      #expect(letter.line.text == "N" && letter.box.center.distance(to: place) < 0.5)
    }
  }

  @Test func figuresAreSetInThousands() {
    #expect(Lettering.figure(5200) == "5\u{2009}200")
    #expect(Lettering.figure(12_045) == "12\u{2009}045")
    #expect(Lettering.figure(900) == "900")
  }

  @Test func piecesAreDrawnToScale() {
    let drawing = FurnitureDrawing(item("F1", "sofa").piece, view: .front)
    let drawn = drawing.drawing(scale: 50, at: .zero, style: Self.style)
    #expect(abs(drawn.bounds.width - 44) < 1)
  }

  @Test func doorsSwingInwardsFromTheNearerCorner() throws {
    let room = try livingRoom()
    let swing = DoorSwing(room.openings[0], in: room)
    #expect(swing.isHingedLeft && swing.hinge.distance(to: Point(4.6, 4.1)) < 1e-9)
    #expect(room.floor.contains(swing.area, tolerance: 1e-9))
  }
}
