import Canvas
import Color
import Composition
import Geometry

/// Sets details in columns on the baselines of a grid.
struct DetailSetter {
  let type: TypeSystem
  var tones: Tones
  let typesetter: Typesetter
  /// The em of running text in millimetres.
  var size: Double
  /// From baseline to baseline of the page's grid: about a fourth of a line of running text.
  let baseline: Double
  var align = Anchor.start
  var gutter: Double
  /// From column to column of the page's grid, on whose edges columns of details begin; nil off the grid.
  var unit: Double?
  /// Baseline steps between two groups; a whole line keeps neighbouring columns in step.
  var gap = 4

  func scaled(by k: Double) -> DetailSetter {
    var scaled = self
    scaled.size *= k
    return scaled
  }

  /// The em of a detail in millimetres; never less than its writer or the house allows.
  func size(of detail: Detail) -> Double {
    let house = min(size, millimetres(points: PageBuilder.smallestText))
    return max(size * detail.scale, house, millimetres(points: detail.element.minimumSize ?? 0))
  }

  /// From line to line of a detail: whole steps of the grid, as near to the voice's leading as they come.
  func step(of detail: Detail) -> Double {
    let em = size(of: detail)
    let wanted = (detail.voice.leading * em / baseline).rounded()
    return max(wanted, ((detail.isTall ? 1.6 : 1.16) * em / baseline).rounded(.up)) * baseline
  }

  /// Sets `groups` side by side in `columns`, tops aligned, or below each other if there are more groups than
  /// columns. The box starts a whole number of steps above the first baseline and ends at the last.
  func set(_ groups: [DetailGroup], at corner: Point, width: Double, columns: Int) -> SetText {
    let count = max(1, min(columns, groups.count))
    let column = columnWidth(groups, width: width, columns: columns)
    var (marks, objects): ([TextMark], [SetObject]) = ([], [])
    let details = groups.map { $0.map { broken($0, width: column) } }
    let stacks = stacks(details, count)
    // Columns share their first baseline, whatever size their first lines have.
    let rise = stacks.compactMap { $0.first?.first.map { self.rise(of: $0.detail) } }.max() ?? 0
    for (index, stack) in stacks.enumerated() {
      let x = corner.x + (column + gutter) * Double(index)
      let set = set(stack, at: Point(x, corner.y), width: column, rise: rise)
      marks += set.marks
      objects += set.objects
    }
    // The lowest line last: it is the one that lands on the grid.
    if let lowest = marks.indices.max(by: { marks[$0].origin.y < marks[$1].origin.y }) {
      marks.append(marks.remove(at: lowest))
    }
    let bottom = max(marks.last?.origin.y ?? corner.y, objects.map(\.frame.bottom).max() ?? corner.y)
    return SetText(
      marks: marks, objects: objects, box: Rect(corner.x, corner.y, width, bottom - corner.y),
      breaks: details.joined().reduce(0) { $0 + $1.breaks })
  }

  /// How wide one column of `groups` is: whole columns of the grid where there are enough.
  func columnWidth(_ groups: [DetailGroup], width: Double, columns: Int) -> Double {
    let count = max(1, min(columns, groups.count))
    let equal = (width - gutter * Double(count - 1)) / Double(count)
    guard let unit, count > 1 else { return equal }
    let whole = ((equal + gutter) / unit + 1e-6).rounded(.down)
    return whole >= 1 ? whole * unit - gutter : equal
  }

  /// A detail as a column breaks it.
  private struct Broken {
    let detail: Detail
    /// The cells of each line with their distances from the left, if it stands as a table.
    let table: [[(text: String, x: Double)]]?
    /// Its lines, if it does not.
    let lines: [String]

    var lineCount: Int { table?.count ?? lines.count }

    /// Lines that would rather be whole; a row that loses its columns counts three times.
    var breaks: Int {
      guard !detail.mayBreak, !detail.isObject else { return 0 }
      let excess = lineCount - detail.lines.count
      return excess > 0 && detail.hasCells && table == nil ? excess * 3 : excess
    }
  }

  private func broken(_ detail: Detail, width: Double) -> Broken {
    let table = table(of: detail, width: width)
    return Broken(
      detail: detail, table: table, lines: table == nil ? lines(of: detail, width: width) : [])
  }

  /// Every group goes below the others of the shortest column so far, in reading order.
  private func stacks(_ groups: [[Broken]], _ count: Int) -> [[[Broken]]] {
    var stacks = [[[Broken]]](repeating: [], count: count)
    var heights = [Int](repeating: 0, count: count)
    for group in groups {
      let shortest = heights.indices.min { heights[$0] < heights[$1] }!
      stacks[shortest].append(group)
      heights[shortest] += 1 + group.reduce(0) { $0 + $1.lineCount }
    }
    return stacks
  }

