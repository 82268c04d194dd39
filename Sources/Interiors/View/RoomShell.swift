import Raster

/// The six inner faces of a room, as rays from inside meet them.
struct RoomShell: Sendable {
  /// A face by number: 0 floor, 1 ceiling, then the walls from north clockwise.
  typealias Face = Int
  static let floor = 0, ceiling = 1
  static func face(_ wall: Wall) -> Face { 2 + wall.turns }
  static func wall(_ face: Face) -> Wall? { face < 2 ? nil : Wall.allCases[face - 2] }

  let size: Triple
  /// The face through which the room is seen.
  let near: Face
  let openings: [[Opening]]
  /// Of every opening as if it were a window.
  let sashes: [[WindowSashes]]
  private let room: Room

  init(room: Room, near: Wall) {
    self.room = room
    size = Triple(Float(room.width), Float(room.depth), Float(room.height))
    self.near = Self.face(near)
    openings = [[], []] + Wall.allCases.map { room.openings(on: $0) }
    sashes = openings.map { $0.map(WindowSashes.init) }
  }

  /// Where a ray leaves the room.
  @inline(__always)
  func exit(_ o: Triple, _ d: Triple) -> (t: Float, face: Face) {
    var best: (t: Float, face: Face) = (.infinity, 0)
    func meet(_ t: Float, _ face: Face) { if t < best.t { best = (t, face) } }
    if d.x > 1e-9 { meet((size.x - o.x) / d.x, 3) } else if d.x < -1e-9 { meet(-o.x / d.x, 5) }
    if d.y > 1e-9 { meet((size.y - o.y) / d.y, 4) } else if d.y < -1e-9 { meet(-o.y / d.y, 2) }
    if d.z > 1e-9 { meet((size.z - o.z) / d.z, 1) } else if d.z < -1e-9 { meet(-o.z / d.z, 0) }
    return best
  }

  /// A place on a face in metres: on walls along from the left end and up, else east and south.
  @inline(__always)
  func place(_ p: Triple, on face: Face) -> (u: Float, v: Float) {
    switch face {
    case 2: (p.x, p.z)
    case 3: (p.y, p.z)
    case 4: (size.x - p.x, p.z)
    case 5: (size.y - p.y, p.z)
    default: (p.x, p.y)
    }
  }

  /// The inverse of ``place(_:on:)``, `off` metres into the room.
  func point(_ u: Float, _ v: Float, on face: Face, off: Float = 0) -> Triple {
    switch face {
    case 0: Triple(u, v, off)
    case 1: Triple(u, v, size.z - off)
    case 2: Triple(u, off, v)
    case 3: Triple(size.x - off, u, v)
    case 4: Triple(size.x - u, size.y - off, v)
    default: Triple(off, size.y - u, v)
    }
  }

  func extent(_ face: Face) -> (u: Float, v: Float) {
    switch face {
    case 0, 1: (size.x, size.y)
    case 2, 4: (size.x, size.z)
    default: (size.y, size.z)
    }
  }

  /// Into the room.
  static func normal(_ face: Face) -> Triple {
    switch face {
    case 0: Triple(0, 0, 1)
    case 1: Triple(0, 0, -1)
    case 2: Triple(0, 1, 0)
    case 3: Triple(-1, 0, 0)
    case 4: Triple(0, -1, 0)
    default: Triple(1, 0, 0)
    }
  }

  /// The directions of `u` and `v`.
  static func axes(_ face: Face) -> (u: Triple, v: Triple) {
    switch face {
    case 0, 1: (Triple(1, 0, 0), Triple(0, 1, 0))
    case 2: (Triple(1, 0, 0), Triple(0, 0, 1))
    case 3: (Triple(0, 1, 0), Triple(0, 0, 1))
    case 4: (Triple(-1, 0, 0), Triple(0, 0, 1))
    default: (Triple(0, -1, 0), Triple(0, 0, 1))
    }
  }

  /// The opening at a place of a face, if any.
  @inline(__always)
  func opening(_ u: Float, _ v: Float, on face: Face) -> Int? {
    openings[face].firstIndex { o in
      u > Float(o.at) && u < Float(o.at + o.width) && v > Float(o.sill) && v < Float(o.head)
    }
  }
}
