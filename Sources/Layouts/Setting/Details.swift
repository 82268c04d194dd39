import Canvas
import Color
import Composition
import Geometry

/// Colours of type on one ground.
struct Tones {
  let text: SRGB
  let muted: SRGB
  /// For words that lead; falls back to text where the accent does not read.
  let accent: SRGB
}

/// One element of the details: what it says and in which voice.
struct Detail {
  enum Tone { case text, muted, accent }

  let element: ContentElement
  let lines: [String]
  let voice: TypeSystem.Voice
  /// Relative to the text size.
  let scale: Double
  let tone: Tone

  /// Running text and small print break into lines as a matter of course; names, dates and places do not.
  var mayBreak: Bool { [.lead, .body, .quote, .small, .credits].contains(element.role) }
}

/// Details that belong together and are never parted by a column.
typealias DetailGroup = [Detail]

extension Content {
  /// The details of a brief in groups: when and where, who, what it says, what to do, small print.
  ///
  /// Title, subtitle and whatever `without` names are the layout's own business.
  func detailGroups(_ type: TypeSystem, without: Set<ContentRole> = []) -> [DetailGroup] {
    func details(_ roles: Set<ContentRole>) -> DetailGroup {
      elements.filter { roles.contains($0.role) && !without.contains($0.role) }.map { $0.detail(type) }
    }
    return [
      details([.date, .place]), details([.list]), details([.lead, .body, .quote]),
      details([.price, .action]), details([.credits, .small]),
    ].filter { !$0.isEmpty }
  }
}

extension ContentElement {
  /// The element's usual voice, raised or lowered by its importance: from 0.8 it leads, to 0.25 it is small print.
  func detail(_ type: TypeSystem) -> Detail {
    let usual = usualDetail(type)
    if importance >= 0.8 {
      return Detail(
        element: self, lines: items, voice: type.strong, scale: max(1, usual.scale), tone: .accent)
    }
    if importance <= 0.25 {
      return Detail(element: self, lines: items, voice: type.text, scale: type.smaller, tone: .muted)
    }
    return usual
  }

  private func usualDetail(_ type: TypeSystem) -> Detail {
    switch role {
    case .date, .action, .price:
      Detail(element: self, lines: items, voice: type.strong, scale: 1, tone: .accent)
    case .subtitle:
      Detail(element: self, lines: items, voice: type.strong, scale: type.larger, tone: .text)
    case .credits, .small:
      Detail(element: self, lines: items, voice: type.text, scale: type.smaller, tone: .muted)
    default:
      Detail(element: self, lines: items, voice: type.text, scale: 1, tone: .text)
    }
  }
}

/// Sets details in columns on one baseline step.
struct DetailSetter {
  let type: TypeSystem
  let tones: Tones
  let typesetter: Typesetter
  /// The em of running text in millimetres.
  let size: Double
  var align = Anchor.start
  var gutter: Double

  func scaled(by k: Double) -> DetailSetter {
    DetailSetter(
      type: type, tones: tones, typesetter: typesetter, size: size * k, align: align, gutter: gutter)
  }

  /// The em of a detail in millimetres; never less than its writer or the house allows.
  func size(of detail: Detail) -> Double {
    let house = min(size, millimetres(points: PageBuilder.smallestText))
    return max(size * detail.scale, house, millimetres(points: detail.element.minimumSize ?? 0))
  }

  /// Baseline to baseline of all details.
  var step: Double { size * type.text.leading }

  /// Sets `groups` side by side in `columns`, tops aligned, or below each other if there are more groups than
  /// columns. The box starts at the first line's ascender and ends at the last baseline.
  func set(_ groups: [DetailGroup], at corner: Point, width: Double, columns: Int) -> SetText {
    let count = max(1, min(columns, groups.count))
    let column = columnWidth(groups, width: width, columns: columns)
    var marks: [TextMark] = []
    let breaks = groups.joined().filter { !$0.mayBreak }.reduce(0) {
      $0 + lines(of: $1, width: column).count - $1.lines.count
    }
    for (index, stack) in stacks(groups, count, column).enumerated() {
      let x = corner.x + (column + gutter) * Double(index)
      marks += set(stack, at: Point(x, corner.y), width: column)
    }
    return SetText(marks: marks, box: bounds(marks, corner: corner, width: width), breaks: breaks)
  }

