import Canvas
import Color
import Composition
import Geometry
import Parameters

/// One great circle carries the art and rules the page; a small one answers it.
public struct Circle: Layout {
  public static let name = "circle"
  public static let summary = "one great circle, whole or cut by the page's edge, and type in what it leaves"

  enum Place: String, ParameterOption { case rising, setting, beside }
  enum Field: String, FieldOption { case ink, surface, accent }

  var place = Place.rising
  var field = Field.ink
  var diameter = 1.0
  var shift = 0.5
  var headline = 0.85
  var satellite = true
  var margin = 0.065

  public static let parameters: [Parameter<Circle>] = [
    .choice("place", \.place, "the circle rises from the foot, sets from the head, or enters from the side"),
    .choice("field", \.field, "colour of the circle's ground"),
    .real("diameter", \.diameter, 0.86...1.24, "diameter as a share of the width"),
    .real("shift", \.shift, 0.3...0.7, "where the circle's centre lies along the edge that it leaves"),
    .real("headline", \.headline, 0.55...1, "width of the headline as a share of the measure"),
    .flag("satellite", \.satellite, "a small disc in the accent answers the great one"),
    .real("margin", \.margin, 0.055...0.085, "margin as a share of the short side"),
  ]

  public init() {}

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    let size = job.page.size
    let reach = min(size.width, size.height * 0.8) * diameter
    // What is seen of the circle decides which field is the larger.
    let colors = job.palette.colors(field.tone, share: 0.5 * reach * reach / (size.width * size.height))
    var page = PageBuilder(job, margin: margin, ground: colors.ground)
    let circle = circle(on: page, reach)
    let frame = Rect(
      left: max(circle.left, 0), top: max(circle.top, 0), right: min(circle.right, size.width),
      bottom: min(circle.bottom, size.height))
    try addType(to: &page, beside: circle, on: colors.ground)
    page.art(in: circle, shape: .ellipse(in: circle), focus: frame.center, on: colors.field)
    if satellite { addSatellite(to: &page, circle, field: colors.field, ground: colors.ground) }
    return page.composition
  }

  private func circle(on page: PageBuilder, _ reach: Double) -> Rect {
    let sheet = page.page
    let x = sheet.width * (0.5 + (shift - 0.5) * 0.9)
    let center =
      switch place {
      case .rising: Point(x, sheet.bottom - reach * 0.12)
      case .setting: Point(x, sheet.top + reach * 0.12)
      case .beside: Point(sheet.right - reach * 0.08, sheet.height * (0.34 + (shift - 0.5) * 0.14))
      }
    return Rect(center.x - reach / 2, center.y - reach / 2, reach, reach)
  }

  private func addType(to page: inout PageBuilder, beside circle: Rect, on ground: SRGB) throws(LayoutFailure)
  {
    let live = page.live
    let gap = page.margin * 0.9
    let area: Rect
    switch place {
    case .rising: area = Rect(left: live.left, top: live.top, right: live.right, bottom: circle.top - gap)
    case .setting, .beside:
      area = Rect(left: live.left, top: circle.bottom + gap, right: live.right, bottom: live.bottom)
    }
    guard area.height > page.line * 4 else {
      throw .cannotFit(element: "title", smallest: points(millimetres: page.size * 1.8))
    }
    let tones = page.tones(on: ground)
    let details = try page.fitted(
      page.groups(), width: area.width, height: area.height * 0.55, columns: 3, with: page.details(on: ground)
    )
    let title = try page.headline(
      in: Size(area.width * headline, area.height - details.box.height - page.line * 1.6), lines: 1...3,
      largest: page.page.width * 0.26)
    page.add(
      title.set(in: area, align: .start, at: .start) { _ in tones.text })
    if place == .rising {
      // Close under the headline: the circle needs the air.
      page.add(
        details.placed(x: area.left, y: live.top + title.bodyHeight + title.drop * 0.5 + page.line * 1.5))
    } else {
      page.add(details.placed(x: area.left, bottom: live.bottom))
    }
  }

  /// On the other side of the middle, touching the great circle's edge from within.
  private func addSatellite(to page: inout PageBuilder, _ circle: Rect, field: SRGB, ground: SRGB) {
    let radius = circle.width * 0.085
    let turn = place == .beside ? 2.5 : (place == .rising ? -0.62 : 0.62) * (shift < 0.5 ? 1 : -1)
    let direction =
      place == .beside
      ? Affine.rotation(turn).apply(Point(1, 0))
      : Affine.rotation(turn).apply(Point(0, place == .rising ? -1 : 1))
    let orbit = circle.width / 2
    let center = Point(circle.center.x + direction.x * orbit, circle.center.y + direction.y * orbit)
    let box = Rect(center.x - radius, center.y - radius, 2 * radius, 2 * radius)
    guard page.live.contains(box), !page.covers(box.inset(by: -page.size * 0.5)) else { return }
    let color =
      OKLab(page.palette.accent).distance(to: OKLab(field)) > 0.12
      ? page.palette.accent : page.tones(on: field).text
    page.fill(.circle(center, radius: radius), color)
  }
}
