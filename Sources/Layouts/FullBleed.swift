import Canvas
import Color
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
    if let picture = page.picture, let photo = picture.photo {
      try addType(to: &page, on: photo, mayCrop: picture.mayCrop, ground)
      return page.composition
    }
    let block = try block(page, page.tones(on: ground), across: 12)
    let strip = (block.height + page.margin) / page.page.height
    let isFoot =
      switch place {
      case .foot: true
      case .head: false
      case .calm: page.isCalmerBelow(page.page, strip: strip, on: ground)
      }
    let top = isFoot ? page.live.bottom - block.height : page.live.top
    let (sheet, space) = (page.page, page.margin * 0.8)
    let quiet =
      isFoot
      ? Rect(left: 0, top: top - space, right: sheet.right, bottom: sheet.bottom)
      : Rect(left: 0, top: 0, right: sheet.right, bottom: top + block.height + space)
    let open =
      isFoot
      ? Rect(0, 0, sheet.width, quiet.top)
      : Rect(0, quiet.bottom, sheet.width, sheet.height - quiet.bottom)
    page.art(in: sheet, focus: open.at(focus, isFoot ? 0.55 : 0.45), quiet: quiet, on: ground)
    add(block, to: &page, x: page.live.left, y: top)
    return page.composition
  }

  /// Title, rule and details, set and measured.
  private struct Block {
    let title: Headline
    let details: SetText
    let tones: Tones
    let width: Double
    /// From the title to the rule, and from there to the details.
    let gap: Double

    var head: Double { title.bodyHeight + title.drop * 0.5 + gap }
    var height: Double { head + gap + details.box.height }
  }

  private func block(_ page: PageBuilder, _ tones: Tones, across: Int) throws(LayoutFailure) -> Block {
    let live = page.live
    let width = page.grid.module(column: 0, row: 0, across: across).width
    var setter = page.details(on: tones.ground)
    setter.tones = tones
    let isWide = across == page.grid.columns
    let details = try page.fitted(
      page.groups(), width: width, height: live.height * (isWide ? 0.22 : 0.34), columns: isWide ? 3 : 2,
      with: setter)
    let title = try page.headline(
      in: Size(isWide ? width * headline : width, live.height * 0.26), lines: 1...(isWide ? 2 : 3),
      largest: page.page.width * 0.24)
    return Block(title: title, details: details, tones: tones, width: width, gap: page.size * 1.5)
  }

  private func add(_ block: Block, to page: inout PageBuilder, x: Double, y: Double) {
    let place = Rect(x, y, block.width, block.title.bodyHeight)
    page.add(block.title.set(in: place, align: .start, at: .start) { _ in block.tones.text })
    let under = page.grid.snapped(y + block.head)
    page.rule(from: x, to: x + block.width, y: under, block.tones.muted)
    page.add(block.details.placed(x: x, y: under + block.gap))
  }
}

/// Type on a photo: where the picture is calm and even, in a colour that reads there.
extension FullBleed {
  /// A place for the type and what it costs.
  private struct Candidate {
    let column: Int
    let across: Int
    let top: Double
    let remedy: PhotoGround.Remedy
    let energy: Double
  }

  private func addType(
    to page: inout PageBuilder, on photo: Photo, mayCrop: Bool, _ ground: SRGB
  ) throws(LayoutFailure) {
    let frame = page.job.page.bled(page.page)
    page.add(photo, in: frame, cropped: mayCrop)
    let crop = (mayCrop ? photo.crop(aspect: frame.width / frame.height) : nil) ?? Rect(0, 0, 1, 1)
    let seen =
      mayCrop && photo.crop(aspect: frame.width / frame.height) != nil
      ? frame : PageBuilder.whole(photo, in: frame)
    let tones = page.tones(on: ground)
    var best: (candidate: Candidate, block: Block)?
    for across in place == .calm ? [12, 7] : [12] {
      guard let block = try? block(page, tones, across: across) else { continue }
      for candidate in candidates(block, across, page, photo, crop, seen)
      where candidate.energy < best?.candidate.energy ?? .infinity { best = (candidate, block) }
    }
    guard let (chosen, measured) = best else {
      _ = try block(page, tones, across: 12)
      throw .cannotFit(element: "title", smallest: PageBuilder.smallestText)
    }
    addVeil(to: &page, chosen, measured)
    let text = chosen.remedy.text
    let own = Tones(ground: ground, text: text, muted: text, accent: text)
    let block = try block(page, own, across: chosen.across)
    add(block, to: &page, x: page.grid.left(chosen.column), y: chosen.top)
  }

  /// Every row of the grid that the block may begin on, at the left edge and, if it is narrow, at the right one.
  ///
  /// The energy is what the type would hide, the veil that it would need, and how far it would stand from head and
  /// foot; away from both there can be no veil.
  private func candidates(
    _ block: Block, _ across: Int, _ page: PageBuilder, _ photo: Photo, _ crop: Rect, _ frame: Rect
  ) -> [Candidate] {
    let (grid, live) = (page.grid, page.live)
    let lowest = live.bottom - block.height
    guard lowest >= live.top else { return [] }
    let rows = (0..<grid.rows).map { grid.top($0) }.filter { $0 < lowest - grid.rowHeight * 0.5 }
    let tops: [Double] =
      switch place {
      case .foot: [lowest]
      case .head: [live.top]
      case .calm: rows + [lowest]
      }
    let columns = across == grid.columns ? [0] : [0, grid.columns - across]
    return tops.flatMap { top in
      columns.compactMap { column -> Candidate? in
        let zone = Rect(grid.left(column), top, block.width, block.height).inset(by: -page.size)
        let place = PhotoGround(photo, crop: crop, frame: frame, zone: page.placed(zone))
        let remedy = place.remedy(page.palette)
        let isAtEdge = top == live.top || top == lowest
        guard remedy.alpha <= 1, isAtEdge || remedy.alpha < 0.02 else { return nil }
        let away = min(top - live.top, lowest - top) / live.height
        return Candidate(
          column: column, across: across, top: top, remedy: remedy,
          energy: place.interest + remedy.alpha * 0.8 + away * 0.4)
      }
    }
  }

  /// From the page's edge over the type, fading out into the picture.
  private func addVeil(to page: inout PageBuilder, _ chosen: Candidate, _ block: Block) {
    guard chosen.remedy.alpha > 0 else { return }
    let isFoot = chosen.top > page.live.top
    let edge =
      isFoot ? chosen.top - page.margin * 0.8 : chosen.top + block.height + page.margin * 0.8
    let reach = page.page.height * (isFoot ? -0.22 : 0.22)
    let veiled = isFoot ? page.page.cutTop(edge + reach).rest : page.page.cutTop(edge + reach).strip
    page.veil(
      veiled, clear: edge + reach, solid: edge, chosen.remedy.veil, alpha: min(1, chosen.remedy.alpha))
  }
}
