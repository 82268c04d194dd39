import Canvas
import Color
import Composition
import Geometry

/// Where a block sits in the room it is given.
enum Anchor { case start, middle, end }

/// Text that has been set: its marks and the bounds of its ink.
struct SetText {
  var marks: [TextMark]
  /// From the first line's cap height (or ink) to the last baseline (or ink), whichever reaches further.
  var box: Rect
  /// How many lines were broken that would rather be whole.
  var breaks = 0
}

/// A headline's words in balanced lines at the largest size that fits a box.
struct Headline {
  let lines: [String]
  /// The em in millimetres.
  let size: Double
  let voice: TypeSystem.Voice
  let metrics: [LineMetrics]
  let face: FaceMetrics

  /// Fits `text` into a box, trying one to `maximumLines` lines and keeping the largest result.
  ///
  /// For a number of lines the breaks minimise the sum of squared shortfalls, the last line included, so that
  /// headings stay balanced. O(lines x words²) for a text of a few words.
  init?(
    _ text: String, voice: TypeSystem.Voice, in room: Size, lines allowed: ClosedRange<Int> = 1...4,
    sizes: ClosedRange<Double>, with typesetter: Typesetter
  ) {
    let words = boundWords(voice.isUppercase ? text.uppercased() : text)
    guard !words.isEmpty, sizes.lowerBound <= sizes.upperBound else { return nil }
    let face = typesetter.face(voice.font)
    func metrics(_ line: String) -> LineMetrics {
      typesetter.metrics(of: TextLine(line, font: voice.font, size: 1, tracking: voice.tracking))
    }
    var best: (lines: [String], metrics: [LineMetrics], size: Double)?
    for count in allowed where count <= words.count {
      let lines = balancedLines(words, count: count) { metrics($0).ink.width }
      let measured = lines.map(metrics)
      let width = measured.map(\.ink.width).max()!
      let drop = max(0, measured.last!.ink.bottom)
      let height = face.capHeight + Double(count - 1) * voice.leading + drop
      let size = min(sizes.upperBound, room.width / width, room.height / height)
      if size >= sizes.lowerBound, size > (best?.size ?? 0) * 1.001 { best = (lines, measured, size) }
    }
    guard let best else { return nil }
    (lines, self.metrics, size) = (best.lines, best.metrics, best.size)
    self.voice = voice
    self.face = face
  }

  /// From the first cap height to the last baseline.
  var bodyHeight: Double { (face.capHeight + Double(lines.count - 1) * voice.leading) * size }

  /// How far the last line's ink hangs below its baseline.
  var drop: Double { max(0, metrics.last!.ink.bottom * size) }

  var width: Double { metrics.map(\.ink.width).max()! * size }

  /// Sets the lines in `room`: ink flush with the chosen edge, cap height at the top or last baseline at the bottom.
  func set(in room: Rect, align: Anchor, at anchor: Anchor, color: (Int) -> SRGB) -> SetText {
    let top =
      switch anchor {
      case .start: room.top
      case .middle: room.top + (room.height - bodyHeight) / 2
      case .end: room.bottom - bodyHeight
      }
    let marks = lines.indices.map { i in
      let ink = metrics[i].ink
      let x =
        switch align {
        case .start: room.left - ink.left * size
        case .middle: room.center.x - ink.center.x * size
        case .end: room.right - ink.right * size
        }
      let baseline = top + (face.capHeight + Double(i) * voice.leading) * size
      return TextMark(
        element: "title", line: TextLine(lines[i], font: voice.font, size: size, tracking: voice.tracking),
        metrics: metrics[i].scaled(by: size), origin: Point(x, baseline), color: color(i))
    }
    let ink = marks.dropFirst().reduce(marks[0].box) { $0.union($1.box) }
    return SetText(marks: marks, box: ink)
  }
}

/// The words of a heading; "&" and words of one or two letters stay with the word that follows: a line that ends in
/// one of them reads as if it had been cut.
func boundWords(_ text: String) -> [String] {
  var words: [String] = []
  var pending = ""
  for word in text.split(separator: " ") {
    pending += pending.isEmpty ? String(word) : " " + word
    if word.count <= 2 { continue }
    words.append(pending)
    pending = ""
  }
  if !pending.isEmpty {
    if let last = words.popLast() { pending = last + " " + pending }
    words.append(pending)
  }
  return words
}

/// Breaks words into exactly `count` lines with the least sum of squared differences to the widest line.
func balancedLines(_ words: [String], count: Int, width: (String) -> Double) -> [String] {
  guard count > 1, count <= words.count else { return [words.joined(separator: " ")] }
  var best: (lines: [String], cost: Double)?
  func search(_ start: Int, _ left: Int, _ lines: [String]) {
    if left == 1 {
      let all = lines + [words[start...].joined(separator: " ")]
      let widths = all.map(width)
      let widest = widths.max()!
      let cost = widths.reduce(widest * widest) { $0 + (widest - $1) * (widest - $1) }
      if cost < best?.cost ?? .infinity { best = (all, cost) }
      return
    }
    for end in (start + 1)...(words.count - left + 1) {
      search(end, left - 1, lines + [words[start..<end].joined(separator: " ")])
    }
  }
  search(0, count, [])
  return best!.lines
}
