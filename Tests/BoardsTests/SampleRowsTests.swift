import Geometry
import Testing

@testable import Boards

@Suite struct SampleRowsTests {
  private static let spacing = SampleRows.Spacing(gap: 4, caption: 14, narrowest: 20)

  @Test func areasFollowSharesExactly() throws {
    let shares = [0.05, 0.34, 0.12, 0.04, 0.12, 0.02, 0.06, 0.28]
    let box = Rect(10, 20, 150, 160)
    let rows = try #require(SampleRows(shares, in: box, Self.spacing))
    let unit = rows.faces[0].area / shares[0]
    for (share, face) in zip(shares, rows.faces) {
      #expect(abs(face.area / share / unit - 1) < 1e-9)
      #expect(box.contains(face, tolerance: 1e-3))
    }
    for (i, a) in rows.faces.enumerated() {
      for b in rows.faces[(i + 1)...] { #expect(a.intersection(b) == nil) }
    }
    // The box is used up: the last caption ends where the box does.
    #expect(abs(rows.faces.map(\.bottom).max()! + 14 - box.bottom) < 1e-2)
  }

  /// Samples look like samples: none of a usual list is a strip.
  @Test(arguments: [(150.0, 160.0), (230, 120), (190, 110), (140, 190)])
  func nothingIsAStrip(width: Double, height: Double) throws {
    let shares = [0.05, 0.34, 0.12, 0.04, 0.12, 0.02, 0.06, 0.28]
    let rows = try #require(SampleRows(shares, in: Rect(0, 0, width, height), Self.spacing))
    for face in rows.faces { #expect((0.24...4.2).contains(face.width / face.height), "\(face)") }
  }

  @Test func noRoomIsNoResult() {
    #expect(SampleRows([0.5, 0.5], in: Rect(0, 0, 100, 10), Self.spacing) == nil)
    #expect(SampleRows([], in: Rect(0, 0, 100, 100), Self.spacing) == nil)
  }

  @Test func labelsStandWhereTheyBelongOrBesideEachOther() throws {
    let places = try #require(spreadLabels([0, 2, 50, 98], [10, 10, 10, 10], gap: 1, in: 0...100))
    #expect(places == [0, 11, 50, 90])
    #expect(spreadLabels([0, 1], [60, 60], gap: 0, in: 0...100) == nil)
  }
}
