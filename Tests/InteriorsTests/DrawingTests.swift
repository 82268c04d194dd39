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
