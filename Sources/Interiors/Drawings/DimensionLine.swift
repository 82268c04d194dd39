import Canvas
import Composition
import Geometry

/// A chain of dimensions along one side of a drawing.
struct DimensionLine {
  /// Places along the chain in metres of the drawing, ascending; neighbours are measured.
  let stops: [Double]
  /// True if it runs across the page, false if down.
  let isAcross: Bool
  /// Where the chain lies on the other axis, millimetres of the page.
  let level: Double
  /// Where the measured things begin, millimetres of the page: extension lines start near it.
  let edge: Double

  private static let tick = 0.9

  /// The chain's marks and what it states. Lengths below `least` metres get no figure.
  func drawn(_ page: PageScale, _ lettering: Lettering) -> (marks: [Mark], dimensions: [Dimension]) {
    let style = lettering.style
    let points = stops.map { point($0, page) }
    let pen = Stroke(style.line)
    var marks: [Mark] = [.stroke(.polyline([points.first!, points.last!]), .color(style.quiet), pen)]
    for p in points {
      marks.append(.stroke(extensionLine(p), .color(style.quiet), pen))
      // Architects' oblique strokes, always rising to the right.
      let d = Self.tick
      marks.append(
        .stroke(
          .polyline([Point(p.x - d, p.y + d), Point(p.x + d, p.y - d)]), .color(style.ink),
          Stroke(style.outline)))
    }
    let parts = zip(zip(stops, stops.dropFirst()), zip(points, points.dropFirst())).map { stop, point in
      Dimension(from: point.0, to: point.1, value: Int(((stop.1 - stop.0) * 1000).rounded()))
    }
    marks += parts.map { .text(figure($0, lettering)) }
    return (marks, parts)
  }

  private func point(_ stop: Double, _ page: PageScale) -> Point {
    isAcross
      ? Point(page.origin.x + stop * page.perMetre, level)
      : Point(level, page.origin.y + stop * page.perMetre)
  }

  private func extensionLine(_ p: Point) -> Path {
    let way = level > edge ? 1.0 : -1.0
    let (start, end) = (edge + way * 1.0, level + way * 1.0)
    return isAcross
      ? .polyline([Point(p.x, start), Point(p.x, end)]) : .polyline([Point(start, p.y), Point(end, p.y)])
  }

  /// The figure above its line, or to its left where the line runs down the page; across the line where its length is
  /// too short for it.
  private func figure(_ d: Dimension, _ lettering: Lettering) -> TextMark {
    let em = lettering.style.textSize
    let words = Lettering.figure(d.value)
    let length = lettering.mark(words, at: .zero).box.width
    let isShort = d.from.distance(to: d.to) < length + 2 * Self.tick + 0.4
    let gap = isShort ? length / 2 + em * 0.5 : em
    let middle = d.from.mixed(with: d.to, 0.5)
    let place = isAcross ? Point(middle.x, middle.y - gap) : Point(middle.x - gap, middle.y)
    return lettering.mark(words, at: place, turns: isAcross == isShort ? 3 : 0)
  }
}
