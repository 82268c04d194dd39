import Geometry

/// A rectangular room in metres. On its plan x runs east, y south, from the north-west corner; z is up.
public struct Room: Hashable, Sendable {
  /// What a room is for; decides what its furniture stands around.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case living, bedroom, kitchen, study, lobby, dining, bath
  }

  public let kind: Kind
  /// West to east.
  public let width: Double
  /// North to south.
  public let depth: Double
  /// Floor to ceiling.
  public let height: Double
  public let openings: [Opening]
  /// Clockwise degrees from the head of the plan to true north; nil if nobody said.
  public let north: Double?

  /// What a room's floor may measure each way, and its height.
  public static let sides = 1.0...30.0
  public static let heights = 1.8...8.0

  /// Throws a sentence for a size out of range or an opening that does not fit its wall.
  public init(
    _ kind: Kind, width: Double, depth: Double, height: Double, openings: [Opening] = [],
    north: Double? = nil
  ) throws(RoomFailure) {
    (self.kind, self.width, self.depth, self.height) = (kind, width, depth, height)
    (self.openings, self.north) = (openings, north)
    try Self.check("width", width, Self.sides)
    try Self.check("depth", depth, Self.sides)
    try Self.check("height", height, Self.heights)
    for opening in openings { try check(opening) }
    try checkOverlaps()
  }

  /// Metres from end to end.
  public func length(of wall: Wall) -> Double { [.north, .south].contains(wall) ? width : depth }

  /// The floor on the plan.
  public var floor: Rect { Rect(0, 0, width, depth) }

  /// The point of the plan `along` metres from the wall's left end (seen from inside) and `off` metres into the room.
  public func point(on wall: Wall, along: Double, off: Double = 0) -> Point {
    switch wall {
    case .north: Point(along, off)
    case .east: Point(width - off, along)
    case .south: Point(width - along, depth - off)
    case .west: Point(off, depth - along)
    }
  }

  /// How far a point of the plan lies along a wall, from its left end seen from inside, and off it.
  public func place(of point: Point, on wall: Wall) -> (along: Double, off: Double) {
    switch wall {
    case .north: (point.x, point.y)
    case .east: (point.y, width - point.x)
    case .south: (width - point.x, depth - point.y)
    case .west: (depth - point.y, point.x)
    }
  }

  /// The openings of a wall from its left end on.
  public func openings(on wall: Wall) -> [Opening] {
    openings.filter { $0.wall == wall }.sorted { $0.at < $1.at }
  }
}

extension Room {
  private static func check(
    _ side: String, _ value: Double, _ range: ClosedRange<Double>
  ) throws(RoomFailure) {
    guard range.contains(value) else { throw .size(side: side, value: value, range: range) }
  }

  private func check(_ opening: Opening) throws(RoomFailure) {
    let name = opening.kind.rawValue
    for (side, value) in [("width", opening.width), ("height", opening.height)]
    where !(value > 0 && value.isFinite) { throw .opening(name: name, side: side, value: value) }
    guard opening.at >= 0, opening.sill >= 0 else {
      throw .opening(
        name: name, side: opening.at < 0 ? "place" : "sill", value: min(opening.at, opening.sill))
    }
    let length = length(of: opening.wall)
    guard opening.span.upperBound <= length + 1e-9 else {
      throw .beyond(name: name, wall: opening.wall, end: opening.span.upperBound, length: length)
    }
    guard opening.head <= height + 1e-9 else {
      throw .above(name: name, head: opening.head, height: height)
    }
  }

  private func checkOverlaps() throws(RoomFailure) {
    for wall in Wall.allCases {
      let own = openings(on: wall)
      for (a, b) in zip(own, own.dropFirst()) where b.at < a.span.upperBound - 1e-9 {
        throw .overlap(a.kind.rawValue, b.kind.rawValue, wall: wall)
      }
    }
  }
}
