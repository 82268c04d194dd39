import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Bold strokes that follow a current past, around or out of a disc at the focus and never touch each other.
public struct FlowField: ArtworkGenerator {
  public static let name = "flow-field"
  public static let summary = "bold strokes along a current about a disc, evenly apart and never touching"

  var current = Current.stone
  var spacing = 0.04
  var weight = 0.66
  var length = 0.75
  var turbulence = 0.45
  var focusing = 0.5
  var disc = 0.15
  var coverage = 0.85

  /// What drives the strokes.
  enum Current: String, ParameterOption { case stone, whirl, poles }

  public static let sketches = true
  public static let parameters: [Parameter<FlowField>] = [
    .choice(
      "current", \.current, "past the disc as water past a stone, around it, or from it to a second pole"),
    .real(
      "spacing", \.spacing, 0.026...0.06, scale: .log,
      "stroke to stroke at the focus, share of the short side"),
    .real("weight", \.weight, 0.4...0.84, "width of a stroke as a share of the spacing"),
    .real("length", \.length, 0.25...1.6, scale: .log, "longest stroke as a share of the short side"),
    .real("turbulence", \.turbulence, 0...1, "how far the current strays from its plain form"),
    .real("focusing", \.focusing, 0...0.7, "how much finer the strokes are away from the focus"),
    .real("disc", \.disc, 0.08...0.24, "radius of the disc as a share of the short side"),
    .real("coverage", \.coverage, 0.5...1, "how far from the focus strokes go, against the stage's corners"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let field = CurrentField(self, in: space, &stream)
    var placing = StreamStrokes(
      field, spacing: { spread(at: $0, field) }, least: least(field), step: 0.3 * space.coarseness)
    placing.fill(longest: length * field.scale, &stream)
    let inks = space.contrastingInks
    let tint = GradientNoise(seed: stream.bits())
    var marks = placing.strokes.map { stroke -> Mark in
      let middle = stroke[stroke.count / 2]
      let width = spread(at: middle, field) * weight * stream.pick([1, 1, 0.78, 0.42])
      let way = (middle - field.center) * (1.7 / field.scale)
      let tone = tint.value(way.x, way.y) + stream.uniform(in: -0.24...0.24)
      return .stroke(
        .smoothOpen(stroke.thinned), .color(inks[tone < 0.14 ? 0 : tone < 0.42 ? 1 : 2]),
        Stroke(width, cap: .round, join: .round))
    }
    marks.append(.fill(.circle(field.center, radius: field.radius), .color(space.accent)))
    if let pole = field.pole {
      marks.append(.fill(.circle(pole, radius: field.radius * 0.42), .color(inks[0])))
    }
    return [Layer(.artwork, marks)]
  }

  private func least(_ field: CurrentField) -> Double { spacing * field.scale * (1 - focusing) * 0.99 }

  /// The distance between strokes: widest about the disc.
  private func spread(at p: Point, _ field: CurrentField) -> Double {
    let away = smoothstep(field.radius * 1.2, field.reach, p.distance(to: field.center))
    return spacing * field.scale * (1 - focusing * away)
  }
}

/// Directions of a current, and where strokes may run.
struct CurrentField {
  let center: Point
  let radius: Double
  /// A second, smaller disc.
  let pole: Point?
  /// The short side that lengths are shares of.
  let scale: Double
  /// No stroke goes further from the centre.
  let reach: Double
  private let current: FlowField.Current
  private let space: ArtSpace
  /// Strokes run inside it.
  var frame: Rect { space.frame }
  private let noise: GradientNoise
  private let drift: Double
  private let strength: Double

  init(_ art: FlowField, in space: ArtSpace, _ stream: inout SeedStream) {
    self.space = space
    current = art.current
    let stage = space.stage
    scale = min(stage.size.shortSide, space.unit * 96)
    radius = art.disc * scale * (current == .whirl ? 1.15 : 1)
    let center = space.settled(space.anchor(inset: 0.28), radius: radius * 1.5)
    self.center = center
    let corners = [stage.at(0, 0), stage.at(1, 0), stage.at(0, 1), stage.at(1, 1)]
    reach = corners.map { $0.distance(to: center) }.reduce(0, max) * (0.12 + 0.88 * art.coverage)
    noise = GradientNoise(seed: stream.bits())
    let flat = stage.width > stage.height * 1.15
    let lean = stream.uniform(in: 0.14...0.42) * (stream.chance(0.5) ? 1 : -1)
    drift = (flat ? 0 : Double.pi / 2) + lean
    strength = art.turbulence * scale * 0.28
    let way =
      (stage.center - center).length > scale * 0.05 ? (stage.center - center).normalized : Point(0.55, 0.83)
    pole = current == .poles ? space.settled(center + way * (scale * 0.62), radius: radius) : nil
  }

  /// The unit direction at `p`.
  func direction(_ p: Point) -> Point {
    if let pole { return dipole(p, pole) }
    // The stream function's derivatives, turned by a quarter: its lines of equal value are the strokes.
    let h = scale * 2e-3
    let dx = level(Point(p.x + h, p.y)) - level(Point(p.x - h, p.y))
    let dy = level(Point(p.x, p.y + h)) - level(Point(p.x, p.y - h))
    return Point(dy, -dx).normalized
  }

  /// The stream function: past a cylinder (Milne-Thomson, 1940) or around it, both zero on its rim, with noise that
  /// vanishes there too, so that no stroke runs into the disc.
  private func level(_ p: Point) -> Double {
    let d = p - center
    let r = max(d.length, radius * 0.2)
    let clear = 1 - radius * radius / (r * r)
    let q = p * (1.6 / scale)
    let stray = strength * noise.fractal(q.x, q.y, octaves: 2)
    if current == .whirl { return r + clear * stray * 1.2 }
    let (s, c) = Exact.sincos(drift)
    return clear * (d.y * c - d.x * s + stray)
  }

  /// Field lines of a source and a sink, turned a little by noise.
  private func dipole(_ p: Point, _ pole: Point) -> Point {
    let (a, b) = (p - center, p - pole)
    let v = a * (1 / max(a.dot(a), 1e-6)) - b * (0.6 / max(b.dot(b), 1e-6))
    let q = p * (1.6 / scale)
    let turn = noise.fractal(q.x, q.y, octaves: 2) * strength / scale * 2.4
    return Affine.rotation(turn).apply(v.normalized)
  }

  /// True if a stroke of half width `half` may pass `p`.
  func admits(_ p: Point, half: Double) -> Bool {
    guard space.frame.inset(by: -half * 3).contains(p), space.distanceToQuiet(p) > half + space.unit else {
      return false
    }
    let d = p.distance(to: center)
    if let pole, p.distance(to: pole) < radius * 0.42 + half * 1.5 { return false }
    return d > radius + half * 1.5 && d < reach
  }
}

extension [Point] {
  /// Every third point and both ends: strokes are sampled for collisions more finely than curves need.
  fileprivate var thinned: [Point] {
    indices.filter { $0 % 3 == 0 || $0 == count - 1 }.map { self[$0] }
  }
}
