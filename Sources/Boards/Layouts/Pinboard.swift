import Canvas
import Color
import Composition
import Geometry
import Parameters

/// Samples, prints and cards as if pinned: a little askew, a little over each other.
public struct Pinboard: BoardLayout {
  public static let name = "pinboard"
  public static let summary = "prints and samples pinned a little askew and over each other's edges"

  /// No sample covers more of another than this share of the smaller one.
  static let mostOverlap = 0.12

  public var look = BoardLook()
  var tilt = 1.4
  var overlap = 0.07

  public static var parameters: [Parameter<Pinboard>] {
    [
      .real("tilt", \.tilt, 0.4...2.4, unit: "degrees", "how far pieces hang askew at most"),
      .real("overlap", \.overlap, 0.02...0.1, "how far a sample reaches over its neighbour"),
    ] + lookParameters
  }

  public init() {}

  public func compose(_ job: BoardJob) throws(LayoutFailure) -> Composition {
    var page = BoardPage(job, look)
    let body = try page.header()
    let (left, right) = page.columns(body, first: body.width * 0.45)
    var stream = job.stream.child("tilts")
    try addPrints(to: &page, left, &stream)
    try addSamples(to: &page, right, &stream)
    return try page.composition()
  }

  private func angle(_ stream: inout SeedStream) -> Double {
    // Never quite straight: what hangs straight among the askew looks like a mistake.
    let sign = stream.chance(0.5) ? 1.0 : -1.0
    return sign * stream.uniform(in: 0.35...1) * tilt * Double.pi / 180
  }

  /// The view as a print with a white border, the plan on a card below it.
  private func addPrints(to page: inout BoardPage, _ area: Rect, _ stream: inout SeedStream)
    throws(LayoutFailure)
  {
    let border = 3.4 * page.unit
    let bar = 7 * page.unit
    let chips = page.chipsHeight(width: area.width, bar: bar)
    let top = area.height * 0.46
    let print = Rect(area.x, area.y + 1.5 * page.unit, area.width, top - 3 * page.unit).inset(
      by: 1.5 * page.unit)
    if page.brief.photos.isEmpty {
      let tilt = angle(&stream) * 0.5
      page.card(print, lift: 0.7, angle: tilt)
      page.view(in: print.inset(by: border), bleeds: true, angle: tilt)
      page.pin(at: print.at(0.5, 0) + Point(0, border * 0.5))
    } else {
      try page.keyImage(in: print)
    }
    let below = area.y + top + page.gutter
    try page.chips(across: Rect(area.x, below, area.width, chips), height: bar)
    let rest = below + chips + page.gap
    try page.drawings(in: Rect(area.x, rest, area.width, area.bottom - rest))
  }

  private func addSamples(to page: inout BoardPage, _ area: Rect, _ stream: inout SeedStream)
    throws(LayoutFailure)
  {
    let foot = area.height * 0.31
    let box = Rect(area.x, area.y, area.width, area.height - foot - page.gap)
    let samples = page.scheme.samples
    let faces = try page.sampleRows(
      in: box, gap: 0.5 * page.unit, narrowest: 30 * page.unit, inset: 2.5 * page.unit,
      slack: 2.4 * page.unit)
    let reach = overlap * faces.map(\.width).min()!
    for (sample, face) in zip(samples, faces) {
      // Each hangs over the edge of its neighbour at the left, never over that one's caption.
      let isFirst = face.left < box.left + 0.01
      let drop = stream.uniform(in: -0.6...0.9) * page.unit
      let place = face.offset(by: Point(isFirst ? 0 : -reach, drop))
      page.sample(sample, face: place, angle: angle(&stream))
      if !sample.item.place.isSoft || face.width > 40 * page.unit {
        page.pin(at: Point(place.center.x, place.top + 2.2 * page.unit))
      }
      try page.caption(
        of: sample, face: face.offset(by: Point(1.5 * page.unit, 2.4 * page.unit)), scaled: face,
        width: face.width - 2.5 * page.unit)
    }
    try page.furniture(in: Rect(area.x, area.bottom - foot, area.width, foot))
  }
}

extension BoardPage {
  /// A white card with its shadow.
  mutating func card(_ box: Rect, lift: Double, angle: Double = 0) {
    shadow(box, lift: lift, angle: angle)
    let c = box.center
    let turn = Affine.translation(-c.x, -c.y).then(.rotation(angle)).then(.translation(c.x, c.y))
    layers.append(
      Layer(.artwork, [.fill(Path.rect(box).transformed(by: turn), .color(.white.mixed(with: ground, 0.12)))])
    )
  }

  /// A brass pin and its little shadow.
  mutating func pin(at point: Point) {
    let r = 1.25 * unit
    layers.append(
      Layer(
        .artwork,
        [
          .fill(
            .circle(point + Point(r * 0.7, r * 1.0), radius: r * 1.5),
            .radial(
              center: point + Point(r * 0.7, r * 1.0), radius: r * 1.5,
              stops: [GradientStop(0.3, .black, alpha: 0.36), GradientStop(1, .black, alpha: 0)])),
          .fill(
            .circle(point, radius: r),
            .radial(
              center: point - Point(r * 0.4, r * 0.4), radius: r * 1.6,
              stops: [
                GradientStop(0, SRGB(hex: "#f3dfae")!), GradientStop(0.45, SRGB(hex: "#c79f55")!),
                GradientStop(1, SRGB(hex: "#7c5c26")!),
              ])),
        ]))
  }
}
