import CVector
import Color
import Raster

/// The face of a glazed tile: glaze that pools and thins, on a body that is never quite flat.
struct Glaze: Sendable {
  let base: Tone
  let size: Float
  let waviness: Float
  let variation: Float
  let gloss: Float
  let noise: LatticeNoise
  private let deep: Tone
  private let thin: Tone
  private let joint: Tone
  private let body: Tone

  init(
    base: Tone, size: Float, waviness: Float, variation: Float, gloss: Float, grout: Float,
    noise: LatticeNoise
  ) {
    (self.base, self.size, self.waviness, self.variation) = (base, size, waviness, variation)
    (self.gloss, self.noise) = (gloss, noise)
    deep = base.moved(-0.11, chroma: 1.12)
    thin = base.moved(0.10, chroma: 0.85)
    body = Tone(SRGB(hex: "#b98e6c")!)
    joint = Tone(SRGB(hex: "#d9d5cc")!).towards(Tone(SRGB(hex: "#4b4a48")!), 1 - grout)
  }

  @inline(__always)
  func texel(_ place: TilePlace, joint width: Float, pixel: Float) -> Texel {
    let own = noise.seeded(place.bits)
    let (u, v) = (place.u * (1 / size), place.v * (1 / size))
    let ragged = own.fractal(u * 5, v * 5, octaves: 3) * (waviness * size * 0.013)
    let edge = place.edge + ragged - number(place.bits, 8) * waviness * size * 0.006
    let inside = cover(edge, max(pixel, 0.25))
    var texel = grout(place, own)
    texel.lay(face(place, u, v, edge, own), inside)
    return texel
  }

  @inline(__always)
  private func face(_ place: TilePlace, _ u: Lanes, _ v: Lanes, _ edge: Lanes, _ own: LatticeNoise) -> Texel {
    var texel = Texel(base, gloss: gloss)
    let tone = signed(place.bits, 1)
    let pool = own.fractal(u * 1.4 + 3, v * 1.4, octaves: 4, gain: 0.55)
    texel.lay(deep, unit(tone * 0.75 + pool * waviness * 0.9) * variation)
    texel.lay(thin, unit(tone * -0.65 - pool * waviness * 0.9) * variation)
    texel.a += signed(place.bits, 2) * variation * 0.008
    texel.b += signed(place.bits, 3) * variation * 0.010
    let speck = own.fractal(u * 30, v * 30, octaves: 2)
    texel.lightness += speck * 0.008
    // Glaze runs thin over the rim, and chips off hand-cut ones.
    let rim = size * 0.022 + 0.35
    let round = square(unit(1 - edge * (1 / rim)))
    texel.lay(thin, round * 0.35 * (0.4 + waviness))
    let chip =
      ramp(0.30, 0.42, own.gradient(u * 9, v * 9)) * ramp(rim * 1.3, 0, edge)
      * ramp(0.35, 0.8, lanes(waviness))
    texel.lay(body, chip * 0.45)
    texel.gloss -= chip * 0.6
    let wave = own.fractal(u * 1.8 + 7, v * 1.8, octaves: 3, gain: 0.3)
    let ripple = own.gradient(u * 7, v * 7)
    let lean = place.u * signed(place.bits, 4) + place.v * signed(place.bits, 5)
    texel.height = (wave * 0.034 + ripple * 0.0014) * waviness * size + lean * (0.022 * waviness)
    texel.height -= round * rim * 0.55 + chip * 0.5
    return texel
  }

  @inline(__always)
  private func grout(_ place: TilePlace, _ own: LatticeNoise) -> Texel {
    var texel = Texel(joint, gloss: 0.02)
    let sand = noise.fractal(place.u * 1.3, place.v * 1.3, octaves: 2, gain: 0.8)
    texel.lightness += sand * 0.035
    texel.height = sand * 0.12 - (0.5 + size * 0.012)
    return texel
  }
}
