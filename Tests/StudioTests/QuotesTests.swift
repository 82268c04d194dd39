import Composition
import Testing

@testable import Studio

/// Straight quotes become those of the preset's language; what was set by hand stays.
@Suite struct QuotesTests {
  private func title(_ text: String, _ language: String) throws -> String {
    let source =
      "{ maquette: 1, name: 'N', language: \"\(language)\", format: { page: 'A4' }, content: [{ role: 'title', text: `\(text)` }] }"
      .replacing("`", with: "\"")
    return try Preset(bytes: Array(source.utf8), file: "n.json").content.elements[0].text
  }

  @Test(arguments: [
    ("en", "“Hope” is"), ("de", "„Hope“ is"), ("de-CH", "«Hope» is"), ("fr", "«\u{202f}Hope\u{202f}» is"),
    ("es", "«Hope» is"), ("sv", "”Hope” is"), ("ja", "「Hope」 is"), ("he", "“Hope” is"),
  ])
  func doubleQuotes(language: String, expected: String) throws {
    #expect(try title("\\\"Hope\\\" is", language) == expected)
  }

  @Test(arguments: [
    ("en", "It's 'so' - don't", "It’s ‘so’ – don’t"), ("de", "'So' geht's", "‚So‘ geht’s"),
    ("fr", "L'heure", "L’heure"), ("en", "“kept” as it is", "“kept” as it is"),
    ("en", "'don't stop' now", "‘don’t stop’ now"),
  ])
  func singleQuotes(language: String, text: String, expected: String) throws {
    #expect(try title(text, language) == expected)
  }
}
