import Canvas
import Color
import Composition
import Geometry
import Parameters

/// A band of art from edge to edge; the title stands on it or hangs from it.
public struct Band: Layout {
  public static let name = "band"
  public static let summary = "a band of art from edge to edge that the title stands on"

  enum Field: String, FieldOption { case ground, ink, surface, accent }
  enum Title: String, ParameterOption { case standing, hanging }

  var field = Field.ink
  var title = Title.standing
  var height = 0.4
  var headline = 1.0
  var align = Align.start
  var margin = 0.065

  enum Align: String, ParameterOption { case start, end }

  public static let parameters: [Parameter<Band>] = [
    .choice("field", \.field, "colour of the band"),
    .choice("title", \.title, "the title stands on the band or hangs below it"),
    .real("height", \.height, 0.34...0.5, "height of the band as a share of the page"),
    .real("headline", \.headline, 0.7...1, "width of the headline as a share of the measure"),
    .choice("align", \.align, "the edge that the title keeps to"),
    .real("margin", \.margin, 0.055...0.085, "margin as a share of the short side"),
  ]

  public init() {}

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    let colors = job.palette.colors(field.tone, share: height)
    var page = PageBuilder(job, margin: margin, ground: colors.ground)
    let live = page.live
    let ground = colors.ground
    let groups = page.groups()
    let details = try page.fitted(
      groups, width: live.width, height: live.height * 0.22, columns: 3, with: page.details(on: ground))
    let room = live.height - page.page.height * height - details.box.height - 2 * page.margin
    let words = try page.headline(
      in: Size(live.width * headline, room), lines: 1...2, largest: page.page.width * 0.3)
    let block = page.page.height * height
    // Letters stand on the band's edge; those that hang below the line push it down.
    let top =
      title == .standing
      ? live.bottom - details.box.height - page.margin - block : live.top + details.box.height + page.margin
    let band = page.landed(Rect(0, top, page.page.width, block))
    let anchor: Rect
    if title == .standing {
      let edge = band.top - words.drop - (words.drop > 0 ? page.size * 0.4 : 0)
      anchor = Rect(live.left, edge - words.bodyHeight, live.width, words.bodyHeight)
      page.add(details.placed(x: live.left, bottom: live.bottom))
    } else {
      anchor = Rect(live.left, band.bottom + page.size * 0.7, live.width, words.bodyHeight)
      page.add(details.placed(x: live.left, y: live.top))
    }
    page.art(in: band, focus: band.at(align == .start ? 0.62 : 0.38, 0.5), on: colors.field)
    let tone = page.tones(on: ground).text
    page.add(words.set(in: anchor, align: align == .start ? .start : .end, at: .start) { _ in tone })
    return page.composition
  }
}
