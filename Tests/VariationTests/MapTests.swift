import Foundation
import Testing

@testable import Studio
@testable import Variation

@Suite struct MapTests {
  @Test func theArchiveIsThatOfPyribs() {
    var archive = Archive<Int>(sizes: ArchiveList.sizes, ranges: [0...1, -2...3])
    for (number, entry) in ArchiveList.entries.enumerated() {
      archive.add(number, measures: [entry.1, entry.2], objective: entry.0)
    }
    #expect(archive.cells.map { $0?.elite ?? -1 } == ArchiveList.elites)
  }

  @Test func axesAreRead() throws {
    let axes = try MapAxis.pair("calm-busy,vivid-muted")
    #expect(axes[0].score == "density" && axes[0].first == "calm" && !axes[0].isFalling)
    #expect(axes[1].score == "colourfulness" && axes[1].first == "vivid" && axes[1].isFalling)
    #expect(try MapAxis("balance").last == "high balance")
    for (text, words) in [
      ("calm-bussy,density", "did you mean 'calm-busy'"), ("density", "two axes"),
      ("density,density", "two axes"), ("a,b,c", "two axes"),
    ] {
      let error = #expect(throws: SweepError.self) { try MapAxis.pair(text) }
      #expect(error?.description.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
    }
  }

  @Test func everyTileStandsInItsCell() throws {
    var plan = MapPlan(try MapAxis.pair("density,colourfulness"))
    (plan.draws, plan.generations, plan.children) = (24, 1, 8)
    let planned = try plan.run(preset(), count: 9, seed: 1, in: Workshop(jobs: 2))
    let grid = try #require(planned.grid)
    #expect(grid.columns == 3 && grid.cells.count == 9 && grid.columnLabels.count == 3)
    var columns: [[Double]] = [[], [], []]
    for (index, cell) in grid.cells.enumerated() {
      if case .tile(let tile) = cell { columns[index % 3].append(planned.tiles[tile].scores.density) }
    }
    for (a, b) in zip(columns, columns.dropFirst()) { #expect((a.max() ?? 0) <= (b.min() ?? 1)) }
    #expect(Set(planned.tiles.map(\.variant)).count == planned.tiles.count)
  }
}
