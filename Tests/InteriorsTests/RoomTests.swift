import Geometry
import Testing

@testable import Interiors

@Suite struct RoomTests {
  @Test func sizesOutOfRangeAreRefusedInWords() throws {
    for (width, text) in [(0.0, "width is 0 m"), (100, "width is 100 m"), (.nan, "width is")] {
      let failure = #expect(throws: RoomFailure.self) {
        try Room(.living, width: width, depth: 4, height: 2.7)
      }
      #expect(failure?.description.contains(text) == true)
    }
  }

  @Test func openingsMustFitTheirWall() {
    func room(_ openings: Opening...) throws(RoomFailure) -> Room {
      try Room(.living, width: 5, depth: 4, height: 2.7, openings: openings)
    }
    #expect(throws: RoomFailure.beyond(name: "door", wall: .west, end: 4.5, length: 4)) {
      try room(Opening(.door, wall: .west, at: 3.6, width: 0.9, height: 2.1))
    }
    #expect(throws: RoomFailure.above(name: "window", head: 3, height: 2.7)) {
      try room(Opening(.window, wall: .north, at: 1, width: 1, height: 2, sill: 1))
    }
    #expect(throws: RoomFailure.overlap("door", "window", wall: .south)) {
      try room(
        Opening(.door, wall: .south, at: 0.5, width: 0.9, height: 2.1),
        Opening(.window, wall: .south, at: 1, width: 1, height: 1, sill: 0.8))
    }
    #expect(throws: RoomFailure.opening(name: "door", side: "width", value: 0)) {
      try room(Opening(.door, wall: .south, at: 0.5, width: 0, height: 2.1))
    }
  }

  @Test(arguments: Wall.allCases) func placesOnWallsGoThereAndBack(wall: Wall) throws {
    let room = try Room(.study, width: 5, depth: 4, height: 2.7)
    let place = room.place(of: room.point(on: wall, along: 1.25, off: 0.5), on: wall)
    #expect(abs(place.along - 1.25) < 1e-12 && abs(place.off - 0.5) < 1e-12)
  }

  /// A door that is 0.6 m from the left end of the south wall, seen from inside, is near its east end.
  @Test func leftIsSeenFromInside() throws {
    let room = try Room(.study, width: 5, depth: 4, height: 2.7)
    #expect(room.point(on: .south, along: 0.6) == Point(4.4, 4))
    #expect(room.point(on: .west, along: 0.6) == Point(0, 3.4))
  }
}
