import Canvas
import Geometry
import Testing

private let typesetter = Typesetter()

@Suite struct LineBreakerTests {
  private func breaker(_ text: String, _ font: Font = Font("Inter")) -> LineBreaker {
    LineBreaker(typesetter.pieces(of: text), font: font, with: typesetter)
  }

  private static let text =
    "Four photographers who built with shadow: concrete, sails, faces, snow, and the long light of a northern winter."

  @Test func widthsAreThoseOfTheSetLine() {
    let breaker = breaker(Self.text)
    for range in [0..<1, 0..<4, 3..<9] {
      let line = TextLine(breaker.text(range), font: Font("Inter"), size: 1)
      #expect(abs(breaker.width(range) - typesetter.metrics(of: line).advance) < 0.02)
    }
  }

  /// The best breaks of short texts, tried one by one.
  @Test(arguments: [9.0, 12, 17, 25]) func filledLinesAreTheBest(measure: Double) {
    let breaker = breaker("One two three fourteen five sixteen seven eight")
    func cost(_ lines: [Range<Int>]) -> Double {
      lines.dropLast().reduce(0) { sum, range in
        let r = (measure - breaker.width(range)) / (measure / 3)
        return sum + (1 + 100 * r * r * r) * (1 + 100 * r * r * r)
      }
        + (lines.count > 1 && lines.last!.count == 1 && breaker.width(lines.last!) < measure * 0.34
          ? 20_000 : 0)
        + (lines.count > 1 && lines.last!.count > 1 && breaker.width(lines.last!) < measure * 0.2
          ? 20_000 : 0)
    }
    let n = breaker.pieces.count
    var least = Double.infinity
    for bits in 0..<(1 << (n - 1)) {
      var (lines, start) = ([Range<Int>](), 0)
      for end in 1...n where end == n || bits >> (end - 1) & 1 == 1 {
        lines.append(start..<end)
        start = end
      }
      if lines.allSatisfy({ breaker.width($0) <= measure }) { least = min(least, cost(lines)) }
    }
    #expect(abs(cost(breaker.filled(measure: measure)) - least) < 1e-6 * least + 1e-9)
  }

  @Test func balancedLinesAreEven() {
    let breaker = breaker("An evening of late jazz by the water")
    let lines = breaker.balanced(count: 3)
    let widths = lines.map { breaker.width($0) }
    #expect(
      lines.count == 3 && lines.first!.lowerBound == 0 && lines.last!.upperBound == breaker.pieces.count)
    #expect(widths.max()! / widths.min()! < 1.5)
    #expect(lines.last!.count > 1, "no lonely word at the end")
  }

  @Test func justifiedLinesStayElastic() throws {
    let breaker = breaker(Self.text + " " + Self.text)
    let lines = try #require(breaker.justified(measure: 30))
    for range in lines.dropLast() {
      let spaces = Double(range.count - 1)
      let each = (30 - breaker.width(range)) / spaces / breaker.space
      #expect(each > -0.26 && each < 1.51)
    }
    #expect(breaker.justified(measure: 6) == nil, "too narrow for even spaces")
  }

  @Test func longWordsStandAlone() {
    #expect(breaker("Donaudampfschifffahrt").filled(measure: 3) == [0..<1])
    #expect(breaker("a Donaudampfschifffahrt b").filled(measure: 3).count == 3)
    #expect(breaker("").filled(measure: 3).isEmpty)
  }

  /// Chinese and Japanese break between characters, but never before a full stop or a small kana.
  @Test func japaneseBreaksByTheRules() {
    let pieces = Typesetter(language: "ja").pieces(of: "開場は上映の30分前です。チケット")
    let texts = pieces.map(\.text)
    #expect(texts.joined() == "開場は上映の30分前です。チケット" && texts.count > 8)
    #expect(!texts.contains { $0.hasPrefix("。") || $0.hasPrefix("ッ") })
    #expect(texts.contains("30") && texts.contains("す。"))
  }

  @Test func scriptsHaveFacesOfTheirOwn() {
    for companions in [Companions.plain, .bookish] {
      for (text, language) in [("לילה לבן", "he"), ("أمسية شعرية", "ar"), ("夏の映画", "ja"), ("夜光", "zh")] {
        let line = TextLine(text, font: Font("Inter", companions: companions), size: 10)
        #expect(Typesetter(language: language).metrics(of: line).unknownGlyphs == 0, "\(text) \(companions)")
      }
    }
    let emoji = "Jazz 😀 tonight 🎷"
    #expect(typesetter.unknownCharacters(of: emoji, in: Font("Inter")) == ["😀", "🎷"])
  }

  /// Space between joined letters would tear Arabic words apart.
  @Test func arabicIsNeverTracked() {
    func width(_ text: String, _ tracking: Double) -> Double {
      typesetter.metrics(of: TextLine(text, font: Font("Inter"), size: 10, tracking: tracking)).advance
    }
    #expect(width("شعرية", 0.2) == width("شعرية", 0))
    #expect(width("Poems", 0.2) > width("Poems", 0))
  }

  @Test func wordSpacingWidensSpacesAlone() {
    func width(_ text: String, _ spacing: Double) -> Double {
      typesetter.metrics(of: TextLine(text, font: Font("Inter"), size: 10, wordSpacing: spacing)).advance
    }
    #expect(abs(width("one two three", 0.3) - width("one two three", 0) - 6) < 0.01)
    #expect(width("one", 0.3) == width("one", 0))
  }
}
