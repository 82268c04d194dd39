import Geometry
import Parameters
import Testing

@testable import Interiors
@testable import Studio

/// Pieces for tests, by name and settings.
func item(_ key: String, _ name: String, _ values: [String: ParameterValue] = [:], count: Int = 1)
  -> FurnitureItem
{
  FurnitureItem(key: key, Catalog.piece(name) { values[$0] }!, count: count)
}

func livingRoom(width: Double = 5.2, depth: Double = 4.1) throws -> Room {
  try Room(
    .living, width: width, depth: depth, height: 2.7,
    openings: [
      Opening(.door, wall: .south, at: 0.6, width: 0.9, height: 2.1),
      Opening(.window, wall: .west, at: 1.2, width: 1.8, height: 1.5, sill: 0.7),
    ])
}

@Suite struct ArrangingTests {
  private static let rooms: [(Room.Kind, [FurnitureItem])] = [
    (
      .living,
      [
        item("F1", "sofa"), item("F2", "armchair", count: 2), item("F3", "coffee-table"),
        item("F4", "floor-lamp"),
        item("F5", "rug"), item("F6", "sideboard"), item("F7", "plant"), item("F8", "picture"),
        item("F9", "curtain"),
      ]
    ),
    (
      .bedroom,
      [
        item("F1", "bed"), item("F2", "nightstand", count: 2), item("F3", "table-lamp", count: 2),
        item("F4", "wardrobe"),
        item("F5", "rug"), item("F6", "mirror"),
      ]
    ),
    (
      .dining,
      [
        item("F1", "dining-table"), item("F2", "dining-chair", count: 6), item("F3", "pendant", count: 2),
        item("F4", "sideboard"),
      ]
    ),
    (
      .study,
      [item("F1", "desk"), item("F2", "office-chair"), item("F3", "bookcase"), item("F4", "lounge-chair")]
    ),
    (
      .kitchen,
      [
        item("F1", "kitchen-run"), item("F2", "tall-unit"), item("F3", "kitchen-island"),
        item("F4", "bar-stool", count: 3),
      ]
    ),
  ]

  @Test(arguments: 0..<5, [1, 2, 3]) func nothingOverlapsOrBlocksADoor(number: Int, seed: Int) throws {
    let room = try livingRoom(width: 5.8, depth: 5)
    let furnishing = try room.furnished(
      with: Self.rooms[number].1, stream: SeedStream(seed: UInt64(seed), path: "room"))
    #expect(furnishing.pieces.count == Self.rooms[number].1.map(\.count).reduce(0, +))
    let standing = furnishing.pieces.filter { $0.item.use.stance == .floor }
    let doors = Arranger(room, stream: SeedStream(seed: 1, path: "")).keptFree
    for (index, piece) in standing.enumerated() {
      let own = Footprint(piece.corners)
      #expect(own.excess(of: room.floor) < 1e-6, "\(piece.item.key) leaves the room")
      for door in doors { #expect(!own.overlaps(door), "\(piece.item.key) blocks a door") }
      for other in standing[..<index] where !isTucked(piece, other) {
        #expect(!own.overlaps(Footprint(other.corners)), "\(piece.item.key) and \(other.item.key)")
      }
    }
  }

  /// Chairs and stools stand a little under their table.
  private func isTucked(_ a: PlacedPiece, _ b: PlacedPiece) -> Bool {
    let uses = [a.item.use, b.item.use]
    return uses.contains { [.chair, .stool].contains($0) }
      && uses.contains { [.diningTable, .desk, .kitchenIsland].contains($0) }
  }

  @Test func equalStreamsArrangeAlike() throws {
    let room = try livingRoom()
    let made = try (0..<2).map { _ in
      try room.furnished(with: Self.rooms[0].1, stream: SeedStream(seed: 4, path: "room"))
    }
    #expect(made[0].pieces.map(\.position) == made[1].pieces.map(\.position))
    #expect(made[0].remarks == made[1].remarks)
  }

  @Test func whatDoesNotFitIsNamed() throws {
    let room = try Room(.living, width: 2.4, depth: 2.2, height: 2.6)
    let failure = #expect(throws: FurnishingFailure.self) {
      try room.furnished(
        with: [item("F7", "sofa", ["width": .number(3.2)])], stream: SeedStream(seed: 1, path: "room"))
    }
    let text = failure?.description ?? ""
    #expect(text.contains("F7, the sofa, does not fit") && text.contains("m too large"), "\(text)")
  }

  @Test func narrowWaysAreTold() throws {
    let room = try Room(
      .study, width: 2.2, depth: 4.6, height: 2.6,
      openings: [Opening(.door, wall: .south, at: 0.65, width: 0.9, height: 2.1)])
    let desk = item("F1", "desk", ["width": .number(1.4), "depth": .number(0.7)])
    let chest = item("F2", "wardrobe", ["width": .number(1.5)])
    let pieces = [
      PlacedPiece(desk, at: Point(0.72, 0.37)), PlacedPiece(chest, at: Point(0.76, 2.6)),
    ]
    var arranger = Arranger(room, stream: SeedStream(seed: 1, path: "room"))
    arranger.placed = pieces
    let remarks = arranger.remarks().words
    #expect(remarks.contains { $0.contains("to F1, the desk, narrows to 0.6") }, "\(remarks)")
  }

  /// Facing means that the chair's front looks at the table.
  @Test func chairsLookAtTheirTable() throws {
    let furnishing = try livingRoom(width: 5.8, depth: 5).furnished(
      with: Self.rooms[2].1, stream: SeedStream(seed: 2, path: "room"))
    let table = try #require(furnishing.pieces.first { $0.item.use == .diningTable })
    for chair in furnishing.pieces where chair.item.use == .chair {
      let front = chair.onPlan(Point(0, 1)) - chair.position
      #expect(front.dot(table.position - chair.position) > 0)
    }
  }

  @Test func footprintsPartByAxes() {
    let a = Footprint(Rect(0, 0, 2, 1)), b = Footprint(Rect(1.5, 0.5, 2, 2))
    #expect(abs(a.depth(into: b) - 0.5) < 1e-12)
    #expect(!a.overlaps(Footprint(Rect(2, 0, 1, 1))))
    let diamond = Footprint([Point(3, 0.4), Point(3.6, 1), Point(3, 1.6), Point(2.4, 1)])
    #expect(!a.overlaps(diamond))
  }
}
