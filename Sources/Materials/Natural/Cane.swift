import CVector
import Color
import Geometry
import Parameters
import Raster

/// Cane webbing: pairs of strands both ways and single ones along both diagonals, around eight-sided holes.
public struct Cane: Material {
  public static let name = "cane"
  public static let summary = "cane webbing: pairs both ways and diagonals around eight-sided holes"
  public static let color = SRGB(hex: "#d3ae74")!
  public static let detail = 5.0
  public static let sampleSide = 75.0

  var pitch = 14.0
  var strand = 2.1
  var variation = 0.5
  var behind = 0.25

  public static let parameters: [Parameter<Cane>] = [
    .real("pitch", \.pitch, 8...25, scale: .log, unit: "mm", "from hole to hole"),
    .real("strand", \.strand, 1.2...2.8, unit: "mm", "width of a strand, for holes 14 mm apart"),
    .real("variation", \.variation, 0...1, "how far strands differ in tone"),
    .real("behind", \.behind, 0...1, "how light it is behind the holes"),
  ]

  public init() {}

  public var tile: Size { Size(pitch * 12, pitch * 12) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    MaterialSwatch(job, of: CaneSurface(self, job))
  }
}

private struct CaneSurface: Surface {
  let ground: Tone
  let back: Tone
  let cane: Cane
  let fibres: LatticeNoise
  let strands: LatticeNoise

  /// The strand on top so far.
  struct Top {
    var height = lanes(-3)
    var across = Lanes()
    var along = Lanes()
    var name = Lanes()
    var edge = lanes(-1)
  }

  init(_ cane: Cane, _ job: MaterialJob) {
    self.cane = cane
    ground = Tone(job.color ?? Cane.color)
    back = Tone(SRGB(hex: "#14110e")!).towards(Tone(SRGB(hex: "#efe8dc")!), Float(cane.behind))
    fibres = LatticeNoise(rows: 12, seed: job.seed("fibres"))
    strands = LatticeNoise(seed: job.seed("strands"))
  }

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    let pitch = Float(cane.pitch)
    // In holes; the repeat is twelve both ways and, with whole numbers of holes, along the diagonals.
    let (x, y) = (spot.x * (1 / pitch), spot.y * (1 / pitch))
    let half = Float(cane.strand) / 14 * 0.5
    var top = Top()
    let apart = half * 1.18
    for side in 0..<2 {
      let shift = side == 0 ? -apart : apart
      straight(&top, x - shift, y, half, name: Float(side), over: 0)
      straight(&top, y - shift, x, half, name: Float(side) + 2, over: 1)
    }
    diagonal(&top, x + y, x - y, half * 0.95, name: 4, over: 0)
    diagonal(&top, x - y, x + y, half * 0.95, name: 5, over: 1)
    return painted(top, spot, pitch)
  }

  /// A strand along `t` wherever `s` is whole; it passes over and under with the crossings.
  @inline(__always)
  private func straight(_ top: inout Top, _ s: Lanes, _ t: Lanes, _ half: Float, name: Float, over: Float) {
    let index = floor(s + 0.5)
    let wave = sinPi(t + index + over + 0.5) * 0.10
    lay(&top, s - index, t, half, wave + 0.02, wrapped(index, 12) + name * 16)
  }

  /// A strand along `t` wherever `s` is a whole and a half; it lies on top, and dips under every other crossing.
  @inline(__always)
  private func diagonal(_ top: inout Top, _ s: Lanes, _ t: Lanes, _ half: Float, name: Float, over: Float) {
    let index = floor(s)
    let off = (s - index - 0.5) * 0.70710678
    let wave = sinPi(t + over + index) * 0.10
    lay(&top, off, t, half, wave + 0.06, wrapped(index, 12) + name * 16)
  }

  @inline(__always)
  private func lay(
    _ top: inout Top, _ off: Lanes, _ along: Lanes, _ half: Float, _ lift: Lanes, _ name: Lanes
  ) {
    let inside = 1 - magnitude(off) * (1 / half)
    let flat = unit(inside * 2.2)
    let height = lift + root(flat) * half * 0.55
    let isHigher = f32x8_less(top.height, height) & f32x8_less(Lanes(), inside)
    top.height = f32x8_select(isHigher, height, top.height)
    top.across = f32x8_select(isHigher, off * (1 / half), top.across)
    top.along = f32x8_select(isHigher, along, top.along)
    top.name = f32x8_select(isHigher, name, top.name)
    top.edge = f32x8_select(isHigher, inside * half, top.edge)
  }

  @inline(__always)
  private func painted(_ top: Top, _ spot: Spot, _ pitch: Float) -> Texel {
    let bits = strands.bits(top.name, lanes(3))
    let own = fibres.seeded(bits)
    let lines = own.gradient(top.across * 3.5, top.along) + own.gradient(top.across * 9, top.along * 2) * 0.5
    let node = own.gradient(lanes(0.5), top.along + 0.3)
    var texel = Texel(ground, gloss: 0.45)
    let spread = Float(cane.variation)
    texel.lightness += signed(bits, 1) * 0.045 * spread + lines * 0.022 + node * 0.03 * spread
    texel.b += signed(bits, 2) * 0.012 * spread
    texel.lightness -= square(top.across) * 0.05
    texel.height = top.height * pitch + lines * 0.02
    var hole = Texel(back)
    hole.height = lanes(-0.30 * pitch)
    let inside = cover(top.edge * pitch, max(spot.pixel, 0.05))
    hole.lay(texel, inside)
    return hole
  }
}
