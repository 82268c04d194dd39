import Canvas
import Color
import Composition
import Geometry
import Raster

/// Draws one palette card: colours in proportion, a page that wears them, names, contrasts, and how they look to
/// people who see colours differently. Millimetres.
struct PaletteCardPainter {
  let typesetter: Typesetter
  /// The em of the card's text.
  let size: Double

  private static let strong = Font("Inter", weight: 600)
  private static let plain = Font("Inter", weight: 400)

  /// A card's height for its width.
  static let aspect = 1.12

  /// Where the page that wears the palette goes.
  static func page(in card: Rect) -> Rect {
    let width = card.width * 0.34
    return Rect(card.left, card.top + card.width * 0.4, width, width * 1.25)
  }

  func paint(_ card: PaletteCard, number: Int, in frame: Rect, on canvas: borrowing Canvas) {
    let width = frame.width
    bars(card, in: Rect(frame.left, frame.top, width, width * 0.34), on: canvas)
    let page = Self.page(in: frame)
    let left = page.right + width * 0.06
    names(card, in: Rect(left, page.top, frame.right - left, page.height), on: canvas)
    let below = page.bottom + width * 0.05
    contrasts(card.palette, in: Rect(frame.left, below, width, width * 0.1), on: canvas)
    visions(card, in: Rect(frame.left, below + width * 0.13, width, width * 0.075), on: canvas)
    let caption = frame.bottom - size * 0.2
    let head = TextLine(number < 10 ? "0\(number)" : "\(number)", font: Self.strong, size: size)
    draw(head, frame.left, caption, SheetPainter.ink, canvas)
    draw(line(card.origin), frame.left + size * 2, caption, SheetPainter.quiet, canvas)
  }

  /// Every colour as wide as its share.
  private func bars(_ card: PaletteCard, in frame: Rect, on canvas: borrowing Canvas) {
    let sum = card.entries.reduce(0) { $0 + $1.share }
    var x = frame.left
    for entry in card.entries {
      let width = frame.width * entry.share / sum
      // Half a tenth of a millimetre over the next colour: no seam.
      let reach = min(width + 0.05, frame.right - x)
      canvas.fill(.rect(Rect(x, frame.top, reach, frame.height)), .color(entry.color))
      x += width
    }
  }

  private func names(_ card: PaletteCard, in frame: Rect, on canvas: borrowing Canvas) {
    let shown = card.entries.prefix(7)
    let step = min(size * 1.9, frame.height / Double(max(shown.count, 1)))
    for (index, entry) in shown.enumerated() {
      let top = frame.top + step * Double(index)
      let chip = Rect(frame.left, top, size * 1.15, size * 1.15)
      canvas.fill(.rect(chip), .color(entry.color))
      let baseline = top + size * 0.94
      let hex = line(entry.color.hex)
      let right = frame.right - typesetter.metrics(of: hex).advance
      draw(hex, right, baseline, SheetPainter.quiet, canvas)
      let name = fitted(line(entry.name), right - chip.right - size * 1.1)
      draw(name, chip.right + size * 0.6, baseline, SheetPainter.ink, canvas)
    }
  }

  /// What stands on what, and its contrast ratio.
  private func contrasts(_ palette: Palette, in frame: Rect, on canvas: borrowing Canvas) {
    let pairs = [
      (palette.text, palette.background), (palette.muted, palette.background),
      (palette.text, palette.surface),
      (palette.accent, palette.background), (palette.onAccent, palette.accent),
    ]
    let width = frame.width / Double(pairs.count)
    for (index, pair) in pairs.enumerated() {
      let cell = Rect(frame.left + width * Double(index), frame.top, width + 0.05, frame.height)
      canvas.fill(.rect(cell), .color(pair.1))
      let baseline = cell.center.y + size * 0.36
      draw(
        TextLine("Aa", font: Self.strong, size: size * 1.15), cell.left + size * 0.5, baseline, pair.0, canvas
      )
      let ratio = (contrastRatio(pair.0, pair.1) * 10).rounded(.down) / 10
      let text = TextLine("\(ratio)", font: Self.plain, size: size * 0.86)
      draw(text, cell.right - typesetter.metrics(of: text).advance - size * 0.5, baseline, pair.0, canvas)
    }
  }

  /// The same bar as people with protanopia, deuteranopia and tritanopia see it.
  private func visions(_ card: PaletteCard, in frame: Rect, on canvas: borrowing Canvas) {
    let kinds: [ColorVision] = [.protan, .deutan, .tritan]
    let step = frame.height / Double(kinds.count)
    let label = size * 3.6
    for (index, kind) in kinds.enumerated() {
      let top = frame.top + step * Double(index)
      let seen = card.entries.map {
        PaletteCard.Entry(color: $0.color.seen(by: kind), name: $0.name, share: $0.share)
      }
      let row = PaletteCard(palette: card.palette, entries: seen, origin: card.origin)
      bars(row, in: Rect(frame.left + label, top, frame.width - label, step * 0.84), on: canvas)
      let text = TextLine(kind.rawValue, font: Self.plain, size: min(size * 0.86, step * 0.9))
      draw(text, frame.left, top + step * 0.66, SheetPainter.quiet, canvas)
    }
  }

  private func line(_ text: String) -> TextLine {
    TextLine(text, font: Self.plain, size: size, tracking: 0.004)
  }

  private func fitted(_ line: TextLine, _ width: Double) -> TextLine {
    let advance = typesetter.metrics(of: line).advance
    guard advance > width else { return line }
    var smaller = line
    smaller.size *= max(width, 0) / advance
    return smaller
  }

  private func draw(
    _ line: TextLine, _ x: Double, _ baseline: Double, _ color: SRGB, _ canvas: borrowing Canvas
  ) {
    canvas.draw(line, at: Point(x, baseline), .color(color), with: typesetter)
  }
}
