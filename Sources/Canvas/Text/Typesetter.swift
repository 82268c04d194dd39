import CCairo
import CPango
import Geometry

/// Shapes, measures and draws lines of text with Pango.
///
/// Everything is measured once at `unit` and scaled: hinting and metric rounding are off, so text is the same at
/// every resolution. Not safe to share between threads; each lane of work makes its own.
public final class Typesetter {
  /// The size at which lines are shaped; large, so that rounding to 1/1024 vanishes.
  private static let unit = 200.0

  private struct LineKey: Hashable {
    let text: String
    let font: Font
    let tracking: Double
  }

  private struct Shaped {
    let layout: OpaquePointer
    let metrics: LineMetrics
  }

  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private var lines: [LineKey: Shaped] = [:]
  private var faces: [Font: FaceMetrics] = [:]
  private var checked: Set<String> = []

  /// A typesetter with its own font map.
  ///
  /// - Parameter language: an ISO 639 code such as `en`; steers shaping and line breaking.
  public init(language: String = "en") {
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
  }

  deinit {
    for shaped in lines.values { g_object_unref(UnsafeMutableRawPointer(shaped.layout)) }
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  /// Throws `.missingFont` if the family is not installed.
  public func require(_ font: Font, package: String? = nil) throws(CanvasError) {
    if checked.contains(font.family) { return }
    guard FontCollection.has(family: font.family) else {
      throw .missingFont(family: font.family, package: package)
    }
    checked.insert(font.family)
  }

  /// What a line occupies, in the unit of its size.
  public func metrics(of line: TextLine) -> LineMetrics {
    shaped(line).metrics.scaled(by: line.size / Self.unit)
  }

  /// Vertical measures of a face, from the ink of H, x and p.
  public func face(_ font: Font) -> FaceMetrics {
    if let known = faces[font] { return known }
    func ink(_ text: String) -> Rect { metrics(of: TextLine(text, font: font, size: 1)).ink }
    let face = FaceMetrics(
      capHeight: -ink("H").top, xHeight: -ink("x").top, descender: ink("p").bottom)
    faces[font] = face
    return face
  }

  /// The text broken into lines no wider than `width` (in the unit of `size`), by Pango's rules; a word that is
  /// wider than the line stays whole and sticks out.
  public func wrap(_ text: String, font: Font, size: Double, tracking: Double = 0, width: Double) -> [String] {
    let layout = makeLayout(text, font, tracking)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    pango_layout_set_width(layout, Int32(width / size * Self.unit * Double(PANGO_SCALE)))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD)
    let bytes = Array(text.utf8)
    return (0..<pango_layout_get_line_count(layout)).map { index in
      let line = pango_layout_get_line_readonly(layout, index)!.pointee
      let start = Int(line.start_index)
      var words = Substring(decoding: bytes[start..<start + Int(line.length)], as: UTF8.self)
      while words.last?.isWhitespace == true { words.removeLast() }
      return String(words)
    }
  }

  /// Adds the outlines of `line` to the cairo path, its origin at the current point of the canvas.
  func trace(_ line: TextLine, on cairo: OpaquePointer) {
    let scale = line.size / Self.unit
    cairo_scale(cairo, scale, scale)
    cairo_move_to(cairo, -leadIn(line.tracking), 0)
    pango_cairo_layout_line_path(cairo, pango_layout_get_line_readonly(shaped(line).layout, 0))
  }

  private func shaped(_ line: TextLine) -> Shaped {
    let key = LineKey(text: line.text, font: line.font, tracking: line.tracking)
    if let known = lines[key] { return known }
    let layout = makeLayout(line.text, line.font, line.tracking)
    let result = Shaped(layout: layout, metrics: measure(layout, line.tracking))
    lines[key] = result
    return result
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

  /// Pango puts half of the letter spacing before the first glyph and half after the last.
  private func leadIn(_ tracking: Double) -> Double { tracking * Self.unit / 2 }

  private func measure(_ layout: OpaquePointer, _ tracking: Double) -> LineMetrics {
    var ink = PangoRectangle(), logical = PangoRectangle()
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), &ink, &logical)
    let k = 1 / Double(PANGO_SCALE)
    let lead = leadIn(tracking)
    return LineMetrics(
      advance: Double(logical.width) * k - 2 * lead,
      ink: Rect(
        Double(ink.x) * k - lead, Double(ink.y) * k, Double(ink.width) * k, Double(ink.height) * k),
      unknownGlyphs: Int(pango_layout_get_unknown_glyphs_count(layout)))
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

extension Canvas {
  /// Fills the glyphs of `line`, its origin on the baseline at `origin`, turned by `quarterTurns` clockwise.
  ///
  /// Outlines, not cached glyph pictures: cairo would move those to whole pixels.
  public borrowing func draw(
    _ line: TextLine, at origin: Point, quarterTurns: Int = 0, _ paint: Paint, with typesetter: Typesetter
  ) {
    saved { canvas in
      canvas.setSource(paint)
      canvas.transform(Affine.quarterTurns(quarterTurns).then(.translation(origin.x, origin.y)))
      cairo_new_path(canvas.context)
      typesetter.trace(line, on: canvas.context)
      cairo_set_fill_rule(canvas.context, CAIRO_FILL_RULE_WINDING)
      cairo_fill(canvas.context)
    }
  }
}
