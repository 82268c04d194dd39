import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Large forms modelled by grain alone: dots crowd into shade and thin out into light, so that no gradient has bands.
public struct Grain: ArtworkGenerator {
  public static let name = "grain"
  public static let summary = "spheres, moons or folds shaded by thousands of dots, gradients without bands"

  var form = Form.spheres
  var size = 0.3
  var number = 3
  var dot = 0.0048
  var depth = 0.75
  var light = 0.12
  var bounce = 0.3

  /// What is shaded.
  enum Form: String, ParameterOption { case spheres, moons, folds }

  public static let sketches = true
  public static let parameters: [Parameter<Grain>] = [
    .choice("form", \.form, "what is shaded"),
    .real("size", \.size, 0.22...0.4, "radius of the great form as a share of the short side"),
    .integer("number", \.number, 2...5, "how many forms there are"),
    .real("dot", \.dot, 0.0038...0.008, scale: .log, "size of a dot as a share of the short side"),
    .real("depth", \.depth, 0.4...1, "how dark the shade is"),
    .real("light", \.light, 0...1, unit: "turns", "where the light comes from; 0 is the left, 0.25 above"),
    .real("bounce", \.bounce, 0...0.8, "light that comes back into the shade's far rim"),
  ]

  public init() {}

  /// A form, its ink, and how dark it is at each place, 0...1.
  private struct Body {
    let path: Path
    let ink: SRGB
    let shade: (Point) -> Double
  }

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let stage = space.stage
    let scale = min(stage.size.shortSide, space.unit * 96)
    let bodies = form == .folds ? folds(stage, scale, space, &stream) : discs(stage, scale, space, &stream)
    return bodies.enumerated().flatMap { index, body -> [Layer] in
      let ink = body.ink
      let dark = shadeInk(ink, space)
      let dots = stipple(body, scale * space.coarseness, stream.child("dots \(index)"))
      return [
        Layer(.artwork, [.fill(body.path, .color(ink))]),
        Layer(.artwork, clips: [body.path], [.fill(dots, .color(dark))]),
      ]
    }
  }

  /// The darkest ink, or a deeper tone of the form's own where that is the darkest itself.
  private func shadeInk(_ ink: SRGB, _ space: ArtSpace) -> SRGB {
    let candidates = space.inks + [space.ground]
    let dark = candidates.min { OKLCH($0).lightness < OKLCH($1).lightness }!
    return OKLCH(dark).lightness < OKLCH(ink).lightness - 0.14
      ? dark : ink.withLightness(max(0.08, OKLCH(ink).lightness - 0.2))
  }

  /// Dots whose distance falls with the shade, blue noise at every tone. `scale` is what dots are shares of.
  private func stipple(_ body: Body, _ scale: Double, _ stream: SeedStream) -> Path {
    guard let bounds = body.path.controlBounds else { return Path() }
    var stream = stream
    // Folds cover the whole stage: coarser dots keep their number in bounds.
    let radius = dot * scale / (form == .folds ? 1.3 : 2)
    // Dots cover pi r² / (0.7 d²) of the plane in a Poisson-disk set of distance d.
    // The cost of finding neighbours grows with the square of most over least.
    let (least, most) = (radius * 2.3, radius * 11)
    let set = PoissonDisk(in: bounds, from: least, to: most, attempts: 12, unit: { stream.unit() }) { p in
      clamp(least / max(body.shade(p) * depth, 1e-3).squareRoot(), least...most)
    }
    var path = Path()
    for p in set.points where body.shade(p) * depth > 0.045 { path.append(Self.speck(p, radius)) }
    return path
  }

  /// Eight sides: at half a millimetre nobody sees a circle's.
  private static func speck(_ c: Point, _ r: Double) -> Path {
    let (k, h) = (r, r * 0.7071067811865476)
    return .polygon([
      Point(c.x + k, c.y), Point(c.x + h, c.y + h), Point(c.x, c.y + k), Point(c.x - h, c.y + h),
      Point(c.x - k, c.y), Point(c.x - h, c.y - h), Point(c.x, c.y - k), Point(c.x + h, c.y - h),
    ])
  }

  // MARK: Spheres and moons

  private func discs(
    _ stage: Rect, _ scale: Double, _ space: ArtSpace, _ stream: inout SeedStream
  ) -> [Body] {
    let inks = space.contrastingInks
    let big = size * scale
    let center = space.settled(space.anchor(inset: 0.3), radius: big * 1.04)
    let (s, c) = Exact.sincos(light * 2 * Double.pi)
    let way = Point(-c, -s)
    var placed: [(center: Point, radius: Double)] = []
    var radius = big
    for index in 0..<number {
      if index == 0 {
        placed.append((center, radius))
      } else if let spot = spot(for: radius, beside: placed, space, &stream) {
        placed.append((spot, radius))
      }
      radius *= index == 0 ? 0.52 : 0.6
    }
    // The accent is the smallest: seen last and remembered.
    return placed.enumerated().map { index, disc in
      let ink = index == placed.count - 1 ? space.accent : inks[[1, 0, 2, 1][index % 4]]
      return Body(
        path: .circle(disc.center, radius: disc.radius), ink: ink,
        shade: form == .spheres
          ? sphere(disc.center, disc.radius, way) : moon(disc.center, disc.radius, way, index))
    }
  }

  /// Near a disc that stands already, clear of all, inside the stage.
  private func spot(
    for radius: Double, beside placed: [(center: Point, radius: Double)], _ space: ArtSpace,
    _ stream: inout SeedStream
  ) -> Point? {
    let room = space.stage.inset(by: radius * 0.6)
    let start = stream.uniform(in: 0...(2 * Double.pi))
    var best: (place: Point, score: Double)?
    for index in 0..<48 {
      let host = placed[index % placed.count]
      let (s, c) = Exact.sincos(start + Double(index) * 2.4)
      let p = host.center + Point(c, s) * (host.radius + radius * 1.25)
      let air = placed.map { $0.center.distance(to: p) - $0.radius - radius }.min()!
      guard room.contains(p), air > radius * 0.1, space.distanceToQuiet(p) > radius * 1.1 else { continue }
      // Beside and below the great form rather than above it.
      let score = p.distance(to: space.stage.center) / space.stage.size.longSide + stream.unit() * 0.2
      if score < best?.score ?? .infinity { best = (p, score) }
    }
    return best?.place
  }

  /// Lambert's cosine law with light that returns from below.
  private func sphere(_ c: Point, _ radius: Double, _ way: Point) -> (Point) -> Double {
    let bounce = bounce
    return { p in
      let d = (p - c) * (1 / radius)
      guard d.length < 1.03 else { return 0 }
      let height = max(0, 1 - d.dot(d)).squareRoot()
      let lit = d.dot(way) * 0.8 + height * 0.6
      let rim = bounce * smoothstep(0.72, 1, d.length) * max(0, -d.dot(way))
      return clamp(0.82 - lit, 0...1) * (1 - rim)
    }
  }

  /// A disc with a terminator: dark on one side, light on the other, further round with every moon.
  private func moon(_ c: Point, _ radius: Double, _ way: Point, _ index: Int) -> (Point) -> Double {
    let phase = 0.25 - 0.45 * Double(index), bounce = bounce
    return { p in
      let d = (p - c) * (1 / radius)
      guard d.length < 1.03 else { return 0 }
      let across = d.dot(way), along = d.dot(way.perpendicular)
      let edge = phase * max(0, 1 - along * along).squareRoot()
      return smoothstep(-0.06, 0.3, edge - across) * (1 - bounce * smoothstep(0.3, 1.8, edge - across))
    }
  }

  // MARK: Folds

  /// Broad bands side by side, each light on one edge and dark on the other, as of folded paper; a disc before them.
  private func folds(
    _ stage: Rect, _ scale: Double, _ space: ArtSpace, _ stream: inout SeedStream
  ) -> [Body] {
    let inks = space.contrastingInks
    let count = number + 2
    let lean = (light - 0.5) * 0.7
    let (s, c) = Exact.sincos(lean)
    let (along, across) = (Point(c, s), Point(-s, c))
    let reach = Point(stage.width, stage.height).length
    let half = (abs(s) * stage.width + abs(c) * stage.height) / 2
    let widths = (0..<count).map {
      mix(1, 0.42, Double($0) / Double(count - 1)) * stream.uniform(in: 0.85...1.15)
    }
    let total = widths.reduce(0, +)
    let origin = stage.center - across * half
    var start = 0.0
    let bands = widths.enumerated().map { index, width -> Body in
      let (low, high) = (start / total * 2 * half, (start + width) / total * 2 * half)
      start += width
      let corners = [
        origin + across * low - along * reach, origin + across * low + along * reach,
        origin + across * high + along * reach, origin + across * high - along * reach,
      ]
      return Body(
        path: .polygon(corners.clipped(to: stage)),
        ink: index % 3 == 1 ? inks[1] : index % 3 == 2 ? inks[2] : inks[0],
        shade: { p in
          let t = clamp(((p - origin).dot(across) - low) / (high - low), 0...1)
          return t * t
        })
    }
    let radius = size * scale * 0.8
    let center = space.settled(space.anchor(inset: 0.3), radius: radius * 1.04)
    return bands.filter { !$0.path.isEmpty } + [
      Body(
        path: .circle(center, radius: radius), ink: space.accent, shade: sphere(center, radius, Point(-c, -s))
      )
    ]
  }
}
