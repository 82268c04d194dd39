import Canvas
import Color
import Composition
import Geometry
import Raster
import Testing

@testable import Studio

private let typesetter = Typesetter()

/// A page of one ground with lines of text on it.
private func page(
  _ marks: [(text: String, element: String, x: Double, y: Double, points: Double, color: String)],
  ground: String = "#ffffff"
) -> Composition {
  let page = Page(size: Size(200, 300), bleed: 3)
  let texts = marks.map { mark -> Mark in
    let line = TextLine(mark.text, font: Font("Inter"), size: millimetres(points: mark.points))
    return .text(
      TextMark(
        element: mark.element, line: line, metrics: typesetter.metrics(of: line),
        origin: Point(mark.x, mark.y),
        color: SRGB(hex: mark.color)!))
  }
  let fill = Mark.fill(.rect(page.cover), .color(SRGB(hex: ground)!))
  return Composition(page: page, layers: [Layer(.ground, [fill]), Layer(.type, texts)])
}

@Suite struct ScoresTests {
  private func scores(_ composition: Composition) throws -> Scores {
    try Scores.measure(composition, with: typesetter)
  }

  @Test func aSoundPagePasses() throws {
    let scores = try scores(
      page([("Blue Hour", "title", 20, 60, 60, "#000000"), ("Quay 3", "place", 20, 200, 14, "#000000")]))
    #expect(scores.failure == nil && scores.overlap == 0 && scores.clipped == 0)
    #expect(scores.textContrast == 21 && scores.displayContrast == 21 && scores.readability == 0)
    #expect(scores.alignment < 0.02, "both stand on one axis")
  }

  /// A title of 60 pt at (70, 160), a line of 14 pt and a form at height `y`.
  func pageWithForm(y: Double) throws -> Scores {
    var composition = page([
      ("Blue", "title", 70, 160, 60, "#000000"), ("Quay 3", "place", 20, 280, 14, "#000000"),
    ])
    let form = Mark.fill(.rect(Rect(70, y, 60, 40)), .color(SRGB(0.9, 0.5, 0.4)))
    composition.layers.insert(Layer(.artwork, [form]), at: 1)
    return try scores(composition)
  }

  @Test func overlapIsSeen() throws {
    let both = [
      ("Blue Hour", "title", 20.0, 60.0, 60.0, "#000000"), ("Quay 3", "place", 30, 58, 14, "#000000"),
    ]
    #expect(try scores(page(both)).failure == "text overlaps text")
  }

  @Test func theEdgeIsSeen() throws {
    let scores = try scores(page([("Blue Hour", "title", 2, 60, 20, "#000000")]))
    #expect(scores.failure == "text leaves the safe area" && (1...2).contains(scores.clipped))
  }

  @Test func faintTextIsSeen() throws {
    #expect(
      try scores(page([("Quay 3", "place", 20, 60, 14, "#888888")])).failure == "text contrast is below 4.5:1"
    )
    #expect(
      try scores(page([("Quay", "title", 20, 60, 40, "#888888")])).failure == nil, "3:1 will do for display")
    #expect(
      try scores(page([("Quay", "title", 20, 60, 40, "#aaaaaa")])).failure == "display contrast is below 3:1")
  }

  @Test func restlessGroundsAreSeen() throws {
    var composition = page([("Quay 3", "place", 20, 60, 30, "#000000")])
    let stripes = (0..<60).map { i in
      Mark.fill(.rect(Rect(0, Double(i) * 2, 200, 1)), .color(SRGB(0.6, 0.6, 0.6)))
    }
    let posts = (0..<100).map { i in
      Mark.fill(.rect(Rect(Double(i) * 2, 0, 1, 300)), .color(SRGB(0.6, 0.6, 0.6)))
    }
    composition.layers.insert(Layer(.artwork, stripes + posts), at: 1)
    #expect(try scores(composition).readability > 0.03)
  }

  @Test func picturesAreOpaqueToTheEdgeAndShowTheBleed() throws {
    let composition = page([], ground: "#d94f2b")
    for (width, height) in [(20, 30), (21, 30), (7, 11)] {
      let scale = Double(width) / 200
      let bitmap = try Renderer.draw(
        composition, View(scale: scale, width: width, height: height), with: typesetter)
      #expect(bitmap.isOpaque)
      #expect(bitmap.pixels[width * (height / 2) + width / 2] == 0xffd9_4f2b)
    }
    let bled = try Renderer.draw(
      composition, View(scale: 1, width: 206, height: 306, includesBleed: true), with: typesetter)
    #expect(bled.pixels.allSatisfy { $0 == 0xffd9_4f2b })
  }
}
