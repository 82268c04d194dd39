import Canvas
import Color
import Dispatch
import Geometry
import Raster
import Synchronization
import Testing

@Suite struct DrawingTests {
  @Test func fillsExactlyThePixelsOfARectangle() throws {
    let canvas = try Canvas(width: 5, height: 4)
    canvas.fill(.rect(Rect(1, 1, 3, 2)), .color(SRGB(hex: "#d94f2b")!))
    let o: UInt32 = 0
    let x: UInt32 = 0xffd9_4f2b
    #expect(try canvas.bitmap().pixels == [o, o, o, o, o, o, x, x, x, o, o, x, x, x, o, o, o, o, o, o])
  }

  @Test func halfCoveredPixelsAreHalfOpaque() throws {
    let canvas = try Canvas(width: 1, height: 1)
    canvas.fill(.rect(Rect(0, 0, 0.5, 1)), .color(.white))
    let pixel = try canvas.bitmap().pixels[0]
    #expect((126...129).contains(pixel >> 24))
    #expect(pixel >> 24 == pixel & 255, "premultiplied")
  }

  @Test func blendsClipsAndRestores() throws {
    let canvas = try Canvas(width: 3, height: 1)
    canvas.fill(.rect(Rect(0, 0, 3, 1)), .color(SRGB(1, 0.5, 0)))
    canvas.saved { canvas in
      canvas.clip(to: .rect(Rect(1, 0, 1, 1)))
      canvas.setBlend(.multiply)
      canvas.transform(.translation(100, 0))
      canvas.fill(.rect(Rect(-100, 0, 3, 1)), .color(SRGB(0.5, 0.5, 1)))
    }
    canvas.fill(.rect(Rect(2, 0, 1, 1)), .color(.black))
    let pixels = try canvas.bitmap().pixels
    #expect(pixels[0] == 0xffff_8000 && pixels[2] == 0xff00_0000)
    #expect(pixels[1] == 0xff80_4000)
  }

  @Test func copiesABitmapAndCutsItsOutside() throws {
    let tile = Bitmap(width: 2, height: 2, pixels: [1, 2, 3, 4].map { 0xff00_0000 | $0 })
    let canvas = try Canvas(width: 3, height: 3)
    canvas.copy(tile, x: -1, y: -1)
    canvas.copy(tile, x: 2, y: 1)
    canvas.copy(tile, x: 3, y: 3)
    canvas.copy(tile, x: -9, y: 0)
    let expected: [UInt32] = [4, 0, 0, 0, 0, 1, 0, 0, 3]
    #expect(try canvas.bitmap().pixels == expected.map { $0 == 0 ? 0 : 0xff00_0000 | $0 })
  }

  @Test(arguments: [(0, 1), (1, 0), (-3, 5), (32_768, 1), (1, 100_000)])
  func refusesImpossibleSizes(width: Int, height: Int) {
    #expect(throws: CanvasError.size(width: width, height: height)) {
      _ = try Canvas(width: width, height: height)
    }
  }

  @Test(arguments: [DocumentKind.pdf, .svg])
  func documentsRepeat(kind: DocumentKind) throws {
    func document() throws -> [UInt8] {
      let canvas = try Canvas(document: kind, size: Size(100, 80))
      canvas.fill(.circle(Point(50, 40), radius: 30), .color(SRGB(hex: "#0b1d3a")!))
      canvas.setBlend(.multiply)
      let line = TextLine("Blue Hour", font: Font("Inter"), size: 12)
      canvas.draw(line, at: Point(10, 20), .color(.black), with: Typesetter())
      return try canvas.document()
    }
    let first = try document()
    #expect(try first == document())
    #expect(first.starts(with: Array((kind == .pdf ? "%PDF" : "<?xml").utf8)))
  }

  @Test func aRasterIsNoDocument() throws {
    #expect(throws: CanvasError.self) { try Canvas(width: 1, height: 1).document() }
    #expect(throws: CanvasError.self) { try Canvas(document: .pdf, size: Size(9, 9)).bitmap() }
  }

  @Test func aFailedCallIsAnError() throws {
    let canvas = try Canvas(width: 2, height: 2)
    canvas.transform(.scale(0, 0))
    canvas.fill(.rect(Rect(0, 0, 1, 1)), .color(.black))
    #expect(throws: CanvasError.self) { try canvas.bitmap() }
  }
}

@Suite struct TextTests {
  let typesetter = Typesetter()

  private func width(_ text: String, _ family: String = "Inter", tracking: Double = 0) -> Double {
    typesetter.metrics(of: TextLine(text, font: Font(family), size: 10, tracking: tracking)).advance
  }

