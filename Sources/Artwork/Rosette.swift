import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// A plotted rosette: one closed curve of turning circles, drawn over and over between two sizes, inks over each other.
public struct Rosette: ArtworkGenerator {
  public static let name = "rosette"
  public static let summary = "a great spirograph rosette of plotted curves whose moiré shades it"

  var petals = 5
  var turns = 3
  var swing = 0.5
  var strands = 20
  var twist = 0.35
  var weight = 0.9
  var size = 0.96
  var heart = 0.14
  var pair = false

  public static let sketches = true
  public static let parameters: [Parameter<Rosette>] = [
    .integer("petals", \.petals, 4...13, "how many petals the rosette has"),
    .integer("turns", \.turns, 1...5, "turns of the curve until it closes; it crosses itself from 2 on"),
    .real("swing", \.swing, 0.25...0.8, "length of the pen's arm against the wheel's way"),
    .integer("strands", \.strands, 8...28, "how often the curve is drawn, each a little smaller and turned"),
    .real("twist", \.twist, 0...1, "how far the strands turn from the outermost to the innermost, in petals"),
    .real("weight", \.weight, 0.25...1, "width of a line"),
    .real("size", \.size, 0.8...1.15, "size against the stage; above 1 the frame crops it"),
    .real("heart", \.heart, 0.08...0.24, "radius of the disc in the middle as a share of the rosette's"),
    .flag("pair", \.pair, "a second, smaller rosette in another ink overlaps the first"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let stage = space.stage
    let radius = min(stage.size.shortSide * 0.5, space.unit * 60) * size
    // Beside type it must fit; a free frame may crop it.
    let margin = space.quiet == nil ? radius * 0.8 : radius * 1.02
    let focus = space.anchor(inset: 0.1)
    func kept(_ v: Double, _ low: Double, _ high: Double) -> Double {
      low + margin < high - margin ? clamp(v, (low + margin)...(high - margin)) : (low + high) / 2
    }
    let center = Point(kept(focus.x, stage.left, stage.right), kept(focus.y, stage.top, stage.bottom))
    let inks = space.contrastingInks
    let phase = stream.uniform(in: 0...(2 * Double.pi))
    let fit = min(1, (space.distanceToQuiet(center) - space.unit) / radius)
    var layers = [rosette(center, radius * fit, phase, InkRamp([inks[0], inks[1]]), space)]
    if pair, let place = second(center, radius * fit, space, &stream) {
      layers.append(
        rosette(place.center, place.radius, -phase, InkRamp([inks[1], inks[2]]), space, turn: -1))
      layers.append(disc(place.center, place.radius * heart * 0.8, inks[0]))
    }
    return layers + [disc(center, radius * fit * heart, space.accent)]
  }

  private func disc(_ center: Point, _ radius: Double, _ ink: SRGB) -> Layer {
    Layer(.artwork, [.fill(.circle(center, radius: radius), .color(ink))])
  }

  /// Where the second rosette overlaps the first by half of its radius, on the side with most room.
  private func second(
    _ center: Point, _ radius: Double, _ space: ArtSpace, _ stream: inout SeedStream
  ) -> (center: Point, radius: Double)? {
    let small = radius * 0.5
    let start = stream.uniform(in: 0...(2 * Double.pi))
    var best: (center: Point, radius: Double)?
    var most = -Double.infinity
    for index in 0..<16 {
      let (s, c) = Exact.sincos(start + Double(index) * Double.pi / 8)
      let place = center + Point(c, s) * (radius * 0.98)
      let room =
        space.frame.inset(by: small * 0.3).contains(place) && space.distanceToQuiet(place) > small * 1.06
      let air = (place - center).dot(space.stage.center - center) + small * stream.unit()
      if room, air > most { (best, most) = ((place, small), air) }
    }
    return best
  }

  private func rosette(
    _ center: Point, _ radius: Double, _ phase: Double, _ inks: InkRamp, _ space: ArtSpace, turn: Double = 1
  ) -> Layer {
    let petal = 2 * Double.pi / Double(petals)
    let line = Stroke(max(radius * 0.014 * weight, space.unit * 0.1), join: .round)
    let marks = (0..<strands).map { index -> Mark in
      let t = Double(index) / Double(strands - 1)
      let reach = radius * mix(1, 0.3, t)
      // Arms shorten inwards, so that strands close up into shade and open again.
      let curve = curve(
        reach, swing * mix(1, 0.55, t * t), turned: phase + turn * twist * petal * t, turn,
        samples: space.isSketch ? 5 : 10)
      let path = curve.transformed(by: .translation(center.x, center.y))
      return .stroke(path, .color(inks.color(t)), line)
    }
    return Layer(.artwork, marks)
  }

  /// A trochoid: a point on an arm that turns `petals` times while the wheel goes `turns` times round.
  ///
  /// The radius stays within `reach`; turns that share a factor with the petals are raised until they do not.
  private func curve(
    _ reach: Double, _ swing: Double, turned: Double, _ way: Double, samples: Int
  ) -> Path {
    var wheel = turns
    while gcd(wheel, petals) > 1 { wheel += 1 }
    let count = petals * wheel * samples
    let points = (0..<count).map { index -> Point in
      let a = 2 * Double.pi * Double(index) / Double(count)
      let (s1, c1) = Exact.sincos(a * Double(wheel) * way + turned)
      let (s2, c2) = Exact.sincos(-a * Double(petals - wheel) * way + turned)
      return Point(c1 + swing * c2, s1 + swing * s2) * (reach / (1 + swing))
    }
    return .smoothClosed(points)
  }

  private func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
}
