/// From where a room is seen. Uprights stay upright: the view is level and the horizon is shifted, as in a
/// photographer's shift lens.
public enum RoomCamera: Hashable, Sendable {
  /// Straight towards a wall, from the opposite side.
  case onePoint(Wall)
  /// From the corner to the left of the wall across, looking between the walls; the wall is the one seen on the right.
  case twoPoint(Wall)
}
