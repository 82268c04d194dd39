import Canvas
import Composition
import Geometry
import Parameters
import Testing
import Variation

@testable import Studio

@Suite struct PageGridTests {
  /// m k b + (m - 1) g b is the height, exactly.
  @Test(arguments: [(8, 400.0, 2.7), (6, 55.0, 0.74), (4, 297.0, 3.9), (12, 1189.0, 5.0), (1, 10.0, 3.0)])
  func rowsAndGapsFillTheHeight(rows: Int, height: Double, wanted: Double) {
    let grid = PageGrid(
      area: Rect(10, 20, 200, height), columns: 12, rows: rows, gutter: 5, baseline: wanted, stepsPerGap: 4)
    let steps = Double(grid.rows * grid.stepsPerRow + (grid.rows - 1) * grid.stepsPerGap)
    #expect(abs(steps * grid.baseline - height) < 1e-9)
    #expect(abs(grid.baseline / wanted - 1) < 0.12, "as near to the type's leading as rows allow")
    #expect(abs(grid.module(column: 0, row: grid.rows - 1).bottom - (20 + height)) < 1e-9)
    #expect(abs(grid.module(column: 11, row: 0).right - 210) < 1e-9)
    for row in 0..<grid.rows { #expect(grid.miss(baseline: grid.top(row)) < 1e-9) }
  }

  @Test func lowAreasGetFewerRows() {
    let grid = PageGrid(
      area: Rect(0, 0, 100, 9), columns: 3, rows: 8, gutter: 2, baseline: 3, stepsPerGap: 1)
    #expect(grid.rows == 2 && grid.stepsPerRow == 1)
  }

  @Test func theCanonStandsInNinths() {
    let live = MarginRule.vanDeGraaf.live(on: Size(180, 270))
    #expect(live == Rect(left: 30, top: 30, right: 150, bottom: 210))
    #expect(MarginRule.even(0.1).live(on: Size(100, 200)) == Rect(10, 10, 80, 180))
  }

  /// Text of a page stands on its baselines; giant stacked lines and tables keep an even pace of their own.
  @Test func baselinesLand() throws {
    for layout in layouts where !["stacked", "timetable", "programme"].contains(layout.name) {
      for index in 0..<4 {
        guard let page = try? compose(layout, index, for: presets[0]) else { continue }
        let grid = try #require(page.grids.first)
        for mark in page.textMarks where mark.quarterTurns == 0 && mark.element != "mark" {
          let miss = grid.miss(baseline: mark.origin.y)
          #expect(miss < 1e-6, "\(layout.name) \(index): '\(mark.line.text)' is \(miss) mm off its baseline")
        }
      }
    }
  }

  @Test func theOverlayIsDrawnOnceAsked() throws {
    var preset = presets[0]
    let design = try Design(Variant.first(of: preset))
    #expect(try design.compose(preset, art: .none, with: typesetter).overlay.isEmpty)
    try preset.set("sheet.showGrid", to: "true")
    let shown = try design.compose(preset, art: .none, with: typesetter)
    #expect(shown.overlay.count == shown.grids.count && !shown.grids.isEmpty)
    #expect(throws: PresetError.self) { try preset.set("sheet.showGrid", to: "7") }
  }
}

extension Variant {
  /// The first draw of a preset that composes.
  fileprivate static func first(of preset: Preset) -> Variant {
    Sampler(preset.space, seed: 5, plan: .random).variant(at: 1)
  }
}
