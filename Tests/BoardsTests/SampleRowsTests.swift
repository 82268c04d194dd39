import Geometry
import Testing

@testable import Boards

@Suite struct SampleRowsTests {
  @Test func areasFollowSharesExactly() throws {
    let shares = [0.05, 0.34, 0.12, 0.04, 0.12, 0.02, 0.06, 0.28]
    let box = Rect(10, 20, 150, 160)
    let rows = try #require(SampleRows(shares, in: box, gap: 4, caption: 14, narrowest: 20))
    let unit = rows.faces[0].area / shares[0]
    for (share, face) in zip(shares, rows.faces) {
      #expect(abs(face.area / share / unit - 1) < 1e-9)
      #expect(box.contains(face, tolerance: 1e-9))
    }
    for (i, a) in rows.faces.enumerated() {
      for b in rows.faces[(i + 1)...] { #expect(a.intersection(b) == nil) }
    }
    // The box is used up: the last caption ends where the box does.
    #expect(abs(rows.faces.map(\.bottom).max()! + 14 - box.bottom) < 1e-9)
  }

  @Test func noRoomIsNoResult() {
    #expect(SampleRows([0.5, 0.5], in: Rect(0, 0, 100, 10), gap: 4, caption: 14, narrowest: 20) == nil)
    #expect(SampleRows([], in: Rect(0, 0, 100, 100), gap: 4, caption: 4, narrowest: 20) == nil)
  }

  @Test func labelsStandWhereTheyBelongOrBesideEachOther() throws {
    let places = try #require(spreadLabels([0, 2, 50, 98], [10, 10, 10, 10], gap: 1, in: 0...100))
    #expect(places == [0, 11, 50, 90])
    #expect(spreadLabels([0, 1], [60, 60], gap: 0, in: 0...100) == nil)
  }
}
