import Geometry

extension Arranger {
  /// Storage, counters and benches with their backs to a wall.
  mutating func alongWall(_ item: FurnitureItem) throws(FurnishingFailure) {
    let candidates = wallPlaces(item)
    let anchor = placed.first { [.sofa, .bed, .desk].contains($0.item.use) }
    let found = best(candidates) { piece in
      let wall = wall(of: piece)
      var worth = freeBefore(piece) * 2 - windowBehind(piece) * 2.5 - nearDoor(piece)
      worth += centredness(piece) * (item.piece.size.z < 1.2 ? 1.2 : 0.4)
      // Low cabinets face the seats; tall ones keep out of their sight.
      if let anchor, item.piece.size.z < 1.2, wall == self.wall(of: anchor).opposite { worth += 1 }
      return worth
    }
    guard let found else {
      throw failure(
        item, candidates, "no wall has \(metres(item.piece.size.x)) m free of doors and furniture")
    }
    put(found.piece, worth: found.worth)
  }

  /// A counter: the longest wall without a door; under windows only where their sills are above it.
  mutating func kitchenRun(_ item: FurnitureItem) throws(FurnishingFailure) {
    let candidates = wallPlaces(item, gap: 0)
    let found = best(candidates) { piece in
      let wall = wall(of: piece)
      let blocked = room.openings(on: wall).filter { $0.kind == .window && $0.sill < 0.92 }
      return room.length(of: wall) * 0.3 - windowBehind(piece) * 1.5 - (blocked.isEmpty ? 0 : 0.5)
        - (hasPassage(wall) ? 1.5 : 0) + centredness(piece) + freeBefore(piece)
    }
    guard let found else {
      throw failure(
        item, candidates, "no wall has \(metres(item.piece.size.x)) m free of doors and furniture")
    }
    put(found.piece, worth: found.worth)
  }

  /// A tall unit: at an end of the counter, in one line with it.
  mutating func tallUnit(_ item: FurnitureItem) throws(FurnishingFailure) {
    let own = item.piece.size
    let row = placed.filter { [.kitchenRun, .tallUnit].contains($0.item.use) }
    let ends = row.flatMap { piece -> [PlacedPiece] in
      let size = piece.item.piece.size
      return [-1.0, 1.0].map { side in
        beside(piece, item, at: Point(side * (size.x / 2 + own.x / 2 + 0.002), (own.y - size.y) / 2))
      }
    }
    if let found = best(ends, worth: { -windowBehind($0) * 2 }) { return put(found.piece, worth: 1) }
    try alongWall(item)
  }

  /// A bed: head to a solid wall, free at both sides, not in line with the door.
  mutating func bed(_ item: FurnitureItem) throws(FurnishingFailure) {
    let candidates = wallPlaces(item)
    let isDouble = item.piece.size.x > 1.3
    let found = best(candidates) { piece in
      let wall = wall(of: piece)
      let along = room.place(of: piece.position, on: wall).along
      let aside = min(along, room.length(of: wall) - along) - item.piece.size.x / 2
      return centredness(piece) * 1.5 - windowBehind(piece) * 2 - (hasPassage(wall) ? 1.5 : 0) + freeBefore(
        piece) * 2
        + (isDouble ? min(aside, 0.7) * 3 : 0)
    }
    guard let found else {
      throw failure(
        item, candidates,
        "no wall has \(metres(item.piece.size.x)) m free, with \(metres(item.piece.size.y)) m into the room")
    }
    put(found.piece, worth: found.worth)
  }

  /// Beside the head of a bed, one on each side.
  mutating func nightstand(_ item: FurnitureItem) throws(FurnishingFailure) {
    guard let bed = placed.first(where: { $0.item.use == .bed }) else { return try attendant(item) }
    let size = bed.item.piece.size, own = item.piece.size
    let candidates = [-1.0, 1.0].flatMap { side in
      [0.06, 0.03, 0.1].map { gap in
        beside(bed, item, at: Point(side * (size.x / 2 + own.x / 2 + gap), -size.y / 2 + own.y / 2))
      }
    }
    guard let found = candidates.first(where: { isFree($0) }) else {
      throw failure(item, candidates, "no side of the bed's head is free")
    }
    put(found, worth: 0.5)
  }

  /// At the foot of a bed, else along a wall.
  mutating func bench(_ item: FurnitureItem) throws(FurnishingFailure) {
    if let bed = placed.first(where: { $0.item.use == .bed }) {
      let piece = beside(
        bed, item, at: Point(0, bed.item.piece.size.y / 2 + item.piece.size.y / 2 + 0.06), turned: 0)
      if isFree(piece) { return put(piece, worth: 1) }
    }
    try alongWall(item)
  }

  /// On a table of its own, the nearer to seats or bed the better.
  mutating func tableLamp(_ item: FurnitureItem) throws(FurnishingFailure) {
    let order: [FurnitureUse] = [.nightstand, .sideTable, .desk, .storage, .reception, .kitchenRun]
    let taken = placed.filter { $0.item.use == .tableLamp }.map(\.position)
    let carriers = order.flatMap { use in placed.filter { $0.item.use == use && $0.item.piece.top ?? 2 < 1.2 }
    }
    let places = carriers.compactMap { carrier -> PlacedPiece? in
      let size = carrier.item.piece.size
      guard min(size.x, size.y) > item.piece.size.x * 0.6 else { return nil }
      let x = size.x > 0.7 ? -(size.x / 2 - item.piece.size.x / 2 - 0.08) : 0
      var piece = beside(carrier, item, at: Point(x, size.y > 0.55 ? -size.y * 0.2 : 0))
      piece.elevation = carrier.item.piece.top!
      return piece
    }
    guard let found = places.first(where: { place in !taken.contains(place.position) }) else {
      throw .noPlace(
        piece: item.name, key: item.key, lacking: item.piece.size.x,
        reason: "there is no free table to stand it on")
    }
    put(found)
  }

