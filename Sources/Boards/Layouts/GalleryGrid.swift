import Composition
import Geometry
import Parameters

/// Everything on a grid, the room's view leading: the sober board.
public struct GalleryGrid: BoardLayout {
  public static let name = "gallery-grid"
  public static let summary = "view and samples above, drawings and furniture in a band below"

  public var look = BoardLook()
  var share = 0.52
  var top = 0.585

  public static var parameters: [Parameter<GalleryGrid>] {
    [
      .real("share", \.share, 0.48...0.56, "the view's part of the width"),
      .real("top", \.top, 0.565...0.605, "the part of the height above the drawings"),
    ] + lookParameters
  }

  public init() {}

  public func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition {
    var page = BoardPage(job, look)
    let body = try page.header()
    let above = Rect(body.x, body.y, body.width, body.height * top)
    let (lead, side) = page.columns(above, first: (body.width - page.gap) * share)
    let bar = 8 * page.unit
    let chips = page.chipsHeight(width: lead.width, bar: bar)
    try page.keyImage(in: Rect(lead.x, lead.y, lead.width, lead.height - chips - page.gutter))
    try page.chips(across: Rect(lead.x, lead.bottom - chips, lead.width, chips), height: bar)
    try page.samples(in: side)
    let drawn = above.bottom + page.gap
    try page.roomAndFurniture(in: Rect(body.x, drawn, body.width, body.bottom - drawn))
    return try page.composition()
  }
}
