import Geometry
import Parameters
import Testing

@testable import Layouts

/// The search for an arrangement on modules.
@Suite struct PlacementTests {
  private func block(_ across: ClosedRange<Int>, _ down: ClosedRange<Int>, share: Double, order: Int?)
    -> Placement.Block
  {
    Placement.Block(across: across, down: { _ in down }, share: share, weight: 0.5, order: order)
  }

  private let stream = SeedStream(seed: 7, path: "placement")

  @Test func blocksThatDoNotFitAreRefused() {
    let blocks = (0..<3).map { block(2...2, 2...2, share: 0.5, order: $0) }
    #expect(Placement(columns: 2, rows: 3, blocks: blocks, calm: 0.5).solve(stream) == nil)
  }

  /// What is found never overlaps, stays on the page, is read from the top, and stands in line.
  @Test(arguments: 0..<6) func arrangementsAreOrdered(seed: Int) throws {
    let blocks =
      [block(2...4, 3...5, share: 0.4, order: nil), block(2...4, 1...2, share: 0.2, order: 0)]
      + (1...3).map { block(1...2, 1...1, share: 0.04, order: $0) }
    let cells = try #require(
      Placement(columns: 4, rows: 8, blocks: blocks, calm: 0.3).solve(stream.child("\(seed)")))
    for (i, a) in cells.enumerated() {
      #expect(a.column >= 0 && a.row >= 0 && a.column + a.across <= 4 && a.row + a.down <= 8)
      for b in cells[(i + 1)...] { #expect(a.shared(b) == 0) }
    }
    #expect(cells[1].row <= cells[2].row, "the title is read first")
    let words = cells.dropFirst()
    for (index, a) in words.enumerated() {
      let others = words.enumerated().filter { $0.offset != index }.map(\.element)
      #expect(others.contains { $0.column == a.column || $0.row == a.row }, "\(seed): \(a) stands alone")
    }
  }
}
