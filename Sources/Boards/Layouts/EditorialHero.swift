import Composition
import Geometry
import Parameters

/// A picture to the page's edges, and strips of samples and drawings below: the magazine's opening.
public struct EditorialHero: BoardLayout {
  public static let name = "editorial-hero"
  public static let summary = "the view to the page's edges, samples and drawings in strips beside and below"

  public var look = BoardLook()
  var hero = 0.47
  var width = 0.68

  public static var parameters: [Parameter<EditorialHero>] {
    [
      .real("hero", \.hero, 0.45...0.49, "the view's part of the height"),
      .real("width", \.width, 0.64...0.72, "the view's part of the width"),
    ] + lookParameters
  }

  public init() {}

  public func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition {
    var page = BoardPage(job, look)
    let whole = page.page
    let (w, h) = (whole.width * width, whole.height * hero)
    // Mirrored, the view bleeds at the left.
    let view = Rect(look.mirrored ? 0 : whole.right - w, 0, w, h)
    try page.keyImage(in: view, bleeds: true)
    let live = page.live
    let column =
      look.mirrored
      ? Rect(left: view.right + page.gap, top: live.top, right: live.right, bottom: h)
      : Rect(left: live.left, top: live.top, right: view.left - page.gap, bottom: h)
    try addTitle(to: &page, column)
    let foot = try page.footer()
    let below = Rect(left: live.left, top: h + page.gap, right: live.right, bottom: foot)
    let (samples, rest) = page.columns(below, first: below.width * 0.44)
    try page.samples(in: samples)
    try page.roomAndFurniture(in: rest)
    return try page.composition()
  }

  /// Name and mood, and the colours standing below them.
  private func addTitle(to page: inout BoardPage, _ column: Rect) throws(LayoutFailure) {
    let taken = try page.block(at: Point(column.left, column.top), width: column.width, size: 15)
    let top = column.top + taken + page.gap
    try page.chips(
      down: Rect(column.left, top, column.width, column.bottom - top), width: column.width * 0.24)
  }
}
