import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Fans of concentric bands that stand on one edge and cross, and a disc that rests in the valley between them.
public struct Arcs: ArtworkGenerator {
  public static let name = "arcs"
  public static let summary = "crossing fans of concentric bands, with a disc resting where they meet"

  var fans = 2
  var bands = 5
  var weight = 0.56
  var banding = Banding.growing
  var seat = Seat.corners
  var overlaps = Overlaps.mixed
  var disc = 0.1

  /// How wide and narrow bands follow each other.
  enum Banding: String, ParameterOption { case even, growing, paired }
  /// Where the fans stand on their edge.
  enum Seat: String, ParameterOption { case corners, edge, raised, floating }
  /// What happens where bands cross.
  enum Overlaps: String, ParameterOption { case mixed, knockout }

  public static let parameters: [Parameter<Arcs>] = [
    .integer("fans", \.fans, 2...3, when: .is("seat", "corners", "edge", "raised"), "families of bands"),
    .integer("bands", \.bands, 3...6, "bands in the largest family"),
    .real("weight", \.weight, 0.44...0.66, "width of a band as a share of its step"),
    .choice("banding", \.banding, "how wide and narrow bands follow each other"),
    .choice("seat", \.seat, "where the fans stand"),
    .choice("overlaps", \.overlaps, "whether crossings show mixed ink or the ground"),
    .real("disc", \.disc, 0.07...0.14, "radius of the disc as a share of the short side"),
  ]

  public init() {}

  /// A fan's centre and its outer radius, in the stage's millimetres.
  private struct Fan {
    var center: Point
    var reach: Double
  }

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    let stage = Stage(space)
    var stream = stream
    let fans = arranged(on: stage, focus: stage.local(space.focus), &stream)
    let inks = space.contrastingInks
    let outlines = fans.map { path(of: $0, largest: fans[0].reach).transformed(by: stage.toPage) }
    let pair = [InkedForm(outlines[0], inks[0]), InkedForm(outlines[1], inks[1])]
    let radius = disc * space.frame.size.shortSide
    // Rings that float have a centre to hold; fans that stand leave a valley.
    let place =
      seat == .floating ? fans[1].center : restingPlace(fans[0], fans[1], radius, on: stage)
    let rest = Path.circle(place, radius: radius)
    return space.printed(pair, knockout: overlaps == .knockout)
      + fans.dropFirst(2).map { front(outlines[2], of: $0, ink: inks[2], stage, space) }
      + [Layer(.artwork, [.fill(rest.transformed(by: stage.toPage), .color(space.accent))])]
  }

  /// A third fan stands before the others: three sets of crossings would be noise.
  private func front(_ outline: Path, of fan: Fan, ink: SRGB, _ stage: Stage, _ space: ArtSpace) -> Layer {
    let cover = Path.circle(fan.center, radius: fan.reach * 1.06).transformed(by: stage.toPage)
    return Layer(.artwork, [.fill(cover, .color(space.ground)), .fill(outline, .color(ink))])
  }

  /// The largest fan first; every fan ends before the far side, so that the sky above stays bare.
  private func arranged(on stage: Stage, focus: Point, _ stream: inout SeedStream) -> [Fan] {
    let (w, h) = (stage.width, stage.height)
    let tall = min(h * (stage.isCut ? 0.95 : 0.8), w * 1.04) * (seat == .floating ? 0.84 : 1)
    var second = tall * stream.uniform(in: 0.62...0.8)
    // Centres at most this far apart still let the outer halves of the fans cross.
    let apart = min(tall * 0.55 + second * 0.8, w)
    var pair = (Point(w / 2 - apart / 2, 0), Point(w / 2 + apart / 2, 0))
    switch seat {
    case .corners: break
    case .edge:
      pair = (Point(w / 2 - apart * 0.22, 0), Point(w / 2 + apart * 0.4, 0))
      // Nearly as tall as the first, or both outlines would meet beyond the frame.
      second = tall * stream.uniform(in: 0.84...0.93)
    case .raised:
      pair.1 = Point(w / 2 + apart / 2, tall * 0.5)
      second = min(second, h * (stage.isCut ? 0.96 : 0.86) - pair.1.y)
    case .floating:
      second = min(w, h) * 0.36
      // A quarter of its radius clear of the fan: rings whose centre another fan covers lose their form.
      let (y, away) = (h * (stage.isCut ? 0.96 : 0.88) - second, tall + second * 0.25)
      pair.1 = Point(pair.0.x + max(second * 1.2, max(0, away * away - y * y).squareRoot()), y)
    }
    // The great fan stands across from the focus and swings towards it.
    if abs(focus.x - w / 2) < w * 0.02 ? stream.chance(0.5) : focus.x < w / 2 {
      pair = (Point(w - pair.0.x, pair.0.y), Point(w - pair.1.x, pair.1.y))
    }
    let middle = Point(mix(pair.0.x, pair.1.x, 0.6), 0)
    let third = Fan(center: middle, reach: tall * stream.uniform(in: 0.27...0.36))
    let two = [Fan(center: pair.0, reach: tall), Fan(center: pair.1, reach: second)]
    return fans == 3 && seat != .floating ? two + [third] : two
  }

  /// All bands of a fan as one outline: the innermost is a full disc, so that the fan has a root.
  private func path(of fan: Fan, largest: Double) -> Path {
    let count = max(2, Int((Double(bands) * fan.reach / largest).rounded()))
    var path = Path()
    var outer = fan.reach
    let steps = self.steps(count).map { $0 * fan.reach }
    for (index, step) in steps.enumerated() {
      let isRoot = index == steps.count - 1
      let inner = isRoot ? 0 : outer - step * share(index)
      path.append(.sector(fan.center, inner: inner, outer: isRoot ? step : outer, from: 0, to: 2 * Double.pi))
      outer -= step
    }
    return path
  }

  /// Shares of the reach, outermost first.
  private func steps(_ count: Int) -> [Double] {
    let ratio = banding == .growing ? 1.34 : 1
    var step = 1.0
    var steps: [Double] = []
    for _ in 0..<count {
      steps.append(step)
      step /= ratio
    }
    let sum = steps.reduce(0, +)
    return steps.map { $0 / sum }
  }

  private func share(_ index: Int) -> Double {
    banding == .paired ? (index % 2 == 0 ? min(0.78, weight * 1.25) : weight * 0.5) : weight
  }

  /// The centre of a disc that touches both fans from outside; on the crossing if that lies off the stage.
  private func restingPlace(_ a: Fan, _ b: Fan, _ radius: Double, on stage: Stage) -> Point {
    let place = crossing(a, b, wider: radius)
    let room = Rect(0, 0, stage.width, stage.height).inset(by: radius * 1.15)
    if room.contains(place) { return place }
    let high = crossing(a, b, wider: 0)
    return Point(clamp(high.x, room.left...room.right), clamp(high.y, room.top...room.bottom))
  }

  /// The crossing of two circles about the fans' centres that lies further from the base.
  private func crossing(_ a: Fan, _ b: Fan, wider: Double) -> Point {
    let (p, q, d) = (a.reach + wider, b.reach + wider, a.center.distance(to: b.center))
    let along = (d * d + p * p - q * q) / (2 * d)
    let aside = max(0, p * p - along * along).squareRoot()
    let axis = (b.center - a.center).normalized
    let foot = a.center + axis * along
    let (one, other) = (foot + axis.perpendicular * aside, foot - axis.perpendicular * aside)
    return one.y > other.y ? one : other
  }
}
