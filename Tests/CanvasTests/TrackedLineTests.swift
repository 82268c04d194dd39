import Canvas
import Testing

@Suite struct TrackedLineTests {
  private static let texts: [(text: String, language: String)] = [
    ("Blue Hour", "en"), ("office fjord", "en"), ("AVATAR To.", "en"), ("é a\u{301}", "fr"), ("n", "en"),
    ("שלום עולם", "he"), ("夏の映画", "ja"), ("قصيدة", "ar"), ("„So“ – (ja)", "de"),
  ]

  /// A line is measured at most twice by Pango; what follows for other trackings must be what Pango itself says.
  @Test(arguments: texts.indices) func trackedLinesMeasureAsIfShaped(index: Int) {
    let (text, language) = Self.texts[index]
    let trackings = [0.002, -0.055, 0.1, -0.01, 0.0333, 0.25]
    for font in [Font("Inter"), Font("EB Garamond 12", companions: .bookish)] {
      func line(_ tracking: Double) -> TextLine {
        TextLine(text, font: font, size: 1, tracking: tracking)
      }
      let derived = Typesetter(language: language)
      for tracking in trackings { _ = derived.metrics(of: line(tracking)) }
      for tracking in trackings {
        let alone = Typesetter(language: language).metrics(of: line(tracking))
        #expect(derived.metrics(of: line(tracking)) == alone, "\(text) at \(tracking)")
        // Outlines are shaped, not derived.
        #expect(
          derived.outline(of: line(tracking)) == Typesetter(language: language).outline(of: line(tracking)))
      }
    }
  }

  /// The words of a text are measured together, as paragraphs of one layout: each as if it stood alone, whatever
  /// scripts stand beside it and whether or not a character is missing.
  @Test(arguments: texts.indices, ["", " \u{1F3B7}x"]) func wordsMeasureTogetherAsAlone(
    index: Int, end: String
  ) {
    let (text, language) = Self.texts[index]
    let words = (text + " AVA To fi n قصيدة" + end).split(separator: " ").map(String.init)
    for font in [Font("Inter"), Font("EB Garamond 12", companions: .bookish)] {
      for tracking in [0, 0.02, -0.03] {
        let together = Typesetter(language: language)
        _ = together.breaker(of: words.joined(separator: " "), font: font, tracking: tracking)
        for word in words {
          let line = TextLine(word, font: font, size: 1, tracking: tracking)
          let alone = Typesetter(language: language)
          #expect(together.metrics(of: line) == alone.metrics(of: line), "\(word) at \(tracking)")
          #expect(together.outline(of: line) == alone.outline(of: line))
        }
      }
    }
  }
}
