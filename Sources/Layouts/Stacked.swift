import Canvas
import Color
import Composition
import Geometry
import Parameters

/// The title is the picture: one word a line, each as wide as the page allows.
public struct Stacked: Layout {
  public static let name = "stacked"
  public static let summary = "giant type, one word a line, with a band of art"

  enum Place: String, ParameterOption { case top, bottom }
  enum Tint: String, ParameterOption { case one, two }
  enum Field: String, FieldOption { case ground, surface, ink }

  var place = Place.top
  var tint = Tint.one
  var field = Field.ground
  var share = 0.5
  var margin = 0.05

  public static let parameters: [Parameter<Stacked>] = [
    .choice("place", \.place, "where the type stands"),
    .choice("tint", \.tint, "one colour of type or two"),
    .choice("field", \.field, "colour behind the art"),
    .real("share", \.share, 0.42...0.56, "largest share of the page's height for the title"),
    .real("margin", \.margin, 0.05...0.075, "margin as a share of the short side"),
  ]

  public init() {}

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    let colors = job.palette.colors(field.tone, share: 0.82 - share)
    var page = PageBuilder(job, margin: margin, ground: colors.ground)
    let ground = colors.ground
    let live = page.live
    guard let title = job.content.first(.title) else { throw .missing(element: "title") }
    let lines = giantLines(title, page, width: live.width, height: page.page.height * share)
    let smallest = page.size * 2
    guard lines.allSatisfy({ $0.line.size >= smallest }) else {
      throw .cannotFit(element: "title", smallest: points(millimetres: smallest))
    }
    let groups = page.groups()
    let details = try page.fitted(
      groups, width: live.width, height: live.height * 0.17, columns: 3, with: page.details(on: ground))
    let gap = page.size * 0.9
    let height = lines.reduce(-gap) { $0 + $1.height + gap }
    var y = place == .top ? live.top : live.bottom - height
    let tones = page.tones(on: ground)
    let second = tint == .two ? page.displayAccent(on: ground) : tones.text
    for (index, line) in lines.enumerated() {
      y += line.height
      // Gaps stay even: giant lines stand free of the grid, but for the edges of their block.
      page.add(
        line.set(x: live.left, bottom: y, color: index % 2 == 0 ? tones.text : second), onGrid: false)
      y += gap
    }
    addRest(to: &page, details, title: height, on: colors.field)
    return page.composition
  }

  /// Art fills what the title leaves, from edge to edge; details stand at the far end.
  private func addRest(
    to page: inout PageBuilder, _ details: SetText, title height: Double, on ground: SRGB
  ) {
    let live = page.live
    let space = page.margin * 0.9
    if place == .top {
      let placed = details.placed(x: live.left, bottom: live.bottom)
      page.add(placed)
      let frame = Rect(
        left: 0, top: live.top + height + space, right: page.page.right, bottom: placed.box.top - space)
      page.art(in: frame, focus: frame.at(0.6, 0.5), on: ground)
    } else {
      let placed = details.placed(x: live.left, y: live.top)
      page.add(placed)
      let frame = Rect(
        left: 0, top: placed.box.bottom + space, right: page.page.right, bottom: live.bottom - height - space)
      page.art(in: frame, focus: frame.at(0.4, 0.5), on: ground)
    }
  }

  private struct GiantLine {
    let line: TextLine
    let metrics: LineMetrics
    /// The ink's height; what hangs below the line counts where it is more than the tail of a letter.
    let height: Double
    /// How much of it lies below the baseline.
    let drop: Double

    func set(x: Double, bottom: Double, color: SRGB) -> SetText {
      let mark = TextMark(
        element: "title", line: line, metrics: metrics,
        origin: Point(x - metrics.ink.left, bottom - drop),
        color: color)
      return SetText(marks: [mark], box: mark.box, isDisplay: true)
    }
  }

  /// Every line as wide as `width`; if that is too tall, all shrink to the same height in proportion.
  private func giantLines(
    _ title: ContentElement, _ page: PageBuilder, width: Double, height: Double
  ) -> [GiantLine] {
    let voice = page.job.type.display
    // Capitals: no descender then hangs into the next line, and the block keeps straight edges.
    let words = headingPieces(page.job.typesetter.pieces(of: title.text.uppercased())).map { [$0].line }
    let measured = words.map { word in
      page.job.typesetter.metrics(of: TextLine(word, font: voice.font, size: 1, tracking: voice.tracking))
    }
    let gaps = page.size * 0.9 * Double(words.count - 1)
    // A tail that reaches through half of the gap counts as height.
    func drop(_ m: LineMetrics) -> Double {
      m.ink.bottom * width / m.ink.width > page.size * 0.45 ? m.ink.bottom : 0
    }
    let heights = measured.map { width / $0.ink.width * (drop($0) - $0.ink.top) }
    let squeeze = min(1, (height - gaps) / heights.reduce(0, +))
    return zip(words, measured).map { word, m in
      let size = width / m.ink.width * squeeze
      return GiantLine(
        line: TextLine(word, font: voice.font, size: size, tracking: voice.tracking),
        metrics: m.scaled(by: size), height: (drop(m) - m.ink.top) * size, drop: drop(m) * size)
    }
  }
}
