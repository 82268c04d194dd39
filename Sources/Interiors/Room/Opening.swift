import Geometry

/// A door, a window or a gap in a wall.
public struct Opening: Hashable, Sendable {
  /// What closes it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case door, window, opening
  }

  public let kind: Kind
  public let wall: Wall
  /// Metres from the left end of the wall, seen from inside.
  public let at: Double
  /// Metres.
  public let width: Double
  /// Metres from sill to head.
  public let height: Double
  /// Metres from the floor; 0 for doors.
  public let sill: Double

  public init(
    _ kind: Kind, wall: Wall, at: Double, width: Double, height: Double, sill: Double = 0
  ) {
    (self.kind, self.wall, self.at, self.width, self.height, self.sill) = (
      kind, wall, at, width, height, sill
    )
  }

  /// Where it begins and ends along its wall, in metres from the left end seen from inside.
  public var span: ClosedRange<Double> { at...(at + width) }
  /// Metres from the floor to its head.
  public var head: Double { sill + height }
  /// People walk through it.
  public var isPassage: Bool { kind != .window }
}
