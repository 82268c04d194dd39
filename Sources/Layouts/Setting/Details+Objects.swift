import Canvas
import Color
import Composition
import Geometry

/// Logos, swatches and lists in cells among the details.
extension DetailSetter {
  /// What was set, and where it ends.
  struct Placed {
    var marks: [TextMark] = []
    var objects: [SetObject] = []
    var bottom: Double
  }

  /// A logo or swatches, their upper edge at the corner.
  func setObject(_ detail: Detail, at corner: Point, width: Double) -> Placed {
    let element = detail.element
    if let logo = element.photo {
      let frame = frame(aspect: logo.aspect, at: corner, width: width)
      return Placed(
        objects: [.picture(PictureMark(element: "logo", source: logo, frame: frame))], bottom: frame.bottom)
    }
    if let logo = element.drawing {
      let frame = frame(aspect: logo.aspect, at: corner, width: width)
      let mark = VectorMark(element: "logo", picture: logo, frame: frame, color: tones.text)
      return Placed(objects: [.drawing(mark)], bottom: frame.bottom)
    }
    return strip(detail, at: corner, width: width) ?? rows(detail, at: corner, width: width)
  }

  /// A logo three lines high, or as wide as its column allows.
  private func frame(aspect: Double, at corner: Point, width: Double) -> Rect {
    let wide = min(size * 3.6 * aspect, width * 0.8, size * 10)
    let high = ((wide / aspect) / baseline).rounded(.up) * baseline
    let fit = min(wide, high * aspect)
    return Rect(
      start(of: fit, in: width, from: corner.x), corner.y + high - fit / aspect, fit, fit / aspect)
  }

  /// Where something of that width begins in a column.
  private func start(of length: Double, in width: Double, from left: Double) -> Double {
    switch align {
    case .start: left
    case .middle: left + (width - length) / 2
    case .end: left + width - length
    }
  }
}

/// Swatches: a colour with its name, and its code.
extension DetailSetter {
  private func chip(_ frame: Rect, _ color: SRGB) -> SetObject {
    let isFaint = OKLab(color).distance(to: OKLab(tones.ground)) < 0.08
    return .chip(frame, color, edge: isFaint ? tones.muted : nil)
  }

  /// Name and code in small type.
  private func small(_ detail: Detail, _ tone: Detail.Tone) -> Detail {
    var small = detail
    (small.scale, small.tone) = (type.smaller, tone)
    return small
  }

  /// Chips side by side, what they are called beneath; nil if a name is wider than its chip.
  private func strip(_ detail: Detail, at corner: Point, width: Double) -> Placed? {
    let (labels, count) = (detail.element.rows, Double(detail.element.swatches.count))
    let gap = size * 0.4
    let wide = min((width - gap * (count - 1)) / count, size * 9)
    let all = wide * count + gap * (count - 1)
    let details = [small(detail, .text), small(detail, .muted)]
    let voices = labels.map { $0.indices.map { details[labels[0].count == 1 ? 1 : min($0, 1)] } }
    let fits = zip(labels, voices).allSatisfy { cells, voices in
      zip(cells, voices).allSatisfy { typesetter.metrics(of: line($0, $1)).advance <= wide }
    }
    guard fits else { return nil }
    let left = start(of: all, in: width, from: corner.x)
    let high = 8 * baseline
    let first =
      corner.y + high + ((size(of: details[0]) * 1.25 / baseline).rounded(.up)) * baseline
    var placed = Placed(bottom: corner.y + high)
    for (index, color) in detail.element.swatches.enumerated() {
      let x = left + (wide + gap) * Double(index)
      placed.objects.append(chip(Rect(x, corner.y, wide, high), color))
      var y = first
      for (cell, voice) in zip(labels[index], voices[index]) {
        var set = self
        set.align = .start
        placed.marks.append(set.mark(cell, voice, baseline: y, left: x, width: wide))
        placed.bottom = max(placed.bottom, y)
        y += step(of: voice)
      }
    }
    return placed
  }

  /// One under the other: a chip, then its name and code.
  private func rows(_ detail: Detail, at corner: Point, width: Double) -> Placed {
    let body = small(detail, .text)
    let capHeight = typesetter.face(body.voice.font).capHeight * size(of: body)
    let (wide, high, gap) = (size * 2.6, capHeight * 1.9, size * 0.6)
    let room = width - wide - gap
    var placed = Placed(bottom: corner.y)
    var y = corner.y + (capHeight / baseline).rounded(.up) * baseline
    for (cells, color) in zip(detail.element.rows, detail.element.swatches) {
      let isEnd = align == .end
      let chipLeft = isEnd ? corner.x + width - wide : corner.x
      placed.objects.append(chip(Rect(chipLeft, y - capHeight / 2 - high / 2, wide, high), color))
      var label = body
      label.lines = [cells.joined(separator: " · ")]
      var set = self
      if align == .middle { set.align = .start }
      for line in lines(of: label, width: room) {
        let left = isEnd ? corner.x : corner.x + wide + gap
        placed.marks.append(set.mark(line, body, baseline: y, left: left, width: room))
        placed.bottom = y
        y += step(of: body)
      }
      y += baseline
    }
    return placed
  }
}

/// Lists in cells, as prices and times are.
extension DetailSetter {
  /// The lines of a list whose items have cells, each cell with its distance from the left: names flush left, numbers
  /// at the end flush right; the widest column breaks its words where a row is too wide. Nil for all else, and where
  /// even that does not help.
  func table(of detail: Detail, width: Double) -> [[(text: String, x: Double)]]? {
    let rows = detail.element.rows
    guard align == .start, detail.hasCells, rows.count == detail.lines.count,
      let count = rows.map(\.count).max()
    else { return nil }
    func wide(_ text: String) -> Double { typesetter.metrics(of: line(text, detail)).advance }
    var widths = (0..<count).map { column in
      rows.reduce(0) { max($0, column < $1.count ? wide($1[column]) : 0) }
    }
    let gap = size(of: detail) * 0.9
    let excess = widths.reduce(gap * Double(count - 1), +) - width
    let widest = widths.indices.max { widths[$0] < widths[$1] }!
    if excess > 0 { widths[widest] -= excess }
    guard excess <= 0 || widths[widest] >= size(of: detail) * 5 else { return nil }
    let isNumber = rows.allSatisfy { $0.count < count || $0[count - 1].contains(where: \.isNumber) }
    let lines = rows.flatMap { cells -> [[(text: String, x: Double)]] in
      var x = 0.0
      var lines: [[(text: String, x: Double)]] = [[]]
      for (column, cell) in cells.enumerated() {
        let parts = column == widest && excess > 0 ? wrapped(cell, detail, widths[column]) : [cell]
        for (row, part) in parts.enumerated() {
          let isFlushRight = column == count - 1 && isNumber
          if row == lines.count { lines.append([]) }
          lines[row].append((part, x + (isFlushRight ? widths[column] - wide(part) : 0)))
        }
        x += widths[column] + gap
      }
      return lines
    }
    return lines.joined().allSatisfy({ $0.x + wide($0.text) <= width * 1.001 }) ? lines : nil
  }

  private func wrapped(_ text: String, _ detail: Detail, _ width: Double) -> [String] {
    let size = size(of: detail)
    return typesetter.wrap(
      text, font: detail.voice.font, size: size, tracking: detail.voice.tracking(at: size), width: width)
  }
}
