import Canvas
import Color
import Composition
import Geometry
import Parameters
import Testing
import Variation

@testable import Layouts
@testable import Studio

/// Marks that open or close hang outside the edge, so that letters stand in line.
@Suite struct HangingTests {
  private static let font = Font("Inter")

  private func advance(_ text: String) -> Double {
    typesetter.metrics(of: TextLine(text, font: Self.font, size: 1)).advance
  }

  @Test func marksHangByTheirWidth() {
    func start(_ text: String) -> Double {
      HangingPunctuation.start(text, font: Self.font, tracking: 0, typesetter)
    }
    func end(_ text: String) -> Double {
      HangingPunctuation.end(text, font: Self.font, tracking: 0, typesetter)
    }
    #expect(abs(start("“Hope") - (advance("“Hope") - advance("Hope"))) < 1e-9)
    #expect(abs(end("soul,") - (advance("soul,") - advance("soul"))) < 1e-9)
    #expect(abs(end("(so)") - (advance("(so)") - advance("(so")) / 2) < 1e-9)
    #expect(start("Hope”") == 0 && end("“Hope") == 0 && end(",") == 0 && start("“") == 0)
    for text in ["اليوم،", "שלום.", "です。"] { #expect(end(text) > 0, "\(text)") }
  }

  private func setter(_ align: Anchor, _ typesetter: Typesetter = typesetter) -> DetailSetter {
    let design = try! Design(Sampler(presets[0].space, seed: 5, plan: .random).variant(at: 1))
    let tones = Tones(ground: .white, text: .black, muted: .black, accent: .black)
    return DetailSetter(
      type: design.pair.system, tones: tones, typesetter: typesetter, size: 4, baseline: 1.4, align: align,
      gutter: 5)
  }

  /// At a right edge the last letters of the lines stand in line, and full stops beyond.
  @Test func closingMarksHangAtTheRight() throws {
    let setter = setter(.end)
    func mark(_ text: String) throws -> TextMark {
      let element = ContentElement(role: .place, items: [text])
      let group = [Detail(element: element, lines: [text], voice: setter.type.text, scale: 1, tone: .text)]
      return try #require(setter.set([group], at: .zero, width: 100, columns: 1).marks.first)
    }
    let (bare, stopped) = (try mark("Quay 3"), try mark("Quay 3."))
    let width = { (text: String) in
      typesetter.metrics(
        of: TextLine(text, font: bare.line.font, size: bare.line.size, tracking: bare.line.tracking)
      ).advance
    }
    #expect(abs(stopped.origin.x + width("Quay 3") - (bare.origin.x + width("Quay 3"))) < 0.05)
    #expect(stopped.origin.x + width("Quay 3.") > 100.05, "the full stop stands beyond the edge")
  }

  /// Justified lines end with a letter on the edge or a mark beyond it.
  @Test func justifiedLinesReachFromMarkToMark() {
    let voice = setter(.start).type.text
    let column = ColumnText(typesetter: typesetter, voice: voice, size: 4, pitch: 6, isJustified: true)
    let text = String(
      repeating: "“All night,” she said, “we play, and later, when the boats are in, we sing.” ", count: 5)
    let set = column.set(
      [text], element: "body", lefts: [0], width: 80, top: 0, baseline: 1.5, color: .black)
    for mark in set.marks.sorted(by: { $0.origin.y < $1.origin.y }).dropLast() {
      let start =
        HangingPunctuation.start(mark.line.text, font: voice.font, tracking: mark.line.tracking, typesetter)
        * 4
      let end =
        HangingPunctuation.end(mark.line.text, font: voice.font, tracking: mark.line.tracking, typesetter) * 4
      let right = mark.origin.x + typesetter.metrics(of: mark.line).advance
      #expect(abs(mark.origin.x + start) < 1e-6, "'\(mark.line.text)' begins at \(mark.origin.x)")
      #expect(abs(right - 80 - min(end, 1.6)) < 0.1, "'\(mark.line.text)' ends at \(right), hang \(end)")
    }
  }

  /// The first lines of neighbouring columns share a baseline, whatever their sizes.
  @Test func columnsShareTheirFirstBaseline() {
    let setter = setter(.start)
    let groups = [(ContentRole.subtitle, "An evening"), (.date, "Friday"), (.small, "Doors at eight")].map {
      role, text in
      ContentElement(role: role, items: [text]).details(setter.type)
    }
    let marks = setter.set(groups, at: .zero, width: 150, columns: 3).marks
    #expect(
      Set(marks.map(\.line.size)).count > 1 && Set(marks.map(\.origin.y)).count == 1,
      "\(marks.map(\.origin.y))")
  }
}
