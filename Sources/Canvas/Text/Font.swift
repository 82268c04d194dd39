import Geometry

/// A face of an installed family.
public struct Font: Hashable, Sendable {
  public var family: String
  /// 100 (thin) to 900 (black).
  public var weight: Int
  public var isItalic: Bool
  /// OpenType features in CSS syntax, such as `"onum=1, ss01=1"`; kerning and ligatures are always on.
  public var features: String
  /// What sets the scripts that the family lacks.
  public var companions: Companions

  public init(
    _ family: String, weight: Int = 400, italic: Bool = false, features: String = "",
    companions: Companions = .plain
  ) {
    self.family = family
    self.weight = weight
    isItalic = italic
    self.features = features
    self.companions = companions
  }

  /// By a part of what tells fonts apart: lines are looked up by the thousand, and mostly their texts differ.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(weight)
    hasher.combine(family.utf8.count)
  }
}

/// One line of text on a baseline, at a size in the composition's unit (millimetres).
public struct TextLine: Hashable, Sendable {
  public var text: String
  public var font: Font
  /// The em in millimetres.
  public var size: Double
  /// Extra space between letters, in em; none is put between letters that join.
  public var tracking: Double
  /// Extra space at every space between words, in em: what justifies a line.
  public var wordSpacing: Double

  public init(_ text: String, font: Font, size: Double, tracking: Double = 0, wordSpacing: Double = 0) {
    self.text = text
    self.font = font
    self.size = size
    self.tracking = tracking
    self.wordSpacing = wordSpacing
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(font)
    hasher.combine(tracking)
  }
}

/// What a line occupies, relative to its origin on the baseline, in the line's unit.
public struct LineMetrics: Hashable, Sendable {
  /// From the origin to where a next glyph would stand, without trailing tracking.
  public let advance: Double
  /// The bounds of the glyphs' ink.
  public let ink: Rect
  /// Glyphs that neither the face nor its companions have.
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

/// A piece of text that a line may end after: a word with what clings to it, or a single character of Chinese or
/// Japanese.
public struct TextPiece: Hashable, Sendable {
  /// Without spaces at its end.
  public let text: String
  /// True if a space follows, which falls away at the end of a line.
  public let isSpaced: Bool

  public init(_ text: String, isSpaced: Bool) {
    self.text = text
    self.isSpaced = isSpaced
  }
}

extension TextPiece {
  /// True if a line that ends with the piece shows a hyphen: the writer marked the place with U+00AD.
  public var isHyphenated: Bool { text.unicodeScalars.last == TextPiece.softHyphen }

  static let softHyphen: Unicode.Scalar = "\u{ad}"
}

extension [TextPiece] {
  /// The pieces as one line; a soft hyphen shows at its end alone.
  public var line: String {
    var text = joined
    if text.utf8.contains(0xad) {
      text = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != TextPiece.softHyphen }))
    }
    return last?.isHyphenated == true ? text + "-" : text
  }

  /// The pieces as one, soft hyphens included.
  public var joined: String {
    var line = ""
    for (index, piece) in enumerated() {
      line += piece.text
      if piece.isSpaced, index + 1 < count { line += " " }
    }
    return line
  }
}
