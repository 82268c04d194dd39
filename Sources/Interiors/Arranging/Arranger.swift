import Geometry
import Parameters

/// Places furniture piece by piece: what leads first, then what belongs to it.
///
/// Rules after Merrell and others (2011): nothing overlaps or stands in a door's swing, seats make a conversation
/// around a table, heads of beds and tall storage keep to solid walls, desks to windows, and ways stay free.
struct Arranger {
  let room: Room
  let stream: SeedStream
  var placed: [PlacedPiece] = []
  /// The worth of what has been placed; higher is better.
  var worth = 0.0

  /// Metres that walls keep from backs, so that skirtings fit.
  static let gap = 0.02

  init(_ room: Room, stream: SeedStream) { (self.room, self.stream) = (room, stream) }

  /// Where nobody may put anything: swings of doors, and the way through every passage.
  var keptFree: [Footprint] {
    room.openings.filter(\.isPassage).map { opening in
      let a = room.point(on: opening.wall, along: opening.span.lowerBound, off: 0)
      let b = room.point(
        on: opening.wall, along: opening.span.upperBound,
        off: max(0.9, opening.kind == .door ? opening.width : 0.9))
      return Footprint(Rect(a.x, a.y, 0, 0).union(Rect(b.x, b.y, 0, 0)))
    }
  }

  /// What stands on the floor.
  var standing: [PlacedPiece] { placed.filter { $0.item.use.stance == .floor } }

  /// How much a piece lies where it must not, metres; 0 if it may stand there.
  func trouble(_ piece: PlacedPiece, margin: Double = 0) -> Double {
    let own = Footprint(piece.footprint(grown: margin))
    var worst = Footprint(piece.corners).excess(of: room.floor.inset(by: -1e-9))
    for area in keptFree { worst = max(worst, Footprint(piece.corners).depth(into: area)) }
    for other in standing { worst = max(worst, own.depth(into: Footprint(other.corners))) }
    return worst < 1e-6 ? 0 : worst
  }

  func isFree(_ piece: PlacedPiece, margin: Double = 0) -> Bool { trouble(piece, margin: margin) == 0 }

  mutating func put(_ piece: PlacedPiece, worth: Double = 0) {
    placed.append(piece)
    self.worth += worth
  }

  /// The best of the candidates that are free, by worth less a little chance; nil if none is.
  func best(
    _ candidates: [PlacedPiece], margin: Double = 0, worth: (PlacedPiece) -> Double
  ) -> (piece: PlacedPiece, worth: Double)? {
    var chance = stream.child("\(placed.count)")
    var best: (piece: PlacedPiece, worth: Double)?
    for piece in candidates where isFree(piece, margin: margin) {
      let value = worth(piece) + chance.unit() * 0.35
      if value > (best?.worth ?? -.infinity) { best = (piece, value) }
    }
    return best
  }

  /// The failure that names the least trouble among the candidates.
  func failure(_ item: FurnitureItem, _ candidates: [PlacedPiece], _ reason: String) -> FurnishingFailure {
    let least = candidates.map { trouble($0) }.min() ?? max(item.piece.size.x, item.piece.size.y)
    return .noPlace(piece: item.name, key: item.key, lacking: max(0.01, least), reason: reason)
  }
}

// MARK: along walls

extension Arranger {
  /// The piece with its back to a wall, its middle `along` metres from the wall's left end.
  func against(_ wall: Wall, _ item: FurnitureItem, along: Double, gap: Double = Arranger.gap) -> PlacedPiece
  {
    PlacedPiece(
      item, at: room.point(on: wall, along: along, off: item.piece.size.y / 2 + gap),
      rotation: Double(wall.turns * 90))
  }

  /// Places along all walls, every 10 cm and in the exact middle of each free stretch.
  func wallPlaces(_ item: FurnitureItem, gap: Double = Arranger.gap) -> [PlacedPiece] {
    let half = item.piece.size.x / 2
    return Wall.allCases.flatMap { wall -> [PlacedPiece] in
      let length = room.length(of: wall)
      guard length >= 2 * half else { return [against(wall, item, along: length / 2, gap: gap)] }
      let count = Int((length - 2 * half) / 0.1)
      let steps = (0...count).map { half + Double($0) * 0.1 } + [length / 2, length - half]
      return steps.map { against(wall, item, along: $0, gap: gap) }
    }
  }

  /// The wall behind a piece.
  func wall(of piece: PlacedPiece) -> Wall {
    Wall.allCases[(Int((piece.rotation / 90).rounded()) % 4 + 4) % 4]
  }

  /// Metres of windows behind a piece that rises above their sills.
  func windowBehind(_ piece: PlacedPiece) -> Double {
    let wall = wall(of: piece)
    let middle = room.place(of: piece.position, on: wall).along
    let half = piece.item.piece.size.x / 2
    return room.openings(on: wall).filter { $0.kind == .window && $0.sill < piece.item.piece.size.z - 0.05 }
      .map { max(0, min(middle + half, $0.span.upperBound) - max(middle - half, $0.span.lowerBound)) }
      .reduce(0, +)
  }

  /// 1 in the middle of its wall, 0 at an end.
  func centredness(_ piece: PlacedPiece) -> Double {
    let wall = wall(of: piece)
    let length = room.length(of: wall)
    let along = room.place(of: piece.position, on: wall).along
    return 1 - abs(along - length / 2) / (length / 2)
  }

  /// True if a door is in the wall behind.
  func hasPassage(_ wall: Wall) -> Bool { room.openings(on: wall).contains(where: \.isPassage) }

  /// The free area before a piece, as part of what is wanted, 0...1.
  func freeBefore(_ piece: PlacedPiece) -> Double {
    let depth = piece.item.use.frontClearance
    guard depth > 0 else { return 1 }
    let size = piece.item.piece.size
    let steps = 4
    let free = (1...steps).prefix { step in
      let reach = depth * Double(step) / Double(steps)
      let r = Rect(-size.x / 2, size.y / 2, size.x, reach)
      let area = Footprint([r.at(0, 0), r.at(1, 0), r.at(1, 1), r.at(0, 1)].map(piece.onPlan))
      return area.excess(of: room.floor) < 1e-6
        && !standing.contains { Footprint($0.corners).overlaps(area) }
    }
    return Double(free.count) / Double(steps)
  }
}
