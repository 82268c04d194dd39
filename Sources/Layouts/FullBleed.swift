import Canvas
import Composition
import Geometry
import Parameters

/// Art over the whole page; all type in one quiet zone at the foot or the head.
public struct FullBleed: Layout {
  public static let name = "full-bleed"
  public static let summary = "art over the whole page, type in its quiet zone"

  enum Place: String, ParameterOption { case foot, head, calm }
  enum Field: String, ParameterOption { case ground, ink }

  var place = Place.foot
  var field = Field.ground
  var headline = 0.8
  var focus = 0.5
  var margin = 0.065

  public static let parameters: [Parameter<FullBleed>] = [
    .choice(
      "place", \.place, "where the type stands: at the foot, at the head, or where the picture is calmer"),
    .choice("field", \.field, "the page's colour: the palette's ground or its leading ink"),
    .real("headline", \.headline, 0.5...1, "width of the headline as a share of the measure"),
    .real("focus", \.focus, 0.34...0.66, "where the art's focus lies across the page"),
    .real("margin", \.margin, 0.055...0.09, "margin as a share of the short side"),
  ]

  public init() {}

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    var page = PageBuilder(job, margin: margin)
    let ground = field == .ground ? job.palette.background : job.palette.inks[0]
    let live = page.live
    let setter = page.details(on: ground)
    let groups = page.groups()
    let details = try page.fitted(
      groups, width: live.width, height: live.height * 0.22, columns: 3, with: setter)
    let title = try page.headline(
      in: Size(live.width * headline, live.height * 0.26), lines: 1...2, largest: page.page.width * 0.24)
    let gap = page.size * 1.5
    let block = title.bodyHeight + title.drop * 0.5 + 2 * gap + details.box.height
    let space = Rect(0, 0, page.page.width, page.page.height)
    let isFoot =
      switch place {
      case .foot: true
      case .head: false
      case .calm: page.isCalmerBelow(space, strip: (block + page.margin) / page.page.height, on: ground)
      }
    let top = isFoot ? live.bottom - block : live.top
    let quiet =
      isFoot
      ? Rect(left: 0, top: top - page.margin * 0.8, right: page.page.right, bottom: page.page.bottom)
      : Rect(left: 0, top: 0, right: page.page.right, bottom: top + block + page.margin * 0.8)
    let open =
      isFoot
      ? Rect(0, 0, page.page.width, quiet.top)
      : Rect(0, quiet.bottom, page.page.width, page.page.height - quiet.bottom)
    if let picture = page.picture, let photo = picture.photo {
      page.add(photo, in: job.page.bled(page.page), cropped: picture.mayCrop)
      let edge = isFoot ? quiet.top : quiet.bottom
      let reach = page.page.height * (isFoot ? -0.14 : 0.14)
      let veiled = isFoot ? page.page.cutTop(edge + reach).rest : page.page.cutTop(edge + reach).strip
      page.veil(veiled, clear: edge + reach, solid: edge, ground)
    } else {
      page.art(in: page.page, focus: open.at(focus, isFoot ? 0.55 : 0.45), quiet: quiet, on: ground)
    }
    let tones = page.tones(on: ground)
    page.add(
      title.set(in: Rect(live.left, top, live.width, title.bodyHeight), align: .start, at: .start) { _ in
        tones.text
      })
    let under = top + title.bodyHeight + title.drop * 0.5 + gap
    page.rule(from: live.left, to: live.right, y: under, tones.muted)
    page.add(details.placed(x: live.left, y: under + gap))
    return page.composition
  }
}
