import Canvas
import Composition
import Geometry

/// Where north lies on a plan: a ring, a slim arrow through it, half of it dark, and the letter beyond its tip.
struct NorthArrow {
  /// Clockwise from the head of the page.
  let degrees: Double
  /// Of the ring, millimetres of the page.
  let radius: Double

  func marks(at middle: Point, _ lettering: Lettering) -> [Mark] {
    let style = lettering.style
    let turn = Affine.rotation(degrees * Double.pi / 180).then(.translation(middle.x, middle.y))
    func point(_ x: Double, _ y: Double) -> Point { turn.apply(Point(x * radius, y * radius)) }
    let (tip, foot) = (point(0, -1.05), point(0, 0.5))
    let (left, right) = (point(-0.5, 0.85), point(0.5, 0.85))
    let pen = Stroke(style.line, join: .round)
    return [
      .stroke(.circle(middle, radius: radius), .color(style.quiet), pen),
      .fill(.polygon([tip, right, foot]), .color(style.paper)),
      .fill(.polygon([tip, foot, left]), .color(style.ink)),
      .stroke(.polygon([tip, right, foot, left]), .color(style.ink), pen),
      .text(lettering.mark("N", at: point(0, -1.65), weight: 600)),
    ]
  }
}
