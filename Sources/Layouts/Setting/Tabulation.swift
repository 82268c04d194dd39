import Canvas
import Color
import Composition
import Geometry

/// Lists as tables: a heading, then rows whose cells stand in columns; the last cell keeps to the right.
struct Tabulation {
  let page: PageBuilder
  let tones: Tones
  /// The em in millimetres.
  let size: Double
  /// Rules under every row, or under headings alone.
  let rulesRows: Bool
  /// Air between rows relative to what they need, 1 or more.
  let stretch: Double

  /// A rule to draw under a row.
  struct Rule {
    let left: Double
    let right: Double
    let y: Double
    let isHead: Bool
  }

  /// A list in its column.
  struct Table {
    var marks: [TextMark] = []
    var rules: [Rule] = []
    /// From the top to the last rule or baseline.
    var height = 0.0
    /// Where it ends on the page.
    var bottom = 0.0

    /// The same table moved by `d`.
    func offset(by d: Point) -> Table {
      var moved = self
      moved.marks = marks.map { $0.offset(by: d) }
      moved.rules = rules.map {
        Rule(left: $0.left + d.x, right: $0.right + d.x, y: $0.y + d.y, isHead: $0.isHead)
      }
      moved.bottom += d.y
      return moved
    }
  }

  private var voice: TypeSystem.Voice { page.job.type.text }
  private var strong: TypeSystem.Voice { page.job.type.strong }
  private var baseline: Double { page.grid.baseline }
  /// From row to row, with air for a rule.
  private var pitch: Double { ((rulesRows ? 1.9 : 1.5) * stretch * size / baseline).rounded(.up) * baseline }

  private func line(_ text: String, _ voice: TypeSystem.Voice) -> TextLine {
    TextLine(text, font: voice.font, size: size, tracking: voice.tracking(at: size))
  }

  private func width(_ text: String, _ voice: TypeSystem.Voice) -> Double {
    page.job.typesetter.metrics(of: line(text, voice)).advance
  }

  /// The voice of a cell: what is numbered or named first leads.
  private func voice(cell: Int, of count: Int) -> TypeSystem.Voice { cell == 0 && count > 1 ? strong : voice }

  /// The list at the corner, or nil if a cell needs more than its column has.
  func table(_ list: ContentElement, at corner: Point, width: Double) -> Table? {
    let rows = list.rows
    let count = rows.map(\.count).max() ?? 1
    let gap = size * 1.1
    var widths = (0..<count).map { column in
      rows.reduce(0) {
        max($0, column < $1.count ? self.width($1[column], voice(cell: column, of: count)) : 0)
      }
    }
    guard widths.reduce(gap * Double(count - 1), +) <= width else { return nil }
    // The last column stands at the right edge when it is short, as prices and times are.
    let isRight = count > 1 && widths[count - 1] < width * 0.3
    if isRight { widths[count - 1] = 0 }
    var table = Table()
    var y = corner.y
    if let heading = list.heading {
      let text = strong.isUppercase ? heading.uppercased() : heading
      guard self.width(text, strong) <= width else { return nil }
      y += pitch - (rulesRows ? pitch * 0.3 : 0)
      table.marks.append(mark(text, strong, x: corner.x, y: landed(y), tones.accent))
      y = landed(y) + pitch * 0.34
      table.rules.append(Rule(left: corner.x, right: corner.x + width, y: y, isHead: true))
    } else if rulesRows {
      table.rules.append(Rule(left: corner.x, right: corner.x + width, y: y, isHead: true))
    }
    for row in rows {
      y += pitch
      let base = landed(y - (rulesRows ? pitch * 0.34 : 0))
      var x = corner.x
      for (column, cell) in row.enumerated() {
        let voice = voice(cell: column, of: count)
        let isEnd = isRight && column == count - 1
        let left = isEnd ? corner.x + width - self.width(cell, voice) : x
        table.marks.append(mark(cell, voice, x: left, y: base, tones.text))
        x += widths[column] + gap
      }
      if rulesRows {
        table.rules.append(Rule(left: corner.x, right: corner.x + width, y: y, isHead: false))
      }
    }
    (table.height, table.bottom) = (y - corner.y, y)
    return table
  }

  /// `y` on a baseline: rows keep an even pace, since the pitch is whole steps.
  private func landed(_ y: Double) -> Double { page.grid.snapped(y) }

  private func mark(_ text: String, _ voice: TypeSystem.Voice, x: Double, y: Double, _ color: SRGB)
    -> TextMark
  {
    let line = line(text, voice)
    return TextMark(
      element: "list", line: line, metrics: page.job.typesetter.metrics(of: line), origin: Point(x, y),
      color: color)
  }
}
