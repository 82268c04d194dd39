import Canvas
import Color
import Composition
import Geometry

/// Draws a style's card on a grid of four columns. Millimetres.
struct StyleCardPainter {
  let style: StyleFile
  let typesetter: Typesetter

  var profile: StyleProfile { style.profile }

  private static let margin = 12.0
  private static let gutter = 8.0
  private static let bar = Rect(0, 33, StyleCard.size.width, 38)
  private static let panelTop = 90.5
  private static let panelHeight = 33.0
  static let label = Font("Inter", weight: 500)
  private static let title = Font("Inter Display", weight: 600)
  /// Ems of small and of ordinary text.
  static let small = 2.5
  static let note = 2.25

  /// A quarter of the card's width, without the gutters.
  private var column: Double { (StyleCard.size.width - 2 * Self.margin - 3 * Self.gutter) / 4 }

  /// The frame of a panel, 0...3.
  private func panel(_ index: Int) -> Rect {
    Rect(
      Self.margin + Double(index) * (column + Self.gutter), Self.panelTop, column, Self.panelHeight)
  }

  /// Where the swatch of texture goes: all of the third panel.
  var swatch: Rect { panel(2) }

  func paint(on canvas: borrowing Canvas) {
    canvas.fill(
      .rect(Rect(0, 0, StyleCard.size.width, StyleCard.size.height)), .color(SheetPainter.ground))
    paintHeader(on: canvas)
    paintPalette(on: canvas)
    caption(0, "Values", valuesText, on: canvas)
    paintValues(in: panel(0), on: canvas)
    caption(1, "Edges", edgesText, on: canvas)
    paintDirections(in: panel(1), on: canvas)
    caption(2, "Texture", "grain \(Self.percent(profile.grain, 1)) of the range", on: canvas)
    caption(3, "Layout", "\(Self.percent(profile.layout.density)) filled", on: canvas)
    paintLayout(in: panel(3), on: canvas)
    paintSources(on: canvas)
  }

  private func paintHeader(on canvas: borrowing Canvas) {
    let right = StyleCard.size.width - Self.margin
    let count = profile.sources.count
    let label = line(count == 1 ? "1 picture" : "\(count) pictures", Self.small)
    let end = right - typesetter.metrics(of: label).advance
    draw(label, end, 23.5, SheetPainter.quiet, canvas)
    var title = TextLine(profile.name, font: Self.title, size: 11.5, tracking: -0.022)
    let room = end - Self.margin - 6
    title.size *= min(1, room / typesetter.metrics(of: title).advance)
    draw(title, Self.margin - 0.5, 23.5, SheetPainter.ink, canvas)
  }

  /// The colours from edge to edge, each as wide as its share; under those that are wide enough what they are called.
  private func paintPalette(on canvas: borrowing Canvas) {
    let names = ColorName.distinct(profile.palette.map(\.color)).map(\.description)
    let total = profile.palette.reduce(0) { $0 + $1.share }
    var x = 0.0
    for (swatch, name) in zip(profile.palette, names) {
      let width = StyleCard.size.width * swatch.share / total
      // A hair over the next colour: no seam.
      let chip = Rect(x, Self.bar.top, min(width + 0.05, StyleCard.size.width - x), Self.bar.height)
      canvas.fill(.rect(chip), .color(swatch.color))
      paintName(
        swatch, name, from: max(x + (x == 0 ? Self.margin : 2.2), Self.margin), to: x + width, on: canvas)
      x += width
    }
  }

  private func paintName(
    _ swatch: StyleProfile.Swatch, _ name: String, from left: Double, to end: Double,
    on canvas: borrowing Canvas
  ) {
    let right = min(end - 1.5, StyleCard.size.width - Self.margin)
    let lines = [
      line(Self.percent(swatch.share), Self.small, SheetPainter.strong), line(name, Self.note),
      line(swatch.color.hex, Self.note),
    ]
    let ink =
      contrastRatio(.white, swatch.color) > contrastRatio(SheetPainter.ink, swatch.color)
      ? SRGB.white : SheetPainter.ink
    // From the foot up; what does not fit is left out whole.
    let fitting = lines.filter { typesetter.metrics(of: $0).advance <= right - left }
    for (index, line) in fitting.enumerated() {
      let baseline = Self.bar.bottom - 3.2 - Double(fitting.count - 1 - index) * Self.small * 1.4
      draw(line, left, baseline, ink, canvas)
    }
  }

  /// What a panel shows, and its figure.
  private func caption(_ index: Int, _ title: String, _ text: String, on canvas: borrowing Canvas) {
    let left = panel(index).left
    draw(line(title, Self.small, SheetPainter.strong), left, Self.panelTop - 7.2, SheetPainter.ink, canvas)
    draw(line(text, Self.note), left, Self.panelTop - 3.6, SheetPainter.quiet, canvas)
  }

  private var valuesText: String {
    let mean = profile.color.mean.x, deviation = profile.color.variances.x.squareRoot()
    return "mean \(Self.percent(mean)), contrast \(Self.percent(deviation))"
  }

  private var edgesText: String {
    "on \(Self.percent(profile.edges.density)), \(profile.edges.leaning > 0.08 ? "most along" : "all ways")"
      + (profile.edges.leaning > 0.08 ? " \(mainDirection)°" : "")
  }

  /// The commonest direction in degrees, anticlockwise from level.
  private var mainDirection: Int {
    let directions = profile.edges.directions
    let best = directions.indices.max { directions[$0] < directions[$1] } ?? 0
    return best * 180 / max(directions.count, 1)
  }

