import Canvas
import Composition
import Geometry
import Parameters
import Testing

@testable import Layouts
@testable import Studio

/// Text begins on a column's edge of one of the page's grids, or keeps to a stated exception of its family.
@Suite struct GridEdgeTests {
  /// Families whose lines hang on an axis or end at one: centred, right-hand or turned type, cells of tables.
  private static let free = ["centred", "timetable"]

  private func misses(_ page: Composition, _ name: String) -> [String] {
    let lefts = page.grids.flatMap { grid in (0..<grid.columns).map { grid.left($0) } }
    let rights = page.grids.flatMap { grid in (0..<grid.columns).map { grid.left($0) + grid.columnWidth } }
    return page.textMarks.compactMap { mark in
      guard mark.quarterTurns == 0 else { return nil }
      let start =
        HangingPunctuation.start(
          mark.line.text, font: mark.line.font, tracking: mark.line.tracking, typesetter) * mark.line.size
      let end = mark.origin.x + typesetter.metrics(of: mark.line).advance
      // Display type is flush by its ink, text by its advance.
      let near = mark.line.size * 0.02 + 0.02
      let starts = [mark.origin.x, mark.origin.x + start, mark.box.left, mark.box.left + start]
      let onLeft = lefts.contains { edge in starts.contains { abs($0 - edge) < near } }
      let closing =
        HangingPunctuation.end(
          mark.line.text, font: mark.line.font, tracking: mark.line.tracking, typesetter) * mark.line.size
      let ends = [end, end - closing, mark.box.right, mark.box.right - closing]
      let onRight = rights.contains { edge in ends.contains { abs($0 - edge) < near } }
      return onLeft || onRight ? nil : "'\(mark.line.text)' (\(mark.element)) begins at \(mark.origin.x)"
    }
  }

  @Test(arguments: layouts.map { $0.name }.filter { !free.contains($0) && $0 != "cards" })
  func textBeginsOnColumns(name: String) throws {
    let layout = layouts.first { $0.name == name }!
    for index in 0..<5 {
      for preset in [presets[0], preset("social/feathers"), preset("editorial/gezeiten")] {
        guard layout.refusal(of: preset.content) == nil,
          let page = try? compose(layout, index, for: preset)
        else { continue }
        #expect(misses(page, name).isEmpty, "\(name) \(index) \(preset.name): \(misses(page, name))")
      }
    }
  }

  /// Words in a card stand one padding from its edge, and its edges are the grid's.
  @Test func cardsStandOnModules() throws {
    let layout = layouts.first { $0.name == "cards" }!
    for index in 0..<8 {
      guard let page = try? compose(layout, index, for: presets[0]), let grid = page.grids.last else {
        continue
      }
      let fields = page.layers.filter { $0.role == .ground && $0.window == nil }.dropFirst().flatMap(\.marks)
        .compactMap {
          mark -> Rect? in
          if case .fill(let path, _) = mark { path.controlBounds } else { nil }
        }
      #expect(fields.count >= 2)
      for field in fields where page.page.trim.contains(field) {
        #expect(
          grid.miss(edge: field.left) < 1e-6 && grid.miss(edge: field.right) < 1e-6, "\(index): \(field)")
      }
      for mark in page.textMarks {
        let field = fields.first { $0.contains(mark.box) }
        #expect(field != nil, "\(index): '\(mark.line.text)' stands on no card")
      }
    }
  }
}
