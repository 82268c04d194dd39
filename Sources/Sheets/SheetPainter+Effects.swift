import Canvas
import Geometry
import Variation

extension SheetPainter {
  /// A strip in the footer's right half: each group's name and a bar as long as its effect, the longest full.
  func paintEffects(_ effects: [GroupEffect], baseline: Double, on canvas: borrowing Canvas) {
    guard let largest = effects.map(\.mean).max(), largest > 0 else { return }
    let size = short * 0.0105
    let end = right - size * 4
    let step = (end - plan.margin) * 0.56 / Double(effects.count)
    for (index, effect) in effects.enumerated() {
      let left = end - step * Double(effects.count - index)
      let name = lineSet(effect.group, Self.plain, size)
      draw(name, x: left, baseline: baseline, Self.quiet, on: canvas)
      let start = left + typesetter.metrics(of: lineSet("palette", Self.plain, size)).advance + size * 0.6
      let room = left + step - size * 1.6 - start
      let bar = Rect(start, baseline - size * 0.58, room, size * 0.44)
      canvas.fill(.rect(bar), .solid(Self.quiet, alpha: 0.22))
      canvas.fill(
        .rect(Rect(bar.left, bar.top, room * effect.mean / largest, bar.height)), .color(Self.ink))
    }
  }
}
