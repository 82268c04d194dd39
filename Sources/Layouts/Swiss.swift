import Canvas
import Color
import Composition
import Geometry
import Parameters

/// Everything hangs on one vertical axis off the centre: art above, a large headline, details in columns.
public struct Swiss: Layout {
  public static let name = "swiss"
  public static let summary = "asymmetric grid: art, headline and details hang on one axis"

  enum Place: String, ParameterOption { case bottom, top }
  enum Field: String, FieldOption { case ground, surface, ink }

  var columns = 6
  var axis = 0
  var artShare = 0.56
  var headline = 0.85
  var place = Place.bottom
  var field = Field.ground
  var margin = 0.065

  public static let parameters: [Parameter<Swiss>] = [
    .integer("columns", \.columns, 5...8, "columns of the grid"),
    .integer("axis", \.axis, 0...2, "columns left of the axis"),
    .real("artShare", \.artShare, 0.48...0.64, "height of the art as a share of the page"),
    .real("headline", \.headline, 0.6...1, "width of the headline as a share of its room"),
    .choice("place", \.place, "where the headline stands"),
    .choice("field", \.field, "colour behind the art"),
    .real("margin", \.margin, 0.055...0.085, "margin as a share of the short side"),
  ]

  public init() {}

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    let colors = job.palette.colors(field.tone, share: artShare * 0.9)
    var page = PageBuilder(job, margin: margin, columns: columns, ground: colors.ground)
    let ground = colors.ground
    let live = page.live
    let x = page.grid.left(axis)
    let measure = live.right - x
    let setter = page.details(on: ground)
    // A broad axis leaves a column for what comes first; a narrow one keeps it with the rest.
    let hasAside = axis * 2 >= columns / 2 && axis > 0
    var groups = page.groups()
    let aside = hasAside && groups.count > 1 ? groups.removeFirst() : []
    let room = live.height - page.page.height * artShare
    let details = try page.fitted(
      groups, width: measure, height: room * 0.5, columns: max(2, min(3, columns - axis - 1)), with: setter)
    let side = try page.fitted(
      aside.isEmpty ? [] : [aside], width: max(x - live.left - page.gutter, page.size), height: room * 0.5,
      columns: 1, with: setter)
    let low = max(details.box.height, side.box.height)
    let gap = page.size * 2.2
    let title = try page.headline(
      in: Size(measure * headline, room - low - gap), largest: page.page.width * 0.26)
    let block = title.bodyHeight + gap + title.drop * 0.4 + low
    let top = place == .bottom ? live.bottom - block : live.top
    let color = page.tones(on: ground).text
    page.add(
      title.set(in: Rect(x, top, measure, title.bodyHeight), align: .start, at: .start) { _ in color })
    let under = top + block - low
    page.add(details.placed(x: x, y: under))
    // What comes first stands in the column beside the axis, on the first baseline of the details.
    let shift = details.firstBaseline - side.firstBaseline
    page.add(side.placed(x: live.left, y: under).offset(by: Point(0, shift)))
    addArt(to: &page, block: top..<(top + block), gap: page.margin, on: colors.field)
    return page.composition
  }

  private func addArt(to page: inout PageBuilder, block: Range<Double>, gap: Double, on ground: SRGB) {
    let trim = page.page
    let frame =
      place == .bottom
      ? Rect(left: 0, top: 0, right: trim.right, bottom: block.lowerBound - gap)
      : Rect(left: 0, top: block.upperBound + gap, right: trim.right, bottom: trim.bottom)
    let focus = frame.at(0.56, place == .bottom ? 0.48 : 0.52)
    guard field == .ground else {
      return page.art(in: frame, focus: focus, on: ground)
    }
    // Without a field of its own the art covers the page and comes to rest before the type.
    let quiet =
      place == .bottom
      ? Rect(left: 0, top: frame.bottom + gap * 0.2, right: trim.right, bottom: trim.bottom)
      : Rect(left: 0, top: 0, right: trim.right, bottom: frame.top - gap * 0.2)
    page.art(in: trim, focus: focus, quiet: quiet, on: ground)
  }
}
