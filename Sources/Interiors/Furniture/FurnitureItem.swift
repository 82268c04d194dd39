import Geometry
import Parameters

/// What a brief asks for: a piece, how many, and its key on the board.
public struct FurnitureItem: Sendable {
  /// As the board prints it, such as `F3`.
  public let key: String
  public let piece: any FurniturePiece
  public let count: Int

  public init(key: String, _ piece: any FurniturePiece, count: Int = 1) {
    (self.key, self.piece, self.count) = (key, piece, count)
  }

  /// The component's name.
  public var name: String { type(of: piece).name }
  public var use: FurnitureUse { type(of: piece).use }
}

/// A piece where it stands.
public struct PlacedPiece: Sendable {
  public let item: FurnitureItem
  /// The middle of the piece on the plan, metres.
  public var position: Point
  /// Clockwise degrees on the plan; 0 has the back to the north.
  public var rotation: Double
  /// Metres from the floor to the piece's own floor.
  public var elevation: Double

  public init(_ item: FurnitureItem, at position: Point, rotation: Double = 0, elevation: Double = 0) {
    (self.item, self.position, self.rotation, self.elevation) = (item, position, rotation, elevation)
  }

  /// The solids in the room's coordinates.
  public var solids: [Solid] {
    let frame = Frame3.yaw(rotation)
    let origin = Vector3(position.x, position.y, elevation)
    return item.piece.solids.map { $0.placed(frame, at: origin) }
  }

  /// The four corners on the plan, metres.
  public var corners: [Point] { footprint(grown: 0) }

  /// The corners with `margin` more on every side.
  func footprint(grown margin: Double) -> [Point] {
    let r = item.piece.footprint.inset(by: -margin)
    return [r.at(0, 0), r.at(1, 0), r.at(1, 1), r.at(0, 1)].map(onPlan)
  }

  /// A point of the piece on the room's plan.
  func onPlan(_ p: Point) -> Point {
    let v = Frame3.yaw(rotation).apply(Vector3(p.x, p.y, 0))
    return Point(position.x + v.x, position.y + v.y)
  }

  /// The rectangle around it on the plan.
  public var bounds: Rect {
    let points = corners
    return Rect(
      left: points.map(\.x).min()!, top: points.map(\.y).min()!, right: points.map(\.x).max()!,
      bottom: points.map(\.y).max()!)
  }
}