  /// Above tables and islands, evenly along them; else below the ceiling's middle.
  mutating func pendants(_ item: FurnitureItem) throws(FurnishingFailure) {
    let below: [FurnitureUse] = [.diningTable, .kitchenIsland, .reception, .coffeeTable, .desk]
    let lit = placed.filter { $0.item.use == .pendant }.map(\.position)
    let carriers = below.compactMap { use in placed.first { $0.item.use == use } }
    let carrier = carriers.first { carrier in !lit.contains { ($0 - carrier.position).length < 1.2 } }
    let drop = item.piece.size.z
    let head = room.height - drop
    guard head > (carrier?.item.piece.top ?? 1.9) + 0.3 || carrier == nil && head > 1.9 else {
      throw .noPlace(
        piece: item.name, key: item.key, lacking: (carrier?.item.piece.top ?? 1.9) + 0.3 - head,
        reason: "it would hang \(metres(head)) m above the floor")
    }
    let length = carrier?.item.piece.size.x ?? Double(item.count) * 1.2
    for part in spread(item.count, over: length * 0.86) {
      let p = carrier?.onPlan(Point(part.middle, 0)) ?? Point(room.width / 2 + part.middle, room.depth / 2)
      put(PlacedPiece(item, at: p, rotation: carrier?.rotation ?? 0, elevation: head))
    }
  }

  /// A picture or mirror: above what stands against a wall and is wide enough, else on an empty stretch.
  mutating func onWall(_ item: FurnitureItem) throws(FurnishingFailure) {
    let size = item.piece.size
    let above: [FurnitureUse] = [.sofa, .bed, .storage, .bench, .desk]
    let carriers = placed.filter {
      above.contains($0.item.use) && $0.item.piece.size.z < 1.25 && windowBehind($0) == 0
        && abs($0.rotation.remainder(dividingBy: 90)) < 0.1
    }
    var candidates = carriers.map { carrier -> PlacedPiece in
      let wall = wall(of: carrier)
      var piece = against(wall, item, along: room.place(of: carrier.position, on: wall).along, gap: 0.002)
      piece.elevation = hanging(carrier.item.piece.size.z + 0.22, size.z)
      return piece
    }
    candidates += wallPlaces(item, gap: 0.002).map { place in
      var piece = place
      piece.elevation = hanging(1.5 - size.z / 2, size.z)
      return piece
    }
    let hung = placed.filter { $0.item.use.stance == .wall }
    guard let found = candidates.first(where: { isClear($0, hung) }) else {
      throw .noPlace(
        piece: item.name, key: item.key, lacking: size.x, reason: "no stretch of wall is free")
    }
    put(found)
  }

  private func hanging(_ wanted: Double, _ tall: Double) -> Double {
    max(0.1, min(wanted, room.height - tall - 0.12))
  }

  /// True if nothing is in the wall behind, nothing tall stands before it and nothing else hangs there.
  private func isClear(_ piece: PlacedPiece, _ hung: [PlacedPiece]) -> Bool {
    let wall = wall(of: piece), size = piece.item.piece.size
    let along = room.place(of: piece.position, on: wall).along
    let span = (along - size.x / 2 - 0.08)...(along + size.x / 2 + 0.08)
    guard span.lowerBound >= 0, span.upperBound <= room.length(of: wall) else { return false }
    if room.openings(on: wall).contains(where: { $0.span.overlaps(span) }) { return false }
    let box = piece.bounds.inset(by: -0.08)
    let isHung = hung.contains { $0.bounds.intersection(box) != nil }
    let isHidden = standing.contains {
      $0.item.piece.size.z > piece.elevation && $0.bounds.inset(by: -0.05).intersection(box) != nil
    }
    return !isHung && !isHidden
  }

  /// Curtains at a window that has none, its rod above the head.
  mutating func curtain(_ item: FurnitureItem) throws(FurnishingFailure) {
    let windows = room.openings.filter { $0.kind == .window }
    let taken = placed.filter { $0.item.use == .curtain }.map(\.position)
    let places = windows.map { window -> PlacedPiece in
      let length = room.length(of: window.wall), half = item.piece.size.x / 2
      let along = max(min(half, length / 2), min(length - half, window.at + window.width / 2))
      return against(window.wall, item, along: along, gap: 0.03)
    }
    let free = places.filter { place in !taken.contains(place.position) }
    guard let place = free.first else {
      throw .noPlace(
        piece: item.name, key: item.key, lacking: item.piece.size.x,
        reason: windows.isEmpty ? "the room has no window" : "every window has curtains")
    }
    let lacking = max(
      item.piece.size.x - room.length(of: wall(of: place)), item.piece.size.z - room.height + 0.02)
    guard lacking <= 1e-9 else {
      throw .noPlace(
        piece: item.name, key: item.key, lacking: lacking, reason: "the wall of the window is smaller than it"
      )
    }
    put(place)
  }
}
