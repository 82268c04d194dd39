import Composition
import Geometry
import Parameters

/// Everything on a grid, the room's view leading: the sober board.
public struct GalleryGrid: BoardLayout {
  public static let name = "gallery-grid"
  public static let summary = "view, samples and drawings on one grid, the view leading"

  public var look = BoardLook()
  var share = 0.58
  var mirrored = false
  var margin = 17.0

  public static var parameters: [Parameter<GalleryGrid>] {
    [
      .real("share", \.share, 0.52...0.62, "the view's part of the width"),
      .flag("mirrored", \.mirrored, "samples at the left"),
      .real("margin", \.margin, 14...22, unit: "mm", "margin of an A3 board"),
    ] + lookParameters
  }

  public init() {}

  public func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition {
    var page = BoardPage(job, look, margin: margin)
    let body = try page.header()
    let lead = (body.width - page.gap) * share
    let side = body.width - page.gap - lead
    let foot = body.height * 0.33
    let top = body.height - foot - page.gap * 0.8
    let left = Rect(
      mirrored ? body.left + side + page.gap : body.left, body.top, lead, top)
    let right = Rect(mirrored ? body.left : left.right + page.gap, body.top, side, body.height)
    let bar = 8 * page.unit
    let chips = bar + 3.4 * page.unit + page.chipLines * 1.9
    try page.keyImage(in: Rect(left.x, left.y, left.width, left.height - chips - page.gutter))
    try page.chips(across: Rect(left.x, left.bottom - chips, left.width, chips), height: bar)
    try addFoot(to: &page, Rect(left.x, body.bottom - foot, lead, foot))
    try addSide(to: &page, right)
    return try page.composition()
  }

  /// Samples above, drawings of the room below.
  private func addSide(to page: inout BoardPage, _ side: Rect) throws(LayoutFailure) {
    let samples = side.height * 0.55
    try page.samples(in: Rect(side.x, side.y, side.width, samples))
    let rest = Rect(side.x, side.y + samples + page.gap, side.width, side.height - samples - page.gap)
    try page.drawings(in: rest)
  }

  private func addFoot(to page: inout BoardPage, _ foot: Rect) throws(LayoutFailure) {
    guard page.hasKeyList else { return try page.furniture(in: foot) }
    let list = 42 * page.unit
    try page.furniture(in: Rect(foot.x, foot.y, foot.width - list - page.gap, foot.height))
    try page.keyList(in: Rect(foot.right - list, foot.y + 4 * page.unit, list, foot.height))
  }
}
