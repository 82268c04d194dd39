import CVector
import Color
import Raster

/// How a yarn is spun.
struct Yarn: Sendable {
  /// From middle to middle of neighbours, in millimetres.
  var pitch: Float
  /// Width over pitch.
  var width: Float
  /// How uneven it is, 0...1: thick places, waver and shade.
  var slub: Float
  /// How much it differs in lightness from its neighbours.
  var shade: Float
  /// Loose fibres, 0...1.
  var hair: Float
  /// How glossy it is.
  var gloss: Float
}

/// Cloth seen thread by thread: round yarns that dive where they pass under, twisted, uneven and hairy.
struct WovenSurface: Surface {
  let cloth: Cloth
  let yarn: Yarn
  /// One cell a thread across, several threads long.
  private let warp: LatticeNoise
  private let weft: LatticeNoise
  private let fuzz: LatticeNoise
  private let loops: LatticeNoise
  private let cloud: LatticeNoise
  private static let slubLength: Float = 18

  init(_ cloth: Cloth, _ yarn: Yarn, _ job: MaterialJob) {
    (self.cloth, self.yarn) = (cloth, yarn)
    let (ends, picks) = (cloth.ends, cloth.picks)
    warp = LatticeNoise(columns: ends * 2, rows: max(1, picks / Int(Self.slubLength)), seed: job.seed("warp"))
    weft = LatticeNoise(columns: max(1, ends / Int(Self.slubLength)), rows: picks * 2, seed: job.seed("weft"))
    fuzz = LatticeNoise(columns: ends * 4, rows: picks * 4, seed: job.seed("hair"))
    loops = LatticeNoise(columns: ends, rows: picks, seed: job.seed("loops"))
    cloud = LatticeNoise(columns: max(1, ends / 24), rows: max(1, picks / 24), seed: job.seed("cloud"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let (columns, rows) = (Float(cloth.ends), Float(cloth.picks))
    var (x, y) = (spot.x * (1 / yarn.pitch), spot.y * (1 / yarn.pitch))
    // Threads are never quite straight.
    let pull = yarn.slub * 0.55 + 0.05
    let (p, q) = (cloudScale(x, columns), cloudScale(y, rows))
    x +=
      (cloud.finer.finer.gradient(p * 4, q * 4) * 0.9 + cloud.finer.finer.finer.gradient(p * 8, q * 8) * 0.4)
      * pull
    y +=
      (cloud.finer.finer.gradient(p * 4 + 9, q * 4 + 5) * 0.9 + cloud.finer.finer.finer.gradient(
        p * 8, q * 8 + 3) * 0.4) * pull
    let (i, j) = (wrapped(floor(x), columns), wrapped(floor(y), rows))
    let seen = cloth.crossing(end: i, pick: j)
    let (u, v) = (fraction(x) - 0.5, fraction(y) - 0.5)
    let across = f32x8_select(seen.up, u, v), along = f32x8_select(seen.up, v, u)
    let thick = thickness(seen, i, j, x, y)
    var texel = Texel(Tone.none, gloss: yarn.gloss)
    (texel.lightness, texel.a, texel.b) = (seen.tone.lightness, seen.tone.a, seen.tone.b)
    round(&texel, seen, across, along, thick, x, y)
    hairs(&texel, x, y)
    texel.lightness += cloud.gradient(p, q) * 0.012
    return texel
  }

  @inline(__always)
  private func cloudScale(_ v: Lanes, _ threads: Float) -> Lanes {
    v * (Float(max(1, Int(threads) / 24)) / threads)
  }

  /// Width over pitch and a shade, both following the yarn.
  @inline(__always)
  private func thickness(
    _ seen: Cloth.Crossing, _ i: Lanes, _ j: Lanes, _ x: Lanes, _ y: Lanes
  ) -> (width: Lanes, shade: Lanes) {
    let (columns, rows) = (Float(cloth.ends), Float(cloth.picks))
    let (px, py) = (
      Float(max(1, cloth.ends / Int(Self.slubLength))) / columns,
      Float(max(1, cloth.picks / Int(Self.slubLength))) / rows
    )
    // Each yarn reads its own line of the lattice: two columns a thread, so that neighbours are strangers.
    let slubs = f32x8_select(
      seen.up, warp.fractal(i * 2 + 0.5, y * py, octaves: 2, gain: 0.3),
      weft.fractal(x * px, j * 2 + 0.5, octaves: 2, gain: 0.3))
    let bits = f32x8_select(seen.up, warp.number(i * 2, lanes(0)), weft.number(lanes(0), j * 2))
    let swell = ramp(0.12, 0.75, slubs)
    return (yarn.width + (swell * 0.75 + slubs * 0.20) * yarn.slub, (bits - 0.5) * 2 + slubs * 1.2)
  }

  @inline(__always)
  private func round(
    _ texel: inout Texel, _ seen: Cloth.Crossing, _ across: Lanes, _ along: Lanes,
    _ thick: (width: Lanes, shade: Lanes), _ x: Lanes, _ y: Lanes
  ) {
    let off = magnitude(across) * 2 / thick.width
    let bulge = root(positive(1.02 - off * off))
    // A float lies high; at its ends the yarn dives under its neighbour.
    let ends = f32x8_select(f32x8_less(along, Lanes()), seen.before, seen.after)
    let dive = square(along * 2) * (1 - ends)
    let lift = 1 - dive * 0.75
    texel.height = (bulge * 0.42 + lift * 0.34) * yarn.pitch
    // Twist: fine slanting lines.
    let twist = sinPi((x + y) * 5 + across * 1.5) * 0.5 + 0.5
    texel.lightness += thick.shade * yarn.shade + (twist - 0.5) * 0.03 * (1 - yarn.hair * 0.4)
    texel.height -= (1 - twist) * 0.03 * yarn.pitch
    let gap = ramp(0.55, 1.15, off)
    texel.lightness -= (gap * 0.16 + dive * 0.055) * (texel.lightness + 0.25)
  }

  @inline(__always)
  private func hairs(_ texel: inout Texel, _ x: Lanes, _ y: Lanes) {
    let bent = loops.gradient(x, y) * 1.2
    let fine = fuzz.gradient(x * 4 + bent, y * 4 - bent)
    let loose = loops.ridged(x + bent * 0.5, y + bent, octaves: 2)
    let strand = ramp(0.80, 0.97, loose) * yarn.hair
    texel.lightness += fine * (0.018 + yarn.hair * 0.02) + strand * 0.05
    texel.height += (fine * 0.035 + strand * 0.12) * yarn.pitch
  }
}

extension Tone {
  /// A place holder that is painted over.
  static let none = Tone(.black)
}
