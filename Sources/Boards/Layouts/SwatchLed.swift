import Composition
import Geometry
import Parameters

/// The samples lead: a large field of them, the room beside it.
public struct SwatchLed: BoardLayout {
  public static let name = "swatch-led"
  public static let summary = "a large field of samples, the room's view and plan beside it"

  public var look = BoardLook()
  var share = 0.54
  var gap = 5.0

  public static var parameters: [Parameter<SwatchLed>] {
    [
      .real("share", \.share, 0.51...0.57, "the samples' part of the width"),
      .real("gap", \.gap, 3...8, unit: "mm", "between samples on an A3 board"),
    ] + lookParameters
  }

  public init() {}

  public func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition {
    var page = BoardPage(job, look)
    let body = try page.header()
    let (field, side) = page.columns(body, first: (body.width - page.gap) * share)
    let strip = body.height * 0.30
    let top = body.height - strip - page.gap
    try page.samples(in: Rect(field.x, field.y, field.width, top), gap: gap * page.unit)
    try page.furniture(in: Rect(field.x, field.y + top + page.gap, field.width, strip))
    try page.viewColoursDrawings(in: side, view: side.height * 0.40)
    return try page.composition()
  }
}

extension BoardPage {
  /// The view, the room's colours below it, its drawings below these.
  mutating func viewColoursDrawings(in column: Rect, view: Double) throws(LayoutFailure) {
    let bar = 7 * unit
    let chips = chipsHeight(width: column.width, bar: bar)
    try keyImage(in: Rect(column.x, column.y, column.width, view))
    let below = column.y + view + gutter * 1.2
    try self.chips(across: Rect(column.x, below, column.width, chips), height: bar)
    let top = below + chips + gap
    try drawings(in: Rect(column.x, top, column.width, column.bottom - top))
  }
}
