import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Light from one source: wedges of swelling and shrinking width, cropped by the frame, dimmed in flat steps.
public struct Rays: ArtworkGenerator {
  /// The name in presets and lists.
  public static let name = "rays"
  /// One line for lists and help.
  public static let summary =
    "a fan of wedges of shaped widths from a disc at the focus, dimmed in flat steps"

  var count = 18
  var rhythm = 0.6
  var share = 0.5
  var steps = 3
  var disc = 0.16
  var spread = Spread.burst
  var inks = 2

  /// Where the light goes.
  enum Spread: String, ParameterOption {
    /// All round, but for the rest area.
    case burst
    /// The upper half or the lower one, from a half disc on a line.
    case fan
    /// A few broad beams to one side that overlap.
    case beams
  }

  /// Every setting, declared once.
  public static let parameters: [Parameter<Rays>] = [
    .choice("spread", \.spread, "all round, half round or a few broad beams"),
    .integer("count", \.count, 10...28, "wedges all round"),
    .real("rhythm", \.rhythm, 0.3...0.85, "how much wide and narrow wedges differ"),
    .real("share", \.share, 0.4...0.62, "how much of the light is ray and not gap"),
    .integer("steps", \.steps, 1...4, "steps in which the light dims outwards"),
    .real("disc", \.disc, 0.1...0.24, "radius of the source, as a share of the short side"),
    .integer("inks", \.inks, 1...2, "inks that take turns"),
  ]

  /// All settings at their defaults.
  public init() {}

  /// See ``ArtworkGenerator``.
  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let lamp = Lamp(self, in: space, &stream)
    switch spread {
    case .burst, .fan: return wedges(lamp, in: space, &stream)
    case .beams: return beams(lamp, in: space, &stream)
    }
  }

  /// Wedges whose widths swell twice around, drawn ring by ring from the farthest.
  private func wedges(_ lamp: Lamp, in space: ArtSpace, _ stream: inout SeedStream) -> [Layer] {
    let colors = Array(space.formInks.prefix(inks))
    let edges = widths(over: lamp.sweep, &stream)
    var marks: [Mark] = []
    for step in (0..<steps).reversed() {
      let outer = lamp.outer(step, of: steps)
      for (index, edge) in edges.enumerated() {
        let tone = space.ground.mixed(with: colors[index % colors.count], lamp.light(step, of: steps))
        let wedge = Path.sector(
          lamp.source, inner: 0, outer: outer, from: lamp.start + edge.from, to: lamp.start + edge.to)
        marks.append(.fill(wedge, .color(tone)))
      }
    }
    return [Layer(.artwork, marks + lamp.lit(space))]
  }

  /// Start and end of every ray in a sweep; wide where a slow wave is high, narrow where it is low.
  private func widths(over sweep: Double, _ stream: inout SeedStream) -> [(from: Double, to: Double)] {
    let number = max(5, Int((Double(count) * sweep / (2 * Double.pi)).rounded()))
    let phase = stream.uniform(in: 0...1)
    let waves = sweep > 4 ? 2.0 : 1.0
    // Each cell is a gap, a ray, a gap; the first and the last thin out into the rest area.
    let sizes = (0..<number).map { i -> Double in
      let u = Double(i) / Double(number)
      let swell = Exact.sin(2 * Double.pi * (u * waves + phase))
      let pulse = i % 2 == 0 ? 1 + rhythm * 0.45 : 1 - rhythm * 0.45
      return Exact.exp(rhythm * 0.75 * swell) * pulse
    }
    let total = sizes.reduce(0, +)
    var at = 0.0
    return sizes.map { size in
      let cell = size / total * sweep
      let from = at + cell * (1 - share) / 2
      at += cell
      return (from, from + cell * share)
    }
  }

  /// Three or four beams that cross near the source, the mixture where they overlap.
  private func beams(_ lamp: Lamp, in space: ArtSpace, _ stream: inout SeedStream) -> [Layer] {
    let colors = space.formInks
    let number = count < 19 ? 3 : 4
    let middle = lamp.start + lamp.sweep / 2
    let open = min(lamp.sweep, 2.3) * 0.5
    let papers = (0..<number).map { index -> (Path, SRGB) in
      let u = Double(index) / Double(number - 1) * 2 - 1
      let width = open * mix(0.24, 0.42, share) * (index == 1 ? 1.5 : 0.8 + 0.3 * stream.unit())
      let center = middle + u * open * 0.62
      let beam = Path.sector(
        lamp.source, inner: 0, outer: lamp.far, from: center - width / 2 - 0.08, to: center + width / 2 + 0.08
      )
      return (beam, colors[index % max(min(colors.count, inks + 1), 1)])
    }
    return Papers(space).overlapping(papers) + [Layer(.artwork, lamp.lit(space))]
  }
}

/// The source, and the directions that are free of the quiet zone.
private struct Lamp {
  let source: Point
  let radius: Double
  /// The first direction and how far the light sweeps from it, in radians, clockwise on the page.
  let start: Double
  let sweep: Double
  /// Beyond every corner of the frame.
  let far: Double
  let isHalf: Bool
  let gap: Double

  init(_ art: Rays, in space: ArtSpace, _ stream: inout SeedStream) {
    let stage = space.stage
    radius = art.disc * min(stage.size.shortSide, space.unit * 95)
    source = space.anchor(inset: 0.22)
    far = space.frame.width + space.frame.height
    isHalf = art.spread == .fan
    gap = space.unit * 2.2
    let blocked = Lamp.blocked(from: source, space)
    switch (art.spread, blocked) {
    case (.burst, nil): (start, sweep) = (stream.uniform(in: 0...6.28), 2 * Double.pi)
    case (_, .some(let (from, to))):
      (start, sweep) = (to, 2 * Double.pi - (to - from))
    case (.fan, nil): (start, sweep) = (Double.pi, Double.pi)
    case (.beams, nil): (start, sweep) = (Double.pi * 0.5 - 1.1, 2.2)
    }
  }

  /// The directions from `source` that meet the quiet zone, grown a little; nil without a zone.
  private static func blocked(from source: Point, _ space: ArtSpace) -> (from: Double, to: Double)? {
    guard let quiet = space.quiet else { return nil }
    let middle = Exact.atan2(quiet.center.y - source.y, quiet.center.x - source.x)
    let turns = [quiet.at(0, 0), quiet.at(1, 0), quiet.at(1, 1), quiet.at(0, 1)].map { corner in
      let d = corner - source
      let a = Exact.atan2(d.y, d.x) - middle
      return a > Double.pi ? a - 2 * Double.pi : a < -Double.pi ? a + 2 * Double.pi : a
    }
    return (middle + (turns.min() ?? 0) - 0.05, middle + (turns.max() ?? 0) + 0.05)
  }

  /// How far the light of a step reaches; steps widen outwards.
  func outer(_ step: Int, of steps: Int) -> Double {
    step == steps - 1 ? far : radius * (1.9 + 1.5 * Double(step) + 0.5 * Double(step * step))
  }

  /// How strong it is.
  func light(_ step: Int, of steps: Int) -> Double { 1 - 0.62 * Double(step) / Double(max(steps, 2)) }

  /// The source: a disc in a ring of bare ground.
  func lit(_ space: ArtSpace) -> [Mark] {
    [
      .fill(.circle(source, radius: radius + gap), .color(space.ground)),
      .fill(.circle(source, radius: radius), .color(space.accent)),
    ]
  }
}
