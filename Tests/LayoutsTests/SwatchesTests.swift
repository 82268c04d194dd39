import Canvas
import Color
import Composition
import Geometry
import Parameters
import Testing

@testable import Studio

/// Colours shown as chips with their names.
@Suite struct SwatchesTests {
  private func preset(_ colors: String) throws -> Preset {
    let text = """
      { maquette: 1, name: 'Paints', format: { page: 'A4' }, content: [
        { role: 'title', text: 'Five Paints' }, { role: 'date', text: 'Spring' }, { role: 'place', text: 'Mill Road 3' },
        { role: 'swatches', heading: 'For the hall', colors: \(colors) } ] }
      """
    return try Preset(bytes: Array(text.utf8), file: "p.json")
  }

  private static let paints =
    "[{ hex: '#e3ded1', name: 'Pebble' }, { hex: '#4a5754', name: 'Press green' }, { hex: '#6d4a3b', name: 'Oxide' }, { hex: '#f5f4ef', name: 'Chalk' }]"

  private func chips(_ page: Composition) -> [(Rect, SRGB)] {
    page.layers.filter { $0.role == .furniture }.flatMap(\.marks).compactMap { mark in
      guard case .fill(let path, .solid(let color, 1)) = mark, let box = path.controlBounds else {
        return nil
      }
      return (box, color)
    }
  }

  @Test func everyLayoutShowsEveryColourWithItsName() throws {
    let preset = try preset(Self.paints)
    var served = 0
    for layout in layouts where layout.refusal(of: preset.content) == nil {
      for index in 0..<4 {
        guard let page = try? compose(layout, index, for: preset) else { continue }
        served += 1
        let chips = chips(page)
        let words = page.textMarks.map(\.line.text).joined(separator: " ")
        for (color, label) in zip(preset.content.elements[3].swatches, preset.content.elements[3].rows) {
          #expect(chips.contains { $0.1 == color }, "\(layout.name) \(index) lacks \(color.hex)")
          #expect(words.contains(label[0]) && words.contains(label[1]), "\(layout.name) \(index): \(label)")
        }
        for (box, _) in chips {
          #expect(page.textMarks.allSatisfy { $0.box.intersection(box) == nil }, "\(layout.name) \(index)")
        }
        #expect(words.contains("For the hall") || words.contains("FOR THE HALL"))
        #expect(faults(page).isEmpty, "\(layout.name) \(index): \(faults(page))")
      }
    }
    #expect(served > 30, "served \(served) times")
  }

  @Test func bareCodesNameThemselves() throws {
    let element = try preset("['#6F8F9B', '#112233']").content.elements[3]
    #expect(element.items == ["#6f8f9b", "#112233"] && element.swatches.map(\.hex) == element.items)
  }

  @Test(arguments: [
    ("[]", "must be a list of 1...12 colours"), ("['blue']", "must be a colour such as"),
    ("[{ hex: '#123456', code: 'x' }]", "code"), ("'#123456'", "must be a list of 1...12 colours"),
  ])
  func wrongColoursAreNamed(colors: String, words: String) {
    do {
      _ = try preset(colors)
      Issue.record("\(colors) is accepted")
    } catch {
      #expect("\(error)".contains(words) && "\(error)".contains("content[3].colors"), "\(error)")
    }
  }
}
