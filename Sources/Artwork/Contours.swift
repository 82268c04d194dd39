import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// A mountain island as a contour map: layered paper, bold stripes or lines that thicken towards the summit.
public struct Contours: ArtworkGenerator {
  public static let name = "contours"
  public static let summary = "a contour map of an island around the focus, in layers, stripes or bold lines"

  var style = Style.layers
  var levels = 9
  var reach = 0.52
  var ruggedness = 0.5
  var stretch = 1.4
  var peaks = 2

  /// How the heights are shown.
  enum Style: String, ParameterOption {
    case layers, stripes, lines
  }

  public static let sketches = true
  public static let parameters: [Parameter<Contours>] = [
    .choice("style", \.style, "tonal layers of cut paper, alternating stripes, or lines"),
    .integer("levels", \.levels, 6...12, "steps from shore to summit"),
    .real("reach", \.reach, 0.42...0.6, "radius of the island, as a share of the short side"),
    .real("ruggedness", \.ruggedness, 0.15...1, "how far the shore strays from a plain oval"),
    .real("stretch", \.stretch, 1...1.8, "length of the island over its breadth"),
    .integer("peaks", \.peaks, 1...3, "summits"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let terrain = Terrain(self, in: space, &stream)
    let field = HeightField(over: space.frame, step: space.unit * 1.1 * space.coarseness) {
      terrain.height($0)
    }
    let count = style == .lines ? levels + levels / 2 + 3 : levels
    let regions = (0..<count).map { level in
      field.region(above: Double(level) / Double(count), shortest: space.unit * 9)
    }
    let ramp = stream.pick(space.rampPaths)
    let summit = field.region(above: terrain.summit, shortest: 0)
    switch style {
    case .layers: return paper(regions, ramp, summit, space)
    case .stripes: return stripes(regions, ramp, summit, space)
    case .lines: return lines(regions, ramp, summit, space)
    }
  }

  /// Every layer is one step stronger and casts a short shadow on the one beneath.
  private func paper(_ regions: [Path], _ ramp: InkRamp, _ summit: Path, _ space: ArtSpace) -> [Layer] {
    let shadow = Affine.translation(space.unit * 0.35, space.unit * 0.7)
    let shade = Paint.solid(space.ground.withLightness(0.12), alpha: space.isDark ? 0.42 : 0.2)
    let tones = regions.indices.map { ramp.color(mix(0.14, 1, Double($0) / Double(regions.count - 1))) }
    let marks = zip(regions + [summit], tones + [space.accent]).flatMap { region, tone in
      [Mark.fill(region.transformed(by: shadow), shade), .fill(region, .color(tone))]
    }
    return [Layer(.artwork, marks)]
  }

  /// Pure inks, not tints: the outer half in the ramp's middle ink if it has one.
  private func stripes(_ regions: [Path], _ ramp: InkRamp, _ summit: Path, _ space: ArtSpace) -> [Layer] {
    var marks: [Mark] = []
    for (index, region) in regions.enumerated() {
      let ink = index * 2 < regions.count ? ramp.stops[1] : ramp.end
      marks.append(.fill(region, .color(index % 2 == 0 ? ink : space.ground)))
    }
    return [Layer(.artwork, marks + [.fill(summit, .color(space.accent))])]
  }

  /// Every fourth line is an index line; all gain weight with height.
  private func lines(_ regions: [Path], _ ramp: InkRamp, _ summit: Path, _ space: ArtSpace) -> [Layer] {
    var marks: [Mark] = [.fill(regions[0], .color(ramp.color(0.1)))]
    for (index, region) in regions.enumerated() {
      let t = Double(index) / Double(regions.count - 1)
      let weight = mix(0.42, 1.05, t) * (index % 4 == 0 ? 1.9 : 1) * space.unit
      marks.append(
        .stroke(
          region, .color(index * 2 < regions.count ? ramp.stops[1] : ramp.end), Stroke(weight, join: .round)))
    }
    return [Layer(.artwork, marks + [.fill(summit, .color(space.accent))])]
  }
}

/// Cones with blunt tops, bent by noise and sinking towards the quiet zone; 0 is the shore, about 1 the summit.
private struct Terrain {
  let space: ArtSpace
  let bumps: [Bump]
  let bend: GradientNoise
  let detail: GradientNoise
  let ruggedness: Double
  let scale: Double
  /// The height whose outline is the summit's form.
  private(set) var summit = 0.93

