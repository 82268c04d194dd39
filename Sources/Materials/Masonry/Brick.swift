import CVector
import Color
import Geometry
import Parameters
import Raster

/// How bricks overlap from course to course.
public enum BrickBond: String, ParameterOption {
  /// Each course half a brick on.
  case running
  /// Headers and stretchers in turn.
  case flemish
  /// Joint over joint.
  case stack
}

/// A wall of hand-made bricks with recessed mortar.
public struct Brick: Material {
  public static let name = "brick"
  public static let summary = "hand-made bricks, each fired differently, in recessed mortar"
  public static let color = SRGB(hex: "#9c5b45")!
  public static let detail = 1.6
  public static let sampleSide = 560.0

  var bond = BrickBond.running
  var variation = 0.5
  var roughness = 0.5
  var joint = 10.0
  var mortar = 0.7

  public static let parameters: [Parameter<Brick>] = [
    .choice("bond", \.bond, "how bricks overlap from course to course"),
    .real("variation", \.variation, 0...1, "how differently bricks were fired"),
    .real("roughness", \.roughness, 0...1, "from sharp bricks to worn ones"),
    .real("joint", \.joint, 3...16, scale: .log, unit: "mm", "width of the joints"),
    .real("mortar", \.mortar, 0...1, "from dark mortar to pale"),
  ]

  public init() {}

  static let size = (length: 215.0, height: 65.0)
  var pitch: Size { Size(Self.size.length + joint, Self.size.height + joint) }

  public var tile: Size { Size(pitch.width * 6, pitch.height * 12) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: BrickSurface(self, job))
  }
}

private struct BrickSurface: Surface {
  let fired: [Tone]
  let mortar: Tone
  let brick: Brick
  let joint: Float
  let pitch: (x: Float, y: Float)
  let noise: LatticeNoise
  let names: LatticeNoise

  init(_ brick: Brick, _ job: MaterialJob) {
    self.brick = brick
    joint = Float(brick.joint)
    pitch = (Float(brick.pitch.width), Float(brick.pitch.height))
    let base = Tone(job.color ?? Brick.color)
    fired = [
      base, base.moved(-0.11, chroma: 0.6, red: -0.008), base.moved(0.045, chroma: 0.95, yellow: 0.014),
    ]
    mortar = Tone(SRGB(hex: "#c9c2b5")!).towards(Tone(SRGB(hex: "#5a5650")!), 1 - Float(brick.mortar))
    noise = LatticeNoise(columns: 9, rows: 9, seed: job.seed("clay"))
    names = LatticeNoise(seed: job.seed("bricks"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let place = place(spot.x, spot.y)
    let scale = (9 / (pitch.x * 6), 9 / (pitch.y * 12))
    let (u, v) = (spot.x * scale.0, spot.y * scale.1)
    let rough = Float(brick.roughness)
    let wave = noise.finer.finer.fractal(u * 4, v * 4, octaves: 4, gain: 0.6)
    let worn = wave * (0.6 + rough * 3.2) - number(place.bits, 1) * rough * 1.6
    let depth = place.edge + worn
    let inside = ramp(-0.7, 0.9, depth)
    var texel = bed(u, v)
    texel.lay(face(place, u, v, depth, rough), inside)
    return texel
  }

  /// The brick at a place: from its middle, and millimetres inside its rounded rim.
  @inline(__always)
  private func place(_ x: Lanes, _ y: Lanes) -> (u: Lanes, v: Lanes, edge: Lanes, bits: SIMD8<UInt32>) {
    let row = floor(y * (1 / pitch.y))
    let v = y - (row + 0.5) * pitch.y
    let isOdd = wrapped(row, 2)
    var (half, u, column) = (lanes(pitch.x * 0.5), Lanes(), Lanes())
    switch brick.bond {
    case .running, .stack:
      let along = x * (1 / pitch.x) + isOdd * (brick.bond == .running ? 0.5 : 0)
      column = floor(along)
      u = (along - column - 0.5) * pitch.x
      column = wrapped(column, 6)
    case .flemish:
      // A header is half a stretcher long, joint and all; headers stand over the middles of stretchers.
      let along = x * (1 / (pitch.x * 1.5)) + isOdd * 0.5
      let pair = floor(along)
      let part = (along - pair) * (pitch.x * 1.5)
      let isHeader = f32x8_less(lanes(pitch.x), part)
      u = f32x8_select(isHeader, part - pitch.x * 1.25, part - pitch.x * 0.5)
      half = f32x8_select(isHeader, lanes(pitch.x * 0.25), half)
      column = wrapped(pair, 4) * 2 + f32x8_select(isHeader, lanes(1), Lanes())
    }
    let bits = names.bits(column, wrapped(row, 12))
    let lean = signed(bits, 9) * u * 0.006
    let (ax, ay) = (half - joint * 0.5 - magnitude(u), pitch.y * 0.5 - joint * 0.5 - magnitude(v + lean))
    let edge = insideBox(ax, ay, corner: 4)
    return (u, v, edge, bits)
  }

  @inline(__always)
  private func face(
    _ place: (u: Lanes, v: Lanes, edge: Lanes, bits: SIMD8<UInt32>), _ u: Lanes, _ v: Lanes, _ depth: Lanes,
    _ rough: Float
  ) -> Texel {
    let spread = Float(brick.variation)
    var texel = Texel(fired[0], gloss: 0.08)
    let own = noise.seeded(place.bits)
    let cloud = own.fractal(place.u * 0.016, place.v * 0.02, octaves: 4, gain: 0.6)
    texel.lay(fired[1], unit(number(place.bits, 2) * 2.6 - 1.6 + cloud * 0.9) * spread)
    texel.lay(fired[2], unit(number(place.bits, 3) * 2.2 - 1.1 + cloud * 1.0) * spread)
    texel.lightness += signed(place.bits, 4) * 0.055 * spread + cloud * 0.045
    let sand = own.fractal(place.u * 0.55, place.v * 0.55, octaves: 3, gain: 0.8)
    let crease = own.ridged(place.u * 0.022, place.v * 0.05, octaves: 3)
    let folds = ramp(0.72, 0.95, crease) * ramp(0.1, 0.6, number(place.bits, 5))
    let pit = own.cells(place.u * 0.13, place.v * 0.13)
    let hole = ramp(0.30, 0.12, pit.first) * unit((number(pit.id, 1) - 0.93) * 12)
    texel.lightness += sand * 0.03 - folds * 0.035 - hole * 0.09
    // Lime blooms on some bricks.
    let bloom = ramp(0.25, 0.7, own.fractal(place.u * 0.03 + 9, place.v * 0.05, octaves: 4)) * spread
    texel.lay(mortar, bloom * 0.22)
    texel.height =
      signed(place.bits, 6) * 0.9 + cloud * 1.6 * (0.3 + rough) + sand * 0.28 - folds * 0.9 - hole * 1.2
    texel.height -= square(unit(1 - depth * (1.0 / 5))) * 2.2
    return texel
  }

  @inline(__always)
  private func bed(_ u: Lanes, _ v: Lanes) -> Texel {
    var texel = Texel(mortar, gloss: 0.02)
    let sand = noise.finer.finer.finer.finer.finer.fractal(u * 32, v * 32, octaves: 3, gain: 0.85)
    let cloud = noise.fractal(u + 3, v, octaves: 4)
    texel.lightness += sand * 0.06 + cloud * 0.03
    texel.height = sand * 0.45 + cloud * 0.6 - 4.2
    return texel
  }
}
