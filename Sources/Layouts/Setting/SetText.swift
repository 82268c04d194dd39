import Canvas
import Composition
import Geometry

/// Where a block sits in the room it is given.
enum Anchor { case start, middle, end }

/// Text that has been set: its marks and the bounds of its ink.
struct SetText {
  var marks: [TextMark]
  /// Logos and swatches among the text.
  var objects: [SetObject] = []
  /// From the first line's cap height (or ink) to the last baseline (or ink), whichever reaches further.
  var box: Rect
  /// How many lines were broken that would rather be whole.
  var breaks = 0
  /// True if edges were aligned by ink, as display type is; else by advance widths.
  var isDisplay = false
}

extension SetText {
  /// The same text moved by `d`.
  func offset(by d: Point) -> SetText {
    var moved = self
    moved.marks = marks.map { $0.offset(by: d) }
    moved.objects = objects.map { $0.offset(by: d) }
    moved.box = box.offset(by: d)
    return moved
  }

  /// Moved so that its box starts at (x, y).
  func placed(x: Double, y: Double) -> SetText { offset(by: Point(x - box.x, y - box.y)) }

  /// Moved so that its box ends at `bottom`.
  func placed(x: Double, bottom: Double) -> SetText { placed(x: x, y: bottom - box.height) }

  /// How far below the top of its box the first baseline lies; 0 for no text.
  var firstBaseline: Double { marks.map(\.origin.y).min().map { $0 - box.top } ?? 0 }

  /// Moved up or down so that the last baseline stands on the grid; turned text stays.
  func landed(on grid: PageGrid) -> SetText {
    guard let last = marks.last, last.quarterTurns == 0 else { return self }
    return offset(by: Point(0, grid.snapped(last.origin.y) - last.origin.y))
  }
}
