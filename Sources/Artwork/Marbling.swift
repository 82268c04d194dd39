import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Inks dropped on water and drawn with combs and a stylus: true outlines, every drop pushes all others aside.
public struct Marbling: ArtworkGenerator {
  public static let name = "marbling"
  public static let summary = "marbled paper: rings of ink drops, combed and swirled about a focus"

  var pattern = Pattern.swirl
  var count = 8
  var rings = 8
  var size = 0.42
  var pull = 0.55
  var teeth = 6
  var calm = 0.25

  /// What is done to the drops.
  enum Pattern: String, ParameterOption { case stones, swirl, comb, feather }

  public static let sketches = true
  public static let parameters: [Parameter<Marbling>] = [
    .choice(
      "pattern", \.pattern, "drops left alone, swirled by a stylus, combed one way or combed both ways"),
    .integer("count", \.count, 4...12, "places where ink is dropped"),
    .integer("rings", \.rings, 4...12, "drops in the great stone; the others have fewer"),
    .real("size", \.size, 0.3...0.55, "radius of the great stone, as a share of the short side"),
    .real("pull", \.pull, 0.2...1, "how far tools drag the ink"),
    .integer("teeth", \.teeth, 3...12, "teeth of the comb across the short side"),
    .real("calm", \.calm, 0...0.6, "share of the drops that are clear water"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let stage = space.stage
    let scale = min(stage.size.shortSide, space.unit * 96)
    let center = space.anchor(inset: 0.3)
    var bath = Bath(step: scale * 0.018 * space.coarseness)
    drop(into: &bath, center, scale, stage, space, &stream)
    work(&bath, center, scale, stage, &stream)
    let marks = bath.drops.map { Mark.fill(Self.outline($0.outline), .color($0.ink)) }
    let clips = stage == space.frame ? [] : [Path.rect(stage)]
    return [Layer(.artwork, clips: clips, marks)]
  }

  /// Outlines have points closer than curves need.
  private static func outline(_ points: [Point]) -> Path {
    .smoothClosed(points.indices.filter { $0 % 2 == 0 }.map { points[$0] })
  }

  // MARK: Dropping

  /// A place where ink is dropped again and again, and the radius that its rings fill together.
  private struct Stone {
    let center: Point
    let radius: Double
    let rings: Int
  }

  /// The stones' rings by turns, so that all push each other alike; the great stone's heart comes last.
  private func drop(
    into bath: inout Bath, _ center: Point, _ scale: Double, _ stage: Rect, _ space: ArtSpace,
    _ stream: inout SeedStream
  ) {
    let inks = space.contrastingInks
    let bed = stones(center, scale, stage, &stream)
    for ring in 0..<rings {
      for (number, stone) in bed.enumerated() where ring < stone.rings {
        let isHeart = number == bed.count - 1 && ring == rings - 1
        let order = [0, 1, 0, 2][(ring + number) % 4]
        let isClear = !isHeart && stream.chance(calm)
        let ink = isHeart ? space.accent : isClear ? space.ground : inks[order]
        // Equal drops make rings that narrow outwards; uneven ones keep them from looking turned on a lathe.
        let share = stone.radius / Double(stone.rings).squareRoot()
        let radius = share * stream.uniform(in: 0.7...1.2) * (isHeart ? 0.8 : 1)
        let off = Point(stream.uniform(in: -1...1), stream.uniform(in: -1...1)) * (stone.radius * 0.06)
        bath.drop(at: stone.center + off, radius: radius, ink)
      }
    }
  }

  /// Small stones about the great one, which stands last.
  ///
  /// Drops keep their areas and push all else outwards, so that together they fill a field of the sum of their areas:
  /// they start crowded about the middle and end over the stage, which that sum exceeds by a fifth.
  private func stones(
    _ center: Point, _ scale: Double, _ stage: Rect, _ stream: inout SeedStream
  ) -> [Stone] {
    let great = scale * size
    let rest = max(stage.area * 1.2 / Double.pi - great * great, great * great)
    let small = (rest / Double(count - 1)).squareRoot()
    let middle = center.mixed(with: stage.center, 0.6)
    let start = stream.uniform(in: 0...(2 * Double.pi))
    let others = (1..<count).map { index -> Stone in
      // Evenly over a disc by the golden angle (Vogel, 1979), stretched to the stage.
      let (s, c) = Exact.sincos(start + Double(index) * 2.39996323)
      let away = (Double(index) / Double(count)).squareRoot() * 0.4
      let p = middle + Point(c * away * stage.width, s * away * stage.height)
      return Stone(
        center: p, radius: small * stream.uniform(in: 0.75...1.2), rings: max(2, rings * 2 / 3))
    }
    return others + [Stone(center: center, radius: great, rings: rings)]
  }

  // MARK: Working

  private func work(
    _ bath: inout Bath, _ center: Point, _ scale: Double, _ stage: Rect, _ stream: inout SeedStream
  ) {
    let gap = scale / Double(teeth)
    let reach = pull * scale
    switch pattern {
    case .stones:
      bath.swirl(about: center + Point(scale * 0.5, -scale * 0.4), by: reach * 0.7, sharpness: scale * 0.2)
    case .swirl:
      let side = stream.chance(0.5) ? 1.0 : -1.0
      let away = Point(scale * 0.3 * side, scale * 0.26)
      bath.swirl(about: center + away, by: reach * 1.5 * side, sharpness: scale * 0.16)
      bath.swirl(about: center - away * 1.5, by: reach * 1.1 * side, sharpness: scale * 0.12)
      bath.swirl(
        about: center + Point(-away.x * 1.2, away.y * 2.1), by: -reach * 0.8 * side, sharpness: scale * 0.1)
    case .comb: comb(&bath, stage, gap, reach * 0.5, both: false, stream.uniform(in: 0...1))
    case .feather:
      comb(&bath, stage, gap, reach * 0.42, both: true, stream.uniform(in: 0...1))
    }
  }

  /// Parallel lines over the stage, up and down by turns; then, if `both`, finer ones across.
  private func comb(
    _ bath: inout Bath, _ stage: Rect, _ gap: Double, _ reach: Double, both: Bool, _ phase: Double
  ) {
    let wide = stage.inset(by: -gap)
    var (x, sign) = (wide.left + gap * phase, 1.0)
    while x < wide.right {
      bath.tine(through: Point(x, 0), along: Point(0, sign), by: reach, sharpness: gap * 0.18)
      x += gap
      sign = -sign
    }
    guard both else { return }
    var y = wide.top + gap * phase
    while y < wide.bottom {
      bath.tine(through: Point(0, y), along: Point(sign, 0), by: reach * 0.8, sharpness: gap * 0.16)
      y += gap
      sign = -sign
    }
  }
}
