import Canvas
import Color
import Composition
import Geometry

/// A headline's words in balanced lines at the largest size that fits a box.
struct Headline {
  let lines: [String]
  /// The em in millimetres.
  let size: Double
  let voice: TypeSystem.Voice
  /// In em.
  let tracking: Double
  let metrics: [LineMetrics]
  let face: FaceMetrics
  /// From baseline to baseline in millimetres: whole steps of the page's grid.
  let pitch: Double
  /// From the top to the first baseline in millimetres: the cap height, or more for letters that stand higher.
  let head: Double
  /// How far an opening mark hangs out on each line, in em.
  let hangs: [Double]
  /// How far a closing mark hangs out on each line, in em.
  let endHangs: [Double]
  /// How far a mark may stand out of the room, in millimetres.
  var hangLimit = 0.0

  /// Fits `text` into a box, trying each number of lines that is allowed and keeping the largest result.
  ///
  /// For a number of lines the breaks leave them as even as possible, the last one included. The size is then exact: a
  /// line grows in proportion but for its tracking, which is settled in two rounds; cap height and leading are whole
  /// steps of the baseline grid, so that tops and baselines both land on it.
  init?(
    _ text: String, voice: TypeSystem.Voice, in room: Size, lines allowed: ClosedRange<Int> = 1...4,
    sizes: ClosedRange<Double>, baseline: Double, with typesetter: Typesetter
  ) {
    let pieces = headingPieces(typesetter.pieces(of: voice.isUppercase ? text.uppercased() : text))
    guard !pieces.isEmpty, sizes.lowerBound <= sizes.upperBound, room.width > 0, room.height > 0 else {
      return nil
    }
    let frame = Frame(voice: voice, room: room, sizes: sizes, baseline: baseline, typesetter: typesetter)
    let whole = Self.largest(pieces.wholeWords, lines: allowed, in: frame)
    let parted =
      pieces.contains(where: \.isHyphenated) ? Self.largest(pieces, lines: allowed, in: frame) : nil
    // A word is parted where the writer allows it and the letters gain by it.
    guard let best = (parted?.size ?? 0) > (whole?.size ?? 0) * Self.partingGain ? parted : whole else {
      return nil
    }
    self = best
  }

  /// How much larger the letters must become for a word to be parted.
  private static let partingGain = 1.25

  private static func largest(_ pieces: [TextPiece], lines allowed: ClosedRange<Int>, in frame: Frame)
    -> Headline?
  {
    let voice = frame.voice
    let breaker = LineBreaker(pieces, font: voice.font, tracking: voice.tracking, with: frame.typesetter)
    var best: Headline?
    for count in allowed where count <= pieces.count {
      // A line of that many words cannot be as wide as the best so far allows: spare the shaping.
      let lines = breaker.balanced(count: count)
      let widest = lines.map { breaker.width($0) }.max()!
      if let best, frame.room.width / widest * 1.1 < best.size { continue }
      let fitted = Headline(lines: lines.map { breaker.text($0) }, in: frame)
      if let fitted, fitted.size > (best?.size ?? 0) * 1.001 { best = fitted }
    }
    return best
  }

  /// What a headline is fitted to.
  private struct Frame {
    let voice: TypeSystem.Voice
    let room: Size
    let sizes: ClosedRange<Double>
    let baseline: Double
    let typesetter: Typesetter
  }

  /// Given lines at the largest size that fits; nil if that is below the smallest allowed.
  private init?(lines: [String], in frame: Frame) {
    let (voice, room, baseline) = (frame.voice, frame.room, frame.baseline)
    let face = frame.typesetter.face(voice.font)
    func measure(_ tracking: Double) -> [LineMetrics] {
      lines.map { frame.typesetter.metrics(of: TextLine($0, font: voice.font, size: 1, tracking: tracking)) }
    }
    var tracking = voice.tracking
    var metrics = measure(tracking)
    for _ in 0..<2 {
      let size = min(frame.sizes.upperBound, room.width / metrics.map(\.ink.width).max()!)
      let settled = voice.tracking(at: size)
      if settled == tracking { break }
      tracking = settled
      metrics = measure(tracking)
    }
    let drop = max(0, metrics.last!.ink.bottom)
    // Arabic, Hebrew and Chinese stand higher than capitals and hang lower: their lines need the room.
    let isTall = lines.contains {
      $0.unicodeScalars.contains {
        $0.value >= 0x590 && $0.value != 0x2019 && !(0x2010...0x2044).contains($0.value)
      }
    }
    let rise = isTall ? max(face.capHeight, -metrics[0].ink.top) : face.capHeight
    let tallest =
      isTall
      ? zip(metrics, metrics.dropFirst()).reduce(0) { max($0, $1.0.ink.bottom - $1.1.ink.top) } * 1.04 : 0
    func pitch(_ size: Double) -> Double {
      let leading = ((voice.leading * size / baseline) - 0.3).rounded(.up)
      return max(leading, (tallest * size / baseline).rounded(.up)) * baseline
    }
    func head(_ size: Double) -> Double {
      rise == face.capHeight ? rise * size : (rise * size / baseline).rounded(.up) * baseline
    }
    func height(_ size: Double) -> Double {
      head(size) + Double(lines.count - 1) * pitch(size) + drop * size
    }
    let widest = metrics.map(\.ink.width).max()!
    var steps = (min(frame.sizes.upperBound, room.width / widest) * face.capHeight / baseline + 1e-9)
      .rounded(.down)
    while steps >= 1, height(steps * baseline / face.capHeight) > room.height + 1e-9 { steps -= 1 }
    let size = steps * baseline / face.capHeight
    guard size >= frame.sizes.lowerBound - 1e-9 else { return nil }
    (self.lines, self.size, self.voice, self.tracking) = (lines, size, voice, tracking)
    (self.metrics, self.face, self.pitch, self.head) = (metrics, face, pitch(size), head(size))
    hangs = lines.map {
      HangingPunctuation.start($0, font: voice.font, tracking: tracking, frame.typesetter)
    }
    endHangs = lines.map {
      HangingPunctuation.end($0, font: voice.font, tracking: tracking, frame.typesetter)
    }
  }

