import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Lines over a height field, each hiding what lies behind it: an island of relief in a calm sea, under a great disc.
public struct Ridgelines: ArtworkGenerator {
  public static let name = "ridgelines"
  public static let summary =
    "lines over a height field that hide each other: a range rising before a great disc"

  var lines = 30
  var relief = 0.5
  var ruggedness = 0.5
  var breadth = 0.62
  var weight = 0.34
  var disc = 0.34
  var peaks = 3
  var inking = Inking.bands

  /// What is inked.
  enum Inking: String, ParameterOption { case lines, bands, shaded }

  public static let sketches = true
  public static let parameters: [Parameter<Ridgelines>] = [
    .integer("lines", \.lines, 18...60, "lines from the horizon to the foot"),
    .real("relief", \.relief, 0.25...0.8, "height of the range as a share of the stage's height"),
    .real("ruggedness", \.ruggedness, 0...1, "how much detail the slopes have"),
    .real("breadth", \.breadth, 0.4...0.9, "width of the range as a share of the stage's width"),
    .real("weight", \.weight, 0.14...0.5, "width of a line against the step between lines"),
    .real("disc", \.disc, 0.2...0.44, "radius of the disc as a share of the short side"),
    .integer("peaks", \.peaks, 1...4, "how many peaks the range has"),
    .choice("inking", \.inking, "lines on the ground, filled bands, or lines on slopes shaded with height"),
  ]

  public init() {}

  /// A range of cones with folded noise on their slopes, in the stage's millimetres; 0 is the sea.
  private struct Range {
    let cones: [(center: Point, radius: Double, height: Double)]
    let noise: GradientNoise
    let rough: Double
    let scale: Double

    func height(_ p: Point) -> Double {
      var high = 0.0
      // No cone is higher than at its middle.
      for cone in cones where cone.height > high {
        // Deeper than wide: the range is seen along the ground.
        let d = p - cone.center
        let r = Point(d.x, d.y * 1.7).length / cone.radius
        high = max(high, cone.height * Exact.exp(-2.4 * r * r))
      }
      let q = p * (3.4 / scale)
      let folded = 1 - abs(noise.fractal(q.x, q.y * 1.3, octaves: 3)) * 2.2
      let ripple = noise.value(q.x * 0.9, q.y * 5) * 0.012
      return high * (1 - rough * 0.55 + rough * 0.75 * folded) + ripple * scale * 0.3
    }
  }

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let stage = Stage(space).standing
    let focus = stage.local(space.focus)
    let field = range(stage, focus, &stream)
    let depth = min(stage.height * 0.46, stage.width * 0.75)
    let step = depth / Double(lines - 1)
    let radius = min(disc * stage.shortSide, stage.height * 0.34)
    let top = stage.height * (stage.isCut ? 0.93 : 0.9)
    let sun = Point(
      clamp(
        focus.x + (stream.chance(0.5) ? 0.16 : -0.16) * stage.width,
        radius * 0.8...max(radius * 0.8, stage.width - radius * 0.8)),
      min(depth + radius * 0.62, top - radius))
    let inks = space.contrastingInks
    var marks: [Mark] = [
      .fill(Path.circle(sun, radius: radius).transformed(by: stage.toPage), .color(space.accent))
    ]
    for index in (0..<lines).reversed() {
      let t = Double(index) / Double(lines - 1)
      let y = mix(0, depth, t)
      let profile = profile(y, field, stage, limit: top, count: Int(130 / space.coarseness))
      let land = land(under: profile, y - step * 1.3)
      let near = mix(1.25, 0.6, t)
      marks.append(.fill(land.transformed(by: stage.toPage), .color(fill(index, t, inks, space))))
      if inking != .bands {
        marks.append(
          .stroke(
            Path.smoothOpen(profile).transformed(by: stage.toPage), .color(inks[0]),
            Stroke(step * weight * near, cap: .round, join: .round)))
      }
    }
    return [Layer(.artwork, clips: stage.isCut ? [.rect(stage.rect)] : [], marks)]
  }

  private func fill(_ index: Int, _ t: Double, _ inks: [SRGB], _ space: ArtSpace) -> SRGB {
    switch inking {
    case .lines: return space.ground
    case .shaded: return InkRamp([space.ground, inks[1]]).color(t * 0.9)
    case .bands:
      // Air between: far bands pale, every fifth in the second ink.
      return InkRamp([inks[index % 5 == 2 ? 1 : 0], space.ground]).color(
        index % 2 == 0 ? t * 0.5 : 0.75 + t * 0.2)
    }
  }

  private func range(_ stage: Stage, _ focus: Point, _ stream: inout SeedStream) -> Range {
    let width = stage.width * breadth
    let depth = min(stage.height * 0.46, stage.width * 0.75)
    let main = Point(clamp(focus.x, stage.width * 0.3...stage.width * 0.7), depth * 0.5)
    let high = min(relief * stage.height, stage.width * 0.62) * 0.78
    let turn = stream.chance(0.5) ? 1.0 : -1.0
    let places = [
      (0.0, 0.0, 1.0, 1.0), (0.62, 0.22, 0.62, 0.7), (-0.55, -0.2, 0.5, 0.64), (1.0, -0.28, 0.36, 0.5),
    ]
    let cones = places.prefix(peaks).map { x, y, tall, wide in
      let aside = x * stream.uniform(in: 0.85...1.1) * turn
      return (
        center: main + Point(aside * width * 0.42, y * depth), radius: width * 0.46 * wide,
        height: high * tall * stream.uniform(in: 0.9...1)
      )
    }
    return Range(
      cones: cones, noise: GradientNoise(seed: stream.bits()), rough: ruggedness, scale: stage.shortSide)
  }

  /// A line from side to side; it keeps off the far side of the stage.
  private func profile(
    _ y: Double, _ range: Range, _ stage: Stage, limit: Double, count: Int
  ) -> [Point] {
    let over = stage.width * 0.02
    return (0...count).map { index in
      let x = mix(-over, stage.width + over, Double(index) / Double(count))
      return Point(x, min(y + max(range.height(Point(x, y)), -y), limit))
    }
  }

  /// What a line hides: all below it, down to `floor`.
  private func land(under line: [Point], _ floor: Double) -> Path {
    var path = Path.smoothOpen(line)
    path.line(to: Point(line[line.count - 1].x, floor))
    path.line(to: Point(line[0].x, floor))
    path.close()
    return path
  }
}
