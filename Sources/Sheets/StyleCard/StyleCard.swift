import Canvas
import Composition
import Geometry
import Raster
import Studio

/// A style profile as a card of A5: its colours, values, directions, texture and layout, and whom to credit.
public struct StyleCard: Sendable {
  let style: StyleFile

  /// The card's size in millimetres.
  static let size = Size(210, 148)
  /// The swatch of texture is worked out so wide, in pixels, whatever the card's resolution.
  private static let swatchWidth = 320

  public init(_ style: StyleFile) { self.style = style }

  /// Draws the card.
  ///
  /// - Parameters:
  ///   - dpi: its resolution.
  ///   - workshop: its fonts and threads; the pixels are the same for any number of threads.
  /// - Returns: an opaque picture of the card.
  /// - Throws: a font that is missing, or a canvas that cannot be had.
  public func bitmap(dpi: Double, in workshop: Workshop) throws(CanvasError) -> Bitmap {
    for (family, package) in SheetPainter.families {
      try workshop.typesetter.require(Font(family), package: package)
    }
    let scale = dpi / 25.4
    let canvas = try Canvas(
      width: Int((Self.size.width * scale).rounded()), height: Int((Self.size.height * scale).rounded()))
    let painter = StyleCardPainter(style: style, typesetter: workshop.typesetter)
    canvas.saved { canvas in
      canvas.transform(.scale(scale, scale))
      painter.paint(on: canvas)
    }
    let place = painter.swatch
    let swatch = StyleSwatch(profile: style.profile).bitmap(
      width: Self.swatchWidth, height: Int(Double(Self.swatchWidth) * place.height / place.width),
      jobs: workshop.jobs)
    let (width, height) = (Int((place.width * scale).rounded()), Int((place.height * scale).rounded()))
    canvas.copy(
      swatch.resized(width: width, height: height, jobs: workshop.jobs),
      x: Int((place.left * scale).rounded()),
      y: Int((place.top * scale).rounded()))
    return try canvas.bitmap()
  }
}
