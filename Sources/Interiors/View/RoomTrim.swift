import Geometry
/// What a builder leaves on the walls: skirtings, door and window casings, sills.
struct RoomTrim {
  let room: Room
  /// The walls that are left out.
  let without: [Wall]

  init(room: Room, without: [Wall]) { (self.room, self.without) = (room, without) }

  var solids: [Solid] {
    Wall.allCases.filter { !without.contains($0) }.flatMap { skirting($0) + casings($0) }
  }

  private static let height = 0.09
  private static let depth = 0.016

  /// A block by places along a wall, off it and up.
  private func block(
    _ wall: Wall, _ along: ClosedRange<Double>, off: ClosedRange<Double>, _ z: ClosedRange<Double>
  ) -> Solid {
    let a = room.point(on: wall, along: along.lowerBound, off: off.lowerBound)
    let b = room.point(on: wall, along: along.upperBound, off: off.upperBound)
    return .block(
      min(a.x, b.x)...max(a.x, b.x), min(a.y, b.y)...max(a.y, b.y), z, .trim, corner: 0.002, edge: 0.003)
  }

  private func skirting(_ wall: Wall) -> [Solid] {
    var start = 0.0
    var runs: [ClosedRange<Double>] = []
    for opening in room.openings(on: wall) where opening.sill < Self.height {
      if opening.at - 0.06 > start { runs.append(start...(opening.at - 0.06)) }
      start = opening.span.upperBound + 0.06
    }
    if room.length(of: wall) > start { runs.append(start...room.length(of: wall)) }
    return runs.map { block(wall, $0, off: 0...Self.depth, 0...Self.height) }
  }

  private func casings(_ wall: Wall) -> [Solid] {
    room.openings(on: wall).flatMap { o -> [Solid] in
      if o.kind == .window {
        guard o.sill > 0.2 else { return [] }
        return [
          block(
            wall, max(0, o.at - 0.03)...min(room.length(of: wall), o.span.upperBound + 0.03), off: 0...0.035,
            (o.sill - 0.03)...o.sill)
        ]
      }
      let top = min(room.height, o.head + 0.07)
      return [
        block(wall, max(0, o.at - 0.07)...o.at, off: 0...0.02, 0...top),
        block(wall, o.span.upperBound...(o.span.upperBound + 0.07), off: 0...0.02, 0...top),
        block(wall, o.span, off: 0...0.02, o.head...top),
      ] + (o.kind == .door ? handle(o) : [])
    }
  }

  /// A lever at the end away from the hinges.
  private func handle(_ o: Opening) -> [Solid] {
    let side = DoorSwing(o, in: room).isHingedLeft ? -1.0 : 1.0
    let at = side < 0 ? o.span.upperBound - 0.07 : o.at + 0.07
    func place(_ along: Double, _ off: Double) -> Vector3 {
      let p = room.point(on: o.wall, along: along, off: off)
      return Vector3(p.x, p.y, 1.02)
    }
    return [
      .rod(place(at, -0.03), place(at, 0.035), radius: 0.011, .metal),
      .rod(place(at, 0.03), place(at + side * 0.11, 0.03), radius: 0.009, .metal),
    ]
  }
}