  /// From the top of a column to its first baseline if `detail` comes first: its capitals, in whole steps.
  private func rise(of detail: Detail) -> Double {
    guard !detail.isObject else { return 0 }
    let capHeight = typesetter.face(detail.voice.font).capHeight * size(of: detail)
    return (capHeight / baseline).rounded(.up) * baseline
  }

  private func set(
    _ stack: [[Broken]], at corner: Point, width: Double, rise: Double
  ) -> (marks: [TextMark], objects: [SetObject]) {
    guard let first = stack.first?.first?.detail else { return ([], []) }
    var y = corner.y + (first.isObject ? 0 : rise)
    var (marks, objects): ([TextMark], [SetObject]) = ([], [])
    for group in stack {
      for (index, broken) in group.enumerated() {
        let detail = broken.detail
        let isFirst = marks.isEmpty && objects.isEmpty
        if detail.isObject {
          // Air below the words that it follows.
          if index > 0 || !isFirst { y += 2 * baseline }
          let set = setObject(detail, at: Point(corner.x, y), width: width)
          marks += set.marks
          objects += set.objects
          y = set.bottom
          continue
        }
        if let table = broken.table {
          for (row, cells) in table.enumerated() {
            if row > 0 || !isFirst { y += step(of: detail) }
            marks += cells.map { mark($0.text, detail, baseline: y, left: corner.x + $0.x, width: 0) }
          }
          continue
        }
        for (row, line) in broken.lines.enumerated() {
          // A line stands as far below the one before as it asks for itself.
          if row > 0 || !isFirst { y += step(of: detail) }
          marks.append(mark(line, detail, baseline: y, left: corner.x, width: width))
        }
      }
      y += Double(gap) * baseline
    }
    return (marks, objects)
  }

  func mark(
    _ text: String, _ detail: Detail, baseline: Double, left: Double, width: Double
  ) -> TextMark {
    let line = line(text, detail)
    let metrics = typesetter.metrics(of: line)
    let hang = HangingPunctuation.start(text, font: line.font, tracking: line.tracking, typesetter)
    let x =
      switch align {
      case .start: left - hang * line.size
      case .middle: left + (width - metrics.advance) / 2
      case .end:
        left + width - metrics.advance + line.size
          * HangingPunctuation.end(text, font: line.font, tracking: line.tracking, typesetter)
      }
    return TextMark(
      element: detail.element.role.rawValue, line: line, metrics: metrics, origin: Point(x, baseline),
      color: color(detail.tone))
  }

  func line(_ text: String, _ detail: Detail) -> TextLine {
    let size = size(of: detail)
    return TextLine(
      text, font: detail.voice.font, size: size, tracking: detail.voice.tracking(at: size))
  }

  private func color(_ tone: Detail.Tone) -> SRGB {
    switch tone {
    case .text: tones.text
    case .muted: tones.muted
    case .accent: tones.accent
    }
  }

  /// The lines of a detail. Items that are too wide break after a comma if that helps, else where it leaves the lines
  /// even; long running text fills its measure.
  func lines(of detail: Detail, width: Double) -> [String] {
    detail.lines.flatMap { item -> [String] in
      let text = detail.voice.isUppercase ? item.uppercased() : item
      if fits(text, detail, width) { return [text] }
      if !detail.mayBreak, let parts = splitAtComma(text),
        parts.allSatisfy({ fits($0, detail, width) })
      {
        return parts
      }
      let size = size(of: detail)
      let breaker = typesetter.breaker(
        of: text, font: detail.voice.font, tracking: detail.voice.tracking(at: size))
      let filled = breaker.filled(measure: width / size)
      // Few lines look best when they are even; a column of text should fill its measure.
      guard filled.count <= 4 else { return filled.map { breaker.text($0) } }
      let even = breaker.balanced(count: filled.count)
      let holds = even.allSatisfy { breaker.width($0) * size <= width }
      return (holds ? even : filled).map { breaker.text($0) }
    }
  }

  private func fits(_ text: String, _ detail: Detail, _ width: Double) -> Bool {
    typesetter.metrics(of: line(text, detail)).advance <= width
  }

  private func splitAtComma(_ text: String) -> [String]? {
    // By bytes: this is asked of every line that is too wide.
    let bytes = text.utf8
    let breaks = bytes.indices.filter { index in
      bytes[index] == UInt8(ascii: ",") && bytes[bytes.index(after: index)...].first == UInt8(ascii: " ")
    }
    guard breaks.count == 1, let comma = breaks.first, comma > bytes.startIndex else { return nil }
    let rest = text[bytes.index(comma, offsetBy: 2)...]
    return rest.isEmpty ? nil : [String(text[...comma]), String(rest)]
  }
}
