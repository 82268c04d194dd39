import Canvas
import Composition
import Geometry
import Parameters
import Testing

@testable import Studio

/// A brief in Hebrew is set on the mirrored grid.
@Suite struct MirrorTests {
  private static let hebrew = Typesetter(language: "he")

  private func content(_ title: String, _ date: String) -> Content {
    Content([
      ContentElement(role: .title, items: [title], importance: 1), ContentElement(role: .date, items: [date]),
      ContentElement(role: .place, items: [date]),
    ])
  }

  /// The same words, set both ways: every line stands as far from the right as it stood from the left.
  @Test(arguments: ["swiss", "band", "split", "full-bleed", "circle", "framed"]) func linesAreMirrored(
    name: String
  )
    throws
  {
    let layout = layouts.first { $0.name == name }!
    let words = content("Blue Hour", "Friday 14 March")
    for index in 0..<4 {
      guard let there = try? compose(layout, index, for: presets[0], content: words) else { continue }
      let back = try compose(layout, index, for: presets[0], content: words, with: Self.hebrew)
      #expect(there.textMarks.count == back.textMarks.count)
      for (a, b) in zip(there.textMarks, back.textMarks) where a.line.text == b.line.text {
        let width = there.page.size.width
        let miss = abs(a.box.left - (width - b.box.right))
        #expect(miss < a.line.size * 0.12, "\(name) \(index): '\(a.line.text)' is \(miss) mm off")
        #expect(a.origin.y == b.origin.y)
      }
      #expect(back.grids.first?.area.left == there.page.size.width - there.grids.first!.area.right)
    }
  }

  @Test func hebrewKeepsToTheRight() throws {
    let preset = preset("posters/white-night")
    let swiss = layouts.first { $0.name == "split" }!
    let page = try compose(swiss, 1, for: preset, with: Self.hebrew)
    let title = try #require(page.textMarks.first { $0.element == "title" })
    let grid = try #require(page.grids.first)
    #expect(title.line.text.unicodeScalars.contains { (0x590...0x5ff).contains($0.value) })
    #expect(abs(title.box.right - grid.area.right) < grid.area.width * 0.6)
    #expect(faults(page).isEmpty)
  }

  @Test func languagesHaveDirections() {
    for code in ["he", "ar", "fa-IR", "UR"] { #expect(WritingDirection(language: code) == .rightToLeft) }
    for code in ["en", "ja", "de-CH", ""] { #expect(WritingDirection(language: code) == .leftToRight) }
  }
}
