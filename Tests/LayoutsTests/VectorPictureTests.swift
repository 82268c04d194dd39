import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster
import Testing

@testable import Studio

/// Logos in outlines: what is read, what is refused and in which words, and that documents keep them as outlines.
@Suite struct VectorPictureTests {
  private func read(_ body: String, _ head: String = "viewBox='0 0 100 50'") throws(SVGProblem)
    -> VectorPicture
  {
    try VectorPicture(
      svg: Array(
        "<?xml version='1.0'?><!-- a logo --><svg xmlns='http://www.w3.org/2000/svg' \(head)>\(body)</svg>"
          .utf8),
      name: "logo.svg", digest: "d")
  }

  /// The colour at a point of the drawing, drawn over green.
  private func pixel(_ picture: VectorPicture, _ x: Double, _ y: Double, color: SRGB = .black) throws
    -> String
  {
    let canvas = try Canvas(width: Int(picture.size.width), height: Int(picture.size.height))
    let frame = Rect(0, 0, picture.size.width, picture.size.height)
    canvas.fill(.rect(frame), .color(SRGB(hex: "#00ff00")!))
    let mark = VectorMark(element: "logo", picture: picture, frame: frame, color: color)
    Composition(page: Page(size: picture.size), layers: [Layer(.furniture, [.drawing(mark)])])
      .draw(on: canvas, with: typesetter)
    let bitmap = try canvas.bitmap()
    let p = bitmap.pixels[Int(y) * bitmap.width + Int(x)]
    return SRGB(Double(p >> 16 & 255) / 255, Double(p >> 8 & 255) / 255, Double(p & 255) / 255).hex
  }

  @Test(arguments: [
    ("<rect x='10' y='10' width='30' height='30' fill='#f00'/>", 20.0, 20.0, "#ff0000"),
    ("<circle cx='25' cy='25' r='20' fill='rgb(0, 0, 255)'/>", 25, 7, "#0000ff"),
    ("<ellipse cx='50' cy='25' rx='40' ry='10' style='fill: #123456; stroke: none'/>", 15, 25, "#123456"),
    ("<polygon points='0,0 50,0 50,50 0,50' fill='white'/>", 40, 40, "#ffffff"),
    ("<path d='M10 10h30v30H10z' fill='#ABCDEF'/>", 20, 20, "#abcdef"),
    ("<path d='m10,10 30,0 0,30-30,0z' fill='#abc'/>", 20, 20, "#aabbcc"),
    ("<path d='M5 25A20 20 0 0 1 45 25Z' fill='red'/>", 25, 10, "#ff0000"),
    ("<path d='M5 25A20 20 0 0145 25Z' fill='red'/>", 25, 40, "#00ff00"),
    ("<path d='M0 50Q25-50 50 50T100 50' fill='red'/>", 25, 10, "#ff0000"),
    ("<path d='M0 0C0 40 40 40 40 0S80-40 80 0z' fill='red'/>", 20, 10, "#ff0000"),
    (
      "<g transform='translate(50) scale(2)' fill='#00f'><rect width='10' height='10'/></g>", 65, 15,
      "#0000ff"
    ),
    (
      "<g transform='rotate(90 50 25)'><rect x='40' y='0' width='20' height='50' fill='red'/></g>", 30, 25,
      "#ff0000"
    ),
    ("<path fill-rule='evenodd' fill='red' d='M0 0h50v50H0zM10 10h30v30H10z'/>", 25, 25, "#00ff00"),
    ("<path fill='red' d='M0 0h50v50H0zM10 10h30v30H10z'/>", 25, 25, "#ff0000"),
    ("<rect width='50' height='50' fill='red' fill-opacity='0.5'/>", 25, 25, "#808000"),
    (
      "<title>x &lt; y</title><defs><linearGradient id='a'/></defs><rect width='50' height='50' fill='red'/>",
      5, 5, "#ff0000"
    ),
    (
      "<rect width='50' height='50' fill='red' display='none'/><rect width='9' height='9' fill='blue'/>", 25,
      25, "#00ff00"
    ),
  ])
  func drawsWhatTheFileSays(body: String, x: Double, y: Double, hex: String) throws {
    let drawn = try pixel(try read(body), x, y)
    let (a, b) = (OKLab(SRGB(hex: drawn)!), OKLab(SRGB(hex: hex)!))
    #expect(a.distance(to: b) < 0.02, "\(body): \(drawn)")
  }

  @Test func shapesWithoutAColourTakeThatOfTheType() throws {
    for body in [
      "<rect width='50' height='50'/>", "<g fill='currentColor'><rect width='50' height='50'/></g>",
    ] {
      #expect(try pixel(try read(body), 5, 5, color: SRGB(hex: "#336699")!) == "#336699")
    }
  }

