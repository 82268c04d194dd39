import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Light from one source: wedges of swelling and shrinking width in rings that turn against each other, or beams
/// of stage light that cross and fall on discs.
public struct Rays: ArtworkGenerator {
  public static let name = "rays"
  public static let summary = "wedges of shaped widths in turned rings around a disc, or beams of stage light"

  var spread = Spread.burst
  var count = 20
  var rhythm = 0.6
  var rings = 3
  var twist = 0.5
  var disc = 0.15
  var core = Core.half

  /// Where the light goes.
  enum Spread: String, ParameterOption {
    /// All round, out of the frame.
    case burst
    /// Half round, from a half disc on a line.
    case fan
    /// Cones from outside the frame to the focus.
    case beams
  }

  /// What shines.
  enum Core: String, ParameterOption {
    case disc, half, ring
  }

  public static let parameters: [Parameter<Rays>] = [
    .choice("spread", \.spread, "all round, half round or beams that fall on the focus"),
    .integer("count", \.count, 12...28, "wedges all round; beams are a sixth as many"),
    .real("rhythm", \.rhythm, 0.3...0.9, "how much wide and narrow wedges differ"),
    .integer("rings", \.rings, 2...4, when: .is("spread", "burst", "fan"), "rings of wedges"),
    .real(
      "twist", \.twist, 0.25...0.75, when: .is("spread", "burst"),
      "turn from ring to ring, in wedges; a half swaps light and dark"),
    .real("disc", \.disc, 0.11...0.2, "radius of the source, as a share of the short side"),
    .choice("core", \.core, "what shines at the source"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    switch spread {
    case .burst: return burst(in: space, &stream)
    case .fan: return fan(in: space, &stream)
    case .beams: return Beams(self, in: space, &stream).layers
    }
  }

  /// The source's radius in millimetres.
  func radius(in space: ArtSpace) -> Double {
    disc * min(space.stage.size.shortSide * 1.15, space.stage.area.squareRoot())
  }

  /// Wedges over a sweep, as angles from its start; wide where a slow wave is high.
  private func wedges(_ number: Int, over sweep: Double, waves: Double, _ stream: inout SeedStream) -> Wedges
  {
    let phase = stream.uniform(in: 0...1)
    let sizes = (0..<number * 2).map { i -> Double in
      let u = Double(i / 2) / Double(number)
      let pulse = i / 2 % 2 == 0 ? 1 + rhythm * 0.4 : 1 - rhythm * 0.4
      return Exact.exp(rhythm * 0.8 * Exact.sin(2 * Double.pi * (u * waves + phase))) * pulse
    }
    let total = sizes.reduce(0, +)
    var (at, parts): (Double, [ClosedRange<Double>]) = (0, [])
    for size in sizes {
      parts.append(at...(at + size / total * sweep))
      at += size / total * sweep
    }
    return Wedges(
      rays: stride(from: 0, to: parts.count, by: 2).map { parts[$0] },
      gaps: stride(from: 1, to: parts.count, by: 2).map { parts[$0] })
  }

  /// One ring of wedges.
  private func ring(
    _ source: Point, _ radii: ClosedRange<Double>, _ wedges: [ClosedRange<Double>], from start: Double,
    _ ink: SRGB
  ) -> [Mark] {
    wedges.map { wedge in
      .fill(
        .sector(
          source, inner: radii.lowerBound, outer: radii.upperBound, from: start + wedge.lowerBound,
          to: start + wedge.upperBound), .color(ink))
    }
  }

  /// The outer radius of every ring, each wider than the one inside it.
  private func radii(_ first: Double, growth: Double) -> [Double] {
    (0...rings).map { first * Exact.pow(growth, Double($0)) }
  }

  private func inkOfRing(_ index: Int, _ space: ArtSpace) -> SRGB {
    let inks = space.inksByVisibility
    return inks[index % min(inks.count, 2)]
  }
}

// MARK: - Wedges

extension Rays {
  private func burst(in space: ArtSpace, _ stream: inout SeedStream) -> [Layer] {
    let (source, radius) = (space.anchor(inset: 0.22), radius(in: space))
    var (start, sweep) = (stream.uniform(in: 0...6.28), 2 * Double.pi)
    if let shade = Shade(from: source, space) { (start, sweep) = (shade.end, 2 * Double.pi - shade.sweep) }
    let isWhole = sweep > 6.28
    let number = max(6, Int((Double(count) * sweep / (2 * Double.pi)).rounded()))
    let all = wedges(number, over: sweep, waves: isWhole ? 2 : 1, &stream)
    var bounds = radii(radius * 1.22, growth: mix(1.75, 1.5, Double(rings - 2) / 2))
    bounds[rings] = space.frame.width + space.frame.height
    let step = 2 * Double.pi / Double(count) * twist
    let marks = (0..<rings).flatMap { index -> [Mark] in
      // A part of a round has ends that must stay where they are: there light and dark change places instead.
      let turned = isWhole ? start + step * Double(index) : start
      let part = isWhole || index % 2 == 0 ? all.rays : all.gaps
      return ring(source, bounds[index]...bounds[index + 1], part, from: turned, inkOfRing(index, space))
    }
    return [Layer(.artwork, marks + shine(source, radius, space))]
  }

