import Geometry
import Parameters
import Testing

@Suite struct CellIndexTests {
  private let frame = Rect(-20, 5, 70, 40)

  /// Some inside the frame, some on its edges, some far outside.
  private func places() -> [Point] {
    var stream = SeedStream(seed: 3, path: "places", variant: 0)
    let inside = (0..<200).map { _ in frame.at(stream.unit(), stream.unit()) }
    let around = (0..<60).map { _ in
      Point(stream.uniform(in: -200...200), stream.uniform(in: -200...200))
    }
    return inside + around + [frame.at(0, 0), frame.at(1, 1), frame.at(1, 0)]
  }

  @Test(arguments: [0.7, 6.0, 100.0]) func everyPlaceWithinReachIsAsked(side: Double) {
    let places = places()
    var index = CellIndex(over: frame, side: side)
    for p in places { index.add(p) }
    for p in places {
      for reach in [0.0, 0.5, 9.0, 60.0] {
        var asked: Set<Int> = []
        #expect(!index.contains(within: reach, of: p) { !asked.insert($0).inserted })
        let near = places.indices.filter { places[$0].distance(to: p) <= reach }
        #expect(asked.isSuperset(of: near))
      }
    }
  }

  @Test func searchEndsWithTheFirstYes() {
    var index = CellIndex(over: frame, side: 10)
    for _ in 0..<5 { index.add(frame.center) }
    var asked = 0
    #expect(
      index.contains(within: 1, of: frame.center) { _ in
        asked += 1
        return asked == 2
      })
    #expect(asked == 2)
  }

  @Test func farCellsAreNotAsked() {
    var index = CellIndex(over: frame, side: 5)
    index.add(frame.at(0, 0))
    #expect(!index.contains(within: 4, of: frame.at(1, 1)) { _ in true })
  }
}
