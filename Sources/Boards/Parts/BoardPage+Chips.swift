import Canvas
import Color
import Composition
import Geometry

extension BoardPage {
  /// The room's colours side by side, widths in proportion to their shares; every one is named below, with a line to
  /// its name where that could not stand right under it.
  mutating func chips(across box: Rect, height: Double) throws(LayoutFailure) {
    let chips = scheme.chips
    let bar = Rect(box.x, box.y, box.width, height)
    var x = bar.left
    var frames: [Rect] = []
    for chip in chips {
      frames.append(Rect(x, bar.top, bar.width * chip.share, height))
      x += bar.width * chip.share
    }
    colours(frames, in: bar)
    let widths = chips.map(chipWidth)
    let levels = try levels(frames, widths, box)
    for (index, chip) in chips.enumerated() {
      let (place, level) = levels[index]
      let top = bar.bottom + 3.4 * unit + Double(level) * chipLines * 1.06
      // A line to the lower row would run through the names above it.
      if level == 0, abs(place - frames[index].left) > 0.3 * unit {
        leader(from: Point(frames[index].center.x, bar.bottom + 0.5 * unit), to: Point(place, top))
      }
      try caption(chip, at: Point(place, top), width: widths[index] + 0.5 * unit)
    }
  }

  /// What the captions below a bar of chips take.
  var chipLines: Double { text.leading(.strong) + text.leading(.text) + 1.4 * unit }

  private func chipWidth(_ chip: Scheme.Chip) -> Double {
    let indent = text.width(chip.key, .key) + 1.5 * unit
    return indent + max(text.width(chip.name, .strong), text.width(chipCode(chip), .text)) + 0.4 * unit
  }

  private func chipCode(_ chip: Scheme.Chip) -> String {
    let percent = max(1, Int((chip.share * 100).rounded()))
    return "\(chip.code.uppercased())  \(percent) %"
  }

  private mutating func caption(_ chip: Scheme.Chip, at corner: Point, width: Double) throws(LayoutFailure) {
    try caption(chip.key, chip.name, [chipCode(chip)], at: corner, width: width)
  }

  /// Where each caption begins and in which of two rows it stands.
  private func levels(
    _ frames: [Rect], _ widths: [Double], _ box: Rect
  ) throws(LayoutFailure) -> [(place: Double, level: Int)] {
    let range = box.left...box.right
    if let places = spreadLabels(frames.map(\.left), widths, gap: 4 * unit, in: range) {
      return places.map { ($0, 0) }
    }
    // In turns above and below.
    var result = frames.map { ($0.left, 0) }
    for level in 0...1 {
      let indices = frames.indices.filter { $0 % 2 == level }
      guard
        let places = spreadLabels(
          indices.map { frames[$0].left }, indices.map { widths[$0] }, gap: 4 * unit, in: range)
      else { throw tooWide("palette", .strong) }
      for (index, place) in zip(indices, places) { result[index] = (place, level) }
    }
    return result
  }

  /// The room's colours on top of each other, heights in proportion, names to their right.
  mutating func chips(down box: Rect, width: Double) throws(LayoutFailure) {
    let chips = scheme.chips
    let bar = Rect(box.x, box.y, width, box.height)
    var y = bar.top
    var frames: [Rect] = []
    for chip in chips {
      frames.append(Rect(bar.left, y, width, bar.height * chip.share))
      y += bar.height * chip.share
    }
    colours(frames, in: bar)
    let left = bar.right + 5 * unit
    guard
      let places = spreadLabels(
        frames.map(\.top), chips.map { _ in chipLines }, gap: 0.8 * unit,
        in: box.top...(box.bottom + 1.4 * unit))
    else { throw tooWide("palette", .strong) }
    for (index, chip) in chips.enumerated() {
      let middle = places[index] + text.size(.key) * 0.4
      if abs(places[index] - frames[index].top) > 0.3 * unit {
        leader(
          from: Point(bar.right + 0.5 * unit, frames[index].center.y), to: Point(left - 1.2 * unit, middle))
      }
      try caption(chip, at: Point(left, places[index]), width: box.right - left)
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
