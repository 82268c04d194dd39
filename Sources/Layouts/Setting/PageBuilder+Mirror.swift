import Canvas
import Composition
import Geometry

/// The mirrored grid of languages that run from right to left.
extension PageBuilder {
  /// True if type that has been placed reaches into `box`.
  func covers(_ box: Rect) -> Bool {
    layers.contains { layer in
      layer.marks.contains {
        if case .text(let text) = $0 { text.box.intersection(placed(box)) != nil } else { false }
      }
    }
  }

  var isMirrored: Bool { job.typesetter.direction == .rightToLeft }

  func placed(_ point: Point) -> Point { isMirrored ? Point(page.width - point.x, point.y) : point }

  func placed(_ rect: Rect) -> Rect {
    isMirrored ? Rect(page.width - rect.right, rect.y, rect.width, rect.height) : rect
  }

  func placed(_ path: Path) -> Path {
    isMirrored ? path.transformed(by: Affine(a: -1, b: 0, c: 0, d: 1, tx: page.width, ty: 0)) : path
  }

  /// A line keeps its direction and stands as far from the right as it stood from the left: display type by its ink,
  /// text by its advance width, as it was aligned.
  func placed(_ mark: TextMark, isDisplay: Bool) -> TextMark {
    guard isMirrored else { return mark }
    if isDisplay || mark.quarterTurns != 0 {
      return mark.offset(by: Point(page.width - mark.box.right - mark.box.left, 0))
    }
    let advance = job.typesetter.metrics(of: mark.line).advance
    return mark.offset(by: Point(page.width - 2 * mark.origin.x - advance, 0))
  }
}

extension PageGrid {
  /// The same grid on a page of that width, seen in a mirror.
  func mirrored(in width: Double) -> PageGrid {
    PageGrid(
      area: Rect(width - area.right, area.y, area.width, area.height), columns: columns, rows: rows,
      gutter: gutter, baseline: baseline, stepsPerGap: stepsPerGap)
  }
}
