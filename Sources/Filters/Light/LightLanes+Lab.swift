import CVector
import Raster

extension LightLanes {
  /// OKLab (Ottosson, 2020); light outside sRGB is allowed.
  var lab: LabLanes {
    @inline(__always) get {
      let long = f32x8_cbrt(weigh(0.4122214695, 0.5363325373, 0.0514459932))
      let middle = f32x8_cbrt(weigh(0.2119034958, 0.6806995506, 0.1073969536))
      let short = f32x8_cbrt(weigh(0.0883024592, 0.2817188391, 0.6299787017))
      let roots = LightLanes(long, middle, short)
      return LabLanes(
        lightness: roots.weigh(0.2104542683, 0.7936177747, -0.0040720430),
        a: roots.weigh(1.9779985324, -2.4285922420, 0.4505937096),
        b: roots.weigh(0.0259040425, 0.7827717125, -0.8086757550))
    }
  }

  /// The light of an OKLab colour, which may lie outside 0...1.
  @inline(__always)
  init(_ lab: LabLanes) {
    let place = LightLanes(lab.lightness, lab.a, lab.b)
    let long = place.weigh(1, 0.3963377774, 0.2158037573)
    let middle = place.weigh(1, -0.1055613458, -0.0638541728)
    let short = place.weigh(1, -0.0894841775, -1.2914855480)
    let cones = LightLanes(long * long * long, middle * middle * middle, short * short * short)
    self.init(
      cones.weigh(4.0767416621, -3.3077115913, 0.2309699292),
      cones.weigh(-1.2684380046, 2.6097574011, -0.3413193965),
      cones.weigh(-0.0041960863, -0.7034186147, 1.7076147010))
  }

  @inline(__always)
  func weigh(_ p: Float, _ q: Float, _ s: Float) -> Lanes {
    f32x8_fma(
      blue, Lanes(repeating: s), f32x8_fma(green, Lanes(repeating: q), red * Lanes(repeating: p)))
  }

  /// What lies outside 0...1 drawn towards the grey of its luminance until it fits: hue and luminance stay, chroma
  /// gives way. Clipping the channels instead would turn hues.
  var inGamut: LightLanes {
    @inline(__always) get {
      let grey = f32x8_clamp(luminance, 0, 1)
      let high = f32x8_max(red, f32x8_max(green, blue))
      let low = f32x8_min(red, f32x8_min(green, blue))
      let tiny = Lanes(repeating: 1e-6)
      let one = Lanes(repeating: 1)
      let up = (one - grey) / f32x8_max(high - grey, tiny)
      let down = grey / f32x8_max(grey - low, tiny)
      let part = f32x8_min(one, f32x8_min(up, down))
      return map { f32x8_fma($0 - grey, part, grey) }
    }
  }
}
