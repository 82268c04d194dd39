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
  enum Field: String, ParameterOption { case ground, surface, ink }

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
    var page = PageBuilder(job, margin: margin)
    let ground = job.palette.background
    let live = page.live
    guard let title = job.content.first(.title) else { throw .missing(element: "title") }
    let lines = giantLines(title, page, width: live.width, height: page.page.height * share)
    let smallest = page.size * 2
    guard lines.allSatisfy({ $0.line.size >= smallest }) else {
      throw .cannotFit(element: "title", smallest: points(millimetres: smallest))
    }
    var groups = job.content.detailGroups(job.type)
    if let subtitle = job.content.first(.subtitle) { groups.insert([subtitle.detail(job.type)], at: 0) }
    let details = try page.fitted(
      groups, width: live.width, height: live.height * 0.17, columns: 3, with: page.details(on: ground))
    let gap = page.size * 0.9
    let height = lines.reduce(-gap) { $0 + $1.height + gap }
    var y = place == .top ? live.top : live.bottom - height
    let tones = page.tones(on: ground)
    let second = tint == .two ? page.displayAccent(on: ground) : tones.text
    for (index, line) in lines.enumerated() {
      y += line.height
      page.add(line.set(x: live.left, baseline: y, color: index % 2 == 0 ? tones.text : second))
      y += gap
    }
    addRest(to: &page, details, title: height)
    return page.composition
  }

  /// Art fills what the title leaves, from edge to edge; details stand at the far end.
  private func addRest(to page: inout PageBuilder, _ details: SetText, title height: Double) {
    let live = page.live
    let space = page.margin * 0.9
    if place == .top {
      let placed = details.placed(x: live.left, bottom: live.bottom)
      page.add(placed)
      let frame = Rect(
        left: 0, top: live.top + height + space, right: page.page.right, bottom: placed.box.top - space)
      addArt(to: &page, in: frame, focus: 0.6)
    } else {
      let placed = details.placed(x: live.left, y: live.top)
      page.add(placed)
      let frame = Rect(
        left: 0, top: placed.box.bottom + space, right: page.page.right, bottom: live.bottom - height - space)
      addArt(to: &page, in: frame, focus: 0.4)
    }
  }

  private func addArt(to page: inout PageBuilder, in frame: Rect, focus: Double) {
    let ground =
      switch field {
      case .ground: page.palette.background
      case .surface: page.palette.surface
      case .ink: page.palette.inks[0]
      }
    page.art(in: frame, focus: frame.at(focus, 0.5), on: ground)
  }

  private struct GiantLine {
    let line: TextLine
    let metrics: LineMetrics
    /// The ink above the baseline.
    let height: Double

    func set(x: Double, baseline: Double, color: SRGB) -> SetText {
      let mark = TextMark(
        element: "title", line: line, metrics: metrics, origin: Point(x - metrics.ink.left, baseline),
        color: color)
      return SetText(marks: [mark], box: mark.box)
    }
  }

  /// Every line as wide as `width`; if that is too tall, all shrink to the same height in proportion.
  private func giantLines(
    _ title: ContentElement, _ page: PageBuilder, width: Double, height: Double
  ) -> [GiantLine] {
    let voice = page.job.type.display
    // Capitals: no descender then hangs into the next line, and the block keeps straight edges.
    let words = boundWords(title.text.uppercased())
    let measured = words.map { word in
      page.job.typesetter.metrics(of: TextLine(word, font: voice.font, size: 1, tracking: voice.tracking))
    }
    let gaps = page.size * 0.9 * Double(words.count - 1)
    let heights = measured.map { width / $0.ink.width * -$0.ink.top }
    let squeeze = min(1, (height - gaps) / heights.reduce(0, +))
    return zip(words, measured).map { word, m in
      let size = width / m.ink.width * squeeze
      return GiantLine(
        line: TextLine(word, font: voice.font, size: size, tracking: voice.tracking),
        metrics: m.scaled(by: size), height: -m.ink.top * size)
    }
  }
}