  /// How wide one column of `groups` is.
  func columnWidth(_ groups: [DetailGroup], width: Double, columns: Int) -> Double {
    let count = max(1, min(columns, groups.count))
    return (width - gutter * Double(count - 1)) / Double(count)
  }

  /// Every group goes below the others of the shortest column so far, in reading order.
  private func stacks(_ groups: [DetailGroup], _ count: Int, _ width: Double) -> [[DetailGroup]] {
    var stacks = [[DetailGroup]](repeating: [], count: count)
    var heights = [Int](repeating: 0, count: count)
    for group in groups {
      let shortest = heights.indices.min { heights[$0] < heights[$1] }!
      stacks[shortest].append(group)
      heights[shortest] += 1 + group.reduce(0) { $0 + lines(of: $1, width: width).count }
    }
    return stacks
  }

  private func set(_ stack: [DetailGroup], at corner: Point, width: Double) -> [TextMark] {
    var baseline = corner.y + size * 0.74
    var marks: [TextMark] = []
    for group in stack {
      for detail in group {
        for line in lines(of: detail, width: width) {
          marks.append(mark(line, detail, baseline: baseline, left: corner.x, width: width))
          baseline += max(step * (detail.scale < 1 ? 0.86 : 1), size(of: detail) * 1.25)
        }
      }
      baseline += step * 0.6
    }
    return marks
  }

  private func mark(
    _ text: String, _ detail: Detail, baseline: Double, left: Double, width: Double
  ) -> TextMark {
    let line = TextLine(
      text, font: detail.voice.font, size: size(of: detail), tracking: detail.voice.tracking)
    let metrics = typesetter.metrics(of: line)
    let x =
      switch align {
      case .start: left
      case .middle: left + (width - metrics.advance) / 2
      case .end: left + width - metrics.advance
      }
    return TextMark(
      element: detail.element.role.rawValue, line: line, metrics: metrics, origin: Point(x, baseline),
      color: color(detail.tone))
  }

  private func color(_ tone: Detail.Tone) -> SRGB {
    switch tone {
    case .text: tones.text
    case .muted: tones.muted
    case .accent: tones.accent
    }
  }

  /// The lines of a detail; items that are too wide break after a comma if that helps, else between words, at the
  /// narrowest measure that needs no further line, so that no last line holds a lonely word.
  func lines(of detail: Detail, width: Double) -> [String] {
    detail.lines.flatMap { item -> [String] in
      let text = detail.voice.isUppercase ? item.uppercased() : item
      if fits(text, detail, width) { return [text] }
      if let parts = splitAtComma(text), parts.allSatisfy({ fits($0, detail, width) }) { return parts }
      return balancedWrap(text, detail, width)
    }
  }

  private func fits(_ text: String, _ detail: Detail, _ width: Double) -> Bool {
    let line = TextLine(
      text, font: detail.voice.font, size: size(of: detail), tracking: detail.voice.tracking)
    return typesetter.metrics(of: line).advance <= width
  }

  private func splitAtComma(_ text: String) -> [String]? {
    let parts = text.split(separator: ", ", omittingEmptySubsequences: true).map(String.init)
    guard parts.count == 2 else { return nil }
    return [parts[0] + ",", parts[1]]
  }

  private func balancedWrap(_ text: String, _ detail: Detail, _ width: Double) -> [String] {
    func wrap(_ width: Double) -> [String] {
      typesetter.wrap(
        text, font: detail.voice.font, size: size(of: detail), tracking: detail.voice.tracking, width: width)
    }
    let natural = wrap(width)
    guard natural.count > 1 else { return natural }
    var (narrow, wide) = (width * 0.4, width)
    for _ in 0..<7 {
      let middle = (narrow + wide) / 2
      let trial = wrap(middle)
      let holds = trial.count == natural.count && trial.allSatisfy { fits($0, detail, middle) }
      if holds { wide = middle } else { narrow = middle }
    }
    return wrap(wide)
  }

  private func bounds(_ marks: [TextMark], corner: Point, width: Double) -> Rect {
    let bottom = marks.map { max($0.origin.y, $0.box.bottom) }.max() ?? corner.y
    return Rect(corner.x, corner.y, width, bottom - corner.y)
  }
}
