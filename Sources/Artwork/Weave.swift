import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Parallel bands that one smooth event about the focus displaces or swells; they thin out towards the rest.
public struct Weave: ArtworkGenerator {
  public static let name = "weave"
  public static let summary = "parallel bands bent or swollen by one smooth bump about the focus"

  var event = Event.bulge
  var bands = 18
  var weight = 0.55
  var strength = 0.7
  var radius = 0.4
  var ink = Inking.inside
  var direction = Direction.along

  /// What happens about the focus.
  enum Event: String, ParameterOption { case bulge, swell, wave, counter }
  /// Where the second ink goes.
  enum Inking: String, ParameterOption { case single, alternate, inside }
  /// Which way bands run where no type settles it.
  enum Direction: String, ParameterOption { case along, across }

  public static let parameters: [Parameter<Weave>] = [
    .choice("event", \.event, "what happens about the focus"),
    .integer("bands", \.bands, 11...26, "bands on the stage"),
    .real("weight", \.weight, 0.42...0.66, "width of a band as a share of its step"),
    .real("strength", \.strength, 0.55...1, "how far bands are displaced or swollen"),
    .real("radius", \.radius, 0.3...0.46, "reach of the event as a share of the short side"),
    .choice("ink", \.ink, "where the second ink goes"),
    .choice("direction", \.direction, "which way the bands run where no type stands"),
  ]

  public init() {}

  /// The event's place and reach, and the bands' step, in the stage's millimetres.
  private struct Field {
    var stage: Stage
    var center: Point
    var reach: Double
    var step: Double
    var wavelength: Double
    /// Bands beyond this height would touch the type.
    var top: Double
  }

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let stage = direction == .across ? Stage(space).turned : Stage(space)
    // Not finer than the eye can count, however narrow the stage.
    let step = max(stage.height / Double(bands), space.frame.size.longSide * 0.024)
    let field = field(stage, step: step, focus: stage.local(space.focus), &stream)
    let outer = rows(field, shifted: false)
    if event == .counter || ink == .inside {
      let disc = Path.circle(field.center, radius: field.reach).transformed(by: stage.toPage)
      let inner = rows(field, shifted: event == .counter)
      return [
        Layer(.artwork, marks(outer, field, inside: false, space)),
        Layer(
          .artwork, clips: [disc],
          [.fill(disc, .color(space.ground))] + marks(inner, field, inside: true, space)),
      ]
    }
    return [Layer(.artwork, marks(outer, field, inside: false, space))]
  }

  /// Bands at `rows`; the one nearest to the centre carries the accent where it is the only such one.
  private func marks(_ rows: [Double], _ field: Field, inside: Bool, _ space: ArtSpace) -> [Mark] {
    let inks = space.contrastingInks
    let heart = rows.reduce(rows[0]) { abs($1 - field.center.y) < abs($0 - field.center.y) ? $1 : $0 }
    let hasHeart = inside || !(event == .counter || ink == .inside)
    return rows.enumerated().map { index, v in
      let alternates = ink == .alternate && event != .counter && index % 2 == 1
      let second = alternates || (inside && ink != .single)
      let color = hasHeart && v == heart ? space.accent : inks[second ? 1 : 0]
      return .fill(band(at: v, field, isInner: inside && event == .counter), .color(color))
    }
  }

  // MARK: The field

  private func field(
    _ stage: Stage, step: Double, focus: Point, _ stream: inout SeedStream
  ) -> Field {
    let top = stage.height * (stage.isCut ? 0.95 : 0.98)
    let reach = min(radius * stage.shortSide * 1.1, (event == .bulge ? 0.38 : 0.46) * top)
    // A bulge must have died away before the top, or it would push bands into the type.
    let highest = top - reach * (event == .bulge ? 1.55 : event == .counter ? 1.25 : 1.05)
    let aside = min(reach * 1.12, stage.width / 2)
    let y = clamp(focus.y, min(top * 0.36, highest)...highest)
    return Field(
      stage: stage, center: Point(clamp(focus.x, aside...(stage.width - aside)), y), reach: reach,
      step: step, wavelength: reach * stream.uniform(in: 0.8...1.25), top: top)
  }

  /// The heights of the bands before the event; one passes through its centre.
  private func rows(_ field: Field, shifted: Bool) -> [Double] {
    let first = field.center.y.truncatingRemainder(dividingBy: field.step) + (shifted ? field.step / 2 : 0)
    return (-2...bands + 1).map { first + Double($0) * field.step }
      .filter { $0 > -field.step * 1.5 && $0 + field.step / 2 < field.top }
  }

  /// 1 at the event's centre, falling to 0 well inside the stage.
  private func bump(_ p: Point, _ field: Field) -> Double {
    let r = p.distance(to: field.center) / field.reach
    return Exact.exp(-r * r * (event == .wave ? 1.1 : 1.6))
  }

  /// How much of its width a band keeps at height `v`: all near the base, little near the rest.
  private func fade(_ v: Double, _ field: Field) -> Double {
    let start = field.stage.isCut ? 0.45 : 0.5
    return mix(1, 0.2, smoothstep(start, 1, v / field.top))
  }

  // MARK: Bands

  private func band(at v: Double, _ field: Field, isInner: Bool = false) -> Path {
    let count = 72
    let over = field.step
    let xs = (0...count).map { mix(-over, field.stage.width + over, Double($0) / Double(count)) }
    let upper = xs.map { edge($0, v, 1, field, isInner: isInner) }
    let lower = xs.reversed().map { edge($0, v, -1, field, isInner: isInner) }
    var path = Path.smoothOpen(upper)
    path.appendConnected(.smoothOpen(lower))
    path.close()
    return path.transformed(by: field.stage.toPage)
  }

  /// A point of a band's upper (`side` 1) or lower (-1) edge.
  private func edge(
    _ x: Double, _ v: Double, _ side: Double, _ field: Field, isInner: Bool
  ) -> Point {
    let at = Point(x, v)
    let start = Point(x, v + side * field.step * share(at, field, isInner: isInner) / 2)
    switch event {
    case .swell, .counter: return start
    case .bulge:
      let away = start.y - field.center.y
      return Point(x, field.center.y + away * (1 + strength * 1.7 * bump(start, field)))
    case .wave:
      let turn = Exact.sin((x - field.center.x) / field.wavelength * 2 * Double.pi)
      return Point(x, start.y + turn * bump(at, field) * strength * field.reach * 0.34)
    }
  }

  /// The width of a band at `p` as a share of the step.
  private func share(_ p: Point, _ field: Field, isInner: Bool) -> Double {
    guard event == .swell else { return weight * (isInner ? 1 : fade(p.y, field)) }
    let r = p.distance(to: field.center) / field.reach
    return mix(weight * 0.42 * fade(p.y, field), 0.4 + 0.48 * strength, Exact.exp(-1.5 * r * r * r))
  }
}
