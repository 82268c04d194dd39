import Canvas
import Color
import Composition
import Geometry
import Parameters

/// Small type in the corners and one large picture in between: much air, few words.
public struct Corners: Layout {
  public static let name = "corners"
  public static let summary = "small type in the corners around one large picture"

  enum Shape: String, ParameterOption { case circle, square, bleed }
  /// Art that is cut off within the page needs a field of its own, or the cut looks like an accident.
  enum Field: String, FieldOption { case surface, ink }

  var shape = Shape.bleed
  var field = Field.ink
  var artShare = 0.66
  var titleScale = 2.6
  var margin = 0.06

  public static let parameters: [Parameter<Corners>] = [
    .choice("shape", \.shape, "outline of the picture"),
    .choice("field", \.field, "colour of the picture's ground"),
    .real("artShare", \.artShare, 0.56...0.72, "height of the picture as a share of the page"),
    .real("titleScale", \.titleScale, 2.4...3.6, "size of the title relative to running text"),
    .real("margin", \.margin, 0.055...0.08, "margin as a share of the short side"),
  ]

  public init() {}

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    let colors = job.palette.colors(field.tone, share: shape == .circle ? artShare * 0.6 : artShare * 0.9)
    var page = PageBuilder(job, margin: margin, ground: colors.ground)
    let live = page.live
    let ground = colors.ground
    let half = (live.width - page.gutter) / 2
    // A hairline face would vanish at this size.
    var voice = job.type.display
    voice.font.weight = voice.font.weight < 400 ? 600 : voice.font.weight
    let title = try page.headline(
      in: Size(half * 1.2, live.height * 0.12), lines: 1...2, largest: page.size * titleScale, voice: voice)
    let color = page.tones(on: ground).text
    page.add(title.set(in: live, align: .start, at: .start) { _ in color })
    var groups = page.groups(subtitle: false)
    let setter = page.details(on: ground)
    let right = page.details(on: ground, align: .end)
    let strip = (page.page.height * (1 - artShare)) / 2 - page.margin * 0.6
    let lead = groups.isEmpty ? [] : [groups.removeFirst()]
    let when = try page.fitted(lead, width: half * 0.76, height: strip, columns: 1, with: right)
    page.add(when.placed(x: live.right - half * 0.76, y: live.top))
    if let subtitle = job.content.first(.subtitle) { groups.insert(subtitle.details(job.type), at: 0) }
    let foot = try addFoot(groups, to: &page, setter, right, half: half, height: strip * 1.1)
    let top = max(live.top + title.bodyHeight + title.drop, when.box.height + live.top) + page.margin * 0.7
    addArt(to: &page, between: top, and: foot - page.margin * 0.7, on: colors.field)
    return page.composition
  }

  /// The remaining groups at both lower corners; returns where they begin.
  private func addFoot(
    _ groups: [DetailGroup], to page: inout PageBuilder, _ left: DetailSetter, _ right: DetailSetter,
    half: Double, height: Double
  ) throws(LayoutFailure) -> Double {
    let live = page.live
    let cut = (groups.count + 1) / 2
    let first = try page.fitted(
      Array(groups.prefix(cut)), width: half, height: height, columns: 1, with: left)
    let second = try page.fitted(
      Array(groups.dropFirst(cut)), width: half, height: height, columns: 1, with: right)
    page.add(first.placed(x: live.left, bottom: live.bottom))
    page.add(second.placed(x: live.right - half, bottom: live.bottom))
    return live.bottom - max(first.box.height, second.box.height)
  }

  private func addArt(
    to page: inout PageBuilder, between upper: Double, and lower: Double, on ground: SRGB
  ) {
    // The picture takes its share of the page, in the middle of the room between the corners.
    let spare = max(0, lower - upper - page.page.height * artShare) / 2
    let (top, bottom) = (page.grid.snapped(upper + spare), page.grid.snapped(lower - spare))
    switch shape {
    case .bleed:
      let frame = Rect(left: 0, top: top, right: page.page.right, bottom: bottom)
      page.art(in: frame, focus: frame.at(0.5, 0.5), on: ground)
    case .square:
      let frame = Rect(left: page.live.left, top: top, right: page.live.right, bottom: bottom)
      page.art(in: frame, shape: .rect(frame), focus: frame.at(0.5, 0.5), on: ground)
    case .circle:
      let side = min(page.live.width, bottom - top)
      let frame = Rect(page.page.center.x - side / 2, (top + bottom - side) / 2, side, side)
      page.art(in: frame, shape: .ellipse(in: frame), focus: frame.center, on: ground)
    }
  }
}
