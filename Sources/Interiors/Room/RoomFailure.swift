/// Why a room cannot be.
public enum RoomFailure: Error, Hashable, CustomStringConvertible {
  /// A side is outside what a room may have; metres.
  case size(side: String, value: Double, range: ClosedRange<Double>)
  /// An opening of no size, or with a negative place.
  case opening(name: String, side: String, value: Double)
  /// An opening that leaves its wall; metres.
  case beyond(name: String, wall: Wall, end: Double, length: Double)
  /// An opening that ends above the ceiling; metres.
  case above(name: String, head: Double, height: Double)
  /// Two openings in the same place.
  case overlap(String, String, wall: Wall)

  public var description: String {
    switch self {
    case .size(let side, let value, let range):
      "the room's \(side) is \(metres(value)) m; it must be \(metres(range.lowerBound)) to \(metres(range.upperBound)) m"
    case .opening(let name, let side, let value):
      "the \(name)'s \(side) is \(metres(value)) m; it must be more than 0"
    case .beyond(let name, let wall, let end, let length):
      "the \(name) ends \(metres(end)) m along the \(wall.rawValue) wall, which is \(metres(length)) m long"
    case .above(let name, let head, let height):
      "the \(name) ends \(metres(head)) m above the floor; the room is \(metres(height)) m high"
    case .overlap(let first, let second, let wall):
      "the \(first) and the \(second) overlap on the \(wall.rawValue) wall"
    }
  }
}

/// A length for people: two places at most.
func metres(_ value: Double) -> String {
  let rounded = (value * 100).rounded() / 100
  return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
}
