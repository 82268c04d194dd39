import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// A landscape of flat papers: ridges, dunes or swell, one behind another in the air's colours, and a sun or
/// moon half sunk at the focus. The sky is bare ground.
public struct Strata: ArtworkGenerator {
  public static let name = "strata"
  public static let summary =
    "ridges, dunes or swell in the air's colours and a large disc sinking behind them"

  var form = Form.dunes
  var ridges = 6
  var relief = 0.5
  var disc = 0.22
  var sunk = 0.3
  var seams = 2
  var veil = false

  /// The shape of a crest.
  enum Form: String, ParameterOption {
    case dunes, hills, peaks, swell
  }

  public static let parameters: [Parameter<Strata>] = [
    .choice("form", \.form, "the shape of the crests"),
    .integer("ridges", \.ridges, 4...8, "how many stand one behind another"),
    .real("relief", \.relief, 0.2...1, "height of the crests"),
    .real("disc", \.disc, 0.16...0.3, "radius of the sun or moon, as a share of the short side"),
    .real("sunk", \.sunk, 0.08...0.5, "how much of it the first ridge hides"),
    .integer("seams", \.seams, 0...3, "bands of sediment under each near crest"),
    .flag("veil", \.veil, "the disc shows through the ridges before it, fainter in each"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let scene = Scene(self, in: space, &stream)
    let ramp = stream.pick(space.rampPaths)
    let sun = Path.circle(scene.sun, radius: scene.radius)
    var layers = [Layer(.artwork, [.fill(sun, .color(space.accent))])]
    for index in 0..<ridges {
      let crest = scene.crest(index, form, stream.child("ridge \(index)"))
      let tone = ramp.color(scene.depth(index, of: ridges))
      let land = scene.land(below: crest)
      layers.append(Layer(.artwork, [.fill(land, .color(tone))]))
      if veil && index < 3 {
        let glow = tone.mixed(with: space.accent, [0.5, 0.28, 0.13][index])
        layers.append(Layer(.artwork, clips: [land], [.fill(sun, .color(glow))]))
      }
      if index * 2 >= ridges {
        layers.append(Layer(.artwork, seam(under: crest, in: scene, index, ramp)))
      }
    }
    if let front = scene.front(form, stream.child("front")) {
      layers.append(Layer(.artwork, [.fill(scene.land(below: front), .color(space.ground))]))
    }
    return layers
  }

  /// Thin bands that follow a crest, each a little deeper and thinner: small forms beside the large ones.
  private func seam(under crest: Crest, in scene: Scene, _ index: Int, _ ramp: InkRamp) -> [Mark] {
    let here = scene.depth(index, of: ridges)
    let tone = ramp.color(here + (here > 0.55 ? -0.13 : 0.13))
    return (0..<seams).map { band in
      let top = scene.unit * (2.2 + 2.6 * Double(band)) * scene.growth(index, of: ridges)
      let thickness = scene.unit * mix(1.1, 0.5, Double(band) / 3) * scene.growth(index, of: ridges)
      return .fill(crest.band(from: top, to: top + thickness), .color(tone))
    }
  }
}

/// Where things stand: the horizon under the disc, crests further and further down and apart.
private struct Scene {
  let space: ArtSpace
  let unit: Double
  let sun: Point
  let radius: Double
  let horizon: Double
  let bottom: Double
  let relief: Double
  let ridges: Int
  /// The land runs out in bare ground at the foot, for type to stand on.
  let fadesDown: Bool
  let noise: GradientNoise

