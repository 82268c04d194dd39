import CVector
import Parameters
import Raster

/// How a board was cut from the trunk.
public enum WoodCut: String, ParameterOption {
  /// Beside the pith, along it: nested arches.
  case plain
  /// Through the pith: straight lines, and flecks where rays lie in the face.
  case quarter
  /// Across the trunk: rings.
  case end
}

/// The face of a board: growth rings around a pith, cut by a plane, with pores, rays and fibres.
///
/// Rings are level sets of the distance to a wandering pith, bent by noise; every board has a pith of its own.
struct WoodGrain: Sendable {
  let species: WoodSpecies
  let cut: WoodCut
  /// How strongly rings show, around 1.
  let contrast: Float
  private let base: Tone
  private let dark: Tone
  private let pore: Tone
  private let noise: LatticeNoise

  init(_ species: WoodSpecies, _ cut: WoodCut, contrast: Double, base: Tone, seed: UInt32) {
    (self.species, self.cut, self.contrast, self.base) = (species, cut, Float(contrast), base)
    noise = LatticeNoise(seed: seed)
    dark = base.moved(-0.13, chroma: 1.08, red: species.warmth.red, yellow: species.warmth.yellow)
    pore = base.moved(-0.24, chroma: 0.95, red: species.warmth.red)
  }

  /// The face at (u across, v along), in millimetres from the board's middle.
  @inline(__always)
  func texel(_ u: Lanes, _ v: Lanes, board bits: SIMD8<UInt32>, pixel: Float) -> Texel {
    let own = noise.seeded(bits)
    let radius = distance(u, v, bits, own)
    let ring = rings(radius, own)
    var texel = Texel(base, gloss: 0.32)
    texel.lightness += ring.shade * contrast
    texel.lay(dark, ring.streak * species.streaks * 0.85)
    fibres(&texel, u, v, own)
    if cut == .end {
      endPores(&texel, u, v, ring.early, own, pixel)
    } else {
      dashes(&texel, u, v, ring.early, own, pixel)
    }
    if species.rays > 0 { rays(&texel, u, v, own, pixel) }
    return texel
  }

  /// The distance to the pith, bent as trunks are.
  @inline(__always)
  private func distance(_ u: Lanes, _ v: Lanes, _ bits: SIMD8<UInt32>, _ own: LatticeNoise) -> Lanes {
    if cut == .end {
      let (x, y) = (u + signed(bits, 1) * 70, v + 55 + number(bits, 2) * 60)
      let bend = own.fractal(u * (1.0 / 45), v * (1.0 / 45), octaves: 3)
      return length(x, y) + bend * 5
    }
    let bend = own.fractal(u * (1.0 / 38), v * (1.0 / 330), octaves: 3) * 6
    let ripple = own.gradient(u * (1.0 / 7), v * (1.0 / 46)) * 0.55
    if cut == .quarter { return u * (0.75 + number(bits, 3) * 0.3) + bend * 0.45 + ripple * 0.5 + 300 }
    // The trunk tapers and leans: depth under the face changes along the board, which draws the arches.
    let lean = (0.035 + number(bits, 4) * 0.06) * whereLess(number(bits, 5), lanes(0.5), lanes(-1), lanes(1))
    let wander = own.gradient(v * (1.0 / 420), lanes(3.7)) * 26
    let depth = magnitude(v * lean + wander + 34 + number(bits, 6) * 34) + 3
    let side = u + signed(bits, 1) * 26 + own.gradient(v * (1.0 / 300), lanes(9.2)) * 9
    return length(side, depth) + bend + ripple
  }

  private struct Rings {
    let shade: Lanes
    let early: Lanes
    let streak: Lanes
  }

  @inline(__always)
  private func rings(_ radius: Lanes, _ own: LatticeNoise) -> Rings {
    let scaled = radius * (1 / species.ring)
    // Good and bad years: rings of unequal width.
    let years =
      scaled + own.gradient(scaled * 0.21, lanes(0.5)) * 1.3 + own.gradient(scaled * 0.47, lanes(5.5)) * 0.4
    let whole = floor(years)
    let part = years - whole
    let vigour = own.number(whole, lanes(17)) * 0.75 + 0.45
    // Early wood begins at once and fades into late wood; the late wood darkens towards the ring's end.
    let early = ramp(0, 0.07, part) * ramp(species.share + 0.28, species.share * 0.45, part)
    let close = ramp(0.45, 1, part) * ramp(1, 0.93, part)
    let shade = early * species.early + (close * species.late + 0.004) * 1.4
    let band = own.fractal(radius * 0.045, lanes(2.2), octaves: 3)
    return Rings(
      shade: shade * vigour, early: early * unit(vigour),
      streak: ramp(0.02, 0.55, band) * (0.55 + close * 0.45))
  }

