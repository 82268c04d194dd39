import Composition
import Geometry
import Parameters

/// The plan leads: drawings large, samples and view around them.
public struct PlanLed: BoardLayout {
  public static let name = "plan-led"
  public static let summary = "plan and elevation large, samples and the room's view beside them"

  public var look = BoardLook()
  var share = 0.44
  var mirrored = false
  var margin = 17.0

  public static var parameters: [Parameter<PlanLed>] {
    [
      .real("share", \.share, 0.40...0.48, "the drawings' part of the width"),
      .flag("mirrored", \.mirrored, "drawings at the right"),
      .real("margin", \.margin, 14...22, unit: "mm", "margin of an A3 board"),
    ] + lookParameters
  }

  public init() {}

  public func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition {
    var page = BoardPage(job, look, margin: margin)
    let body = try page.header()
    let drawn = (body.width - page.gap) * share
    let side = body.width - page.gap - drawn
    let left = Rect(mirrored ? body.left + side + page.gap : body.left, body.top, drawn, body.height)
    let right = Rect(mirrored ? body.left : left.right + page.gap, body.top, side, body.height)
    try page.drawings(in: left)
    try addSide(to: &page, right)
    return try page.composition()
  }

  /// View and colours above, samples and furniture below.
  private func addSide(to page: inout BoardPage, _ side: Rect) throws(LayoutFailure) {
    let top = side.height * 0.34
    let palette = 48 * page.unit
    let view = Rect(side.x, side.y, side.width - palette - page.gap, top)
    try page.keyImage(in: view)
    try page.chips(down: Rect(view.right + page.gap, side.y, palette, top), width: 13 * page.unit)
    let rest = Rect(side.x, side.y + top + page.gap, side.width, side.height - top - page.gap)
    let samples = rest.height * 0.50
    try page.samples(in: Rect(rest.x, rest.y, rest.width, samples))
    let foot = Rect(rest.x, rest.y + samples + page.gap, rest.width, rest.height - samples - page.gap)
    guard page.hasKeyList else { return try page.furniture(in: foot) }
    let list = 40 * page.unit
    try page.furniture(in: Rect(foot.x, foot.y, foot.width - list - page.gutter * 1.5, foot.height))
    try page.keyList(in: Rect(foot.right - list, foot.y + 4 * page.unit, list, foot.height))
  }
}