  init(_ art: Strata, in space: ArtSpace, _ stream: inout SeedStream) {
    self.space = space
    unit = space.unit
    let stage = space.stage
    let below = (space.quiet?.center.y ?? -1e9) > stage.bottom
    radius = art.disc * min(stage.size.shortSide, unit * 100)
    let sky = radius * (2 - 2 * art.sunk) + stage.height * 0.07
    let foot = stage.bottom - stage.height * (below ? 0.12 : 0)
    let focus = space.settled(space.anchor(inset: 0.1), radius: radius * 1.1)
    // The horizon leaves room for the disc above and for the land below.
    let wanted = focus.y + radius * (1 - 2 * art.sunk)
    horizon = clamp(wanted, (stage.top + sky)...max(stage.top + sky, stage.top + stage.height * 0.62))
    sun = Point(focus.x, horizon - radius * (1 - 2 * art.sunk))
    bottom = max(foot, horizon + stage.height * 0.2)
    relief = art.relief
    ridges = art.ridges
    // On dark grounds near land sinks into night; on light ones stream decides: pale haze afar, or fog at the foot.
    fadesDown = below || (space.isDark ? stream.chance(0.65) : stream.chance(0.3))
    noise = GradientNoise(seed: stream.bits())
  }

  /// 0 at the far ridge, 1 at the nearest.
  private func near(_ index: Int, of count: Int) -> Double { Double(index) / Double(max(count - 1, 1)) }

  /// How far a ridge's colour is from the ground's.
  func depth(_ index: Int, of count: Int) -> Double {
    let t = near(index, of: count)
    return fadesDown ? mix(1, 0.12, t) : mix(0.2, 1, t)
  }

  /// Near things are larger.
  func growth(_ index: Int, of count: Int) -> Double { mix(0.5, 1.25, near(index, of: count)) }

  func crest(_ index: Int, _ form: Strata.Form, _ stream: SeedStream) -> Crest {
    let t = Double(index) / Double(ridges)
    let base = mix(horizon, bottom, Exact.pow(t, 1.25))
    let step = (bottom - horizon) / Double(ridges) * mix(0.7, 1.6, t)
    return line(base: base, height: step * mix(0.8, 2.0, relief), scale: mix(0.55, 1.25, t), form, stream)
  }

  /// The last crest, in the ground's own colour.
  func front(_ form: Strata.Form, _ stream: SeedStream) -> Crest? {
    guard fadesDown else { return nil }
    let step = (bottom - horizon) / Double(ridges)
    return line(base: bottom, height: step * mix(0.8, 1.6, relief), scale: 1.4, form, stream)
  }

  func land(below crest: Crest) -> Path {
    var path = Path.smoothOpen(crest.points)
    let floor = space.frame.bottom + unit * 60
    path.line(to: Point(crest.points[crest.points.count - 1].x, floor))
    path.line(to: Point(crest.points[0].x, floor))
    path.close()
    return path
  }

  /// Samples one crest; heights are measured up from `base`, and down again where type stands beside the land.
  private func line(
    base: Double, height: Double, scale: Double, _ form: Strata.Form, _ stream: SeedStream
  ) -> Crest {
    var stream = stream
    let span = min(space.frame.width, unit * 130)
    let wave = Wave(form, length: span * scale * mix(1.0, 0.75, relief), noise: noise, &stream)
    let height = min(height, wave.highest)
    let (start, end) = (space.frame.left - unit * 4, space.frame.right + unit * 4)
    let count = Int(((end - start) / (unit * 1.2)).rounded(.up))
    let points = (0...count).map { i in
      let x = mix(start, end, Double(i) / Double(count))
      return Point(x, base - height * (wave.rise(x) - 0.35) + drop(x, base, height))
    }
    return Crest(points: points)
  }

  /// Beside a quiet zone at the left or right the land slopes away to below the frame.
  private func drop(_ x: Double, _ base: Double, _ height: Double) -> Double {
    guard let quiet = space.quiet, quiet.height > space.frame.height * 0.6 else { return 0 }
    let away = max(quiet.left - x, x - quiet.right, 0)
    let t = 1 - smoothstep(0, space.stage.width * 0.55, away)
    return t * (space.frame.bottom - base + height + unit * 4)
  }
}