  @inline(__always)
  private func fibres(_ texel: inout Texel, _ u: Lanes, _ v: Lanes, _ own: LatticeNoise) {
    let stretch: Float = cut == .end ? 1 : 24
    let fine = own.gradient(u * 2.6, v * (2.6 / stretch))
    let middle = own.gradient(u * 0.45 + 31, v * (0.45 / stretch) + 7)
    let broad = own.gradient(u * (1.0 / 22) + 11, v * (1.0 / 120) + 5)
    texel.lightness += fine * 0.011 + middle * 0.013 + broad * 0.018
    texel.b += broad * 0.005
    texel.height += fine * 0.006
  }

  /// Pores cut lengthwise: short dark dashes along the grain.
  @inline(__always)
  private func dashes(
    _ texel: inout Texel, _ u: Lanes, _ v: Lanes, _ early: Lanes, _ own: LatticeNoise, _ pixel: Float
  ) {
    let presence = mix(lanes(0.28), early, lanes(species.ringPorous)) * species.pores
    var sum = Lanes()
    for layer in 0..<3 {
      let size = 1 + Float(layer) * 0.45
      sum = larger(
        sum,
        dash(u, v, presence, own, Float(layer), species.poreWidth * size, species.poreLength * size, pixel))
    }
    texel.lay(pore, sum * 0.78)
    texel.height -= sum * 0.05
    texel.gloss -= sum * 0.12
  }

  /// One dash in each cell of a lattice four dashes wide, or none.
  @inline(__always)
  private func dash(
    _ u: Lanes, _ v: Lanes, _ presence: Lanes, _ own: LatticeNoise, _ layer: Float, _ width: Float,
    _ length: Float,
    _ pixel: Float
  ) -> Lanes {
    let across = u * (1 / (width * 2.2)) + layer * 0.37
    let column = floor(across)
    let shift = own.number(column, lanes(layer * 61 + 3))
    let along = v * (1 / length) + shift * 7
    let bits = own.bits(column, floor(along) + layer * 113)
    let reach = width * 0.5 / (width * 2.2)
    let soft = max(reach, pixel / (width * 2.2) * 0.7)
    let off = magnitude(fraction(across) - 0.28 - number(bits, 1) * 0.44)
    let body = unit(1.25 - off * (1 / soft)) * (reach / soft)
    let ends = fraction(along)
    let taper = unit(ends * 9) * unit((0.35 + number(bits, 2) * 0.6 - ends) * 9)
    let there = unit((presence - number(bits, 3)) * 6)
    return body * taper * there
  }

  /// Pores cut across: dots.
  @inline(__always)
  private func endPores(
    _ texel: inout Texel, _ u: Lanes, _ v: Lanes, _ early: Lanes, _ own: LatticeNoise, _ pixel: Float
  ) {
    let found = own.cells(u * 2.4, v * 2.4, jitter: 0.9)
    let presence = mix(lanes(0.2), early, lanes(species.ringPorous)) * species.pores
    let size = number(found.id, 1) * 0.14 + 0.16
    let dot = ramp(size + pixel * 1.2, size - 0.08, found.first) * unit((presence - number(found.id, 2)) * 6)
    texel.lay(pore, dot * 0.85)
    texel.height -= dot * 0.08
  }

  /// Rays: short dark lines in a plain cut, bright flecks across a quarter cut, fine lines from the pith in an end cut.
  @inline(__always)
  private func rays(
    _ texel: inout Texel, _ u: Lanes, _ v: Lanes, _ own: LatticeNoise, _ pixel: Float
  ) {
    if cut == .plain {
      let lines = dash(u, v, lanes(0.10), own, 7, 0.34, 13, pixel)
      texel.lay(pore, lines * 0.42 * species.rays)
    } else if cut == .quarter {
      let bend = own.gradient(u * 0.05 + 3, v * 0.025) * 1.6
      let tilted = v + u * 0.28 + bend * 7
      let fleck = own.gradient(u * 0.075 + bend * 0.4, tilted * 0.30 + 40)
      let patch = own.gradient(u * 0.03 + 8, v * 0.011 + 21)
      let shine = ramp(0.16, 0.34, fleck + patch * 0.35) * species.rays
      texel.lightness += shine * 0.055
      texel.gloss += shine * 0.25
      texel.height += shine * 0.01
    }
  }
}
