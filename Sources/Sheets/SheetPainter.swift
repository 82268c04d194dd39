import Canvas
import Color
import Geometry
import Parameters
import Raster
import Studio

/// Draws the sheet around the tiles: ground, header, captions, footer.
struct SheetPainter {
  /// A neutral, light, slightly warm surround: neither white nor black disturbs colours beside it.
  static let ground = SRGB(hex: "#e6e4df")!
  static let ink = SRGB(hex: "#24262b")!
  static let quiet = SRGB(hex: "#6a6b70")!

  let plan: SheetPlan
  let typesetter: Typesetter

  static let strong = Font("Inter", weight: 600)
  static let plain = Font("Inter", weight: 400)
  private static let title = Font("Inter Display", weight: 600)

  /// The families that sheets are set in.
  static let families = [("Inter", "fonts-inter"), ("Inter Display", "fonts-inter")]

  var scale: Double { plan.pixelsPerMillimetre }
  /// The em of captions in millimetres.
  var captionSize: Double {
    min(short * 0.0105, Double(plan.cells.first?.width ?? 0) / scale * 0.078)
  }
  var short: Double { Double(min(plan.width, plan.height)) / scale }
  var right: Double { Double(plan.width) / scale - plan.margin }

  /// The sheet with finished tiles and their captions.
  func paint(_ text: SheetText, tiles: [Bitmap]) throws(CanvasError) -> Bitmap {
    try paint(text) { canvas in
      canvas.saved { canvas in
        canvas.transform(.scale(scale, scale))
        for (box, caption) in zip(plan.boxes, text.captions) { paintCaption(caption, under: box, on: canvas) }
        if let grid = text.grid { paintLabels(grid, on: canvas) }
      }
      for (box, tile) in zip(plan.boxes, tiles) {
        paintShadow(box, on: canvas)
        canvas.copy(tile, x: box.x, y: box.y)
      }
    }
  }

  /// A sheet with header and footer; `body` draws what stands between them, in pixels.
  func paint(_ text: SheetText, body: (borrowing Canvas) -> Void) throws(CanvasError) -> Bitmap {
    for (family, package) in Self.families { try typesetter.require(Font(family), package: package) }
    let canvas = try Canvas(width: plan.width, height: plan.height)
    canvas.fill(.rect(Rect(0, 0, Double(plan.width), Double(plan.height))), .color(Self.ground))
    canvas.saved { canvas in
      canvas.transform(.scale(scale, scale))
      paintHeader(text, on: canvas)
      paintFooter(text, on: canvas)
    }
    body(canvas)
    return try canvas.bitmap()
  }

  private func paintHeader(_ text: SheetText, on canvas: borrowing Canvas) {
    let size = short * 0.034
    let baseline = plan.margin + size * 0.73
    let title = TextLine(text.title, font: Self.title, size: size, tracking: -0.022)
    let identity = lineSet(text.identity.joined(separator: "  ·  "), Self.plain, short * 0.0125)
    let brief = lineSet(text.brief, Self.plain, short * 0.0125)
    draw(title, x: plan.margin, baseline: baseline, Self.ink, on: canvas)
    draw(
      fitted(brief, (right - plan.margin) * 0.62), x: plan.margin, baseline: baseline + short * 0.024,
      Self.quiet, on: canvas)
    drawEnd(identity, x: right, baseline: baseline + short * 0.024, Self.quiet, on: canvas)
  }

  private func paintFooter(_ text: SheetText, on canvas: borrowing Canvas) {
    let baseline = Double(plan.height) / scale - plan.margin + short * 0.004
    let replay = lineSet(text.replay, Self.plain, short * 0.0105)
    draw(
      fitted(replay, (right - plan.margin) * (text.effects.isEmpty ? 0.8 : 0.4)), x: plan.margin,
      baseline: baseline, Self.quiet, on: canvas)
    paintEffects(text.effects, baseline: baseline, on: canvas)
    drawEnd(
      lineSet("1 / 1", Self.plain, short * 0.0105), x: right, baseline: baseline, Self.quiet, on: canvas)
    guard !text.credits.isEmpty else { return }
    // Above the replay line, so that a long list of makers has the page's whole width.
    let credits = lineSet("Pictures: \(text.credits.joined(separator: " · "))", Self.plain, short * 0.0105)
    draw(
      fitted(credits, right - plan.margin), x: plan.margin, baseline: baseline - short * 0.0155, Self.quiet,
      on: canvas)
  }

