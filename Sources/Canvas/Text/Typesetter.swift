import Geometry
import Synchronization

/// Shapes and measures lines of text, and gives their outlines.
///
/// Every line is shaped once, at one large size, and scaled from there: hinting and metric rounding are off, so text
/// is the same at every resolution. Threads may share one; a lock guards all of Pango, since cairo 1.16's FreeType
/// back end is not safe for several threads, even with a font map each (it closes faces that others are reading).
/// Drawing then needs outlines only and takes no lock.
public final class Typesetter: Sendable {
  /// The way the content's language runs.
  public let direction: WritingDirection
  private let engine: Mutex<TextEngine>
  /// What has been measured, at size 1: a lock of its own, so that nobody waits for Pango to read what is known.
  private let known: Mutex<[TextLine: LineMetrics]> = Mutex([:])
  private let outlines: Mutex<[TextLine: Path]> = Mutex([:])
  private let families: Mutex<[String: Bool]> = Mutex([:])
  private let breaks: Mutex<[String: [TextPiece]]> = Mutex([:])
  private let breakers: Mutex<[TextLine: LineBreaker]> = Mutex([:])

  /// - Parameter language: an ISO 639 code such as `en`; steers shaping and line breaking.
  public init(language: String = "en") {
    direction = WritingDirection(language: language)
    engine = Mutex(TextEngine(language: language, direction: direction))
  }

  /// Throws `.missingFont` if the family is not installed.
  public func require(_ font: Font, package: String? = nil) throws(CanvasError) {
    let isThere = families.withLock { families in
      if let known = families[font.family] { return known }
      let isThere = FontCollection.has(family: font.family)
      families[font.family] = isThere
      return isThere
    }
    guard isThere else { throw .missingFont(family: font.family, package: package) }
  }

  /// What a line occupies, in the unit of its size.
  public func metrics(of line: TextLine) -> LineMetrics {
    var key = line
    key.size = 1
    let k = line.size / TextEngine.unit
    if let metrics = known.withLock({ $0[key] }) { return metrics.scaled(by: k) }
    let metrics = engine.withLock { $0.metrics(of: line) }
    known.withLock { $0[key] = metrics }
    return metrics.scaled(by: k)
  }

  /// Measures lines of one font and tracking together, which costs a fraction of measuring one after the other.
  func measure(_ lines: [TextLine]) {
    let missing = known.withLock { known in lines.filter { known[$0] == nil } }
    if missing.count > 1 { engine.withLock { $0.measure(missing) } }
  }

  /// The glyphs' outlines in the unit of the line's size, the origin on the baseline.
  public func outline(of line: TextLine) -> Path {
    var key = line
    key.size = 1
    let k = line.size / TextEngine.unit
    if let path = outlines.withLock({ $0[key] }) { return path.transformed(by: .scale(k, k)) }
    let path = engine.withLock { $0.outline(of: line) }
    outlines.withLock { $0[key] = path }
    return path.transformed(by: .scale(k, k))
  }

  /// Vertical measures of a face, from the ink of H, x and p.
  public func face(_ font: Font) -> FaceMetrics {
    func ink(_ text: String) -> Rect { metrics(of: TextLine(text, font: font, size: 1)).ink }
    return FaceMetrics(capHeight: -ink("H").top, xHeight: -ink("x").top, descender: ink("p").bottom)
  }

  /// The text in the pieces between which the Unicode standard (UAX 14) lets a line end.
  public func pieces(of text: String) -> [TextPiece] {
    if let known = breaks.withLock({ $0[text] }) { return known }
    let pieces = engine.withLock { $0.pieces(of: text) }
    breaks.withLock { $0[text] = pieces }
    return pieces
  }

  /// Breaks `text` into lines, set in that font and with that tracking.
  public func breaker(of text: String, font: Font, tracking: Double) -> LineBreaker {
    let line = TextLine(text, font: font, size: 1, tracking: tracking)
    if let known = breakers.withLock({ $0[line] }) { return known }
    let breaker = LineBreaker(pieces(of: text), font: font, tracking: tracking, with: self)
    breakers.withLock { $0[line] = breaker }
    return breaker
  }

  /// The characters of `text` that neither the face nor its companions have, each once, in their order.
  public func unknownCharacters(of text: String, in font: Font) -> [Character] {
    var found: [Character] = []
    for character in text where !character.isWhitespace && !found.contains(character) {
      if metrics(of: TextLine(String(character), font: font, size: 1)).unknownGlyphs > 0 {
        found.append(character)
      }
    }
    return found
  }
}

extension Canvas {
  /// Fills the glyphs of `line`, its origin on the baseline at `origin`, turned by `quarterTurns` clockwise.
  ///
  /// Outlines, not cached glyph pictures: cairo would move those to whole pixels.
  public borrowing func draw(
    _ line: TextLine, at origin: Point, quarterTurns: Int = 0, _ paint: Paint, with typesetter: Typesetter
  ) {
    let place = Affine.quarterTurns(quarterTurns).then(.translation(origin.x, origin.y))
    fill(typesetter.outline(of: line).transformed(by: place), paint)
  }
}
