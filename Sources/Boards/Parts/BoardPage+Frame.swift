import Canvas
import Color
import Composition
import Geometry
import Interiors

extension BoardPage {
  /// The lines of the title block.
  private var subtitle: String {
    [brief.project, brief.client].compactMap { $0 }.joined(separator: "  ·  ")
  }

  /// Title at the left, mood at the right, whose it is below; what remains of the live area above the foot.
  mutating func header(size: Double = 11.5) throws(LayoutFailure) -> Rect {
    let area = live
    let baseline = area.top + size * unit * 0.72
    let titled = try title(
      job.title, at: Point(area.left, baseline), size: size, width: area.width * 0.56)
    if let mood = brief.mood {
      try line(
        mood, .mood, at: Point(area.right, baseline), accent, element: "mood", align: 1,
        width: area.width - titled - gap)
    }
    let below = baseline + 5.4 * unit
    try line(subtitle, .text, at: Point(area.left, below), muted, element: "client", width: area.width * 0.6)
    let foot = try footer()
    return Rect(left: area.left, top: below + 6.5 * unit, right: area.right, bottom: foot)
  }

  /// The board's name in lines that are as even as can be, if one would be much smaller than asked.
  private func titleLines(size: Double, width: Double) -> [String] {
    let voice = job.type.display
    let line = TextLine(job.title, font: voice.font, size: size * unit, tracking: voice.tracking)
    let natural = job.typesetter.metrics(of: line).ink.width
    let words = job.title.split(separator: " ").map(String.init)
    guard natural > width * 1.25, words.count > 1 else { return [job.title] }
    let splits = (1..<words.count).map { at in
      [words[..<at].joined(separator: " "), words[at...].joined(separator: " ")]
    }
    return splits.min { $0.map(\.count).max()! < $1.map(\.count).max()! }!
  }

  /// Words of the board's name on one line; returns its width.
  @discardableResult
  mutating func title(
    _ text: String, at point: Point, size: Double, width: Double
  ) throws(LayoutFailure) -> Double {
    let voice = job.type.display
    let words = voice.isUppercase ? text.uppercased() : text
    func set(_ size: Double) -> (TextLine, LineMetrics) {
      let line = TextLine(words, font: voice.font, size: size, tracking: voice.tracking)
      return (line, job.typesetter.metrics(of: line))
    }
    var em = size * unit
    let natural = set(em).1.ink.width
    if natural > width { em *= width / natural }
    guard em >= size * unit * 0.55 else {
      throw .cannotFit(element: "title", smallest: points(millimetres: size * unit * 0.55))
    }
    let (line, metrics) = set(em)
    add([
      TextMark(
        element: "title", line: line, metrics: metrics, origin: Point(point.x - metrics.ink.left, point.y),
        color: ink)
    ])
    return metrics.ink.width
  }

  /// Words of the mood stacked at a corner, for layouts that set them large.
  mutating func block(at corner: Point, width: Double, size: Double) throws(LayoutFailure) -> Double {
    var y = corner.y + size * unit * 0.72
    let lines = titleLines(size: size, width: width)
    for (index, words) in lines.enumerated() {
      if index > 0 { y += size * unit * 0.98 }
      try title(words, at: Point(corner.x, y), size: size, width: width)
    }
    y += 3.2 * unit
    if let mood = brief.mood {
      for words in text.wrapped(mood, .mood, width: width) {
        y += text.leading(.mood)
        try line(words, .mood, at: Point(corner.x, y), accent, element: "mood", width: width)
      }
    }
    y += 2.2 * unit
    for words in text.wrapped(subtitle, .text, width: width) {
      y += text.leading(.text) * 1.1
      try line(words, .text, at: Point(corner.x, y), muted, element: "client", width: width)
    }
    return y - corner.y
  }

  /// A hairline, what the board's remarks are, whose pictures it shows and its name; returns the top of it all.
  mutating func footer() throws(LayoutFailure) -> Double {
    let area = live
    let name = "Samples at the scale stated  ·  \(job.identity)"
    let room = area.width - text.width(name, .text) - gap
    let lines = text.wrapped(notes, .text, width: room)
    let leading = text.leading(.text)
    let last = area.bottom - 0.4 * unit
    let first = last - leading * Double(lines.count - 1)
    let top = first - text.size(.text) * 1.5
    rule(from: Point(area.left, top), to: Point(area.right, top), muted.mixed(with: ground, 0.5))
    for (index, words) in lines.enumerated() {
      let at = Point(area.left, first + leading * Double(index))
      try line(words, .text, at: at, muted, element: "notes", width: room)
    }
    try line(name, .text, at: Point(area.right, first), muted, element: "identity", align: 1)
    return top - 6 * unit
  }

  /// What must be said of the arrangement, whose pictures the board shows, the room's size: nothing is left out.
  private var notes: String {
    let room = brief.room
    let size = "Room \(metres(room.width)) × \(metres(room.depth)) × \(metres(room.height)) m"
    let credits = scheme.shownPhotos.map { "\($0.key) photo: \($0.photo.credit ?? "no credit given")" }
    return ([size] + scheme.furnishing.remarks.map(sentence) + credits).joined(separator: "  ·  ")
  }
}

/// A length for people: two places at most.
func metres(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let rest = hundredths % 100
  return "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
}