  @Test func theViewBoxPlacesAndCuts() throws {
    let picture = try read(
      "<rect x='-10' y='-10' width='500' height='500' fill='red'/>", "viewBox='-10 -10 40 20'")
    #expect(picture.aspect == 2)
    #expect(try pixel(picture, 0, 0) == "#ff0000")
    #expect(try read("<rect width='5' height='5'/>", "width='30mm' height='10mm'").aspect == 3)
  }

  @Test(arguments: [
    ("<text x='1'>Hi</text>", "holds a <text> on line 1"),
    ("<image href='a.png'/>", "holds a <image>"), ("<use href='#a'/>", "holds a <use>"),
    ("<style>.a{}</style>", "holds a <style>"),
    ("<line x2='5' stroke='red'/>", "stroke=\"red\" in the <line>"),
    ("<path d='M0 0L5 5' stroke='#000'/>", "convert strokes to outlines"),
    ("<rect width='5' height='5' fill='url(#g)'/>", "a fill must be one plain colour"),
    ("<rect width='5' height='5' filter='url(#g)'/>", "plain fills only"),
    ("<rect width='5%' height='5'/>", "width=\"5%\""), ("<path d='M0 0 L5'/>", "path data cannot be read"),
    ("<path d='L5 5'/>", "path data cannot be read"), ("<polygon points='1 2 3'/>", "pairs of numbers"),
    ("<rect width='5' height='5' transform='skewX(9)'/>", "cannot be read as a transform"),
    ("<g opacity='0.5'><rect width='5' height='5'/></g>", "give its shapes a fill-opacity"),
    ("<rect width='5' height='5' fill='red'", "is no SVG file"), ("", "it draws nothing"),
    ("</g>", "is no SVG file"), ("<g><rect width='5' height='5'/>", "never closed"),
  ])
  func refusesInOneSentence(body: String, words: String) {
    do {
      _ = try read(body)
      Issue.record("\(body) is accepted")
    } catch {
      #expect(error.description.contains(words), "\(error.description)")
      #expect(!error.description.contains("\n"))
    }
  }

  @Test func theSizeMustBeKnown() {
    #expect(throws: SVGProblem.noSize) { try read("<rect width='5' height='5'/>", "") }
    #expect(throws: SVGProblem.self) { try read("<rect width='5' height='5'/>", "viewBox='0 0 0 5'") }
  }

  /// Files cut short and bytes turned round never trap.
  @Test func brokenFilesAreRefused() {
    let whole = Array(
      "<svg viewBox='0 0 9 9'><g transform='scale(2)'><path d='M1e3 1A2 2 0 1 1 5-.5z'/></g><rect width='1' height='1'/></svg>"
        .utf8)
    for end in whole.indices {
      _ = try? VectorPicture(svg: Array(whole[..<end]), name: "l", digest: "d")
      var turned = whole
      turned[end] ^= 0x15
      _ = try? VectorPicture(svg: turned, name: "l", digest: "d")
    }
  }

  /// A page's PDF and SVG hold the logo's outlines, not pixels of them.
  @Test func documentsKeepOutlines() throws {
    let picture = try read("<circle cx='50' cy='25' r='20' fill='#ff0000'/>")
    let mark = VectorMark(element: "logo", picture: picture, frame: Rect(5, 5, 20, 10), color: .black)
    let page = Composition(page: Page(size: Size(40, 40)), layers: [Layer(.furniture, [.drawing(mark)])])
    let svg = String(decoding: try Renderer.document(page, .svg, with: typesetter), as: UTF8.self)
    #expect(svg.contains("<path") && !svg.contains("<image"))
    let pdf = try Renderer.document(page, .pdf, with: typesetter)
    #expect(!String(decoding: pdf, as: UTF8.self).contains("/Image"))
  }

  /// Every layout that serves the brief places it whole, in its own proportions, clear of the type.
  @Test func layoutsPlaceIt() throws {
    let picture = try read("<rect width='100' height='50'/>")
    var logo = ContentElement(role: .logo, items: [])
    logo.drawing = picture
    let content = Content([
      ContentElement(role: .title, items: ["Blue Hour"], importance: 1),
      ContentElement(role: .date, items: ["Friday"]), ContentElement(role: .place, items: ["Quay 3"]), logo,
    ])
    var placed = 0
    for layout in layouts where layout.refusal(of: content) == nil {
      for index in 0..<3 {
        guard let page = try? compose(layout, index, for: presets[0], content: content) else { continue }
        let marks = page.layers.flatMap(\.marks).compactMap { mark -> VectorMark? in
          if case .drawing(let drawing) = mark { drawing } else { nil }
        }
        let mark = try #require(marks.first, "\(layout.name) \(index) lost the logo")
        #expect(abs(mark.frame.width / mark.frame.height - 2) < 1e-9)
        #expect(page.page.trim.contains(mark.frame, tolerance: 1e-6))
        #expect(
          page.textMarks.allSatisfy { $0.box.intersection(mark.frame) == nil }, "\(layout.name) \(index)")
        placed += 1
      }
    }
    #expect(placed > 20)
  }
}
