import Canvas
import Color
import Composition
import Geometry
import Parameters

/// The classical axis: art in a simple shape, title and details centred beneath.
public struct Centred: Layout {
  public static let name = "centred"
  public static let summary = "classical axis: art in a simple shape, type centred beneath"

  enum Shape: String, ParameterOption { case circle, arch, panel }
  enum Inside: String, FieldOption { case surface, ink, accent }

  var shape = Shape.circle
  var inside = Inside.surface
  var artWidth = 0.8
  var headline = 0.7
  var margin = 0.07

  public static let parameters: [Parameter<Centred>] = [
    .choice("shape", \.shape, "outline of the art"),
    .choice("inside", \.inside, "colour of the art's ground"),
    .real("artWidth", \.artWidth, 0.66...0.96, "width of the art as a share of the measure"),
    .real("headline", \.headline, 0.5...0.95, "width of the headline as a share of the measure"),
    .real("margin", \.margin, 0.06...0.09, "margin as a share of the short side"),
  ]

  public init() {}

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    // The shape takes about half of the page's width and height.
    let colors = job.palette.colors(inside.tone, share: artWidth * 0.45)
    var page = PageBuilder(job, margin: margin, ground: colors.ground)
    let live = page.live
    let ground = colors.ground
    let details = try page.fitted(
      centredGroups(job), width: live.width * 0.9, height: live.height * 0.24, columns: 1,
      with: page.details(on: ground, align: .middle))
    let title = try page.headline(
      in: Size(live.width * headline, live.height * 0.2), lines: 1...2, largest: page.page.width * 0.2)
    let label = try subtitle(page, live.width * 0.8, on: ground)
    let gap = page.size * 1.9
    let labelHeight = label.map { $0.box.height + gap * 0.8 } ?? 0
    let block = title.bodyHeight + gap + labelHeight + details.box.height
    let room = Rect(
      left: live.left, top: live.top, right: live.right, bottom: live.bottom - block - gap * 1.6)
    guard room.height > live.height * 0.3 else { throw .cannotFit(element: "details", smallest: 6) }
    addArt(to: &page, in: page.landed(room), on: colors.field)
    let top = live.bottom - block
    let tones = page.tones(on: ground)
    page.add(
      title.set(in: Rect(live.left, top, live.width, title.bodyHeight), align: .middle, at: .start) { _ in
        tones.text
      })
    var y = top + title.bodyHeight + gap
    if let label {
      page.add(label.placed(x: live.left + live.width * 0.1, y: y))
      y += labelHeight
    }
    page.add(details.placed(x: live.left + live.width * 0.05, y: y))
    return page.composition
  }

  /// Each group becomes one or two running lines: a centred axis carries few, long lines best.
  private func centredGroups(_ job: LayoutJob) -> [DetailGroup] {
    job.content.detailGroups(job.type, subtitle: false).map { group in
      group.flatMap { detail -> DetailGroup in
        var joined = detail
        joined.lines = [detail.lines.joined(separator: "  ·  ")]
        return [joined]
      }
    }
  }

  private func subtitle(_ page: PageBuilder, _ width: Double, on ground: SRGB) throws(LayoutFailure)
    -> SetText?
  {
    guard let element = page.job.content.first(.subtitle) else { return nil }
    let detail = Detail(
      element: element, lines: element.items, voice: page.job.type.label, scale: 0.74, tone: .accent)
    return try page.fitted(
      [[detail]], width: width, height: page.size * 4, columns: 1,
      with: page.details(on: ground, align: .middle))
  }

  private func addArt(to page: inout PageBuilder, in room: Rect, on ground: SRGB) {
    let width = min(room.width * artWidth, shape == .circle ? room.height : room.height * 1.25)
    let height = shape == .circle ? width : room.height
    let frame = Rect(room.center.x - width / 2, room.top + (room.height - height) / 2, width, height)
    let path =
      switch shape {
      case .circle: Path.ellipse(in: frame)
      case .arch: Self.arch(frame)
      case .panel: Path.rect(frame)
      }
    page.art(in: frame, shape: path, focus: frame.at(0.5, 0.5), on: ground)
  }

  /// A round-headed window.
  private static func arch(_ r: Rect) -> Path {
    let radius = r.width / 2
    var path = Path.arc(Point(r.center.x, r.top + radius), radius: radius, from: -Double.pi, to: 0)
    path.line(to: Point(r.right, r.bottom))
    path.line(to: Point(r.left, r.bottom))
    path.close()
    return path
  }
}
