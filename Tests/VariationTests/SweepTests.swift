import Canvas
import Foundation
import Testing

@testable import Parameters
@testable import Studio
@testable import Variation

@Suite struct SweepTests {
  private func values(_ text: String) throws -> [String] {
    try Sweep(text, in: preset().space).values.map(\.description)
  }

  @Test(
    arguments: [
      ("layout.kind=swiss,band", ["swiss", "band"]), ("layout.columns=5..8", ["5", "6", "7", "8"]),
      ("layout.columns=8..5", ["8", "7", "6", "5"]), ("layout.columns=5..8..2", ["5", "7"]),
      ("layout.columns=5..8[2]", ["5", "8"]), ("finish.grain=0..1", ["0", "0.25", "0.5", "0.75", "1"]),
      ("finish.grain=0..0.3..0.1", ["0", "0.1", "0.2", "0.3"]), ("finish.grain=0..1[3]", ["0", "0.5", "1"]),
      ("finish.grain=0.1,0.7", ["0.1", "0.7"]), ("finish.grain-size=0.1..0.4[3]", ["0.1", "0.2", "0.4"]),
      ("split.mirrored=true", []),
    ])
  func readsSweeps(text: String, expected: [String]) throws {
    guard !expected.isEmpty else {
      #expect(throws: SweepError.self) { try values(text) }
      return
    }
    #expect(try values(text) == expected)
  }

  @Test func aStarIsEverything() throws {
    #expect(try values("layout.kind=*").count == preset().space.group(.layout).components.count)
    #expect(try values("layout.columns=*") == ["5", "6", "7", "8"])
  }

  @Test(
    arguments: [
      ("layout.columns", "must be P=SWEEP"), ("layout.colums=3", "did you mean 'layout.columns'"),
      ("layout.columns=3..9", "'3' is not possible"), ("layout.columns=a", "'a' is not possible"),
      ("art.kind=arc", "did you mean 'arcs'"), ("finish.grain=0..1..0", "the step must lead"),
      ("finish.grain=0..1..-0.1", "the step must lead"), ("finish.grain=0..1..0.0001", "more than 400"),
      ("finish.grain=0..1[1]", "2...400"), ("finish.grain=0..nan", "both ends must be numbers"),
      ("art.kind=1..2", "is no number"), ("layout.columns=", "must be P=SWEEP"),
    ])
  func saysWhatIsWrong(text: String, words: String) {
    let error = #expect(throws: SweepError.self) { try values(text) }
    #expect(error?.description.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
  }

  @Test func zippedSweepsShareAnAxis() throws {
    let space = preset().space
    let sweeps = try ["art.kind=arcs,rays", "layout.kind=swiss,band,split", "finish.grain=0..1[2]"].map {
      try Sweep($0, in: space)
    }
    let axes = try SweepAxis.axes(sweeps, zipped: [["art.kind", "finish.grain"]])
    #expect(axes.map(\.count) == [2, 3] && axes[0].label(at: 1) == "rays · 1")
    let error = #expect(throws: SweepError.self) {
      try SweepAxis.axes(sweeps, zipped: [["art.kind", "layout.kind"]])
    }
    #expect(error?.description.contains("have 2 and 3 values") == true)
  }
}

@Suite struct GridPlanTests {
  @Test func onlyWhatIsSweptMoves() throws {
    let preset = preset()
    let sweeps = try ["finish.grain=0..1[2]", "art.kind=arcs,rays,weave"].map {
      try Sweep($0, in: preset.space)
    }
    let planned = try GridPlan(SweepAxis.axes(sweeps, zipped: [])).run(preset, seed: 4, in: Workshop(jobs: 2))
    let grid = try #require(planned.grid)
    #expect(
      grid.columns == 3 && grid.columnLabels == ["arcs", "rays", "weave"] && grid.rowLabels == ["0", "1"])
    #expect(planned.tiles.count == 6 && grid.cells.count == 6)
    for (index, tile) in planned.tiles.enumerated() {
      #expect(tile.variant["finish.grain"] == .number(index < 3 ? 0 : 1))
      #expect(tile.variant["art.kind"] == .choice(["arcs", "rays", "weave"][index % 3]))
      let moved = tile.variant.changes(from: planned.tiles[0].variant)
      #expect(moved.allSatisfy { $0.hasPrefix("art.") || $0 == "finish.grain" }, "\(moved)")
    }
  }

  @Test func tooManyCellsAreRefused() throws {
    let space = preset().space
    let sweep = try Sweep("finish.grain=0..1[30]", in: space)
    let other = try Sweep("finish.ink-texture=0..1[30]", in: space)
    let error = #expect(throws: SweepError.self) { try GridPlan(SweepAxis.axes([sweep, other], zipped: [])) }
    #expect(error?.description.contains("30 x 30 = 900 cells; the limit is 400") == true)
  }

  @Test func parametersOfComponentsThatExcludeEachOther() throws {
    let preset = preset()
    let sweeps = try ["layout.columns=5,6", "layout.slant=0.08,0.1"].map { try Sweep($0, in: preset.space) }
    let error = #expect(throws: PlanError.self) {
      try GridPlan(SweepAxis.axes(sweeps, zipped: [])).run(preset, seed: 1, in: Workshop(jobs: 1))
    }
    #expect(error?.description.contains("no combination of components has") == true)
  }
}
