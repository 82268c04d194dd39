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
    let view = View(scale: scale, width: width, height: height, includesBleed: includesBleed)
    let picture = try finished(composition, design, view, jobs: jobs, with: typesetter)
    guard !composition.overlay.isEmpty else { return picture }
    let overlay = Composition(page: composition.page, layers: composition.overlay)
    return try draw(overlay, view, over: picture, with: typesetter)
  }

  /// The picture that the filter has touched.
  private static func finished(
    _ composition: Composition, _ design: Design, _ view: View, jobs: Int, with typesetter: Typesetter
  ) throws(CanvasError) -> Bitmap {
    switch design.reach {
    case nil: return try draw(composition, view, with: typesetter)
    case .page:
      return design.finish(
        try draw(composition, view, with: typesetter), composition, scale: view.scale, jobs: jobs)
    case .artwork:
      let (art, rest) = composition.splitAboveArtwork
      let painted = try draw(art, view, with: typesetter)
      return try draw(
        rest, view, over: design.finish(painted, composition, scale: view.scale, jobs: jobs), with: typesetter
      )
    }
  }

  /// What lies under the type, at the given view; repainted if the design's filter works on artwork alone.
  static func ground(
    _ composition: Composition, _ design: Design?, _ view: View, with typesetter: Typesetter
  ) throws(CanvasError) -> Bitmap {
    let roles: Set<LayerRole> = [.ground, .artwork, .furniture]
    guard let design, design.reach == .artwork else {
      return try draw(composition, view, roles: roles, with: typesetter)
    }
    let (art, rest) = composition.splitAboveArtwork
    let painted = try draw(art, view, roles: roles, with: typesetter)
    return try draw(
      rest, view, roles: roles, over: design.finish(painted, composition, scale: view.scale, jobs: 1),
      with: typesetter)
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
      Composition(page: page, layers: composition.overlay).draw(on: canvas, with: typesetter)
    }
    return try canvas.document()
  }

  /// The composition before its finish; only the layers whose role is in `roles`; over a picture of the same
  /// view if one is given.
  package static func draw(
    _ composition: Composition, _ view: View, roles: Set<LayerRole>? = nil, over ground: Bitmap? = nil,
    with typesetter: Typesetter
  ) throws(CanvasError) -> Bitmap {
    let canvas = try Canvas(width: view.width, height: view.height, isSketch: view.isSketch)
    if let ground {
      canvas.copy(ground, x: 0, y: 0)
    } else {
      // A pixel that the page covers in part must still be opaque.
      canvas.fill(.rect(Rect(0, 0, Double(view.width), Double(view.height))), .color(.white))
    }
    canvas.saved { canvas in
      view.place(composition.page, on: canvas)
      composition.draw(on: canvas, with: typesetter, roles: roles)
    }
    return try canvas.bitmap()
  }
}

/// How a page is seen in a bitmap.
package struct View: Sendable {
  /// Pixels per millimetre.
  package var scale: Double
  /// Width of the bitmap in pixels.
  package var width: Int
  /// Height of the bitmap in pixels.
  package var height: Int
  /// Shows the bleed around the trimmed page.
  package var includesBleed: Bool

  /// Draws coarsely: see ``Canvas/init(width:height:isSketch:)``.
  package var isSketch = false

  package init(scale: Double, width: Int, height: Int, includesBleed: Bool = false) {
    self.scale = scale
    self.width = width
    self.height = height
    self.includesBleed = includesBleed
  }

  /// Lets the canvas draw in millimetres of the page, which is centred.
  func place(_ page: Page, on canvas: borrowing Canvas) {
    let shown = includesBleed ? page.trim.inset(by: -page.bleed) : page.trim
    canvas.transform(
      .translation((Double(width) - shown.width * scale) / 2, (Double(height) - shown.height * scale) / 2))
    canvas.transform(.scale(scale, scale))
    canvas.transform(.translation(-shown.left, -shown.top))
  }
}

extension Composition {
  /// The layers up to the topmost artwork, and those above it; each on the same page.
  fileprivate var splitAboveArtwork: (art: Composition, rest: Composition) {
    let count =
      (layers.lastIndex { $0.role == .artwork } ?? layers.lastIndex { $0.role == .ground }).map { $0 + 1 }
      ?? 0
    return (
      Composition(page: page, layers: Array(layers.prefix(count))),
      Composition(page: page, layers: Array(layers.dropFirst(count)))
    )
  }
}
