import Canvas
import Composition
import Geometry
import Parameters

/// The list leads: names or items large, one to a ruled row, like a programme on a door.
public struct Programme: Layout {
  public static let name = "programme"
  public static let summary = "the list leads: large ruled rows beside a strip of art"

  enum Strip: String, ParameterOption { case top, side }

  var strip = Strip.top
  var share = 0.36
  var rows = 0.3
  var margin = 0.065

  public static let parameters: [Parameter<Programme>] = [
    .choice("strip", \.strip, "art across the top or down the side"),
    .real("share", \.share, 0.3...0.42, "the art's share of the page"),
    .real("rows", \.rows, 0.24...0.36, "height of the list as a share of the page"),
    .real("margin", \.margin, 0.06...0.085, "margin as a share of the short side"),
  ]

  public init() {}

  public static func refusal(of content: Content) -> LayoutFailure? {
    content.first(.list)?.items.count ?? 0 < 2
      ? .missing(element: "list") : tooManyPictures(content)
  }

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    guard let list = job.content.first(.list), list.items.count > 1 else { throw .missing(element: "list") }
    var page = PageBuilder(job, margin: margin)
    let live = page.live
    let area: Rect
    let art: Rect
    if strip == .top {
      art = Rect(0, 0, page.page.width, page.page.height * share)
      area = Rect(left: live.left, top: art.bottom + page.margin, right: live.right, bottom: live.bottom)
    } else {
      let left = page.columnStart(near: page.page.width * (share - 0.02) + page.margin)
      art = Rect(0, 0, left - page.margin, page.page.height)
      area = Rect(left: left, top: live.top, right: live.right, bottom: live.bottom)
    }
    let field = job.palette.inks[0]
    page.art(in: art, focus: art.at(0.5, 0.5), on: field)
    try addType(to: &page, in: area, list)
    return page.composition
  }

  private func addType(to page: inout PageBuilder, in area: Rect, _ list: ContentElement)
    throws(LayoutFailure)
  {
    let job = page.job
    let ground = job.palette.background
    let tones = page.tones(on: ground)
    let groups = page.groups(without: [.list])
    let details = try page.fitted(
      groups, width: area.width, height: area.height * 0.34, columns: strip == .top ? 3 : 1,
      with: page.details(on: ground))
    page.add(details.placed(x: area.left, bottom: area.bottom))
    let room = area.height - details.box.height - page.margin
    let rowHeight = min(page.page.height * rows, room * 0.62) / Double(list.items.count)
    let title = try page.headline(
      in: Size(area.width, room - rowHeight * Double(list.items.count) - page.margin * 0.7), lines: 1...2)
    page.add(title.set(in: area, align: .start, at: .start) { _ in tones.text })
    let bottom = area.bottom - details.box.height - page.margin
    try addRows(to: &page, list, bottom: bottom, rowHeight: rowHeight, in: area)
  }

  private func addRows(
    to page: inout PageBuilder, _ list: ContentElement, bottom: Double, rowHeight: Double, in area: Rect
  ) throws(LayoutFailure) {
    let voice = page.job.type.subtitle
    let tones = page.tones(on: page.palette.background)
    let face = page.job.typesetter.face(voice.font)
    func metrics(_ item: String, _ size: Double) -> LineMetrics {
      page.job.typesetter.metrics(of: TextLine(item, font: voice.font, size: size, tracking: voice.tracking))
    }
    let items = list.rows.map { $0.joined(separator: " · ") }
    let widest = items.map { metrics($0, 1).advance }.max()!
    let size = min(rowHeight * 0.46 / face.capHeight * 0.72, area.width / widest)
    guard size >= page.size else {
      throw .cannotFit(element: "list", smallest: points(millimetres: page.size))
    }
    let top = bottom - rowHeight * Double(list.items.count)
    for (index, item) in items.enumerated() {
      let y = top + rowHeight * Double(index)
      page.rule(from: area.left, to: area.right, y: y, tones.text, weight: 1.4)
      let line = TextLine(item, font: voice.font, size: size, tracking: voice.tracking)
      let baseline = y + rowHeight / 2 + face.capHeight * size / 2
      let mark = TextMark(
        element: "list", line: line, metrics: metrics(item, size), origin: Point(area.left, baseline),
        color: tones.text)
      page.add(SetText(marks: [mark], box: mark.box))
    }
    page.rule(from: area.left, to: area.right, y: bottom, tones.text, weight: 1.4)
  }
}
