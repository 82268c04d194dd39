import CVector
import Color
import Elementary
import Raster

/// ``Tone`` on rows of light.
struct ToneKernel: LightKernel {
  private var base: ToneBaseRows?
  private let red: SIMD3<Float>
  private let green: SIMD3<Float>
  private let blue: SIMD3<Float>
  private let developed: Curve
  private let recovery: Curve
  private let colour: ToneColour
  private let fade: Float
  /// From lightness after exposure back to before; a change of white leaves it nearly alone.
  private let unlit: Float

  init(_ tone: Tone, _ base: ToneBase?, width: Int) {
    self.base = base.map { ToneBaseRows($0, width: width) }
    let gain = Exact.exp2(tone.exposure)
    let matrix = whiteBalance(temperature: tone.temperature, tint: tone.tint)
    red = SIMD3(matrix.top * gain)
    green = SIMD3(matrix.middle * gain)
    blue = SIMD3(matrix.bottom * gain)
    unlit = Float(1 / Exact.cbrt(gain))
    let end = tone.brightest
    developed = Curve(to: end) { tone.developed($0, end: end) }
    recovery = Curve { tone.recovery($0) }
    colour = ToneColour(tone)
    fade = Float(tone.fade * 0.28)
  }

  mutating func apply(to light: inout LightRow, y: Int) {
    base?.move(to: y)
    let kernel = self
    light.update { x, source in
      let lit = LightLanes(
        source.weigh(kernel.red.x, kernel.red.y, kernel.red.z),
        source.weigh(kernel.green.x, kernel.green.y, kernel.green.z),
        source.weigh(kernel.blue.x, kernel.blue.y, kernel.blue.z))
      let lab = lit.lab
      var lightness = lab.lightness
      if let base = kernel.base {
        lightness = lightness * kernel.recovery(base(lightness * kernel.unlit, at: x))
      }
      lightness = kernel.developed(lightness)
      // A curve that only moved lightness would leave lifted shadows grey and deepened ones garish.
      let ratio = lightness / f32x8_max(lab.lightness, Lanes(repeating: 0.02))
      let follow = f32x8_fma(ratio, Lanes(repeating: 0.75), Lanes(repeating: 0.25))
      let chroma = follow * kernel.colour.gain(lab)
      let dark = Lanes(repeating: 1) - lightness
      lightness = f32x8_fma(dark * dark, Lanes(repeating: kernel.fade), lightness)
      return LightLanes(LabLanes(lightness: lightness, a: lab.a * chroma, b: lab.b * chroma)).inGamut
    }
  }
}

/// How much chroma a colour keeps or gains.
private struct ToneColour {
  let vibrance: Float
  let saturation: Float

  init(_ tone: Tone) {
    vibrance = Float(tone.vibrance * 0.9)
    let saturation = tone.saturation
    self.saturation = Float((saturation < 0 ? 1 + saturation : 1 + 0.8 * saturation) * (1 - 0.15 * tone.fade))
  }

  /// Vibrance fades from grey to a chroma of 0.22, and by 0.6 within 30 degrees of 55, where skin lies.
  @inline(__always)
  func gain(_ lab: LabLanes) -> Lanes {
    let one = Lanes(repeating: 1)
    let chroma = f32x8_sqrt(f32x8_fma(lab.a, lab.a, lab.b * lab.b))
    let pale = one - f32x8_clamp(chroma * Float(1 / 0.22), 0, 1)
    let along = f32x8_fma(lab.a, Lanes(repeating: 0.5736), lab.b * Lanes(repeating: 0.8192))
    let cosine = along / f32x8_max(chroma, Lanes(repeating: 1e-5))
    let skin = f32x8_clamp((cosine - Lanes(repeating: 0.866)) * Float(1 / 0.134), 0, 1)
    let free = pale * f32x8_fma(skin, Lanes(repeating: -0.6), one)
    return f32x8_fma(free, Lanes(repeating: vibrance), one) * saturation
  }
}
