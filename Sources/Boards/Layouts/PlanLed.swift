import Composition
import Geometry
import Parameters

/// The plan leads: drawings large, samples and view around them.
public struct PlanLed: BoardLayout {
  public static let name = "plan-led"
  public static let summary = "plan and elevation large, the view beside them, samples and furniture below"

  public var look = BoardLook()
  var share = 0.63
  var top = 0.5

  public static var parameters: [Parameter<PlanLed>] {
    [
      .real("share", \.share, 0.60...0.66, "the drawings' part of the width"),
      .real("top", \.top, 0.48...0.52, "the drawings' part of the height"),
    ] + lookParameters
  }

  public init() {}

  public func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition {
    var page = BoardPage(job, look)
    let body = try page.header()
    let above = Rect(body.x, body.y, body.width, body.height * top)
    let (drawn, view) = page.columns(above, first: (body.width - page.gap) * share)
    let free = try page.drawings(in: drawn)
    try page.keyImage(in: view)
    let below = Rect(
      left: body.left, top: above.bottom + page.gap, right: body.right, bottom: body.bottom)
    let (samples, side) = page.columns(below, first: (body.width - page.gap) * 0.54)
    try page.samples(in: samples)
    try addColours(to: &page, side, free)
    return try page.composition()
  }

  /// The colours below the elevation if they fit there, else above the furniture.
  private func addColours(to page: inout BoardPage, _ side: Rect, _ free: Rect) throws(LayoutFailure) {
    let bar = 7 * page.unit
    if page.chipsHeight(width: free.width, bar: bar) <= free.height {
      try page.chips(across: free, height: bar)
      return try page.furniture(in: side)
    }
    let chips = page.chipsHeight(width: side.width, bar: bar)
    try page.chips(across: Rect(side.x, side.y, side.width, chips), height: bar)
    let rest = side.y + chips + page.gap
    try page.furniture(in: Rect(side.x, rest, side.width, side.bottom - rest))
  }
}
