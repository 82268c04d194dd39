import Color
import Composition
import Geometry
import Parameters

/// The materials as bands from the ceiling down to the floor, as high as their share.
public struct HorizontalBands: BoardLayout {
  public static let name = "horizontal-bands"
  public static let summary = "materials in bands from ceiling to floor, the room beside them"

  public var look = BoardLook()
  var width = 0.26
  var gap = 3.0

  public static var parameters: [Parameter<HorizontalBands>] {
    [
      .real("width", \.width, 0.23...0.29, "the bands' part of the width"),
      .real("gap", \.gap, 2.5...4.5, unit: "mm", "between bands on an A3 board"),
    ] + lookParameters
  }

  public init() {}

  public func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition {
    var page = BoardPage(job, look)
    let body = try page.header()
    let bands = body.width * width, names = 43 * page.unit
    let (left, right) = page.columns(body, first: bands + names + page.gutter)
    try addBands(to: &page, left, bands: bands)
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
      let face = Rect(x, places[index] - 3.7 * page.unit, faces[index].width, 0)
      try page.caption(of: sample, face: face, scaled: faces[index], width: area.right - x)
    }
  }

  private func addSide(to page: inout BoardPage, _ side: Rect) throws(LayoutFailure) {
    let view = side.height * 0.41, palette = 54 * page.unit
    let image = Rect(side.x, side.y, side.width - palette - page.gap, view)
    try page.keyImage(in: image)
    try page.chips(down: Rect(image.right + page.gap, side.y, palette, view), width: 12 * page.unit)
    let top = side.y + view + page.gap
    try page.roomAndFurniture(in: Rect(side.x, top, side.width, side.bottom - top))
  }
}
