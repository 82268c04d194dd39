import Canvas
import Geometry

/// A picture in its place.
public struct PictureMark: Sendable {
  /// Which element of the content it belongs to.
  public let element: String
  public let source: any PictureSource
  /// Where it is drawn, in millimetres.
  public let frame: Rect
  /// The part of the picture that is shown, in fractions 0...1.
  public let crop: Rect
  /// Clockwise about the frame's centre, in radians.
  public let angle: Double

  public init(
    element: String, source: any PictureSource, frame: Rect, crop: Rect = Rect(0, 0, 1, 1), angle: Double = 0
  ) {
    self.element = element
    self.source = source
    self.frame = frame
    self.crop = crop
    self.angle = angle
  }

  /// Turns the page so that the frame stands as it is drawn.
  var placement: Affine {
    let c = frame.center
    return Affine.translation(-c.x, -c.y).then(.rotation(angle)).then(.translation(c.x, c.y))
  }

  /// The bounds of what is drawn.
  public var box: Rect { angle == 0 ? frame : placement.apply(frame) }
}
