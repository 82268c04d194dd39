import Canvas
import Color

/// The pens, colours and face of a board's drawings; millimetres on the page.
public struct DrawingStyle: Sendable {
  /// Outlines and lettering.
  public var ink: SRGB
  /// Dimension lines and what lies behind.
  public var quiet: SRGB
  /// Cut walls.
  public var wall: SRGB
  /// What the drawing stands on; furniture is filled with it unless tinted.
  public var paper: SRGB
  /// What the floor of a plan is filled with; nil for paper.
  public var floor: SRGB?
  /// What a wall is filled with in its elevation; nil for paper.
  public var face: @Sendable (Wall) -> SRGB? = { _ in nil }
  public var font: Font
  /// The em of figures and keys.
  public var textSize: Double
  /// Outer edges of furniture.
  public var outline = 0.24
  /// Inner edges.
  public var line = 0.1
  /// What a finish is filled with; nil for paper.
  public var tint: @Sendable (Finish) -> SRGB?

  public init(
    ink: SRGB, quiet: SRGB, wall: SRGB, paper: SRGB, font: Font, textSize: Double = 2.3,
    tint: @escaping @Sendable (Finish) -> SRGB? = { _ in nil }
  ) {
    (self.ink, self.quiet, self.wall, self.paper) = (ink, quiet, wall, paper)
    (self.font, self.textSize, self.tint) = (font, textSize, tint)
  }
}
