import Canvas
import Color
import Composition
import Geometry

extension BoardPage {
  /// The room's colours side by side, widths in proportion to their shares, each with its key; names and codes below
  /// in columns.
  ///
  /// - Parameters:
  ///   - box: what ``chipsHeight(width:bar:)`` says of its width.
  ///   - height: of the colours.
  /// - Throws: if the names do not fit the width.
  mutating func chips(across box: Rect, height: Double) throws(LayoutFailure) {
    let chips = scheme.chips
    let bar = Rect(box.x, box.y, box.width, height)
    let frames = slices(bar, across: true)
    colours(frames, in: bar)
    let baseline = bar.bottom + keyLine
    let widths = chips.map { text.width($0.key, .key) }
    guard
      let places = spreadLabels(
        frames.map(\.left), widths, gap: 1.4 * unit, in: box.left...box.right),
      let columns = legendColumns(width: box.width)
    else { throw tooWide("palette", .strong) }
    for (chip, x) in zip(chips, places) {
      add([text.mark(chip.key, .key, at: Point(x, baseline), accent, element: "key \(chip.key)")])
    }
    let top = baseline + 2.6 * unit
    let free = box.width - columns.reduce(0, +)
    let gap = columns.count > 1 ? min(free / Double(columns.count - 1), 14 * unit) : 0
    for (index, chip) in chips.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns.count)
      let x = box.left + columns[..<column].reduce(0) { $0 + $1 + gap }
      try caption(
        chip.key, chip.name, [chipCode(chip)], at: Point(x, top + Double(row) * chipLines * 1.1),
        width: columns[column] + 0.5 * unit)
    }
  }

  /// What colours of that height take with their names below.
  func chipsHeight(width: Double, bar: Double) -> Double {
    let columns = legendColumns(width: width)?.count ?? 1
    let rows = (scheme.chips.count + columns - 1) / columns
    return bar + keyLine + 2.6 * unit + chipLines * (1.1 * Double(rows - 1) + 1) - text.size(.text) * 0.6
  }

  /// From the colours' foot to the baseline of their keys.
  private var keyLine: Double { text.size(.key) * 0.74 + 1.5 * unit }

  /// The widths of as many columns as hold the names beside each other; nil if not even one does.
  private func legendColumns(width: Double) -> [Double]? {
    let widths = scheme.chips.map(chipWidth)
    for count in (1...max(1, widths.count)).reversed() {
      let columns = (0..<min(count, widths.count)).map { column in
        widths.indices.filter { $0 % count == column }.map { widths[$0] }.max()!
      }
      let gaps = 4 * unit * Double(columns.count - 1)
      // The last row is at least half full, so that no name stands alone.
      let isFull = widths.count % count == 0 || widths.count % count * 2 >= count || count == 1
      if isFull, columns.reduce(gaps, +) <= width { return columns }
    }
    return nil
  }

  /// What a name and its code take of the height.
  var chipLines: Double { text.leading(.strong) + text.leading(.text) + 1.4 * unit }

  private func chipWidth(_ chip: Scheme.Chip) -> Double {
    indent(chip.key) + max(text.width(chip.name, .strong), text.width(chipCode(chip), .text)) + 0.4 * unit
  }

  private func chipCode(_ chip: Scheme.Chip) -> String {
    let percent = max(1, Int((chip.share * 100).rounded()))
    return "\(chip.code.uppercased())  \(percent) %"
  }

  /// The room's colours on top of each other, heights in proportion, names to their right.
  mutating func chips(down box: Rect, width: Double) throws(LayoutFailure) {
    let chips = scheme.chips
    let bar = Rect(box.x, box.y, width, box.height)
    let frames = slices(bar, across: false)
    colours(frames, in: bar)
    let left = bar.right + 5 * unit
    // Two lines each, or one where there are too many.
    for (isShort, lines) in [(false, chipLines), (true, text.leading(.strong) * 1.12)] {
      let places = spreadLabels(
        frames.map(\.top), chips.map { _ in lines }, gap: 0.6 * unit, in: box.top...(box.bottom + 1.4 * unit))
      guard let places else { continue }
      for (index, chip) in chips.enumerated() {
        let at = Point(left, places[index])
        let middle = at.y + text.size(.key) * 0.4
        if abs(at.y - frames[index].top) > 0.3 * unit {
          leader(
            from: Point(bar.right + 0.5 * unit, frames[index].center.y), to: Point(left - 1.2 * unit, middle))
        }
        if isShort {
          try shortCaption(chip, at: at, width: box.right - left)
        } else {
          try caption(chip.key, chip.name, [chipCode(chip)], at: at, width: box.right - left)
        }
      }
      return
    }
    throw tooWide("palette", .strong)
  }

  /// Key, name and code on one line.
  private mutating func shortCaption(
    _ chip: Scheme.Chip, at corner: Point, width: Double
  ) throws(LayoutFailure) {
    let baseline = corner.y + text.size(.key) * 0.78
    let indent = indent(chip.key)
    let after = indent + text.width(chip.name, .strong) + 2.2 * unit
    add([
      text.mark(chip.key, .key, at: Point(corner.x, baseline), accent, element: "key \(chip.key)"),
      text.mark(
        chip.name, .strong, at: Point(corner.x + indent, baseline), ink, element: "caption \(chip.key)"),
    ])
    try line(
      chipCode(chip), .text, at: Point(corner.x + after, baseline), muted, element: "detail \(chip.key)",
      width: width - after)
    show(chip.key)
  }

  /// A bar cut into the chips' shares.
  private func slices(_ bar: Rect, across: Bool) -> [Rect] {
    var start = 0.0
    return scheme.chips.map { chip in
      defer { start += chip.share }
      return across
        ? Rect(bar.left + bar.width * start, bar.top, bar.width * chip.share, bar.height)
        : Rect(bar.left, bar.top + bar.height * start, bar.width, bar.height * chip.share)
    }
  }

  private mutating func colours(_ frames: [Rect], in bar: Rect) {
    shadow(bar, lift: 0.32)
    layers.append(
      Layer(
        .artwork,
        zip(scheme.chips, frames).map { chip, frame in .fill(.rect(frame), .color(chip.color)) }))
  }

  private mutating func leader(from a: Point, to b: Point) {
    rule(from: a, to: b, muted.mixed(with: ground, 0.45))
  }
}
