import Canvas
import Color
import Composition
import Geometry
import Parameters

/// Every photo of the brief, uncut, in one tight block; the words have a quiet side of their own.
public struct Collage: Layout {
  public static let name = "collage"
  public static let summary = "all photos uncut in one block that fits exactly, type beside it"

  enum Place: String, ParameterOption { case foot, head, side }
  enum Field: String, FieldOption { case ground, surface, ink }

  var place = Place.foot
  var field = Field.ground
  var share = 0.64
  var gutter = 0.012
  var bleed = false
  var headline = 0.8
  var margin = 0.065

  public static let parameters: [Parameter<Collage>] = [
    .choice("place", \.place, "where the words stand"),
    .choice("field", \.field, "the page's colour"),
    .real("share", \.share, 0.52...0.74, "the photos' share of the page"),
    .real("gutter", \.gutter, 0.003...0.025, "space between photos as a share of the short side"),
    .flag("bleed", \.bleed, "photos reach the edges of the page"),
    .real("headline", \.headline, 0.55...1, "width of the headline as a share of its room"),
    .real("margin", \.margin, 0.055...0.09, "margin as a share of the short side"),
  ]

  public init() {}

  public static let pictureLimit = 40

  public static func refusal(of content: Content) -> LayoutFailure? {
    content.images.count < 2
      ? .tooLittle(element: "image", needs: "two pictures or more") : tooManyPictures(content)
  }

  public func compose(_ job: LayoutJob) throws(LayoutFailure) -> Composition {
    if let refusal = Self.refusal(of: job.content) { throw refusal }
    let images = job.content.elements.filter { $0.role == .image && $0.photo != nil }
    let ground = job.palette.colors(field.tone, share: 1 - share).field
    var page = PageBuilder(job, margin: margin, ground: ground)
    let (photos, area) = parts(page)
    let frames = arrange(images, in: photos, job)

    guard frames.allSatisfy({ $0.width > page.size * 0.3 && $0.height > page.size * 0.3 }) else {
      throw .tooLittle(element: "image", needs: "pictures of less extreme shapes, or fewer,")
    }
    for (image, frame) in zip(images, frames) { page.add(image.photo!, in: frame, cropped: false) }
    let block = frames.dropFirst().reduce(frames[0]) { $0.union($1) }
    try addType(to: &page, in: area, beside: block, on: ground)
    return page.composition
  }

  private func parts(_ page: PageBuilder) -> (photos: Rect, area: Rect) {
    let (sheet, live) = (page.page, page.live)
    let outer = bleed ? page.job.page.bled(sheet) : live
    switch place {
    case .foot:
      let edge = page.grid.snapped(sheet.height * share)
      return (
        Rect(left: outer.left, top: outer.top, right: outer.right, bottom: edge),
        Rect(left: live.left, top: edge + page.margin * 0.8, right: live.right, bottom: live.bottom)
      )
    case .head:
      let edge = page.grid.snapped(sheet.height * (1 - share))
      return (
        Rect(left: outer.left, top: edge, right: outer.right, bottom: outer.bottom),
        Rect(left: live.left, top: live.top, right: live.right, bottom: edge - page.margin * 0.8)
      )
    case .side:
      let column = Int((12 * (1 - share)).rounded())
      return (
        Rect(left: page.grid.left(column), top: outer.top, right: outer.right, bottom: outer.bottom),
        Rect(left: live.left, top: live.top, right: page.grid.left(column) - page.gutter, bottom: live.bottom)
      )
    }
  }

  /// The tree never fits to the last hair: the block keeps to the sides that meet the page's edge, and what is left over
  /// or wanting, under a hundredth, goes to the side of the words.
  private func arrange(_ images: [ContentElement], in room: Rect, _ job: LayoutJob) -> [Rect] {
    var tree = SlicingTree(
      aspects: images.map { $0.photo!.aspect }, weights: images.map { 0.5 + $0.importance },
      gutter: job.page.size.shortSide * gutter)
    // Much the same work for any number of pictures; twelve take some milliseconds.
    tree.anneal(
      room.size, stream: job.stream.child("collage"), rounds: max(1200, 36_000 / images.count))
    // A tree that is too high for the room is set narrower, which makes it lower too.
    var width = room.width
    for _ in 0..<24 where tree.height(width: width) > room.height * 1.002 { width *= 0.985 }
    let height = tree.height(width: width)
    let left = room.left + (room.width - width) * (place == .side ? 1 : 0)
    let top = place == .head ? room.bottom - height : room.top
    return tree.frames(width: width).map { $0.offset(by: Point(left, top)) }
  }

  private func addType(
    to page: inout PageBuilder, in area: Rect, beside block: Rect, on ground: SRGB
  ) throws(LayoutFailure) {
    let isNarrow = place == .side
    let details = try page.fitted(
      page.groups(), width: area.width, height: area.height * 0.6, columns: isNarrow ? 1 : 3,
      with: page.details(on: ground))
    let title = try page.headline(
      in: Size(area.width * (isNarrow ? 1 : headline), area.height - details.box.height - page.line * 1.4),
      lines: 1...(isNarrow ? 4 : 2), largest: page.page.width * 0.16)
    let color = page.tones(on: ground).text
    page.add(title.set(in: area, align: .start, at: .start) { _ in color })
    page.add(details.placed(x: area.left, bottom: area.bottom))
  }
}