  @Test func aMissingFontIsAnErrorThatNamesThePackage() throws {
    try typesetter.require(Font("Inter"))
    let error = #expect(throws: CanvasError.self) {
      try typesetter.require(Font("No Such Face"), package: "fonts-nosuch")
    }
    #expect(
      error?.description
        == "the font 'No Such Face' is not installed; install it with: apt-get install fonts-nosuch")
  }

  @Test(arguments: ["Inter", "EB Garamond 12"])
  func kerns(family: String) {
    let text = "AVATAR To"
    let letters = text.map { width(String($0), family) }.reduce(0, +)
    #expect(width(text, family) < letters * 0.99)
  }

  @Test func setsLigatures() {
    let font = "EB Garamond 12"
    let parts = width("f", font) + width("i", font)
    #expect(abs(width("fi", font) - parts) > 0.05)
    func pieces(_ text: String) -> Int {
      typesetter.outline(of: TextLine(text, font: Font(font), size: 10)).elements.count
    }
    #expect(pieces("fi") != pieces("f") + pieces("i"), "one glyph with an outline of its own")
  }

  /// `H` and `n` neither kern nor join, so that nothing but the tracking changes.
  @Test(arguments: [-0.03, 0.02, 0.1])
  func trackingWidensByTheGaps(tracking: Double) {
    for text in ["H", "Hn", "HnHnHn"] {
      let gained = width(text, tracking: tracking) - width(text)
      #expect(abs(gained - tracking * 10 * Double(text.count - 1)) < 0.01, "\(text)")
    }
    let plain = typesetter.metrics(of: TextLine("Hn", font: Font("Inter"), size: 10))
    let wide = typesetter.metrics(of: TextLine("Hn", font: Font("Inter"), size: 10, tracking: tracking))
    #expect(abs(plain.ink.left - wide.ink.left) < 0.01, "the first letter stays where it was")
  }

  @Test func sizeScalesEverything() {
    let small = typesetter.metrics(of: TextLine("Quay 3", font: Font("Inter"), size: 3))
    let large = typesetter.metrics(of: TextLine("Quay 3", font: Font("Inter"), size: 300))
    #expect(abs(small.advance * 100 - large.advance) < 1e-9)
    #expect(abs(small.ink.height * 100 - large.ink.height) < 1e-9)
  }

  @Test func countsGlyphsThatNoFontHas() {
    func unknown(_ text: String) -> Int {
      typesetter.metrics(of: TextLine(text, font: Font("Inter"), size: 10)).unknownGlyphs
    }
    #expect(unknown("Blue Hour – Zürich") == 0)
    #expect(unknown("a\u{10fffd}b\u{10fffd}") == 2)
  }

  @Test func inkIsWhereTheOutlineIs() {
    let line = TextLine("Hourglass", font: Font("EB Garamond 12", italic: true), size: 10, tracking: 0.05)
    let ink = typesetter.metrics(of: line).ink
    let outline = typesetter.outline(of: line).controlBounds!
    #expect(outline.contains(ink, tolerance: 0.05))
    #expect(ink.contains(outline, tolerance: 0.6))
  }

  @Test func wrapsBetweenWords() {
    let text = "Four photographers who built with shadow: concrete, sails, faces, snow."
    let lines = typesetter.wrap(text, font: Font("Inter"), size: 10, width: 120)
    #expect(lines.count > 2 && lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { width($0) <= 120 })
    #expect(typesetter.wrap("Donaudampfschifffahrt", font: Font("Inter"), size: 10, width: 5).count == 1)
  }

  @Test func facesAreMeasured() {
    let face = typesetter.face(Font("Inter"))
    #expect(abs(face.capHeight - 0.727) < 0.01 && abs(face.xHeight - 0.546) < 0.015 && face.descender > 0.15)
  }

  @Test func manyThreadsGetOneOutline() {
    let fonts = [Font("Inter"), Font("Inter", weight: 700), Font("EB Garamond 12", italic: true)]
    let lines = fonts.flatMap { font in
      ["Blue Hour", "AVATAR To", "ffi fjord", "Mira Holt"].map {
        TextLine($0, font: font, size: 7, tracking: 0.01)
      }
    }
    let expected = lines.map { Typesetter().outline(of: $0) }
    let wrong = Atomic(0)
    let shared = Typesetter()
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      let own = Typesetter()
      for index in lines.indices {
        let turned = (index + thread) % lines.count
        let same = shared.outline(of: lines[turned]) == expected[turned]
        let ownSame = own.outline(of: lines[turned]) == expected[turned]
        if !same || !ownSame { wrong.add(1, ordering: .relaxed) }
      }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }
}