  /// A column for every value from black to white, each in its own grey.
  private func paintValues(in frame: Rect, on canvas: borrowing Canvas) {
    let top = profile.values.max() ?? 1
    let step = frame.width / Double(profile.values.count)
    let floor = frame.bottom - 3
    for (index, value) in profile.values.enumerated() {
      let left = frame.left + step * Double(index)
      let height = (floor - 1 - frame.top) * value / max(top, 1e-9)
      canvas.fill(.rect(Rect(left, floor - 1 - height, step - 0.45, height)), .color(SheetPainter.ink))
      let tone = OKLab((Double(index) + 0.5) / Double(profile.values.count), 0, 0)
      canvas.fill(.rect(Rect(left, floor, step + 0.03, 3)), .color(SRGB(tone.linear)))
    }
  }

  /// A rose: petals both ways along each direction, their area its share.
  private func paintDirections(in frame: Rect, on canvas: borrowing Canvas) {
    let center = frame.center
    let radius = min(frame.width, frame.height) / 2
    let directions = profile.edges.directions
    let top = max(directions.max() ?? 1, 1e-9)
    for part in [0.5, 1.0] {
      canvas.stroke(
        .circle(center, radius: radius * part.squareRoot() - 0.1), .solid(SheetPainter.quiet, alpha: 0.4),
        Stroke(0.15))
    }
    let turn = Double.pi / Double(directions.count)
    for (index, share) in directions.enumerated() {
      for side in [0, 1] {
        // Anticlockwise on the page.
        let middle = -turn * Double(index) + Double.pi * Double(side)
        let petal = Path.sector(
          center, inner: 0, outer: radius * (share / top).squareRoot(), from: middle - turn * 0.42,
          to: middle + turn * 0.42)
        canvas.fill(petal, .color(SheetPainter.ink))
      }
    }
  }

  /// A page in nine parts, each as dark as it is full.
  private func paintLayout(in frame: Rect, on canvas: borrowing Canvas) {
    let side = frame.height
    let page = Rect(frame.left, frame.top, min(frame.width, side), side)
    canvas.fill(.rect(page), .solid(.white, alpha: 0.75))
    for (index, part) in profile.layout.thirds.enumerated() {
      let cell = Rect(
        page.left + page.width / 3 * Double(index % 3), page.top + page.height / 3 * Double(index / 3),
        page.width / 3, page.height / 3
      ).inset(by: 0.35)
      canvas.fill(.rect(cell), .solid(SheetPainter.ink, alpha: 0.06 + 0.88 * part))
    }
  }

  /// Who and what it was learned from, on at most two lines.
  private func paintSources(on canvas: borrowing Canvas) {
    let width = StyleCard.size.width - 2 * Self.margin
    let top = Self.panelTop + Self.panelHeight + 6.5
    canvas.fill(.rect(Rect(Self.margin, top - 2.2, width, 0.15)), .solid(SheetPainter.quiet, alpha: 0.5))
    let id = line("\(style.name) · \(style.digest.prefix(8))", Self.note)
    let end = StyleCard.size.width - Self.margin - typesetter.metrics(of: id).advance
    for (index, text) in sourceLines(width, last: end - Self.margin - 6).enumerated() {
      draw(line(text, Self.note), Self.margin, top + 2.6 + Double(index) * 3.5, SheetPainter.quiet, canvas)
    }
    draw(id, end, top + 2.6 + 3.5, SheetPainter.quiet, canvas)
  }

  /// The sources with their makers, as many as two lines hold, then how many more there are.
  private func sourceLines(_ width: Double, last: Double) -> [String] {
    let sources = profile.sources
    for count in stride(from: sources.count, to: 0, by: -1) {
      let rest = sources.count - count
      let all = Self.credited(sources.prefix(count)) + (rest > 0 ? "; \(rest) more" : "")
      if let lines = broken("Learned from " + all, width, last) { return lines }
    }
    return ["Learned from \(sources.count) pictures"]
  }

  /// Files by their makers, in the order in which each maker comes first.
  private static func credited(_ sources: ArraySlice<StyleProfile.Picture>) -> String {
    var makers: [String?] = []
    for source in sources where !makers.contains(source.credit) { makers.append(source.credit) }
    return makers.map { maker in
      let files = sources.filter { $0.credit == maker }.map(\.file).joined(separator: ", ")
      return files + (maker.map { " (\($0))" } ?? "")
    }.joined(separator: "; ")
  }

  /// A text on two lines of those widths, or nil.
  private func broken(_ text: String, _ first: Double, _ second: Double) -> [String]? {
    func fits(_ words: ArraySlice<Substring>, _ width: Double) -> Bool {
      typesetter.metrics(of: line(words.joined(separator: " "), Self.note)).advance <= width
    }
    let words = text.split(separator: " ")[...]
    if fits(words, first) { return [text] }
    let count = (0...words.count).last { fits(words.prefix($0), first) } ?? 0
    let rest = words.dropFirst(count)
    return fits(rest, second)
      ? [words.prefix(count).joined(separator: " "), rest.joined(separator: " ")] : nil
  }

  private func line(_ text: String, _ size: Double, _ font: Font = StyleCardPainter.label) -> TextLine {
    TextLine(text, font: font, size: size, tracking: 0.006)
  }

  private func draw(
    _ line: TextLine, _ x: Double, _ baseline: Double, _ color: SRGB, _ canvas: borrowing Canvas
  ) {
    canvas.draw(line, at: Point(x, baseline), .color(color), with: typesetter)
  }

  private static func percent(_ value: Double, _ places: Int = 0) -> String {
    let scale = places == 0 ? 100.0 : 1000.0
    let shown = (value * scale).rounded() / (scale / 100)
    return places == 0 ? "\(Int(shown)) %" : "\(shown) %"
  }
}
