import Canvas
import Color
import Composition
import Geometry
import Parameters

/// A picture hung in a wide margin: title above, panel, captions below.
public struct Framed: Layout {
  public static let name = "framed"
  public static let summary = "a picture in a wide margin, title above and captions below"

  enum Panel: String, FieldOption { case ink, surface, accent, ground }
  enum Head: String, ParameterOption { case full, half, ends }

  var panel = Panel.ink
  var head = Head.half
  var margin = 0.08
  var footShare = 0.18

  public static let parameters: [Parameter<Framed>] = [
    .choice("panel", \.panel, "colour of the picture's ground"),
    .choice("head", \.head, "title over the full measure, over half of it, or at both ends"),
    .real("margin", \.margin, 0.065...0.11, "margin as a share of the short side"),
    .real(
      "footShare", \.footShare, 0.14...0.24,
      "height of the foot, where captions stand, as a share of the page"),
  ]

  public init() {}

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    let colors = job.palette.colors(panel.tone, share: 0.78 - footShare)
    var page = PageBuilder(job, margin: margin, ground: colors.ground)
    let live = page.live
    let ground = colors.ground
    let groups = page.groups()
    let details = try page.fitted(
      groups, width: live.width, height: page.page.height * footShare, columns: 3,
      with: page.details(on: ground))
    let top = try addHead(to: &page, on: ground)
    let gap = page.margin * 0.6
    // Captions stand close under the picture; what their share leaves over deepens the lower margin.
    let foot = max(details.box.height, page.page.height * footShare - page.margin)
    let frame = page.landed(
      Rect(left: live.left, top: top + gap, right: live.right, bottom: live.bottom - foot - gap))
    page.add(details.placed(x: live.left, y: frame.bottom + gap))
    page.art(in: frame, shape: .rect(frame), focus: frame.at(0.5, 0.48), on: colors.field)
    // Without a ground of its own the picture needs an edge to be one.
    if panel == .ground { page.outline(frame, page.tones(on: ground).text, weight: 2) }
    return page.composition
  }

  /// Sets the title and returns where it ends.
  private func addHead(to page: inout PageBuilder, on ground: SRGB) throws(LayoutFailure) -> Double {
    let live = page.live
    let color = page.tones(on: ground).text
    if head == .ends, let ends = try endsTitle(page, on: ground) {
      for mark in ends { page.add(SetText(marks: [mark], box: mark.box, isDisplay: true)) }
      return ends.map { max($0.origin.y, $0.box.bottom) }.max()!
    }
    let width = live.width * (head == .full ? 1 : 0.56)
    let title = try page.headline(
      in: Size(width, live.height * (head == .full ? 0.2 : 0.16)), lines: head == .full ? 1...1 : 1...2)
    let text = title.set(in: live, align: .start, at: .start) { _ in color }
    page.add(text)
    return live.top + title.bodyHeight + title.drop
  }

  /// Two words on one baseline, one at each end of the measure; nil for titles of other lengths.
  private func endsTitle(_ page: PageBuilder, on ground: SRGB) throws(LayoutFailure) -> [TextMark]? {
    let title = try page.headline(
      in: Size(page.live.width * 0.62, page.live.height * 0.14), lines: 1...1)
    let words = title.lines[0].split(separator: " ").map(String.init)
    guard words.count == 2 else { return nil }
    let baseline = page.live.top + title.head
    let colors = [page.tones(on: ground).text, page.displayAccent(on: ground)]
    return words.enumerated().map { index, word in
      let line = TextLine(word, font: title.voice.font, size: title.size, tracking: title.tracking)
      let metrics = page.job.typesetter.metrics(of: line)
      let x = index == 0 ? page.live.left - metrics.ink.left : page.live.right - metrics.ink.right
      return TextMark(
        element: "title", line: line, metrics: metrics, origin: Point(x, baseline), color: colors[index])
    }
  }
}
