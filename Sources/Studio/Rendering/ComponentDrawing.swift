import Canvas
import Composition
import Geometry
import Raster

/// One component of the catalogue with its settings, drawn alone in marks.
public protocol ComponentDrawing: Sendable {
  /// The whole drawing in millimetres.
  func composition(_ size: Size) -> Composition
}

extension ComponentDrawing {
  /// The drawing as a bitmap of the size's proportions.
  public func bitmap(_ size: Size, width: Int, height: Int, with typesetter: Typesetter)
    throws(CanvasError) -> Bitmap
  {
    let view = View(scale: Double(width) / size.width, width: width, height: height)
    return try Renderer.draw(composition(size), view, with: typesetter)
  }
}