  /// The fan opens away from the quiet zone, upwards without one, and light and dark change places in its rings.
  private func fan(in space: ArtSpace, _ stream: inout SeedStream) -> [Layer] {
    let radius = radius(in: space) * 1.15
    let axis = Axis(in: space)
    let source = axis.foot(of: space)
    let reach = axis.room(from: source, in: space)
    let growth = Exact.pow(reach * stream.uniform(in: 0.9...1.05) / (radius * 1.25), 1 / Double(rings))
    let bounds = radii(radius * 1.25, growth: max(growth, 1.3))
    let all = wedges(max(9, count * 2 / 3), over: Double.pi, waves: 1, &stream)
    let start = axis.angle - Double.pi / 2
    let marks = (0..<rings).flatMap { index -> [Mark] in
      ring(
        source, bounds[index]...bounds[index + 1], index % 2 == 0 ? all.rays : all.gaps, from: start,
        inkOfRing(index, space))
    }
    let half = axis.half(at: source, reach: space.frame.width + space.frame.height)
    return [Layer(.artwork, clips: [half], marks + shine(source, radius, space))]
  }

  /// The source: the accent in a ring of bare ground.
  private func shine(_ source: Point, _ radius: Double, _ space: ArtSpace) -> [Mark] {
    let base: [Mark] = [.fill(.circle(source, radius: radius), .color(space.accent))]
    switch core {
    case .disc: return base
    case .ring: return base + [.fill(.circle(source, radius: radius * 0.56), .color(space.ground))]
    case .half:
      let turn = -Double.pi / 4
      let half = Path.sector(source, inner: 0, outer: radius * 1.002, from: turn, to: turn + Double.pi)
      return base + [.fill(half, .color(space.inksByVisibility[0]))]
    }
  }
}

/// A sweep cut into lit parts and the parts between them, in radians from its start.
private struct Wedges {
  let rays: [ClosedRange<Double>]
  let gaps: [ClosedRange<Double>]
}

/// The directions from a point that meet the quiet zone, and a little more; radians, clockwise on the page.
private struct Shade {
  let end: Double
  let sweep: Double

  /// Nil without a quiet zone.
  init?(from source: Point, _ space: ArtSpace) {
    guard let quiet = space.quiet else { return nil }
    let middle = Exact.atan2(quiet.center.y - source.y, quiet.center.x - source.x)
    let turns = [quiet.at(0, 0), quiet.at(1, 0), quiet.at(1, 1), quiet.at(0, 1)].map { corner in
      let a = Exact.atan2(corner.y - source.y, corner.x - source.x) - middle
      return a > Double.pi ? a - 2 * Double.pi : a < -Double.pi ? a + 2 * Double.pi : a
    }
    let (low, high) = (turns.min() ?? 0, turns.max() ?? 0)
    end = middle + high + 0.04
    sweep = high - low + 0.08
  }
}