  struct Bump {
    let center: Point
    let radius: Double
    let height: Double
    let turn: Affine
  }

  init(_ art: Contours, in space: ArtSpace, _ stream: inout SeedStream) {
    self.space = space
    ruggedness = art.ruggedness
    let stage = space.stage
    scale = min(stage.size.shortSide, space.unit * 110)
    let center = space.anchor(inset: 0.3)
    // The island lies along the stage, a little turned.
    let aspect = stage.width / stage.height
    let along = aspect > 1.1 ? 0.0 : aspect < 0.9 ? 0.5 : 0.25
    let angle = (along + stream.uniform(in: -0.13...0.13)) * Double.pi
    let stretch = min(art.stretch * max(aspect, 1 / aspect).squareRoot(), 2.2)
    // No wider across than the way to the quiet zone, so that its shore is its own and not the zone's.
    let breadth = min(art.reach * scale, space.distanceToQuiet(center) * 1.05)
    let radius = min(breadth * stretch.squareRoot(), stage.size.longSide * 0.47)
    let main = Bump(center: center, radius: radius, height: 1, turn: Self.oval(angle, 1 / stretch))
    var bumps = [main]
    for index in 1..<max(art.peaks, 1) {
      let side = (index == 1 ? 0 : Double.pi) + stream.uniform(in: -0.5...0.5)
      let away = stream.uniform(in: 0.62...0.8) * stretch.squareRoot()
      let way = Affine.rotation(angle).apply(
        Point(Exact.cos(side) * away, Exact.sin(side) * away / stretch) * radius)
      let size = stream.uniform(in: 0.5...0.62) / (index == 1 ? 1 : 1.3)
      bumps.append(
        Bump(
          center: center + way, radius: radius * size, height: size * 1.15, turn: Self.oval(angle + 0.6, 0.85)
        ))
    }
    self.bumps = bumps
    bend = GradientNoise(seed: stream.bits())
    detail = GradientNoise(seed: stream.bits())
    summit = height(center) - 0.055
  }

  /// Turns a displacement into the oval's own frame, where the oval is a circle.
  private static func oval(_ angle: Double, _ squash: Double) -> Affine {
    Affine.rotation(-angle).then(.scale(squash.squareRoot(), 1 / squash.squareRoot()))
  }

  func height(_ p: Point) -> Double {
    let (x, y) = (p.x / scale * 2.1, p.y / scale * 2.1)
    let bent =
      p + Point(bend.fractal(x, y, octaves: 2), bend.fractal(x + 40, y + 7, octaves: 2))
      * (scale * 0.16 * ruggedness)
    var height = -10.0
    for bump in bumps { height = Self.blended(height, bump.rise(at: bent)) }
    // The summit stays round: it is the one form that should be seen first.
    let calm = smoothstep(0.05, 0.45, p.distance(to: bumps[0].center) / scale)
    height += detail.value(x * 1.6, y * 1.6) * 0.11 * ruggedness * calm
    return height - sink(p)
  }

  /// Soft maximum: slopes meet in a valley that is rounded, not creased.
  private static func blended(_ a: Double, _ b: Double) -> Double {
    let h = max(0.12 - abs(a - b), 0) / 0.12
    return max(a, b) + h * h * 0.03
  }

  /// Lowers the land near the quiet zone until it lies under water well before its edge.
  private func sink(_ p: Point) -> Double {
    let margin = scale * 0.3
    let t = max(0, 1 - (space.distanceToQuiet(p) - scale * 0.04) / margin)
    return t * t * 1.1
  }
}

extension Terrain.Bump {
  func rise(at p: Point) -> Double {
    let d = turn.apply(p - center)
    let r = (d.dot(d) / (radius * radius) + 0.004).squareRoot()
    return height * (1.06 - r)
  }
}
