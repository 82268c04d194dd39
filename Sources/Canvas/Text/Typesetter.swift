import CCairo
import CPango
import Geometry
import Synchronization

/// Shapes and measures lines of text, and gives their outlines.
///
/// Every line is shaped once, at one large size, and scaled from there: hinting and metric rounding are off, so text
/// is the same at every resolution. Threads may share one; a lock guards all of Pango, since cairo 1.16's FreeType
/// back end is not safe for several threads, even with a font map each (it closes faces that others are reading).
/// Drawing then needs outlines only and takes no lock.
public final class Typesetter: Sendable {
  private let engine: Mutex<TextEngine>

  /// - Parameter language: an ISO 639 code such as `en`; steers shaping and line breaking.
  public init(language: String = "en") { engine = Mutex(TextEngine(language: language)) }

  /// Throws `.missingFont` if the family is not installed.
  public func require(_ font: Font, package: String? = nil) throws(CanvasError) {
    let isThere = engine.withLock { $0.has(font.family) }
    guard isThere else { throw .missingFont(family: font.family, package: package) }
  }

  /// What a line occupies, in the unit of its size.
  public func metrics(of line: TextLine) -> LineMetrics {
    shaped(line).metrics.scaled(by: line.size / TextEngine.unit)
  }

  /// The glyphs' outlines in the unit of the line's size, the origin on the baseline.
  public func outline(of line: TextLine) -> Path {
    let k = line.size / TextEngine.unit
    return shaped(line).outline.transformed(by: .scale(k, k))
  }

  /// Vertical measures of a face, from the ink of H, x and p.
  public func face(_ font: Font) -> FaceMetrics {
    func ink(_ text: String) -> Rect { metrics(of: TextLine(text, font: font, size: 1)).ink }
    return FaceMetrics(capHeight: -ink("H").top, xHeight: -ink("x").top, descender: ink("p").bottom)
  }

  /// The text broken into lines no wider than `width` (in the unit of `size`), by Pango's rules; a word that is
  /// wider than the line stays whole and sticks out.
  public func wrap(
    _ text: String, font: Font, size: Double, tracking: Double = 0, width: Double
  ) -> [String] {
    engine.withLock { $0.wrap(text, font, tracking, width: width / size * TextEngine.unit) }
  }

  private func shaped(_ line: TextLine) -> ShapedLine { engine.withLock { $0.shaped(line) } }
}

/// A line at the engine's own size.
struct ShapedLine: Sendable {
  let metrics: LineMetrics
  let outline: Path
}

/// Pango's font map and context, and what has been shaped so far. One thread at a time.
final class TextEngine {
  /// The size at which lines are shaped; large, so that rounding to 1/64 or 1/1024 vanishes.
  static let unit = 1000.0

  private struct Key: Hashable {
    let text: String
    let font: Font
    let tracking: Double
  }

  /// One way to break a text, and widths that are known to give it: lines that fit a narrower measure break there
  /// as they do here, since what was too long stays too long.
  private struct Wrap {
    let lines: [String]
    private(set) var widths: ClosedRange<Double>

    init(lines: [String], widths: ClosedRange<Double>) { (self.lines, self.widths) = (lines, widths) }

    mutating func widen(to other: ClosedRange<Double>) {
      widths =
        min(widths.lowerBound, other.lowerBound)...max(widths.upperBound, other.upperBound)
    }
  }

  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  /// Where outlines are traced; nothing is ever painted on it.
  private let pen: OpaquePointer
  private var lines: [Key: ShapedLine] = [:]
  private var wraps: [Key: [Wrap]] = [:]
  private var families: [String: Bool] = [:]

