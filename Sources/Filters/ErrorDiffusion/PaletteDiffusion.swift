import CVector
import Color
import Raster

/// Diffuses the errors of linear light over dots of a few colours.
///
/// The colour that a dot takes is the nearest in the square root of light, which is near enough to even steps
/// for the eye; the error is linear light, so areas keep their mean wherever the palette can mix it. What it
/// cannot mix would pile up and run over the next edge; errors are therefore held to ±``reach``.
struct PaletteDiffusion {
  private let colors: [SIMD3<Float>]
  private let roots: [SIMD3<Float>]
  private let perPixel: Int
  private let strength: Float
  private let seed: UInt32
  private var errors: [SIMD3<Float>]
  private var next: [SIMD3<Float>]
  private var noise: [Float]

  private static let reach: Float = 0.6
  /// How much the eye makes of a difference in each channel: square roots of the luminance weights, less
  /// extreme.
  private static let weights: SIMD3<Float> = [0.55, 0.84, 0.4]

  init(_ colors: [SRGB], width: Int, perPixel: Int, strength: Double, seed: UInt32) {
    (self.perPixel, self.strength, self.seed) = (perPixel, Float(strength), seed)
    self.colors = colors.map { [Float($0.linear.red), Float($0.linear.green), Float($0.linear.blue)] }
    roots = self.colors.map { Self.place($0) }
    errors = [SIMD3<Float>](repeating: .zero, count: width * perPixel + 2)
    next = errors
    noise = [Float](repeating: 0, count: Rows.padded(width * perPixel))
  }

  private static func place(_ light: SIMD3<Float>) -> SIMD3<Float> {
    let held = Lanes(max(light.x, 0), max(light.y, 0), max(light.z, 0), 0, 0, 0, 0, 0)
    let root = f32x8_sqrt(held)
    return SIMD3(root[0], root[1], root[2]) * weights
  }

  /// Replaces each row of the three planes by the mean of its dots.
  mutating func run(_ planes: inout [Plane]) {
    let (width, stride) = (planes[0].width, planes[0].stride)
    var light = [SIMD3<Float>](repeating: .zero, count: width)
    var result = light
    for y in 0..<planes[0].height {
      for x in 0..<width {
        let at = y * stride + x
        light[x] = SIMD3(planes[0].samples[at], planes[1].samples[at], planes[2].samples[at])
        result[x] = .zero
      }
      for part in 0..<perPixel { diffuse(light, row: y * perPixel + part, into: &result) }
      for x in 0..<width {
        for channel in 0..<3 { planes[channel].samples[y * stride + x] = result[x][channel] }
      }
    }
  }

  private mutating func diffuse(_ light: [SIMD3<Float>], row: Int, into result: inout [SIMD3<Float>]) {
    fillNoise(row: row, seed: seed, into: &noise)
    let (count, forward) = (light.count * perPixel, row & 1 == 0)
    let step = forward ? 1 : -1
    let share = 1 / Float(perPixel * perPixel)
    var carry = SIMD3<Float>()
    for index in 0..<count {
      let x = forward ? index : count - 1 - index
      let place = perPixel == 1 ? x : x >> 1
      let tone = light[place]
      let level = Int(min(1, tone.x * 0.2126 + tone.y * 0.7152 + tone.z * 0.0722) * 255 + 0.5)
      let value = tone + Self.held(errors[x + 1] + carry)
      let shaken = value + noise[x] * DiffusionWeights.modulation[level] * strength * 0.2
      let dot = colors[nearest(Self.place(shaken))]
      result[place] += dot * share
      let error = value - dot
      let part = DiffusionWeights.shares[level]
      carry = error * part.ahead
      next[x + 1] += error * part.below
      next[x + 1 - step] += error * part.back
      errors[x + 1] = .zero
    }
    next[forward ? count : 1] += carry
    let outside = forward ? 0 : count + 1
    next[forward ? 1 : count] += next[outside]
    next[outside] = .zero
    swap(&errors, &next)
  }

  private static func held(_ error: SIMD3<Float>) -> SIMD3<Float> {
    SIMD3(
      max(-reach, min(reach, error.x)), max(-reach, min(reach, error.y)), max(-reach, min(reach, error.z)))
  }

  private func nearest(_ place: SIMD3<Float>) -> Int {
    var (best, least) = (0, Float.infinity)
    for index in roots.indices {
      let d = roots[index] - place
      let distance = d.x * d.x + d.y * d.y + d.z * d.z
      if distance < least { (best, least) = (index, distance) }
    }
    return best
  }
}
