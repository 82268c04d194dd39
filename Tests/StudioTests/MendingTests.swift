import Canvas
import Color
import Composition
import Geometry
import Testing

@testable import Studio

/// Type that does not stand out from the pixels under it takes another colour; nothing moves.
@Suite struct MendingTests {
  private let typesetter = Typesetter()

  private func page(_ color: String, on ground: String, points size: Double) -> Composition {
    let page = Page(size: Size(200, 300))
    let line = TextLine("Quay 3", font: Font("Inter"), size: millimetres(points: size))
    let mark = TextMark(
      element: "place", line: line, metrics: typesetter.metrics(of: line), origin: Point(20, 100),
      color: SRGB(hex: color)!)
    let fill = Mark.fill(.rect(page.cover), .color(SRGB(hex: ground)!))
    var composition = Composition(page: page, layers: [Layer(.ground, [fill]), Layer(.type, [.text(mark)])])
    composition.colors = [SRGB(hex: ground)!, SRGB(hex: "#0b1d3a")!]
    return composition
  }

  @Test func faintTypeTakesThePalettesInk() throws {
    var composition = page("#cccccc", on: "#f4efe6", points: 14)
    let before = composition.textMarks[0]
    let (scores, mended) = try Scores.measure(mending: &composition, with: typesetter)
    #expect(mended == 1 && scores.failure == nil && scores.textContrast >= 4.5)
    #expect(composition.textMarks[0].color == SRGB(hex: "#0b1d3a")!)
    #expect(composition.textMarks[0].box == before.box && composition.textMarks[0].line == before.line)
  }

  @Test func blackOrWhiteWhereNoInkReads() throws {
    var composition = page("#102040", on: "#0b1d3a", points: 14)
    composition.colors = [SRGB(hex: "#0b1d3a")!, SRGB(hex: "#123055")!]
    let (scores, mended) = try Scores.measure(mending: &composition, with: typesetter)
    #expect(mended == 1 && scores.failure == nil)
    #expect(composition.textMarks[0].color == .white)
  }

  @Test func soundTypeIsLeftAlone() throws {
    var composition = page("#888888", on: "#ffffff", points: 40)
    let (_, mended) = try Scores.measure(mending: &composition, with: typesetter)
    #expect(mended == 0 && composition.textMarks[0].color == SRGB(hex: "#888888")!, "3:1 will do for display")
  }

  @Test func missingCharactersAreNamed() throws {
    let line = TextLine("Jazz 😀", font: Font("Inter"), size: 8)
    let mark = TextMark(
      element: "title", line: line, metrics: typesetter.metrics(of: line), origin: Point(20, 100),
      color: .black)
    let composition = Composition(page: Page(size: Size(200, 300)), layers: [Layer(.type, [.text(mark)])])
    let failure = try Scores.measure(composition, with: typesetter).failure
    #expect(failure == "no font has ‘😀’ (U+1F600) of the title")
  }
}
