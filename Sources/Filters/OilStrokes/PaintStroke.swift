import Canvas
import Color
import Composition
import Geometry

/// One stroke of a brush, free of resolution.
public struct PaintStroke: Sendable, Equatable {
  /// The middle of the stroke from start to end, at least two points, in millimetres from the picture's top-left
  /// corner; a smooth curve runs through them.
  public var points: [Point]
  /// Millimetres, above 0.
  public var width: Double
  public var color: SRGB
  /// 0...1.
  public var opacity: Double
  /// Which pass it belongs to: 0 is the broadest brush, painted first.
  public var layer: Int
  /// What sets its bristles apart from those of other strokes.
  var seed: UInt32

  /// The stroke as a plain line with round ends.
  public var mark: Mark {
    .stroke(
      Path.smoothOpen(points), .solid(color, alpha: opacity), Stroke(width, cap: .round, join: .round))
  }
}

extension Composition {
  /// Strokes on a ground, in their order, cut off at the page.
  public init(page: Page, strokes: [PaintStroke], ground: SRGB) {
    let sheet = Path.rect(page.trim)
    self.init(
      page: page,
      layers: [
        Layer(.ground, [.fill(sheet, .color(ground))]),
        Layer(.artwork, clips: [sheet], strokes.map(\.mark)),
      ])
  }
}
