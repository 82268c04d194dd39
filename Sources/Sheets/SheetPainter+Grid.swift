import Canvas
import Geometry
import Variation

extension SheetPainter {
  /// Names of columns above the first row, of rows beside the first column, and reasons in cells without a tile.
  func paintLabels(_ grid: PlannedGrid, on canvas: borrowing Canvas) {
    let size = captionSize
    for (box, reason) in plan.vacant { paintVacancy(box, reason, size, on: canvas) }
    guard let columns = grid.columns else { return }
    for (index, label) in grid.columnLabels.enumerated() {
      let box = plan.cells[index]
      draw(
        fitted(lineSet(label, Self.strong, size), Double(box.width) / scale), x: Double(box.x) / scale,
        baseline: Double(box.y) / scale - size * 0.7, Self.ink, on: canvas)
    }
    for (index, label) in grid.rowLabels.enumerated() {
      let box = plan.cells[index * columns]
      let line = fitted(lineSet(label, Self.strong, size), Double(box.height) / scale)
      let start = Point(
        Double(box.x) / scale - size * 0.8,
        Double(box.y) / scale + typesetter.metrics(of: line).advance)
      canvas.draw(line, at: start, quarterTurns: 3, .color(Self.ink), with: typesetter)
    }
  }

  private func paintVacancy(
    _ box: SheetPlan.Box, _ reason: String, _ size: Double, on canvas: borrowing Canvas
  ) {
    let (x, y) = (Double(box.x) / scale, Double(box.y) / scale)
    let frame = Rect(x, y, Double(box.width) / scale, Double(box.height) / scale)
    canvas.stroke(.rect(frame.inset(by: size * 0.1)), .solid(Self.quiet, alpha: 0.5), Stroke(size * 0.06))
    let words = typesetter.wrap(reason, font: Self.plain, size: size, width: frame.width - 2 * size)
    for (index, words) in words.enumerated() {
      draw(
        lineSet(words, Self.plain, size), x: x + size, baseline: y + size * (1.8 + 1.4 * Double(index)),
        Self.quiet, on: canvas)
    }
  }
}