  private func paintCaption(
    _ caption: SheetText.Caption, under box: SheetPlan.Box, on canvas: borrowing Canvas
  ) {
    let width = Double(box.width) / scale
    let size = captionSize
    let left = Double(box.x) / scale
    var baseline = Double(box.y + box.height) / scale + size * 1.55
    let number = TextLine(caption.number, font: Self.strong, size: size, tracking: 0.01)
    draw(number, x: left, baseline: baseline, Self.ink, on: canvas)
    let after = typesetter.metrics(of: number).advance + size * 0.6
    draw(lineSet(caption.id, Self.plain, size), x: left + after, baseline: baseline, Self.quiet, on: canvas)
    if let rating = caption.rating {
      drawEnd(lineSet(rating, Self.strong, size), x: left + width, baseline: baseline, Self.ink, on: canvas)
    }
    for line in lines(caption, size: size * 0.94, width: width) {
      baseline += size * 1.36
      draw(line, x: left, baseline: baseline, Self.quiet, on: canvas)
    }
  }

  /// A line for each of the caption's; a sentence that is alone may take two.
  private func lines(_ caption: SheetText.Caption, size: Double, width: Double) -> [TextLine] {
    guard caption.lines.count == 1, caption.lines[0].count == 1 else {
      return caption.lines.map { joined($0, size: size, width: width) }
    }
    var rest = caption.lines[0][0].split(separator: " ")
    var first = rest.prefix(1)
    func line(_ words: some Sequence<Substring>) -> TextLine {
      lineSet(words.joined(separator: " "), Self.plain, size)
    }
    while first.count < rest.count,
      typesetter.metrics(of: line(rest.prefix(first.count + 1))).advance <= width
    {
      first = rest.prefix(first.count + 1)
    }
    rest.removeFirst(first.count)
    let lines = rest.isEmpty ? [line(first)] : [line(first), line(rest)]
    return lines.map { fitted($0, width) }
  }

  /// As many words as fit, whole: a caption never crops and never vanishes.
  private func joined(_ words: [String], size: Double, width: Double) -> TextLine {
    for count in stride(from: words.count, to: 0, by: -1) {
      let line = lineSet(words.prefix(count).joined(separator: " · "), Self.plain, size)
      if typesetter.metrics(of: line).advance <= width { return line }
    }
    return fitted(lineSet(words.first ?? "", Self.plain, size), width)
  }

  func lineSet(_ text: String, _ font: Font, _ size: Double) -> TextLine {
    TextLine(text, font: font, size: size, tracking: 0.005)
  }

  /// The same line, shortened at a word with an ellipsis, or made smaller if it is a single word.
  func fitted(_ line: TextLine, _ width: Double) -> TextLine {
    if typesetter.metrics(of: line).advance <= width { return line }
    var words = line.text.split(separator: " ")
    while words.count > 1 {
      words.removeLast()
      var shorter = line
      shorter.text = words.joined(separator: " ") + " …"
      if typesetter.metrics(of: shorter).advance <= width { return shorter }
    }
    var smaller = line
    smaller.size *= width / typesetter.metrics(of: line).advance
    return smaller
  }

  func draw(
    _ line: TextLine, x: Double, baseline: Double, _ color: SRGB, on canvas: borrowing Canvas
  ) {
    canvas.draw(line, at: Point(x, baseline), .color(color), with: typesetter)
  }

  func drawEnd(
    _ line: TextLine, x: Double, baseline: Double, _ color: SRGB, on canvas: borrowing Canvas
  ) {
    draw(line, x: x - typesetter.metrics(of: line).advance, baseline: baseline, color, on: canvas)
  }

  /// A breath of shadow lifts pale tiles off the pale ground.
  private func paintShadow(_ box: SheetPlan.Box, on canvas: borrowing Canvas) {
    let frame = Rect(Double(box.x), Double(box.y), Double(box.width), Double(box.height))
    let step = max(1, scale * 0.09)
    for ring in 1...4 {
      let r = frame.inset(by: -step * Double(ring) * 0.6).offset(by: Point(0, step * Double(ring) * 0.45))
      canvas.fill(.rect(r), .solid(SRGB(hex: "#2a2620")!, alpha: 0.022))
    }
  }
}
