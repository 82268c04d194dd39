import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster

/// Turns compositions into pixels or documents.
public enum Renderer {
  /// The composition's page at the given scale, finished.
  ///
  /// - Parameters:
  ///   - composition: what to draw.
  ///   - design: where the composition came from; its filter gives the finish.
  ///   - scale: pixels per millimetre; 300 dpi is 11.81.
  ///   - width: of the bitmap in pixels; the page is centred on it, so fractions of a pixel are cut evenly.
  ///   - height: of the bitmap in pixels.
  ///   - includesBleed: shows the bleed around the trimmed page.
  ///   - jobs: threads for the finish; drawing is one thread's work.
  ///   - typesetter: outlines the type.
  /// - Returns: an opaque bitmap of the asked size.
  /// - Throws: `CanvasError` if the bitmap is too large or cairo reports a problem.
  public static func bitmap(
    _ composition: Composition, _ design: Design, pixelsPerMillimetre scale: Double, width: Int, height: Int,
    includesBleed: Bool = false, jobs: Int = 1, with typesetter: Typesetter
  ) throws(CanvasError) -> Bitmap {
    let drawn = try draw(
      composition, scale: scale, width: width, height: height, includesBleed: includesBleed, with: typesetter)
    return design.filter.apply(
      to: drawn, pixelsPerMillimetre: scale, stream: design.stream(.filter), jobs: jobs)
  }

  /// One page with bleed, in points, without the finish.
  public static func document(
    _ composition: Composition, _ kind: DocumentKind, with typesetter: Typesetter
  ) throws(CanvasError) -> [UInt8] {
    let page = composition.page
    let shown = page.trim.inset(by: -page.bleed)
    let k = points(millimetres: 1)
    let canvas = try Canvas(document: kind, size: Size(shown.width * k, shown.height * k))
    canvas.saved { canvas in
      canvas.transform(.scale(k, k))
      canvas.transform(.translation(-shown.left, -shown.top))
      composition.draw(on: canvas, with: typesetter)
    }
    return try canvas.document()
  }

  /// The composition before its finish; only the layers whose role is in `roles`.
  package static func draw(
    _ composition: Composition, scale: Double, width: Int, height: Int, includesBleed: Bool = false,
    roles: Set<LayerRole>? = nil, with typesetter: Typesetter
  ) throws(CanvasError) -> Bitmap {
    let canvas = try Canvas(width: width, height: height)
    let page = composition.page
    let shown = includesBleed ? page.trim.inset(by: -page.bleed) : page.trim
    canvas.saved { canvas in
      // A pixel that the page covers in part must still be opaque.
      canvas.fill(.rect(Rect(0, 0, Double(width), Double(height))), .color(.white))
      canvas.transform(
        .translation(
          (Double(width) - shown.width * scale) / 2, (Double(height) - shown.height * scale) / 2))
      canvas.transform(.scale(scale, scale))
      canvas.transform(.translation(-shown.left, -shown.top))
      composition.draw(on: canvas, with: typesetter, roles: roles)
    }
    return try canvas.bitmap()
  }
}
