import Composition
import Geometry
import Parameters

/// The samples lead: a large field of them, the room beside it.
public struct SwatchLed: BoardLayout {
  public static let name = "swatch-led"
  public static let summary = "a large field of samples, the room's view and plan beside it"

  public var look = BoardLook()
  var share = 0.55
  var mirrored = false
  var gap = 4.0
  var margin = 17.0

  public static var parameters: [Parameter<SwatchLed>] {
    [
      .real("share", \.share, 0.5...0.58, "the samples' part of the width"),
      .flag("mirrored", \.mirrored, "samples at the right"),
      .real("gap", \.gap, 2.5...7, unit: "mm", "between samples on an A3 board"),
      .real("margin", \.margin, 14...22, unit: "mm", "margin of an A3 board"),
    ] + lookParameters
  }

  public init() {}

  public func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition {
    var page = BoardPage(job, look, margin: margin)
    let body = try page.header()
    let field = (body.width - page.gap) * share
    let side = body.width - page.gap - field
    let strip = body.height * 0.25
    let top = body.height - strip - page.gap
    let left = Rect(mirrored ? body.left + side + page.gap : body.left, body.top, field, body.height)
    let right = Rect(mirrored ? body.left : left.right + page.gap, body.top, side, body.height)
    try page.samples(in: Rect(left.x, left.y, left.width, top), gap: gap * page.unit)
    try addFoot(to: &page, Rect(left.x, left.y + top + page.gap, field, strip))
    try addSide(to: &page, right)
    return try page.composition()
  }

  private func addSide(to page: inout BoardPage, _ side: Rect) throws(LayoutFailure) {
    let bar = 7 * page.unit
    let chips = bar + 3.4 * page.unit + page.chipLines * 2.1
    let view = side.width / 1.5
    try page.keyImage(in: Rect(side.x, side.y, side.width, view))
    let below = side.y + view + page.gutter * 1.2
    try page.chips(across: Rect(side.x, below, side.width, chips), height: bar)
    let top = below + chips + page.gutter
    try page.drawings(in: Rect(side.x, top, side.width, side.bottom - top))
  }

  private func addFoot(to page: inout BoardPage, _ foot: Rect) throws(LayoutFailure) {
    guard page.hasKeyList else { return try page.furniture(in: foot) }
    let list = 42 * page.unit
    try page.furniture(in: Rect(foot.x, foot.y, foot.width - list - page.gap, foot.height))
    try page.keyList(in: Rect(foot.right - list, foot.y + 4 * page.unit, list, foot.height))
  }
}
