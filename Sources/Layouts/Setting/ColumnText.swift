import Canvas
import Color
import Composition
import Geometry

/// Running text that flows through columns of equal width, every line on a baseline.
struct ColumnText {
  let typesetter: Typesetter
  let voice: TypeSystem.Voice
  /// The em in millimetres.
  let size: Double
  /// From line to line in millimetres: whole steps of the grid.
  let pitch: Double
  let isJustified: Bool

  /// How far a closing mark may stand in the gutter, in em.
  private static let mostHang = 0.4

  private struct Line {
    let text: TextLine
    let metrics: LineMetrics
    let hang: Double
  }

  /// Sets paragraphs in columns that are as even as can be.
  ///
  /// - Parameters:
  ///   - paragraphs: all but the first are indented.
  ///   - element: what the text is.
  ///   - lefts: the left edge of each column.
  ///   - width: of a column.
  ///   - top: where the first line's cap height lies at the earliest; its baseline is whole steps below.
  ///   - baseline: the grid's step.
  ///   - color: of the text.
  /// - Returns: the text; its box ends at the last baseline of the first column.
  func set(
    _ paragraphs: [String], element: String, lefts: [Double], width: Double, top: Double, baseline: Double,
    color: SRGB
  ) -> SetText {
    let lines = paragraphs.enumerated().flatMap { self.lines($0.1, isFirst: $0.0 == 0, width: width) }
    let perColumn = (lines.count + lefts.count - 1) / lefts.count
    let capHeight = typesetter.face(voice.font).capHeight * size
    let first = top + (capHeight / baseline).rounded(.up) * baseline
    var marks = lines.enumerated().map { index, line in
      let (column, row) = (index / perColumn, index % perColumn)
      return TextMark(
        element: element, line: line.text, metrics: line.metrics,
        origin: Point(lefts[column] - line.hang, first + Double(row) * pitch), color: color)
    }
    // The end of the first column is the lowest line: it lands on the grid, and the others with it.
    if marks.count >= perColumn { marks.append(marks.remove(at: perColumn - 1)) }
    let bottom = first + Double(max(perColumn - 1, 0)) * pitch
    return SetText(
      marks: marks, box: Rect(lefts[0], top, lefts[lefts.count - 1] + width - lefts[0], bottom - top))
  }

  /// The height that the paragraphs take in `columns`.
  func height(_ paragraphs: [String], columns: Int, width: Double, baseline: Double) -> Double {
    let count = paragraphs.enumerated().reduce(0) {
      $0 + self.lines($1.1, isFirst: $1.0 == 0, width: width).count
    }
    let capHeight = (typesetter.face(voice.font).capHeight * size / baseline).rounded(.up) * baseline
    return capHeight + Double((count + columns - 1) / columns - 1) * pitch
  }

  private func lines(_ paragraph: String, isFirst: Bool, width: Double) -> [Line] {
    let tracking = voice.tracking(at: size)
    // Spaces that never break make the indent of a paragraph's first line.
    let text = isFirst ? paragraph : "\u{a0}\u{a0}\u{a0}\u{a0}" + paragraph
    let breaker = typesetter.breaker(of: text, font: voice.font, tracking: tracking)
    let measure = width / size
    let justified = isJustified ? breaker.justified(measure: measure) : nil
    let ranges = justified ?? breaker.filled(measure: measure)
    return ranges.map { range in
      let text = breaker.text(range)
      let spaces = Double(text.count { $0 == " " })
      let isLast = range.upperBound == breaker.pieces.count
      let start = HangingPunctuation.start(text, font: voice.font, tracking: tracking, typesetter)
      let end = HangingPunctuation.end(text, font: voice.font, tracking: tracking, typesetter)
      // Justified lines reach from hanging mark to hanging mark.
      let stretch =
        justified == nil || spaces == 0
        ? 0 : (measure + start + min(end, Self.mostHang) - breaker.width(range)) / spaces
      let line = TextLine(
        text, font: voice.font, size: size, tracking: tracking,
        wordSpacing: isLast ? min(0, stretch) : stretch)
      return Line(text: line, metrics: typesetter.metrics(of: line), hang: start * size)
    }
  }
}
