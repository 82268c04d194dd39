import Canvas
import Color
import Composition
import Geometry

/// Figures and keys of a drawing.
struct Lettering {
  let style: DrawingStyle
  let typesetter: Typesetter

  /// A line centred on a point, `turns` clockwise quarters about it.
  func mark(_ text: String, at center: Point, turns: Int = 0, weight: Int? = nil, color: SRGB? = nil)
    -> TextMark
  {
    var font = style.font
    if let weight { font.weight = weight }
    let line = TextLine(text, font: font, size: style.textSize)
    let metrics = typesetter.metrics(of: line)
    let cap = typesetter.face(font).capHeight * style.textSize
    let offset = Affine.quarterTurns(turns).apply(Point(-metrics.advance / 2, cap / 2))
    return TextMark(
      element: "drawing", line: line, metrics: metrics, origin: center + offset, quarterTurns: turns,
      color: color ?? style.ink)
  }

  /// Metres as millimetres with a thin space between thousands: 5 200.
  static func figure(_ millimetres: Int) -> String {
    let rest = "\(millimetres % 1000)"
    guard millimetres >= 1000 else { return rest }
    return "\(millimetres / 1000)\u{2009}" + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
