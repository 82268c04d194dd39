import CVector
import Color
import Geometry
import Parameters
import Raster

/// What concrete was cast against.
public enum Formwork: String, ParameterOption {
  /// Smooth panels with tie holes.
  case panel
  /// Rough sawn boards.
  case boards
}

/// Fair-faced concrete: clouds, air bubbles, and the print of its formwork.
public struct Concrete: Material {
  public static let name = "concrete"
  public static let summary = "fair-faced concrete: clouds, air bubbles and the print of the formwork"
  public static let color = SRGB(hex: "#b3b0aa")!
  public static let detail = 2.0
  public static let sampleSide = 420.0

  var formwork = Formwork.boards
  var board = 105.0
  var bubbles = 0.5
  var clouds = 0.6

  public static let parameters: [Parameter<Concrete>] = [
    .choice("formwork", \.formwork, "what it was cast against"),
    .real("board", \.board, 60...240, scale: .log, unit: "mm", "width of a board, a quarter of a panel"),
    .real("bubbles", \.bubbles, 0...1, "how many air bubbles there are"),
    .real("clouds", \.clouds, 0...1, "how cloudy the cement dried"),
  ]

  public init() {}

  public var tile: Size { Size(board * 8, board * 8) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: ConcreteSurface(self, job))
  }
}

private struct ConcreteSurface: Surface {
  let ground: Tone
  let concrete: Concrete
  let board: Float
  let noise: LatticeNoise
  let bubbles: LatticeNoise
  let grain: LatticeNoise

  init(_ concrete: Concrete, _ job: MaterialJob) {
    self.concrete = concrete
    board = Float(concrete.board)
    ground = Tone(job.color ?? Concrete.color)
    noise = LatticeNoise(columns: 4, rows: 4, seed: job.seed("clouds"))
    bubbles = LatticeNoise(columns: 64, rows: 64, seed: job.seed("bubbles"))
    grain = LatticeNoise(columns: 8, rows: 128, seed: job.seed("grain"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let (x, y) = (spot.x * (0.5 / board), spot.y * (0.5 / board))
    let cloud = noise.fractal(x, y, octaves: 7, gain: 0.58)
    let blot = noise.fractal(x + 2.5, y + 1.25, octaves: 4, gain: 0.6)
    let sand = noise.finer.finer.finer.finer.finer.fractal(x * 32, y * 32, octaves: 3, gain: 0.8)
    var texel = Texel(ground, gloss: 0.28)
    texel.lightness += (cloud * 0.06 + ramp(0.0, 0.5, blot) * -0.045) * Float(concrete.clouds) + sand * 0.022
    texel.b += blot * 0.004
    texel.height = cloud * 0.5 + sand * 0.09
    if concrete.formwork == .boards {
      boards(&texel, x, y, spot.pixel)
    } else {
      panels(&texel, x, y, spot.pixel)
    }
    bubble(&texel, x, y, spot.pixel, size: 16, share: 0.10)
    bubble(&texel, x, y, spot.pixel, size: 48, share: 0.07)
    return texel
  }

  /// Lying boards that differ in thickness and suction, with their grain, and fins where they met.
  @inline(__always)
  private func boards(_ texel: inout Texel, _ x: Lanes, _ y: Lanes, _ pixel: Float) {
    let row = floor(y * 2)
    let bits = noise.bits(wrapped(row, 8), lanes(70))
    let inside = (y * 2 - row - 0.5) * board
    let edge = board * 0.5 - magnitude(inside)
    let ring = grain.seeded(bits)
    let bend = noise.seeded(bits).gradient(x * 2, y * 4) * 0.9
    let lines = ring.fractal(x * 2, y * 32 + bend * 2.2, octaves: 3, gain: 0.6)
    let fibres = ring.gradient(x * 4, y * 256)
    texel.lightness += signed(bits, 1) * 0.028 + lines * 0.030 + fibres * 0.01
    texel.height += number(bits, 2) * 1.6 + lines * 0.55 + fibres * 0.08
    let leak = ring.gradient(x * 16, lanes(0.5)) * 0.7 + 0.6
    let fin = ramp(1.7, 0.2, edge)
    texel.height += fin * positive(leak) * 1.1
    texel.lightness += (ramp(7, 0, edge) * -0.035 + fin * 0.02) * positive(leak)
  }

  /// Panels of four boards' width with fine joints, and the plugged holes of the ties that held them.
  @inline(__always)
  private func panels(_ texel: inout Texel, _ x: Lanes, _ y: Lanes, _ pixel: Float) {
    let side = board * 4
    let (u, v) = (centred(x * (2 * board), side), centred(y * (2 * board), side))
    let joint = smaller(side * 0.5 - magnitude(u), side * 0.5 - magnitude(v))
    let groove = ramp(1.6, 0.5, joint)
    texel.height -= groove * 1.3
    texel.lightness -= groove * 0.09 + ramp(14, 0, joint) * 0.012
    let hole = length(magnitude(u) - side * 0.27, magnitude(v) - side * 0.27)
    let size = board * 0.11
    let inner = ramp(size, size - 1, hole)
    texel.height -= inner * 4.5
    texel.lightness -= inner * 0.05
  }

  @inline(__always)
  private func bubble(
    _ texel: inout Texel, _ x: Lanes, _ y: Lanes, _ pixel: Float, size: Float, share: Float
  ) {
    let found = (size > 20 ? bubbles.finer : bubbles).cells(
      x * size * (size > 20 ? 2.0 / 3 : 1), y * size * (size > 20 ? 2.0 / 3 : 1), jitter: 0.9)
    let cell = 2 * board / size * (size > 20 ? 1.5 : 1)
    let crowd = noise.gradient(x * 1 + 1.5, y + 6.5) * 0.12
    let there = unit(
      (share * Float(concrete.bubbles) * 2 + crowd * Float(concrete.bubbles) - number(found.id, 1)) * 12)
    let radius = cell * (number(found.id, 2) * 0.10 + 0.05)
    let depth = unit((radius - found.first * cell) / radius) * there
    let inside = ramp(0, 0.35, depth)
    texel.height -= root(depth) * radius * 0.9
    texel.lightness -= inside * 0.13
    texel.gloss -= inside * 0.2
  }
}
