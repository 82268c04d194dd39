import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// A few broad parallel ribbons that flow past the focus, bend together, swell and cross.
public struct Ribbons: ArtworkGenerator {
  public static let name = "ribbons"
  public static let summary = "broad parallel ribbons that flow past the focus, swell and cross"

  var count = 8
  var breadth = 0.6
  var sway = 0.5
  var crossing = true
  var rhythm = 0.5
  var ends = Ends.round
  var air = 0.25

  /// How ribbons end in the frame.
  enum Ends: String, ParameterOption {
    /// They do not: they run out of the frame on both sides.
    case none
    case round, tapered
  }

  public static let parameters: [Parameter<Ribbons>] = [
    .integer("count", \.count, 5...14, "how many ribbons"),
    .real("breadth", \.breadth, 0.45...0.8, "breadth of them all, as a share of the stage"),
    .real("sway", \.sway, 0.25...1, "how far the flow bends"),
    .flag("crossing", \.crossing, "two strands of ribbons change sides, one over the other"),
    .real("rhythm", \.rhythm, 0.2...0.9, "how much broad and thin ribbons differ"),
    .choice("ends", \.ends, "how ribbons end in the frame"),
    .real("air", \.air, 0.12...0.4, "the gaps' share of the breadth"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let flow = Flow(self, in: space, &stream)
    let ribbons = self.ribbons(in: space, &stream)
    let (front, back) = (ribbons[0], ribbons[1])
    let cover = crossing ? [self.cover(front, along: flow, space)] : []
    return [
      Layer(.artwork, back.map { draw($0, along: flow, ends: crossing ? .none : ends) } + cover),
      Layer(.artwork, front.map { draw($0, along: flow, ends: ends) }),
    ]
  }

  /// Bare ground under the strand in front, so that the one behind does not show in its gaps.
  private func cover(_ strand: [Ribbon], along flow: Flow, _ space: ArtSpace) -> Mark {
    let low = strand.map { $0.place - $0.width }.min() ?? 0
    let high = strand.map { $0.place + $0.width }.max() ?? 0
    let whole = Ribbon(
      strand: strand[0].strand, place: (low + high) / 2, width: (high - low) / 2, color: space.ground,
      from: 0, to: 1)
    return .fill(
      flow.outline(whole, 0.04...0.96, ends: .none, grown: space.unit * 1.3), .color(space.ground))
  }

  /// Places and widths across the flow, a wave of broad and thin, in two strands.
  private func ribbons(in space: ArtSpace, _ stream: inout SeedStream) -> [[Ribbon]] {
    let phase = stream.uniform(in: 0...1)
    let sizes = (0..<count).map { i -> Double in
      let wave = Exact.sin(2 * Double.pi * (Double(i) / Double(count) * 1.4 + phase))
      return Exact.exp(rhythm * (wave * 0.9 + (i % 3 == 1 ? -0.55 : 0.25)))
    }
    let total = sizes.reduce(0, +)
    let inks = space.inksByVisibility
    // One inner ribbon of less than the usual width is the one to be seen first.
    let inner = Array(sizes.indices.dropFirst().dropLast())
    func oddity(_ i: Int) -> Double { (sizes[i] / total * Double(count) - 0.8).magnitude }
    let rare = inner.min { oddity($0) == oddity($1) ? $0 < $1 : oddity($0) < oddity($1) }
    let cut = (count * 3 + 3) / 5
    let share = sizes.prefix(cut).reduce(0, +) / total * 2
    var at = -1.0
    let ribbons = sizes.enumerated().map { index, size -> Ribbon in
      let span = size / total * 2
      defer { at += span }
      let strand = index < cut ? share / 2 - 1 : share / 2
      let ink = index == rare ? space.accent : inks[[0, 1, 0, 2, 0, 1][index % 6] % inks.count]
      let (start, stop) = (-0.02 + 0.2 * stream.unit(), mix(0.82, 1.02, stream.unit()))
      return Ribbon(
        strand: strand, place: at + span / 2 - strand, width: span / 2 * (1 - air), color: ink,
        from: index % 2 == 0 ? -0.3 : start, to: index % 2 == 0 ? stop : 1.3)
    }
    return [Array(ribbons.prefix(cut)), Array(ribbons.dropFirst(cut))]
  }

  private func draw(_ ribbon: Ribbon, along flow: Flow, ends: Ends) -> Mark {
    let limits = ends == .none ? -0.3...1.3 : ribbon.from...ribbon.to
    return .fill(flow.outline(ribbon, limits, ends: ends, grown: 0), .color(ribbon.color))
  }
}

/// One ribbon: where its strand and it in the strand lie across the flow, half its width, where it starts and stops.
///
/// Across, the flow's breadth is -1...1; along, the frame is about 0...1.
struct Ribbon {
  let strand: Double
  let place: Double
  let width: Double
  let color: SRGB
  let from: Double
  let to: Double
}
