import Elementary
import Geometry

extension Arranger {
  /// A sofa: against a solid wall, facing into the room, near the middle of the wall, away from doors.
  mutating func sofa(_ item: FurnitureItem) throws(FurnishingFailure) {
    if let first = placed.first(where: { $0.item.use == .sofa }) { return try facing(item, first) }
    let candidates = wallPlaces(item, gap: 0.04)
    guard let found = best(candidates, worth: { seatWorth($0) }) else {
      throw failure(
        item, candidates, "no wall has \(metres(item.piece.size.x)) m free of doors and furniture")
    }
    put(found.piece, worth: found.worth)
  }

  private func seatWorth(_ piece: PlacedPiece) -> Double {
    let wall = wall(of: piece)
    let deep = wall == .north || wall == .south ? room.depth : room.width
    return centredness(piece) * 2 - windowBehind(piece) * 1.4 - (hasPassage(wall) ? 1.2 : 0)
      + min(1, room.length(of: wall) / 5) + min(1, deep / 4) + freeBefore(piece)
  }

  /// A second sofa across from the first, with a table's depth and two paces between; else against a wall.
  private mutating func facing(_ item: FurnitureItem, _ first: PlacedPiece) throws(FurnishingFailure) {
    let between = [1.7, 1.5, 1.9, 1.35, 2.2]
    let across = between.map { gap in
      beside(
        first, item, at: Point(0, first.item.piece.size.y / 2 + gap + item.piece.size.y / 2), turned: 180)
    }
    let candidates = across + wallPlaces(item, gap: 0.04)
    guard
      let found = best(
        candidates, worth: { across.map(\.position).contains($0.position) ? 4 : seatWorth($0) })
    else { throw failure(item, candidates, "there is no place across from the first sofa nor along a wall") }
    put(found.piece, worth: found.worth)
  }

  /// A piece at a place of another's own plan, turned against it.
  func beside(_ anchor: PlacedPiece, _ item: FurnitureItem, at p: Point, turned: Double = 0) -> PlacedPiece {
    PlacedPiece(item, at: anchor.onPlan(p), rotation: anchor.rotation + turned)
  }

  /// What a conversation stands around: a sofa, else the first armchair.
  var seatingAnchor: PlacedPiece? {
    placed.first { $0.item.use == .sofa } ?? placed.first { $0.item.use == .armchair }
  }

  /// The middle of the conversation on the anchor's own plan.
  private func hearth(_ anchor: PlacedPiece) -> Point {
    let size = anchor.item.piece.size
    // A corner sofa's free part lies beside its long seat.
    return Point(0, min(size.y, 1.05) / 2 + (size.y > 1.3 ? 0.35 : 0) + 0.45 + 0.35)
  }

  mutating func coffeeTable(_ item: FurnitureItem) throws(FurnishingFailure) {
    guard let anchor = seatingAnchor else { return try middle(item) }
    let size = anchor.item.piece.size, own = item.piece.size
    let isCorner = size.y > 1.3
    let taken = placed.filter { $0.item.use == .coffeeTable }.count
    let candidates = [0.42, 0.38, 0.46, 0.5, 0.35].flatMap { gap -> [PlacedPiece] in
      let y = (isCorner ? -size.y / 2 + 1.0 : size.y / 2) + gap + own.y / 2
      return [0, -0.35, 0.35, -0.6, 0.6].map { shift in
        beside(anchor, item, at: Point((isCorner ? 0.5 : 0) + shift + Double(taken) * 0.2, y))
      }
    }
    guard let found = best(candidates, worth: { -($0.position - anchor.position).length * 6 }) else {
      throw failure(item, candidates, "there is no room before the seats")
    }
    put(found.piece, worth: 1)
  }

  /// An armchair: across the table from the sofa or at its end, turned towards the table.
  mutating func armchair(_ item: FurnitureItem) throws(FurnishingFailure) {
    guard let anchor = placed.first(where: { $0.item.use == .sofa }) else { return try corner(item) }
    let center = hearth(anchor)
    let reach = item.piece.size.y / 2
    let half = anchor.item.piece.size.x / 2
    var candidates: [PlacedPiece] = []
    for side in [-1.0, 1.0] {
      for (x, y) in [
        (half * 0.62, 1.0), (half * 0.5, 1.25), (half + 0.25, 0.35), (half + 0.45, 0.1), (half * 0.75, 0.8),
      ] {
        let p = Point(side * x, center.y + y + reach * 0.3)
        let way = Point(center.x - p.x, center.y - p.y)
        // A piece's front is along its own +y.
        let turned = Exact.atan2(-way.x, way.y) * 180 / Double.pi
        candidates.append(beside(anchor, item, at: p, turned: (turned / 5).rounded() * 5))
      }
    }
    let chairs = placed.filter { $0.item.use == .armchair }
    let found = best(candidates, margin: 0.04) { piece in
      // Two chairs of a pair make a mirror image.
      let nearest = chairs.map { ($0.position - piece.position).length }.min() ?? 1.5
      return min(1.5, nearest) - nearDoor(piece)
    }
    guard let found else { return try corner(item) }
    put(found.piece, worth: found.worth + 1)
  }

