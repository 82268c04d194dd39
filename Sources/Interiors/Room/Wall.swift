/// The four walls of a room on its plan: north is at the head of the page.
public enum Wall: String, CaseIterable, Hashable, Sendable {
  case north, east, south, west

  /// The wall across the room.
  public var opposite: Wall {
    switch self {
    case .north: .south
    case .east: .west
    case .south: .north
    case .west: .east
    }
  }

  /// Clockwise quarter turns that bring a piece, whose back is to the north, with its back to this wall.
  public var turns: Int {
    switch self {
    case .north: 0
    case .east: 1
    case .south: 2
    case .west: 3
    }
  }
}
