import Canvas
import Composition
import Geometry

/// One piece alone, to scale.
public struct FurnitureDrawing: Sendable {
  /// From where it is seen.
  public enum View: String, CaseIterable, Hashable, Sendable { case plan, front, side }

  let piece: any FurniturePiece
  let view: View

  public init(_ piece: any FurniturePiece, view: View = .front) { (self.piece, self.view) = (piece, view) }

  private var projection: Projection {
    switch view {
    case .plan: .plan
    case .front: .front
    case .side: .side
    }
  }

  /// What it occupies, metres; in elevations the floor is at 0 and up is negative.
  public var bounds: Rect {
    let all = piece.solids.map { $0.bounds(projection) }
    return all.dropFirst().reduce(all[0]) { $0.union($1) }
  }

  /// Drawn at 1:`scale`, its origin (the floor below its middle, or its middle on a plan) at a point of the page.
  public func drawing(scale: Double, at origin: Point, style: DrawingStyle) -> RoomDrawing {
    let page = PageScale(scale: scale, origin: origin)
    let sketch = SolidSketch(projection: projection, style: style, page: page)
    let symbols = piece.symbols.filter { $0.projection == projection }.map(\.path)
    let layer = Layer(.furniture, sketch.marks(piece.solids, symbols))
    return RoomDrawing(
      layers: [layer], bounds: page.affine.apply(bounds).inset(by: -style.outline), scale: scale,
      dimensions: [], keys: [])
  }
}
