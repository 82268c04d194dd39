import Canvas
import Color
import Composition
import Geometry

/// How a board's few words are set.
struct BoardText {
  /// What a line is for.
  enum Style: Sendable { case mood, key, strong, text, label }

  let type: TypeSystem
  let typesetter: Typesetter
  /// Millimetres for each of the 297 of an A3's short side.
  let unit: Double

  /// No text is set smaller in print.
  static let smallest = millimetres(points: 6.05)

  func voice(_ style: Style) -> TypeSystem.Voice {
    switch style {
    case .mood: type.subtitle
    case .key, .strong: type.strong
    case .text: type.text
    case .label: type.label
    }
  }

  /// The em in millimetres.
  func size(_ style: Style) -> Double {
    switch style {
    case .mood: max(5.4 * unit * type.textScale, Self.smallest)
    case .key, .strong: max(2.75 * unit * type.textScale, Self.smallest)
    case .text: max(2.5 * unit * type.textScale, Self.smallest)
    case .label: max(2.3 * unit * type.textScale, Self.smallest)
    }
  }

  /// Baseline to baseline.
  func leading(_ style: Style) -> Double { size(style) * (style == .mood ? 1.2 : 1.36) }

  func line(_ text: String, _ style: Style) -> TextLine {
    let voice = voice(style)
    return TextLine(
      voice.isUppercase ? text.uppercased() : text, font: voice.font, size: size(style),
      tracking: voice.tracking)
  }

  func width(_ text: String, _ style: Style) -> Double { typesetter.metrics(of: line(text, style)).advance }

  /// The text in lines no wider than `width`; a word that is wider sticks out.
  func wrapped(_ text: String, _ style: Style, width: Double) -> [String] {
    let line = line(text, style)
    if typesetter.metrics(of: line).advance <= width { return [text] }
    return typesetter.wrap(
      line.text, font: line.font, size: line.size, tracking: line.tracking, width: width)
  }

  /// A line with its start, middle or end on a point of its baseline.
  func mark(
    _ text: String, _ style: Style, at point: Point, _ color: SRGB, element: String, align: Double = 0
  ) -> TextMark {
    let line = line(text, style)
    let metrics = typesetter.metrics(of: line)
    return TextMark(
      element: element, line: line, metrics: metrics,
      origin: Point(point.x - metrics.advance * align, point.y), color: color)
  }
}
