import Composition
import Geometry

/// A drawing to scale, in millimetres of the page.
public struct RoomDrawing: Sendable {
  public var layers: [Layer]
  /// All that is drawn, dimension lines and keys too.
  public let bounds: Rect
  /// 50 for 1:50.
  public let scale: Double
  public let dimensions: [Dimension]
  /// Where each key stands.
  public let keys: [KeyMark]
}

/// A measured length: what is drawn between its ticks is what its figure says.
public struct Dimension: Hashable, Sendable {
  /// Its ticks on the page, millimetres.
  public let from: Point
  public let to: Point
  /// Millimetres of the real room.
  public let value: Int
}

/// A key on a drawing.
public struct KeyMark: Hashable, Sendable {
  public let key: String
  /// The middle of its mark on the page.
  public let at: Point
}

/// Where on the page the metres of a drawing lie.
struct PageScale: Sendable {
  /// Millimetres of the page to a metre.
  let perMetre: Double
  /// Where the drawing's own origin lies on the page.
  let origin: Point

  /// `scale` is 50 for 1:50.
  init(scale: Double, origin: Point) { (perMetre, self.origin) = (1000 / scale, origin) }

  var affine: Affine {
    Affine.scale(perMetre, perMetre).then(.translation(origin.x, origin.y))
  }

  func apply(_ p: Point) -> Point { affine.apply(p) }
}
