import CVector
import Color
import Composition
import Raster

/// ``PaletteMapping`` as a poster, on rows of light.
struct PosterKernel: LightKernel {
  private let inks: [Ink]
  private var forms: [ToneBaseRows]
  private let dither: Float
  private let dot: Int

  /// A palette colour in both spaces, in all lanes.
  private struct Ink {
    let lab: LightLanes
    let light: LightLanes

    init(_ color: SRGB) {
      let (lab, light) = (OKLab(color), color.linear)
      func all(_ v: Double) -> Lanes { Lanes(repeating: Float(v)) }
      self.lab = LightLanes(all(lab.lightness), all(lab.a), all(lab.b))
      self.light = LightLanes(all(light.red), all(light.green), all(light.blue))
    }
  }

  init(_ mapping: PaletteMapping, _ colors: [SRGB], _ picture: Picture, _ context: FilterContext) {
    inks = colors.map(Ink.init)
    let long = Double(max(picture.width, picture.height))
    let radius = context.pixels(mapping.smoothing) / long
    let coarse = CoarseForms(picture, radius: radius, jobs: context.jobs)
    forms = [coarse.lightness, coarse.a, coarse.b].map {
      ToneBaseRows(
        ToneBase(step: coarse.step, coarse.functions(of: $0, epsilon: 0.006)), width: picture.width)
    }
    dither = Float(mapping.dither)
    dot = max(1, Int(context.pixels(0.13).rounded()))
  }

  mutating func apply(to light: inout LightRow, y: Int) {
    for index in forms.indices { forms[index].move(to: y) }
    let noise = BlueNoise.shared.row(y, width: light.count, dot: dot)
    let (kernel, half) = (self, Lanes(repeating: 0.5))
    light.update { x, source in
      let own = source.lab.lightness
      let smooth = LightLanes(
        kernel.forms[0](own, at: x), kernel.forms[1](own, at: x), kernel.forms[2](own, at: x))
      let threshold = f32x8_fma(noise.span.lanes(at: x) - half, Lanes(repeating: kernel.dither), half)
      return kernel.painted(smooth, threshold)
    }
  }

  /// The nearest colour, or a second one where the way to it passes the threshold.
  @inline(__always)
  private func painted(_ lab: LightLanes, _ threshold: Lanes) -> LightLanes {
    var least = Lanes(repeating: 9)
    var (nearest, color) = (inks[0].lab, inks[0].light)
    for ink in inks {
      let distance = lab.square(to: ink.lab)
      let isNearer = f32x8_less(distance, least)
      least = f32x8_min(distance, least)
      nearest = ink.lab.chosen(isNearer, else: nearest)
      color = ink.light.chosen(isNearer, else: color)
    }
    var (miss, part, second) = (Lanes(repeating: 9), Lanes(), color)
    for ink in inks {
      let way = ink.lab.minus(nearest)
      let along = lab.minus(nearest).dot(way) / f32x8_max(way.dot(way), Lanes(repeating: 1e-6))
      let t = f32x8_clamp(along, 0, 0.5)
      // Beside the distance from the way between the two, a little of its length: near colours mix best.
      let off = lab.square(to: nearest.mixed(ink.lab, t))
      let cost = f32x8_fma(way.dot(way), Lanes(repeating: 0.02) * t, off)
      let isBetter = f32x8_less(cost, miss)
      miss = f32x8_min(cost, miss)
      part = f32x8_select(isBetter, t, part)
      second = ink.light.chosen(isBetter, else: second)
    }
    // Regions meet in an edge as soft as the picture's own; dots are hard.
    let sharp = f32x8_fma(
      part - threshold, Lanes(repeating: 9 + 80 * dither), Lanes(repeating: 0.5))
    return color.mixed(second, f32x8_clamp(sharp, 0, 1))
  }
}

extension LightLanes {
  @inline(__always)
  fileprivate func minus(_ other: LightLanes) -> LightLanes {
    LightLanes(red - other.red, green - other.green, blue - other.blue)
  }

  @inline(__always)
  fileprivate func dot(_ other: LightLanes) -> Lanes {
    f32x8_fma(red, other.red, f32x8_fma(green, other.green, blue * other.blue))
  }

  @inline(__always)
  fileprivate func square(to other: LightLanes) -> Lanes {
    let way = minus(other)
    return way.dot(way)
  }

  /// This light where the mask is set, the other elsewhere.
  @inline(__always)
  fileprivate func chosen(_ mask: SIMD8<Int32>, else other: LightLanes) -> LightLanes {
    LightLanes(
      f32x8_select(mask, red, other.red), f32x8_select(mask, green, other.green),
      f32x8_select(mask, blue, other.blue))
  }
}
