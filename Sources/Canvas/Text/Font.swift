import Geometry

/// A face of an installed family.
public struct Font: Hashable, Sendable {
  public var family: String
  /// 100 (thin) to 900 (black).
  public var weight: Int
  public var isItalic: Bool
  /// OpenType features in CSS syntax, such as `"onum=1, ss01=1"`; kerning and ligatures are always on.
  public var features: String

  public init(_ family: String, weight: Int = 400, italic: Bool = false, features: String = "") {
    self.family = family
    self.weight = weight
    isItalic = italic
    self.features = features
  }
}

/// One line of text on a baseline, at a size in the composition's unit (millimetres).
public struct TextLine: Hashable, Sendable {
  public var text: String
  public var font: Font
  /// The em in millimetres.
  public var size: Double
  /// Extra space between letters, in em.
  public var tracking: Double

  public init(_ text: String, font: Font, size: Double, tracking: Double = 0) {
    self.text = text
    self.font = font
    self.size = size
    self.tracking = tracking
  }
}

/// What a line occupies, relative to its origin on the baseline, in the line's unit.
public struct LineMetrics: Hashable, Sendable {
  /// From the origin to where a next glyph would stand, without trailing tracking.
  public let advance: Double
  /// The bounds of the glyphs' ink.
  public let ink: Rect
  /// Characters that no installed font has.
  public let unknownGlyphs: Int

  /// The same at another size; everything in a line grows in proportion.
  public func scaled(by k: Double) -> LineMetrics {
    LineMetrics(
      advance: advance * k, ink: Rect(ink.x * k, ink.y * k, ink.width * k, ink.height * k),
      unknownGlyphs: unknownGlyphs)
  }
}

/// Vertical measures of a face, in em.
public struct FaceMetrics: Hashable, Sendable {
  public let capHeight: Double
  public let xHeight: Double
  /// From the baseline to the lowest point of `p`.
  public let descender: Double
}
