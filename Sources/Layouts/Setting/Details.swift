import Canvas
import Color
import Composition
import Geometry

/// Sets details in columns on the baselines of a grid.
struct DetailSetter {
  let type: TypeSystem
  let tones: Tones
  let typesetter: Typesetter
  /// The em of running text in millimetres.
  var size: Double
  /// From baseline to baseline of the page's grid: about a fourth of a line of running text.
  let baseline: Double
  var align = Anchor.start
  var gutter: Double
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
    return max(wanted, (1.16 * em / baseline).rounded(.up)) * baseline
  }

  /// Sets `groups` side by side in `columns`, tops aligned, or below each other if there are more groups than
  /// columns. The box starts a whole number of steps above the first baseline and ends at the last.
  func set(_ groups: [DetailGroup], at corner: Point, width: Double, columns: Int) -> SetText {
    let count = max(1, min(columns, groups.count))
    let column = columnWidth(groups, width: width, columns: columns)
    var (marks, pictures): ([TextMark], [PictureMark]) = ([], [])
    let breaks = groups.joined().filter { !$0.mayBreak }.reduce(0) {
      $0 + lines(of: $1, width: column).count - $1.lines.count
    }
    for (index, stack) in stacks(groups, count, column).enumerated() {
      let x = corner.x + (column + gutter) * Double(index)
      let set = set(stack, at: Point(x, corner.y), width: column)
      marks += set.marks
      pictures += set.pictures
    }
    // The lowest line last: it is the one that lands on the grid.
    if let lowest = marks.indices.max(by: { marks[$0].origin.y < marks[$1].origin.y }) {
      marks.append(marks.remove(at: lowest))
    }
    let bottom = max(marks.last?.origin.y ?? corner.y, pictures.map(\.frame.bottom).max() ?? corner.y)
    return SetText(
      marks: marks, pictures: pictures, box: Rect(corner.x, corner.y, width, bottom - corner.y),
      breaks: breaks)
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

  private func set(
    _ stack: [DetailGroup], at corner: Point, width: Double
  ) -> (marks: [TextMark], pictures: [PictureMark]) {
    guard let first = stack.first?.first else { return ([], []) }
    let capHeight = typesetter.face(first.voice.font).capHeight * size(of: first)
    var y = corner.y + (first.element.photo == nil ? (capHeight / baseline).rounded(.up) * baseline : 0)
    var (marks, pictures): ([TextMark], [PictureMark]) = ([], [])
    for group in stack {
      for detail in group {
        if let logo = detail.element.photo {
          let frame = frame(of: logo, at: Point(corner.x, y), width: width)
          pictures.append(PictureMark(element: "logo", source: logo, frame: frame))
          y = frame.bottom
          continue
        }
        for line in lines(of: detail, width: width) {
          // A line stands as far below the one before as it asks for itself.
          if !(marks.isEmpty && pictures.isEmpty) { y += step(of: detail) }
          marks.append(mark(line, detail, baseline: y, left: corner.x, width: width))
        }
      }
      y += Double(gap) * baseline
    }
    return (marks, pictures)
  }

  /// A logo three lines high, or as wide as its column allows.
  private func frame(of logo: Photo, at corner: Point, width: Double) -> Rect {
    let wide = min(size * 3.6 * logo.aspect, width * 0.8, size * 10)
    let high = ((wide / logo.aspect) / baseline).rounded(.up) * baseline
    let fit = min(wide, high * logo.aspect)
    let x =
      switch align {
      case .start: corner.x
      case .middle: corner.x + (width - fit) / 2
      case .end: corner.x + width - fit
      }
    return Rect(x, corner.y + high - fit / logo.aspect, fit, fit / logo.aspect)
  }

  private func mark(
    _ text: String, _ detail: Detail, baseline: Double, left: Double, width: Double
  ) -> TextMark {
    let line = line(text, detail)
    let metrics = typesetter.metrics(of: line)
    let hang = HangingPunctuation.start(text, font: line.font, tracking: line.tracking, typesetter)
    let x =
      switch align {
      case .start: left - hang * line.size
      case .middle: left + (width - metrics.advance) / 2
      case .end: left + width - metrics.advance
      }
    return TextMark(
      element: detail.element.role.rawValue, line: line, metrics: metrics, origin: Point(x, baseline),
      color: color(detail.tone))
  }

  private func line(_ text: String, _ detail: Detail) -> TextLine {
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
      if let parts = splitAtComma(text), parts.allSatisfy({ fits($0, detail, width) }) { return parts }
      let size = size(of: detail)
      let breaker = LineBreaker(
        typesetter.pieces(of: text), font: detail.voice.font, tracking: detail.voice.tracking(at: size),
        with: typesetter)
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
    let parts = text.split(separator: ", ", omittingEmptySubsequences: true).map(String.init)
    guard parts.count == 2 else { return nil }
    return [parts[0] + ",", parts[1]]
  }
}
