import Color
import Composition
import Geometry
import Parameters

/// The materials as bands from the ceiling down to the floor, as high as their share.
public struct HorizontalBands: BoardLayout {
  public static let name = "horizontal-bands"
  public static let summary = "materials in bands from ceiling to floor, the room beside them"

  public var look = BoardLook()
  var width = 0.3
  var mirrored = false
  var gap = 1.6
  var margin = 17.0

  public static var parameters: [Parameter<HorizontalBands>] {
    [
      .real("width", \.width, 0.26...0.34, "the bands' part of the width"),
      .flag("mirrored", \.mirrored, "bands at the right"),
      .real("gap", \.gap, 0.8...3, unit: "mm", "between bands on an A3 board"),
      .real("margin", \.margin, 14...22, unit: "mm", "margin of an A3 board"),
    ] + lookParameters
  }

  public init() {}

  public func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition {
    var page = BoardPage(job, look, margin: margin)
    let body = try page.header()
    let bands = body.width * width, names = 40 * page.unit
    let side = body.width - bands - names - page.gap - page.gutter
    let left = Rect(
      mirrored ? body.left + side + page.gap : body.left, body.top, bands + names + page.gutter, body.height)
    try addBands(to: &page, left, bands: bands)
    let right = Rect(mirrored ? body.left : left.right + page.gap, body.top, side, body.height)
    try addSide(to: &page, right)
    return try page.composition()
  }

  /// One band a material; names beside them, with lines where bands are too low to stand next to their names.
  private func addBands(to page: inout BoardPage, _ area: Rect, bands: Double) throws(LayoutFailure) {
    let samples = page.scheme.samples
    let gap = gap * page.unit
    let sum = samples.reduce(0) { $0 + $1.item.share }
    let free = area.height - gap * Double(samples.count - 1)
    var y = area.top
    var faces: [Rect] = []
    for sample in samples {
      let height = free * sample.item.share / sum
      faces.append(Rect(area.left, y, bands, height))
      y += height + gap
    }
    let x = area.left + bands + page.gutter
    let lines = page.text.leading(.strong) + page.text.leading(.text) * 2 + 1.2 * page.unit
    guard
      let places = spreadLabels(
        faces.map(\.top), faces.map { _ in lines }, gap: 1.2 * page.unit,
        in: area.top...(area.bottom + page.text.leading(.text)))
    else { throw page.tooWide("names of the bands", .strong) }
    for (index, sample) in samples.enumerated() {
      page.sample(sample, face: faces[index])
      let middle = places[index] + page.text.size(.key) * 0.4
      if abs(places[index] - faces[index].top) > 0.5 * page.unit {
        page.rule(
          from: Point(faces[index].right + 0.6 * page.unit, faces[index].center.y),
          to: Point(x - 1.0 * page.unit, middle), page.muted.mixed(with: page.ground, 0.45))
      }
      let face = Rect(x, places[index] - 2.6 * page.unit, faces[index].width, 0)
      try page.caption(of: sample, face: face, scaled: faces[index], width: area.right - x)
    }
  }

  private func addSide(to page: inout BoardPage, _ side: Rect) throws(LayoutFailure) {
    let bar = 7 * page.unit
    let chips = bar + 3.4 * page.unit + page.chipLines * 1.2
    let view = side.height * 0.41
    try page.keyImage(in: Rect(side.x, side.y, side.width, view))
    let below = side.y + view + page.gutter
    try page.chips(across: Rect(side.x, below, side.width, chips), height: bar)
    let top = below + chips + page.gutter
    let rest = Rect(side.x, top, side.width, side.bottom - top)
    let drawings = rest.width * 0.48
    try page.drawings(in: Rect(rest.x, rest.y, drawings, rest.height))
    let column = Rect(rest.x + drawings + page.gap, rest.y, rest.width - drawings - page.gap, rest.height)
    guard page.hasKeyList else { return try page.furniture(in: column) }
    let list = 24 * page.unit
    try page.furniture(in: Rect(column.x, column.y, column.width, column.height - list))
    try page.keyList(in: Rect(column.x, column.bottom - list + 3 * page.unit, column.width, list), columns: 2)
  }
}
