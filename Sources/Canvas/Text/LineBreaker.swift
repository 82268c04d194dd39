import Geometry

/// Chooses where the lines of a text end, by what is best for the whole of it.
///
/// Dynamic programming over the pieces, after Knuth and Plass, "Breaking paragraphs into lines" (1981): the badness of
/// a line is 100 |r|³ for a line that is r of its elasticity off its measure. Lengths in em.
public struct LineBreaker: Sendable {
  public let pieces: [TextPiece]
  /// Advance widths of all pieces before each, with the spaces between them.
  private let starts: [Double]
  /// What a piece takes beyond its own advance: a space, or the tracking to the next character.
  private let joins: [Double]
  /// What a piece takes more at the end of a line: the hyphen of a soft one.
  private let ends: [Double]
  /// Of a space between words.
  public let space: Double

  public init(
    _ pieces: [TextPiece], font: Font, tracking: Double = 0, with typesetter: Typesetter
  ) {
    func line(_ text: String) -> TextLine { TextLine(text, font: font, size: 1, tracking: tracking) }
    func advance(_ text: String) -> Double { typesetter.metrics(of: line(text)).advance }
    let words = pieces.map {
      $0.isHyphenated ? String(String.UnicodeScalarView($0.text.unicodeScalars.dropLast())) : $0.text
    }
    typesetter.measure((words + ["n n", "n"]).map(line))
    self.pieces = pieces
    let space = advance("n n") - 2 * advance("n")
    self.space = space
    joins = pieces.map { $0.isSpaced ? space : tracking }
    ends = pieces.map { $0.isHyphenated ? advance("n-") - advance("n") : 0 }
    var (starts, x) = ([0.0], 0.0)
    for (word, join) in zip(words, joins) {
      x += advance(word) + join
      starts.append(x)
    }
    self.starts = starts
  }

  /// The width of a line of `range`, which is not empty.
  public func width(_ range: Range<Int>) -> Double {
    let last = range.upperBound - 1
    return starts[range.upperBound] - starts[range.lowerBound] - joins[last] + ends[last]
  }

  /// The widest piece: no measure may be narrower.
  public var widestPiece: Double { pieces.indices.reduce(0) { max($0, width($1..<$1 + 1)) } }

  public func text(_ range: Range<Int>) -> String { Array(pieces[range]).line }
}

extension LineBreaker {
  /// Lines that fill `measure` as evenly as they can without exceeding it, ragged at one side; a piece that is wider
  /// stands alone and sticks out. The last line is never a single short word if that can be helped.
  public func filled(measure: Double) -> [Range<Int>] {
    best { range in
      let width = width(range)
      if width > measure * (1 + 1e-9) { return range.count == 1 ? 1e9 * width : nil }
      // A ragged line may give away a third of its measure before it looks like a mistake.
      let r = (measure - width) / (measure / 3)
      let isLast = range.upperBound == pieces.count
      if isLast { return range.count == pieces.count || !isLonely(range, measure) ? 0 : 20_000 }
      return demerits(badness: 100 * r * r * r)
    }
  }

  /// Lines for a justified setting: spaces stretch by a half and shrink by a fourth of their width, the last line is
  /// as it comes. Nil if no such lines exist.
  public func justified(measure: Double) -> [Range<Int>]? {
    let lines = best { range in
      let width = width(range)
      let spaces = Double(pieces[range].dropLast().count { $0.isSpaced })
      let short = measure - width
      if range.upperBound == pieces.count {
        guard short >= -spaces * space / 4 else { return nil }
        // Worth a loose line elsewhere.
        return range.count == pieces.count || !isLonely(range, measure) ? 0 : 1_000_000
      }
      guard spaces > 0 else { return short < 0 ? nil : .infinity }
      let r = short / (spaces * space * (short < 0 ? 0.25 : 0.5))
      return r < -1 ? nil : r > 3 ? .infinity : demerits(badness: 100 * abs(r * r * r))
    }
    return lines.isEmpty ? nil : lines
  }

  /// Exactly `count` lines of widths as even as they can be, the last one included; `count` is 1...pieces.
  ///
  /// The widths' sum hardly depends on the breaks, so the least sum of squares is the least raggedness.
  public func balanced(count: Int) -> [Range<Int>] {
    precondition(count >= 1 && count <= pieces.count)
    let n = pieces.count
    var costs = [Double](repeating: .infinity, count: n + 1)
    costs[0] = 0
    var origins: [[Int]] = []
    for line in 1...count {
      var next = [Double](repeating: .infinity, count: n + 1)
      var origin = [Int](repeating: 0, count: n + 1)
      for end in line...n {
        for start in (line - 1)..<end where costs[start] < .infinity {
          let w = width(start..<end)
          // A last line that is one word and much shorter than the rest is a widow.
          let isWidow =
            end == n && line == count && n > count && end - start == 1 && w * Double(count + 1) < starts[n]
          let cost = costs[start] + w * w + (isWidow ? starts[n] * starts[n] : 0)
          if cost < next[end] { (next[end], origin[end]) = (cost, start) }
        }
      }
      costs = next
      origins.append(origin)
    }
    var ranges: [Range<Int>] = []
    var end = n
    for origin in origins.reversed() {
      ranges.append(origin[end]..<end)
      end = origin[end]
    }
    return ranges.reversed()
  }

  /// A last line that looks like an accident: one word, or less than a fifth of the measure.
  private func isLonely(_ range: Range<Int>, _ measure: Double) -> Bool {
    width(range) < measure * (range.count == 1 ? 0.34 : 0.2)
  }

  private func demerits(badness: Double) -> Double { (1 + badness) * (1 + badness) }

  /// The breaks of the least total cost, which is infinite for a line that may not be, and nil for one that is too wide,
  /// as then is every longer one. Empty if there are none.
  private func best(_ cost: (Range<Int>) -> Double?) -> [Range<Int>] {
    let n = pieces.count
    var totals = [0.0] + [Double](repeating: .infinity, count: n)
    var origins = [Int](repeating: 0, count: n + 1)
    for start in 0..<n where totals[start] < .infinity {
      for end in start + 1...n {
        guard let own = cost(start..<end) else { break }
        if totals[start] + own < totals[end] { (totals[end], origins[end]) = (totals[start] + own, start) }
      }
    }
    guard totals[n] < .infinity else { return [] }
    var (ranges, end) = ([Range<Int>](), n)
    while end > 0 {
      ranges.append(origins[end]..<end)
      end = origins[end]
    }
    return ranges.reversed()
  }
}

extension Typesetter {
  /// The text broken into lines no wider than `width` (in the unit of `size`), as even as they can be; a word that is
  /// wider than the line stays whole and sticks out.
  public func wrap(
    _ text: String, font: Font, size: Double, tracking: Double = 0, width: Double
  ) -> [String] {
    let breaker = breaker(of: text, font: font, tracking: tracking)
    return breaker.filled(measure: width / size).map { breaker.text($0) }
  }
}