  /// From the top of the first line to the last baseline.
  var bodyHeight: Double { head + Double(lines.count - 1) * pitch }

  /// How far the last line's ink hangs below its baseline.
  var drop: Double { max(0, metrics.last!.ink.bottom * size) }

  var width: Double { metrics.map(\.ink.width).max()! * size }

  /// Sets the lines in `room`: ink flush with the chosen edge, cap height at the top or last baseline at the bottom.
  ///
  /// - Parameters:
  ///   - room: where it stands.
  ///   - align: the edge that the lines keep to.
  ///   - anchor: whether the block stands at the room's top, middle or bottom.
  ///   - element: what it is.
  ///   - color: of each line.
  /// - Returns: the lines; the box holds their ink.
  func set(
    in room: Rect, align: Anchor, at anchor: Anchor, element: String = "title",
    color: (Int) -> SRGB
  ) -> SetText {
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
        case .start:
          // Italics lean over their left edge: they align by where a letter begins, others by their ink.
          room.left - (voice.font.isItalic ? 0 : ink.left * size) - min(hangLimit, hangs[i] * size)
        case .middle: room.center.x - ink.center.x * size
        case .end: room.right - ink.right * size + min(hangLimit, endHangs[i] * size)
        }
      let baseline = top + head + Double(i) * pitch
      return TextMark(
        element: element, line: TextLine(lines[i], font: voice.font, size: size, tracking: tracking),
        metrics: metrics[i].scaled(by: size), origin: Point(x, baseline), color: color(i))
    }
    let ink = marks.dropFirst().reduce(marks[0].box) { $0.union($1.box) }
    return SetText(marks: marks, box: ink, isDisplay: true)
  }
}

extension [TextPiece] {
  /// The same with no word parted at a soft hyphen.
  fileprivate var wholeWords: [TextPiece] {
    var words: [TextPiece] = []
    var pending: [TextPiece] = []
    for piece in self {
      pending.append(piece)
      if piece.isHyphenated { continue }
      words.append(TextPiece(pending.line, isSpaced: piece.isSpaced))
      pending = []
    }
    return words + (pending.isEmpty ? [] : [TextPiece(pending.line, isSpaced: false)])
  }
}

/// The pieces of a heading between which a line may end well.
///
/// "&" and words of one or two letters stay with the word that follows: a line that ends in one of them reads as if it
/// had been cut. Chinese and Japanese break where a word is likely to begin: after kana, before anything else.
func headingPieces(_ pieces: [TextPiece]) -> [TextPiece] {
  var joined: [TextPiece] = []
  var pending: [TextPiece] = []
  for (index, piece) in pieces.enumerated() {
    pending.append(piece)
    let isLast = index + 1 == pieces.count
    if !isLast && !endsWell(piece, before: pieces[index + 1]) { continue }
    joined.append(TextPiece(pending.joined, isSpaced: piece.isSpaced))
    pending = []
  }
  // What follows a short word at the very end is nothing: it goes with the word before.
  if joined.count > 1, let last = joined.last, last.text.count <= 2, isSpacedScript(last.text) {
    let tail = Array(joined.suffix(2))
    joined = joined.dropLast(2) + [TextPiece(tail.joined, isSpaced: last.isSpaced)]
  }
  return joined
}

private func isSpacedScript(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy {
    !(0x2e80...0x9fff).contains($0.value) && !(0xff00...0xffef).contains($0.value)
  }
}

private func endsWell(_ piece: TextPiece, before next: TextPiece) -> Bool {
  if piece.isHyphenated { return true }
  if piece.isSpaced { return piece.text.count > 2 || !isSpacedScript(piece.text) }
  func isKana(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { (0x3040...0x309f).contains($0.value) } ?? false
  }
  return isKana(piece.text.unicodeScalars.last) && !isKana(next.text.unicodeScalars.first)
}
