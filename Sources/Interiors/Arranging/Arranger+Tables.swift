import Geometry

extension Arranger {
  /// In the free middle of the room: a dining table, an island without a counter.
  mutating func middle(_ item: FurnitureItem) throws(FurnishingFailure) {
    var candidates: [PlacedPiece] = []
    for j in 0...24 {
      for i in 0...24 {
        let p = room.floor.at(Double(i) / 24, Double(j) / 24)
        for turn in [0.0, 90] { candidates.append(PlacedPiece(item, at: p, rotation: turn)) }
      }
    }
    let center = room.floor.center
    let isTable = item.use == .diningTable
    var found: (piece: PlacedPiece, worth: Double)?
    // As much room around it as there is: chairs and people need 0.75 to 0.9 m.
    for margin in isTable ? [1.0, 0.85, 0.7, 0.5, 0.3, 0.05] : [0.6, 0.3, 0.02] where found == nil {
      let fitting = candidates.filter {
        Footprint($0.footprint(grown: margin * 0.8)).excess(of: room.floor) == 0
      }
      found = best(fitting, margin: margin) { -($0.position - center).length }
    }
    guard let found else { throw failure(item, candidates, "the middle of the room is not free enough") }
    put(found.piece, worth: found.worth)
  }

  /// Chairs around a table, one at a desk, stools along an island; without any, along a wall.
  mutating func chair(_ item: FurnitureItem) throws(FurnishingFailure) {
    if item.use == .chair, try atDesk(item) { return }
    if item.use == .stool, try atIsland(item) { return }
    guard let table = placed.first(where: { $0.item.use == .diningTable }) else {
      return item.use == .stool ? try attendant(item) : try alongWall(item)
    }
    let candidates = places(around: table, item)
    guard let found = candidates.first(where: { isFreeAtTable($0, table) }) else {
      throw failure(item, candidates, "no side of the table is free")
    }
    put(found, worth: 0.5)
  }

  /// A chair is pushed a little under its table: only that overlap is allowed.
  private func isFreeAtTable(_ piece: PlacedPiece, _ table: PlacedPiece) -> Bool {
    var others = self
    others.placed.removeAll { $0.item.key == table.item.key && $0.position == table.position }
    return others.isFree(piece)
  }

  /// Opposite each other along both long sides, then the ends.
  private func places(around table: PlacedPiece, _ item: FurnitureItem) -> [PlacedPiece] {
    let size = table.item.piece.size, own = item.piece.size
    let tuck = own.y / 2 - 0.16
    let isRound = abs(size.x - size.y) < 0.02
    if isRound {
      let radius = size.x / 2 + tuck + 0.04
      return (0..<8).map { i in
        let k = [0, 4, 2, 6, 1, 5, 3, 7][i]
        let degrees = Double(k) * 45
        let way = Frame3.yaw(degrees).apply(Vector3(0, -radius, 0))
        return beside(table, item, at: Point(way.x, way.y), turned: degrees)
      }
    }
    let perSide = max(1, Int(size.x / 0.62))
    let sides = spread(perSide, over: size.x - 0.1).flatMap { x, _ in
      [
        beside(table, item, at: Point(x, -size.y / 2 - tuck)),
        beside(table, item, at: Point(x, size.y / 2 + tuck), turned: 180),
      ]
    }
    return sides + [
      beside(table, item, at: Point(-size.x / 2 - tuck, 0), turned: -90),
      beside(table, item, at: Point(size.x / 2 + tuck, 0), turned: 90),
    ]
  }

  private mutating func atDesk(_ item: FurnitureItem) throws(FurnishingFailure) -> Bool {
    let desks = placed.filter { $0.item.use == .desk || $0.item.use == .reception }
    for desk in desks {
      let size = desk.item.piece.size
      let isReception = desk.item.use == .reception
      let y = size.y / 2 + item.piece.size.y / 2 - (isReception ? -0.12 : 0.12)
      let piece =
        isReception
        ? beside(desk, item, at: Point(0, -y), turned: 0) : beside(desk, item, at: Point(0, y), turned: 180)
      if isFreeAtTable(piece, desk) {
        put(piece, worth: 0.5)
        return true
      }
    }
    return false
  }

  private mutating func atIsland(_ item: FurnitureItem) throws(FurnishingFailure) -> Bool {
    guard let island = placed.first(where: { $0.item.use == .kitchenIsland }) else { return false }
    let size = island.item.piece.size, own = item.piece.size
    let count = max(1, Int(size.x / (own.x + 0.16)))
    let candidates = spread(count, over: size.x - 0.1).map { x, _ in
      beside(island, item, at: Point(x, size.y / 2 + own.y / 2 - 0.14), turned: 180)
    }
    guard let found = candidates.first(where: { isFreeAtTable($0, island) }) else { return false }
    put(found, worth: 0.5)
    return true
  }

  /// A desk: its back to a wall beside or under a window, so that light falls from the side or the front.
  mutating func desk(_ item: FurnitureItem) throws(FurnishingFailure) {
    let windows = room.openings.filter { $0.kind == .window }.map {
      room.point(on: $0.wall, along: $0.at + $0.width / 2)
    }
    let candidates = wallPlaces(item)
    let found = best(candidates) { piece in
      let near = windows.map { ($0 - piece.position).length }.min() ?? 2
      return -near * 0.9 + freeBefore(piece) * 2 - nearDoor(piece) * 1.5
    }
    guard let found else {
      throw failure(
        item, candidates, "no wall has \(metres(item.piece.size.x)) m free of doors and furniture")
    }
    put(found.piece, worth: found.worth)
  }

  /// A reception desk: a staff's width before a wall, facing the door.
  mutating func reception(_ item: FurnitureItem) throws(FurnishingFailure) {
    let candidates = [1.1, 0.95, 0.8].flatMap { wallPlaces(item, gap: $0) }
    let found = best(candidates) { piece in
      let wall = wall(of: piece)
      return centredness(piece) * 2 + freeBefore(piece) - (hasPassage(wall) ? 3 : 0)
        - (room.openings(on: wall).isEmpty ? 0 : 0.6)
        + min(1, room.length(of: wall) / 6)
    }
    guard let found else {
      throw failure(item, candidates, "no wall has room for it and for staff behind it")
    }
    put(found.piece, worth: found.worth)
  }

  /// An island: along the counter with 1.05 m between, its seats away from it.
  mutating func island(_ item: FurnitureItem) throws(FurnishingFailure) {
    guard let run = placed.first(where: { $0.item.use == .kitchenRun }) else { return try middle(item) }
    let own = item.piece.size, size = run.item.piece.size
    let candidates = [1.1, 1.0, 0.95, 1.2].flatMap { gap in
      [0, -0.3, 0.3, -0.6, 0.6, -0.9, 0.9].map { x in
        beside(run, item, at: Point(x, size.y / 2 + gap + own.y / 2))
      }
    }
    guard let found = best(candidates, worth: { -($0.position - run.position).length }) else {
      throw failure(item, candidates, "there is no 0.95 m between it and the counter")
    }
    put(found.piece, worth: 2)
  }
}
