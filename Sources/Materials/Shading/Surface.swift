import CVector
import Color
import Raster

/// A material with its parameters worked out, asked eight places at a time.
protocol Surface: Sendable {
  /// Depends on the places alone, and repeats with the material's tile.
  func texel(_ spot: Spot) -> Texel
}

/// Eight places.
struct Spot {
  /// Millimetres from the repeat's left edge.
  var x: Lanes
  /// Millimetres from the repeat's head.
  var y: Lanes
  /// Millimetres from one sample to the next: nothing finer can be shown.
  var pixel: Float
}

/// Colour (OKLab), relief and gloss of eight places.
struct Texel {
  var lightness: Lanes
  var a: Lanes
  var b: Lanes
  /// Millimetres.
  var height = Lanes()
  /// 0 matt to 1 polished.
  var gloss = Lanes()

  @inline(__always)
  init(_ tone: Tone, gloss: Float = 0) {
    lightness = Lanes(repeating: tone.lightness)
    a = Lanes(repeating: tone.a)
    b = Lanes(repeating: tone.b)
    self.gloss = Lanes(repeating: gloss)
  }

  /// Lays another colour over with the given cover, 0...1.
  @inline(__always)
  mutating func lay(_ tone: Tone, _ cover: Lanes) {
    lightness = mix(lightness, tone.lightness, cover)
    a = mix(a, tone.a, cover)
    b = mix(b, tone.b, cover)
  }

  /// Puts the other texel where the cover, 0...1, is 1.
  @inline(__always)
  mutating func lay(_ other: Texel, _ cover: Lanes) {
    lightness = mix(lightness, other.lightness, cover)
    a = mix(a, other.a, cover)
    b = mix(b, other.b, cover)
    height = mix(height, other.height, cover)
    gloss = mix(gloss, other.gloss, cover)
  }
}

/// One colour in OKLab, told relative to another.
public struct Tone: Sendable, Equatable {
  var lightness: Float
  var a: Float
  var b: Float

  init(_ color: SRGB) {
    let lab = OKLab(color)
    (lightness, a, b) = (Float(lab.lightness), Float(lab.a), Float(lab.b))
  }

  private init(lightness: Float, a: Float, b: Float) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  /// Lighter (or darker) by `light` of lightness, with chroma times `chroma`, then shifted towards red by `red` and
  /// yellow by `yellow`. Near black and white the steps shrink, so that no base colour clips.
  func moved(_ light: Float, chroma: Float = 1, red: Float = 0, yellow: Float = 0) -> Tone {
    let room = light > 0 ? min(1, (1 - lightness) / 0.3) : min(1, lightness / 0.35)
    return Tone(lightness: lightness + light * room, a: a * chroma + red, b: b * chroma + yellow)
  }

  /// `share` of the way to another colour.
  func towards(_ other: Tone, _ share: Float) -> Tone {
    func mixed(_ p: Float, _ q: Float) -> Float { p + (q - p) * share }
    return Tone(
      lightness: mixed(lightness, other.lightness), a: mixed(a, other.a), b: mixed(b, other.b))
  }
}

/// OKLab to linear sRGB on lanes.
struct LabToLinear {
  private let roots: Weights
  private let lights: Weights

  private struct Weights {
    let top, middle, bottom: SIMD4<Float>

    init(_ m: Matrix3) {
      func row(_ v: SIMD3<Double>) -> SIMD4<Float> { SIMD4(Float(v[0]), Float(v[1]), Float(v[2]), 0) }
      (top, middle, bottom) = (row(m.top), row(m.middle), row(m.bottom))
    }

    @inline(__always)
    func product(_ x: Lanes, _ y: Lanes, _ z: Lanes) -> (Lanes, Lanes, Lanes) {
      func dot(_ row: SIMD4<Float>) -> Lanes {
        f32x8_fma(lanes(row.z), z, f32x8_fma(lanes(row.y), y, lanes(row.x) * x))
      }
      return (dot(top), dot(middle), dot(bottom))
    }
  }

  init() { (roots, lights) = (Weights(OKLab.rootsFromLab), Weights(OKLab.linearFromCones)) }

  @inline(__always)
  func apply(_ lightness: Lanes, _ a: Lanes, _ b: Lanes) -> (Lanes, Lanes, Lanes) {
    let cones = roots.product(lightness, a, b)
    func cube(_ v: Lanes) -> Lanes { v * v * v }
    return lights.product(cube(cones.0), cube(cones.1), cube(cones.2))
  }
}
