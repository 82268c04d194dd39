import Canvas
import Color
import Composition
import Geometry
import Parameters

/// Two fields of colour: art in one, type in the other.
public struct Split: Layout {
  public static let name = "split"
  public static let summary = "two fields of colour, art in one and type in the other"

  enum Cut: String, ParameterOption { case horizontal, slanted, vertical }
  enum Field: String, FieldOption { case ink, surface, accent }

  var cut = Cut.horizontal
  var field = Field.ink
  var share = 0.58
  var mirrored = false
  var slant = 0.12
  var margin = 0.065

  public static let parameters: [Parameter<Split>] = [
    .choice("cut", \.cut, "how the page is divided"),
    .choice("field", \.field, "colour of the art's field"),
    .real("share", \.share, 0.5...0.64, "the art's share of the page"),
    .flag("mirrored", \.mirrored, "art below or to the right"),
    .real(
      "slant", \.slant, 0.06...0.16, when: .is("cut", "slanted"), "rise of the cut as a share of the height"),
    .real("margin", \.margin, 0.055...0.085, "margin as a share of the short side"),
  ]

  public init() {}

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    let colors = job.palette.colors(field.tone, share: share)
    var page = PageBuilder(job, margin: margin, ground: colors.ground)
    let (art, type) = fields(page)
    addArt(to: &page, in: art, on: colors.field)
    try addType(to: &page, in: typeArea(type, page), on: colors.ground)
    return page.composition
  }

  private func fields(_ builder: PageBuilder) -> (art: Rect, type: Rect) {
    let page = builder.page
    let margin = builder.margin
    let (first, second): (Rect, Rect)
    if cut == .vertical {
      // The type's inner edge lies on a column's.
      let size = page.width * (share - 0.06)
      let x =
        mirrored
        ? builder.columnEnd(near: page.width - size - margin) + margin
        : builder.columnStart(near: size + margin) - margin
      (first, second) = page.cutLeft(x)
    } else {
      let size = builder.grid.snapped(page.height * share)
      (first, second) = mirrored ? page.cutTop(page.height - size) : page.cutTop(size)
    }
    return mirrored ? (second, first) : (first, second)
  }

  private func typeArea(_ field: Rect, _ page: PageBuilder) -> Rect {
    var area = field.inset(by: page.margin)
    if cut == .slanted { area = area.inset(dx: 0, dy: slant * page.page.height / 4) }
    return area
  }

  private func addArt(to page: inout PageBuilder, in art: Rect, on ground: SRGB) {
    guard cut == .slanted else {
      page.art(in: art, focus: art.at(0.5, 0.5), on: ground)
      return
    }
    let rise = slant * page.page.height / 2
    let cover = page.job.page.bled(art)
    let shape =
      mirrored
      ? Path.polygon([
        Point(cover.left, art.top + rise), Point(cover.right, art.top - rise), cover.at(1, 1), cover.at(0, 1),
      ])
      : Path.polygon([
        cover.at(0, 0), cover.at(1, 0), Point(cover.right, art.bottom - rise),
        Point(cover.left, art.bottom + rise),
      ])
    page.art(
      in: Rect(
        left: cover.left, top: cover.top - (mirrored ? rise : 0), right: cover.right,
        bottom: cover.bottom + (mirrored ? 0 : rise)),
      shape: shape, focus: art.at(0.5, 0.5), on: ground)
  }

  private func addType(to page: inout PageBuilder, in area: Rect, on ground: SRGB) throws(LayoutFailure) {
    let groups = page.groups()
    let details = try page.fitted(
      groups, width: area.width, height: area.height * (cut == .vertical ? 0.55 : 0.48),
      columns: cut == .vertical ? 1 : 3, with: page.details(on: ground))
    let title = try page.headline(
      in: Size(area.width, area.height - details.box.height - page.size * 2.5),
      largest: page.page.width * 0.22)
    let color = page.tones(on: ground).text
    page.add(title.set(in: area, align: .start, at: .start) { _ in color })
    page.add(details.placed(x: area.left, bottom: area.bottom))
  }
}
