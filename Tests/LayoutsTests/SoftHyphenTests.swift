import Canvas
import Composition
import Geometry
import Testing

@testable import Layouts
@testable import Studio

/// A word is parted where its writer marked it, and only if the letters gain by it.
@Suite struct SoftHyphenTests {
  private func headline(_ text: String, _ room: Size) -> Headline? {
    var voice = TypeSystem.Voice(Font("Inter"), leading: 1)
    voice.isUppercase = false
    return Headline(
      text, voice: voice, in: room, sizes: 1...60, baseline: 1, with: typesetter)
  }

  @Test func partsInNarrowRooms() throws {
    let narrow = try #require(headline("Nacht\u{ad}flohmarkt", Size(40, 60)))
    #expect(narrow.lines == ["Nacht-", "flohmarkt"])
    let low = try #require(headline("Nacht\u{ad}flohmarkt", Size(200, 10)))
    #expect(low.lines == ["Nachtflohmarkt"])
    #expect(narrow.lines.joined().unicodeScalars.allSatisfy { $0.value != 0xad })
  }

  @Test func widthsCountTheHyphen() {
    let breaker = LineBreaker(
      typesetter.pieces(of: "Nacht\u{ad}flohmarkt"), font: Font("Inter"), with: typesetter)
    #expect(breaker.pieces.count == 2)
    for range in [0..<1, 1..<2, 0..<2] {
      let line = TextLine(breaker.text(range), font: Font("Inter"), size: 1)
      #expect(abs(breaker.width(range) - typesetter.metrics(of: line).advance) < 0.03, "\(line.text)")
    }
  }
}