  init(language: String) {
    map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)
    pango_fc_font_map_set_config(OpaquePointer(map), FontCollection.config)
    context = pango_font_map_create_context(map)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string(language))
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    // Unbounded: cairo drops glyphs that lie ten ems outside a bounded surface, even from a path.
    let surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nil)
    pen = cairo_create(surface)
    cairo_surface_destroy(surface)
  }

  deinit {
    cairo_destroy(pen)
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  func has(_ family: String) -> Bool {
    if let known = families[family] { return known }
    let isThere = FontCollection.has(family: family)
    families[family] = isThere
    return isThere
  }

  func shaped(_ line: TextLine) -> ShapedLine {
    let key = Key(text: line.text, font: line.font, tracking: line.tracking)
    if let known = lines[key] { return known }
    let layout = makeLayout(line.text, line.font, line.tracking)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    let result = ShapedLine(metrics: measure(layout), outline: trace(layout))
    lines[key] = result
    return result
  }

  func wrap(_ text: String, _ font: Font, _ tracking: Double, width: Double) -> [String] {
    let key = Key(text: text, font: font, tracking: tracking)
    var known = wraps[key] ?? []
    if let wrap = known.first(where: { $0.widths.contains(width) }) { return wrap.lines }
    let found = broken(key, width: width)
    if let same = known.firstIndex(where: { $0.lines == found.lines }) {
      known[same].widen(to: found.widths)
    } else {
      known.append(found)
    }
    wraps[key] = known
    return found.lines
  }

  private func broken(_ key: Key, width: Double) -> Wrap {
    let layout = makeLayout(key.text, key.font, key.tracking)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD)
    let bytes = Array(key.text.utf8)
    var widest = 0.0
    let lines = (0..<pango_layout_get_line_count(layout)).map { index in
      let line = pango_layout_get_line_readonly(layout, index)!
      var ink = PangoRectangle(), logical = PangoRectangle()
      pango_layout_line_get_extents(line, &ink, &logical)
      widest = max(widest, Double(logical.width) / Double(PANGO_SCALE))
      let start = Int(line.pointee.start_index)
      var words = Substring(decoding: bytes[start..<start + Int(line.pointee.length)], as: UTF8.self)
      while words.last?.isWhitespace == true { words.removeLast() }
      return String(words)
    }
    // Pango leaves out the letter space at a line's end and rounds: stay on the safe side of both.
    return Wrap(lines: lines, widths: min(width, widest + abs(key.tracking) * Self.unit + 1)...width)
  }

  private func makeLayout(_ text: String, _ font: Font, _ tracking: Double) -> OpaquePointer {
    let layout = pango_layout_new(context)!
    let description = Self.describe(font)
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    pango_layout_set_text(layout, text, -1)
    let attributes = pango_attr_list_new()
    if tracking != 0 {
      let units = (tracking * Self.unit * Double(PANGO_SCALE)).rounded()
      pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(Int32(units)))
    }
    if !font.features.isEmpty {
      pango_attr_list_insert(attributes, pango_attr_font_features_new(font.features))
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    return layout
  }

  /// Pango takes letter spacing away at both ends of a line, so that it widens the gaps alone.
  private func measure(_ layout: OpaquePointer) -> LineMetrics {
    var ink = PangoRectangle(), logical = PangoRectangle()
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), &ink, &logical)
    let k = 1 / Double(PANGO_SCALE)
    return LineMetrics(
      advance: Double(logical.width) * k,
      ink: Rect(Double(ink.x) * k, Double(ink.y) * k, Double(ink.width) * k, Double(ink.height) * k),
      unknownGlyphs: Int(pango_layout_get_unknown_glyphs_count(layout)))
  }

  private func trace(_ layout: OpaquePointer) -> Path {
    cairo_new_path(pen)
    cairo_move_to(pen, 0, 0)
    pango_cairo_layout_line_path(pen, pango_layout_get_line_readonly(layout, 0))
    guard let copy = cairo_copy_path(pen) else { return Path() }
    defer { cairo_path_destroy(copy) }
    return Path(cairo: copy.pointee)
  }

  private static func describe(_ font: Font) -> OpaquePointer {
    let description = pango_font_description_new()!
    pango_font_description_set_family(description, font.family)
    pango_font_description_set_weight(description, PangoWeight(rawValue: UInt32(font.weight)))
    pango_font_description_set_style(description, font.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_font_description_set_absolute_size(description, unit * Double(PANGO_SCALE))
    return description
  }
}

extension Path {
  /// A copy of cairo's path. Sound: cairo promises that each header is followed by its points.
  fileprivate init(cairo path: cairo_path_t) {
    self.init()
    var index = 0
    while index < Int(path.num_data) {
      let header = path.data[index].header
      func point(_ i: Int) -> Point { Point(path.data[index + i].point.x, path.data[index + i].point.y) }
      switch header.type {
      case CAIRO_PATH_MOVE_TO: move(to: point(1))
      case CAIRO_PATH_LINE_TO: line(to: point(1))
      case CAIRO_PATH_CURVE_TO: curve(point(1), point(2), to: point(3))
      default: close()
      }
      index += Int(header.length)
    }
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
