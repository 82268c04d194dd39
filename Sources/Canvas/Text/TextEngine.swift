import CCairo
import CPango
import Geometry

/// Pango's font map and context, and what has been shaped so far. One thread at a time.
final class TextEngine {
  /// The size at which lines are shaped; large, so that rounding to 1/64 or 1/1024 vanishes.
  static let unit = 1000.0

  private struct Key: Hashable {
    let text: String
    let font: Font
    var tracking: Double
    let wordSpacing: Double

    init(_ line: TextLine) {
      (text, font, tracking, wordSpacing) = (line.text, line.font, line.tracking, line.wordSpacing)
    }

    var untracked: Key {
      var key = self
      key.tracking = 0
      return key
    }
  }

  /// A line at the engine's own size. Most are only measured: the layout, if there is one, waits until an outline is
  /// asked for.
  private struct ShapedLine {
    let metrics: LineMetrics
    var layout: GObject?
  }

  /// One for every list of families, see ``FontCollection/config(for:)``.
  private var contexts: [[String]: GObject] = [:]
  /// Where outlines are traced; nothing is ever painted on it.
  private let pen: OpaquePointer
  private var lines: [Key: ShapedLine] = [:]
  /// By the line without its tracking.
  private var tracked: [Key: TrackedLine] = [:]
  let language: OpaquePointer?
  private let direction: WritingDirection

