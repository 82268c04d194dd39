import Geometry
import Testing

@testable import Interiors
@testable import Studio

@Suite struct RoomGlimpseTests {
  private func furnishing(_ more: [PlacedPiece] = []) throws -> Furnishing {
    Furnishing(
      room: try livingRoom(),
      pieces: [
        PlacedPiece(item("F1", "sofa"), at: Point(2.6, 0.6)),
        PlacedPiece(item("F2", "rug"), at: Point(2.6, 2)),
      ]
        + more)
  }

  @Test func whatIsSeenHasItsKeyWhereItIs() throws {
    let glimpse = RoomGlimpse(try furnishing(), camera: .onePoint(.north), aspect: 1.6)
    let places = glimpse.places(floor: "M1", wall: "M2", accent: (.north, "M3"))
    #expect(places.map(\.key) == ["F1", "F2", "M3", "M2", "M1"])
    let box = Dictionary(uniqueKeysWithValues: places.map { ($0.key, $0.box) })
    #expect(box.values.allSatisfy { Rect(0, 0, 1, 1).contains($0, tolerance: 1e-9) })
    // The sofa stands in the middle, above the rug and below the middle of its wall.
    #expect(abs(box["F1"]!.center.x - 0.5) < 0.15)
    #expect(box["M3"]!.center.y < box["F1"]!.center.y && box["F1"]!.center.y < box["F2"]!.center.y)
    #expect(box["M1"]!.center.y > 0.6)
  }

  @Test func aTallPieceInTheWayIsNoticed() throws {
    let free = RoomGlimpse(try furnishing(), camera: .onePoint(.north), aspect: 1.6).blocked
    #expect(free == 0)
    let wardrobe = PlacedPiece(item("F3", "wardrobe"), at: Point(2.6, 3.0), rotation: 180)
    let blocked = RoomGlimpse(try furnishing([wardrobe]), camera: .onePoint(.north), aspect: 1.6).blocked
    #expect(blocked > 0.2, "\(blocked)")
  }

  /// From beyond a corner two walls are seen through: what stands and hangs on them is left out.
  @Test func bothNearWallsAreLeftOut() throws {
    let room = try livingRoom()
    #expect(RoomCamera.onePoint(.north).nearWalls(room) == [.south])
    let near = RoomCamera.twoPoint(.north).nearWalls(room)
    #expect(near.count == 2 && near.contains(.south))
    for wall in near {
      let picture = PlacedPiece(
        item("F4", "picture"), at: room.point(on: wall, along: 1.5, off: 0.03),
        rotation: Double(wall.turns * 90), elevation: 1.2)
      let scene = RoomScene(try furnishing([picture]), camera: .twoPoint(.north))
      #expect(!scene.owners.contains(2) && scene.owners.contains(0), "\(wall)")
    }
  }
}
