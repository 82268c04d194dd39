import Canvas
import Color
import Composition
import Geometry

/// What stands among text and is none: a logo or a swatch.
enum SetObject {
  case picture(PictureMark)
  case drawing(VectorMark)
  /// A colour, with an edge where it would not show without one.
  case chip(Rect, SRGB, edge: SRGB?)

  var frame: Rect {
    switch self {
    case .picture(let mark): mark.frame
    case .drawing(let mark): mark.frame
    case .chip(let frame, _, _): frame
    }
  }

  /// The same in another frame.
  func placed(in frame: Rect) -> SetObject {
    switch self {
    case .picture(let mark):
      .picture(
        PictureMark(
          element: mark.element, source: mark.source, frame: frame, crop: mark.crop, angle: mark.angle))
    case .drawing(let mark):
      .drawing(
        VectorMark(element: mark.element, picture: mark.picture, frame: frame, color: mark.color))
    case .chip(_, let color, let edge): .chip(frame, color, edge: edge)
    }
  }

  func offset(by d: Point) -> SetObject { placed(in: frame.offset(by: d)) }

  /// How it is drawn; `hairline` is the width of an edge.
  func marks(hairline: Double) -> [Mark] {
    switch self {
    case .picture(let mark): return [.picture(mark)]
    case .drawing(let mark): return [.drawing(mark)]
    case .chip(let frame, let color, let edge):
      let line = edge.map { edge -> Mark in
        .stroke(.rect(frame.inset(by: hairline / 2)), .color(edge), Stroke(hairline))
      }
      return [.fill(.rect(frame), .color(color))] + (line.map { [$0] } ?? [])
    }
  }
}
