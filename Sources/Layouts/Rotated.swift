import Canvas
import Color
import Composition
import Geometry
import Parameters

/// The title climbs one edge of the page; art and details share the rest.
public struct Rotated: Layout {
  public static let name = "rotated"
  public static let summary = "the title climbs one edge, art and details beside it"

  enum Edge: String, ParameterOption { case left, right }
  enum Strip: String, ParameterOption { case ground, ink }

  var edge = Edge.left
  var strip = Strip.ground
  var weight = 0.26
  var margin = 0.06

  public static let parameters: [Parameter<Rotated>] = [
    .choice("edge", \.edge, "the edge that the title climbs"),
    .choice("strip", \.strip, "colour behind the title"),
    .real("weight", \.weight, 0.18...0.34, "largest width of the title's strip as a share of the page"),
    .real("margin", \.margin, 0.055...0.08, "margin as a share of the short side"),
  ]

  public init() {}

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    var page = PageBuilder(job, margin: margin)
    let live = page.live
    // Capitals keep the strip's edge straight.
    var voice = job.type.display
    voice.isUppercase = true
    let title = try page.headline(
      in: Size(live.height, page.page.width * weight), lines: 1...1, voice: voice)
    let breadth = title.bodyHeight
    // What hangs far below the line, as Arabic does, widens the strip.
    let outer = breadth + max(0, title.drop - page.margin * 0.4) + 2 * page.margin
    let rest: Rect
    if edge == .left {
      rest = Rect(left: outer, top: 0, right: page.page.right, bottom: page.page.bottom)
    } else {
      rest = Rect(left: 0, top: 0, right: page.page.right - outer, bottom: page.page.bottom)
    }
    let ground = strip == .ground ? job.palette.background : job.palette.inks[0]
    if strip == .ink {
      let x = edge == .left ? 0 : page.page.right - outer
      page.fill(Rect(x, 0, outer, page.page.height), ground)
    }
    // What hangs below the line, such as a J, must not come near the edge of the page.
    let hang = max(0, title.drop - page.margin * 0.4)
    let x = edge == .left ? live.left : live.right - breadth - hang
    page.add(climb(title, left: x, bottom: live.bottom, color: page.tones(on: ground).text))
    try addRest(to: &page, rest)
    return page.composition
  }

  /// The line set upright, then turned to read upwards: cap height to the left, baseline to the right.
  private func climb(_ title: Headline, left: Double, bottom: Double, color: SRGB) -> SetText {
    let metrics = title.metrics[0].scaled(by: title.size)
    let line = TextLine(
      title.lines[0], font: title.voice.font, size: title.size, tracking: title.tracking)
    let origin = Point(left + title.bodyHeight, bottom + metrics.ink.left)
    let mark = TextMark(
      element: "title", line: line, metrics: metrics, origin: origin, quarterTurns: 3, color: color)
    return SetText(marks: [mark], box: mark.box, isDisplay: true)
  }

  private func addRest(to page: inout PageBuilder, _ rest: Rect) throws(LayoutFailure) {
    let job = page.job
    let ground = job.palette.background
    // The details' inner edge lies on the first column that is clear of the title.
    let (grid, air) = (page.grid, strip == .ink ? page.margin : 0)
    let columns = (0..<grid.columns).map { (left: grid.left($0), right: grid.left($0) + grid.columnWidth) }
    let left = columns.map(\.left).first { $0 >= rest.left + air - 1e-6 } ?? rest.left + air
    let right = columns.map(\.right).last { $0 <= rest.right - air + 1e-6 } ?? rest.right - air
    let inner =
      edge == .left
      ? Rect(left: left, top: page.live.top, right: page.live.right, bottom: page.live.bottom)
      : Rect(left: page.live.left, top: page.live.top, right: right, bottom: page.live.bottom)
    let groups = page.groups()
    let room = inner.height * 0.3
    let details = try page.fitted(
      groups, width: inner.width, height: room + page.margin, columns: 2, with: page.details(on: ground))
    let placed = details.placed(x: inner.left, bottom: inner.bottom)
    page.add(placed)
    // The art knows where the type stands and comes to rest above it by itself.
    let quiet = Rect(
      left: rest.left, top: placed.box.top - page.margin * 0.8,
      right: rest.right, bottom: rest.bottom)
    page.art(in: rest, focus: Rect(rest.x, 0, rest.width, quiet.top).at(0.5, 0.48), quiet: quiet, on: ground)
  }
}