  /// In a corner, looking to the room's middle.
  mutating func corner(_ item: FurnitureItem) throws(FurnishingFailure) {
    let size = item.piece.size
    let isLow = item.use == .armchair
    let off = isLow ? max(size.x, size.y) * 0.62 + 0.08 : max(size.x, size.y) / 2 + 0.06
    let r = room.floor.inset(by: min(off, min(room.width, room.depth) / 2))
    var candidates: [PlacedPiece] = []
    for (u, v, turn) in [(0.0, 0.0, -45.0), (1, 0, 45), (1, 1, 135), (0, 1, -135)] {
      let at = r.at(u, v), mid = r.center
      for t in [0.0, 0.06, 0.14, 0.24, 0.36] {
        for (p, q) in [(t, 0.0), (0, t), (t, t)] {
          let place = Point(at.x + (mid.x - at.x) * p * 2, at.y + (mid.y - at.y) * q * 2)
          candidates.append(PlacedPiece(item, at: place, rotation: isLow ? turn : 0))
        }
      }
    }
    guard let found = best(candidates, margin: 0.03, worth: { cornerWorth($0, isLow: isLow) }) else {
      throw failure(item, candidates, "no corner is free")
    }
    put(found.piece, worth: found.worth)
  }

  private func cornerWorth(_ piece: PlacedPiece, isLow: Bool) -> Double {
    let windows = room.openings.filter { $0.kind == .window }.map {
      room.point(on: $0.wall, along: $0.at + $0.width / 2)
    }
    let light = windows.map { ($0 - piece.position).length }.min() ?? 3
    let off = Wall.allCases.map { room.place(of: piece.position, on: $0).off }.sorted()
    let others =
      placed.filter { $0.item.use == piece.item.use }.map { ($0.position - piece.position).length }.min() ?? 3
    return -light * 0.25 - off[0] - off[1] + min(3, others) * 0.5
  }

  /// Beside a seat or a bed: a lamp, a small table.
  mutating func attendant(_ item: FurnitureItem) throws(FurnishingFailure) {
    let seats = placed.filter { [.sofa, .armchair, .bed].contains($0.item.use) }
    let candidates = seats.flatMap { places(beside: $0, item) }
    let same = placed.filter { $0.item.use == item.use }
    let found = best(candidates, margin: 0.01) { piece in
      min(2, same.map { ($0.position - piece.position).length }.min() ?? 2) - nearDoor(piece) - windowBehind(
        piece) * 0.5
    }
    guard let found else { return try corner(item) }
    put(found.piece, worth: found.worth)
  }

  /// At both ends of a seat, from its back to its front, close by first.
  private func places(beside seat: PlacedPiece, _ item: FurnitureItem) -> [PlacedPiece] {
    let size = seat.item.piece.size, own = item.piece.size
    let depths: [Double] = [(own.y - size.y) / 2, -size.y * 0.2, 0.1]
    var places: [PlacedPiece] = []
    for side in [-1.0, 1.0] {
      for gap in [0.05, 0.12, 0.2, 0.3] {
        let x: Double = side * (size.x / 2 + own.x / 2 + gap)
        places += depths.map { beside(seat, item, at: Point(x, $0)) }
      }
    }
    return places
  }

  /// 1 at a passage, 0 from two metres on.
  func nearDoor(_ piece: PlacedPiece) -> Double {
    let doors = room.openings.filter(\.isPassage).map {
      room.point(on: $0.wall, along: $0.at + $0.width / 2)
    }
    return doors.map { max(0, 1 - ($0 - piece.position).length / 2) }.max() ?? 0
  }

  /// A rug: under the table and the front feet of the seats, under a bed, under a table; else in the middle.
  mutating func rug(_ item: FurnitureItem) {
    let own = item.piece.size
    let floor = room.floor.inset(by: 0.12)
    func put(_ p: Point, _ rotation: Double) {
      var piece = PlacedPiece(item, at: p, rotation: rotation)
      // A rug that would run under a wall is drawn into the room.
      let box = piece.bounds
      piece.position.x += max(0, floor.left - box.left) - max(0, box.right - floor.right)
      piece.position.y += max(0, floor.top - box.top) - max(0, box.bottom - floor.bottom)
      self.put(piece)
    }
    if let bed = placed.first(where: { $0.item.use == .bed }) {
      return put(bed.onPlan(Point(0, bed.item.piece.size.y / 2 - own.y * 0.28)), bed.rotation)
    }
    if let table = placed.first(where: { $0.item.use == .diningTable }) {
      return put(table.position, table.rotation)
    }
    if let anchor = seatingAnchor {
      let size = anchor.item.piece.size
      return put(anchor.onPlan(Point(0, size.y / 2 - 0.3 + own.y / 2)), anchor.rotation)
    }
    put(room.floor.center, room.width >= room.depth ? 0 : 90)
  }
}
