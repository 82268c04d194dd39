import Composition
import Geometry
import Parameters

/// A picture to the page's edges, and strips of samples and drawings below: the magazine's opening.
public struct EditorialHero: BoardLayout {
  public static let name = "editorial-hero"
  public static let summary = "the view to the page's edges, samples and drawings in strips beside and below"

  public var look = BoardLook()
  var hero = 0.5
  var width = 0.68
  var mirrored = false
  var margin = 17.0

  public static var parameters: [Parameter<EditorialHero>] {
    [
      .real("hero", \.hero, 0.47...0.53, "the view's part of the height"),
      .real("width", \.width, 0.64...0.72, "the view's part of the width"),
      .flag("mirrored", \.mirrored, "the view at the right"),
      .real("margin", \.margin, 14...20, unit: "mm", "margin of an A3 board"),
    ] + lookParameters
  }

  public init() {}

  public func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition {
    var page = BoardPage(job, look, margin: margin)
    let whole = page.page
    let (w, h) = (whole.width * width, whole.height * hero)
    let view = Rect(mirrored ? whole.right - w : 0, 0, w, h)
    try page.keyImage(in: view, bleeds: true)
    let live = page.live
    let column =
      mirrored
      ? Rect(left: live.left, top: live.top, right: view.left - page.gap, bottom: h)
      : Rect(left: view.right + page.gap, top: live.top, right: live.right, bottom: h)
    try addTitle(to: &page, column)
    let foot = try page.footer()
    try addStrips(to: &page, Rect(left: live.left, top: h + page.gap * 0.9, right: live.right, bottom: foot))
    return try page.composition()
  }

  /// Name and mood, and the colours standing below them.
  private func addTitle(to page: inout BoardPage, _ column: Rect) throws(LayoutFailure) {
    let taken = try page.block(at: Point(column.left, column.top), width: column.width, size: 15)
    let top = column.top + taken + page.gap
    guard page.hasKeyList else {
      return try page.chips(
        down: Rect(column.left, top, column.width, column.bottom - top), width: column.width * 0.2)
    }
    let half = (column.width - page.gutter) * 0.54
    try page.chips(down: Rect(column.left, top, half, column.bottom - top), width: half * 0.22)
    let list = Rect(
      left: column.left + half + page.gutter, top: top, right: column.right, bottom: column.bottom)
    try page.keyList(in: list)
  }

  /// Samples at the left; furniture above the drawings at the right.
  private func addStrips(to page: inout BoardPage, _ area: Rect) throws(LayoutFailure) {
    let samples = area.width * 0.37
    try page.samples(in: Rect(area.x, area.y, samples, area.height))
    let rest = Rect(area.x + samples + page.gap, area.y, area.width - samples - page.gap, area.height)
    let row = rest.height * 0.42
    try page.furniture(in: Rect(rest.x, rest.y, rest.width, row))
    let top = rest.y + row + page.gutter
    try page.drawings(in: Rect(rest.x, top, rest.width, rest.bottom - top))
  }
}