  init(language: String, direction: WritingDirection) {
    self.language = pango_language_from_string(language)
    self.direction = direction
    // Unbounded: cairo drops glyphs that lie ten ems outside a bounded surface, even from a path.
    let surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nil)
    pen = cairo_create(surface)
    cairo_surface_destroy(surface)
  }

  deinit {
    cairo_destroy(pen)
  }

  /// Where lines in these families are laid out.
  private func context(_ families: [String]) -> OpaquePointer {
    if let known = contexts[families] { return known.pointer }
    let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)!
    pango_fc_font_map_set_config(OpaquePointer(map), FontCollection.config(for: families))
    // The context keeps the map.
    let context = pango_font_map_create_context(map)!
    g_object_unref(map)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, language)
    pango_context_set_base_dir(
      context, direction == .rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    contexts[families] = GObject(context)
    return context
  }

  /// What a line occupies at the engine's own size.
  func metrics(of line: TextLine) -> LineMetrics {
    let key = Key(line)
    if let known = known(line, key) { return known }
    let layout = makeLayout(line, line.text)
    let metrics = measure(layout, 0)
    keep(ShapedLine(metrics: metrics, layout: layout), line, key)
    return metrics
  }

  /// Measures lines of one font, tracking and word spacing for later, as the paragraphs of one layout: most of what a
  /// short line costs is the layout.
  func measure(_ lines: [TextLine]) {
    // Scripts that join take no tracking, and those beside them would lose theirs.
    let pending = lines.filter { line in
      known(line, Key(line)) == nil && !line.text.contains(where: \.isNewline)
        && !line.text.unicodeScalars.contains(where: \.isJoined)
    }
    guard pending.count > 1 else { return }
    let layout = makeLayout(pending[0], pending.map(\.text).joined(separator: "\n"))
    // Glyphs that are missing are counted for the layout as a whole: then each line is asked alone, when it is needed.
    let isWhole = withExtendedLifetime(layout) {
      pango_layout_get_line_count(layout.pointer) == pending.count
        && pango_layout_get_unknown_glyphs_count(layout.pointer) == 0
    }
    guard isWhole else { return }
    for (index, line) in pending.enumerated() {
      keep(ShapedLine(metrics: measure(layout, index)), line, Key(line))
    }
  }

  /// The measures of a line that was shaped, or of one that follows from others.
  private func known(_ line: TextLine, _ key: Key) -> LineMetrics? {
    if let known = lines[key] { return known.metrics }
    guard let spacing = Self.growing(line) else { return nil }
    return tracked[key.untracked]?.metrics(at: spacing)
  }

  private func keep(_ shaped: ShapedLine, _ line: TextLine, _ key: Key) {
    lines[key] = shaped
    guard let spacing = Self.growing(line) else { return }
    if tracked[key.untracked] == nil {
      tracked[key.untracked] = TrackedLine(shaped.metrics, spacing: spacing)
    } else {
      tracked[key.untracked]!.learn(shaped.metrics, spacing: spacing)
    }
  }

  /// The spacing of a line that is known at all once it is known at two; nil for others.
  private static func growing(_ line: TextLine) -> Int32? {
    let spacing = units(line.tracking)
    return spacing != 0 && line.wordSpacing == 0 ? spacing : nil
  }

  /// A line's outline at the engine's own size.
  func outline(of line: TextLine) -> Path {
    let key = Key(line)
    let path = trace(lines[key]?.layout ?? makeLayout(line, line.text))
    lines[key]?.layout = nil
    return path
  }

  private func makeLayout(_ line: TextLine, _ text: String) -> GObject {
    let families = [line.font.family] + line.font.companions.families.map(\.family)
    let layout = pango_layout_new(context(families))!
    let description = Self.describe(line.font, families.joined(separator: ","))
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    pango_layout_set_text(layout, text, -1)
    let attributes = pango_attr_list_new()
    if !line.font.features.isEmpty {
      pango_attr_list_insert(attributes, pango_attr_font_features_new(line.font.features))
    }
    let tracking = text.unicodeScalars.contains(where: \.isJoined) ? 0 : line.tracking
    if tracking != 0 { pango_attr_list_insert(attributes, Self.spacing(tracking)) }
    if line.wordSpacing != 0 {
      for (index, byte) in text.utf8.enumerated() where byte == UInt8(ascii: " ") {
        let space = Self.spacing(tracking + line.wordSpacing)!
        (space.pointee.start_index, space.pointee.end_index) = (UInt32(index), UInt32(index + 1))
        pango_attr_list_change(attributes, space)
      }
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    return GObject(layout)
  }

  private static func spacing(_ em: Double) -> UnsafeMutablePointer<PangoAttribute>? {
    pango_attr_letter_spacing_new(units(em))
  }

  /// A length in em in Pango's units.
  private static func units(_ em: Double) -> Int32 { Int32((em * unit * Double(PANGO_SCALE)).rounded()) }

  /// Pango takes letter spacing away at both ends of a line, so that it widens the gaps alone.
  private func measure(_ layout: GObject, _ index: Int) -> LineMetrics {
    var ink = PangoRectangle(), logical = PangoRectangle()
    let unknown = withExtendedLifetime(layout) {
      let line = pango_layout_get_line_readonly(layout.pointer, Int32(index))
      pango_layout_line_get_extents(line, &ink, &logical)
      return pango_layout_get_unknown_glyphs_count(layout.pointer)
    }
    let k = 1 / Double(PANGO_SCALE)
    return LineMetrics(
      advance: Double(logical.width) * k,
      ink: Rect(Double(ink.x) * k, Double(ink.y) * k, Double(ink.width) * k, Double(ink.height) * k),
      unknownGlyphs: Int(unknown))
  }

  private func trace(_ layout: GObject) -> Path {
    cairo_new_path(pen)
    cairo_move_to(pen, 0, 0)
    withExtendedLifetime(layout) {
      pango_cairo_layout_line_path(pen, pango_layout_get_line_readonly(layout.pointer, 0))
    }
    guard let copy = cairo_copy_path(pen) else { return Path() }
    defer { cairo_path_destroy(copy) }
    return Path(cairo: copy.pointee)
  }

  private static func describe(_ font: Font, _ families: String) -> OpaquePointer {
    let description = pango_font_description_new()!
    pango_font_description_set_family(description, families)
    pango_font_description_set_weight(description, PangoWeight(rawValue: UInt32(font.weight)))
    pango_font_description_set_style(description, font.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_font_description_set_absolute_size(description, unit * Double(PANGO_SCALE))
    return description
  }
}

/// A reference to an object of GLib's, given up with the last of ours.
private final class GObject {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }
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
