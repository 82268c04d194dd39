import CVector
import Raster

/// Diffuses the errors of one plane of light over dots that are ink (0) or paper (1).
///
/// Rows run to and fro, so each depends on the whole of the one before; threads could share the work only
/// with seams. It runs on one thread, at dots, not pixels: about 5 ns a dot, less than decoding takes.
struct ToneDiffusion {
  private let perPixel: Int
  private let strength: Float
  private let detail: Float
  private let seed: UInt32
  /// Errors for the row being worked on and the one after it, with a dot's room at both ends.
  private var errors: [Float]
  private var next: [Float]
  private var noise: [Float]

  /// - Parameters:
  ///   - width: samples in a row.
  ///   - perPixel: dots along the side of a sample, 1 or 2.
  ///   - strength: how much of the threshold modulation to use, 0...1.
  ///   - detail: how much edges are brought out, 0...1. The threshold falls as the light rises, which leaves
  ///     means alone (Eschbach and Knox, "Error-diffusion algorithm with edge enhancement", 1991).
  ///   - seed: for the modulation.
  init(width: Int, perPixel: Int, strength: Double, detail: Double, seed: UInt32) {
    (self.perPixel, self.strength, self.detail, self.seed) = (perPixel, Float(strength), Float(detail), seed)
    noise = [Float](repeating: 0, count: Rows.padded(width * perPixel))
    errors = [Float](repeating: 0, count: width * perPixel + 2)
    next = errors
    // Errors of chance to begin with: without them the first dots of a light tone come rows too late.
    fillNoise(row: -1, seed: seed, into: &noise)
    for x in 0..<width * perPixel { errors[x + 1] = noise[x] * 0.5 }
  }

  /// Replaces each row of light by the mean of its dots.
  mutating func run(_ plane: inout Plane) {
    var light = [Float](repeating: 0, count: plane.width)
    for y in 0..<plane.height {
      let start = y * plane.stride
      for x in 0..<plane.width { light[x] = plane.samples[start + x] }
      for x in 0..<plane.width { plane.samples[start + x] = 0 }
      for part in 0..<perPixel {
        let row = y * perPixel + part
        fillNoise(row: row, seed: seed, into: &noise)
        let forward = row & 1 == 0
        diffuse(
          light, noise, perPixel: perPixel, strength: strength, detail: detail, forward: forward,
          errors: &errors, next: &next,
          into: &plane.samples, at: start)
        swap(&errors, &next)
      }
    }
  }
}

/// Even numbers in -1..<1, fixed by place and seed.
func fillNoise(row: Int, seed: UInt32, into noise: inout [Float]) {
  var noise = noise.mutableSpan
  let key = latticeKey(row: row, seed: seed)
  for x in stride(from: 0, to: noise.count, by: 8) {
    noise.setLanes(u32x8_signed_unit(u32x8_lattice(UInt32(truncatingIfNeeded: x), key)), at: x)
  }
}

/// One row of dots; `result` gets the mean of each sample's dots added.
///
/// `errors` is cleared on the way: it becomes the next row's `next`.
private func diffuse(
  _ light: [Float], _ noise: [Float], perPixel: Int, strength: Float, detail: Float,
  forward: Bool, errors: inout [Float],
  next: inout [Float], into result: inout [Float], at start: Int
) {
  // One span for each array: a tuple of spans would outlive what it borrows.
  let table = DiffusionWeights.shares
  let strengths = DiffusionWeights.modulation
  let shares = table.span
  let modulation = strengths.span
  let light = light.span
  let noise = noise.span
  var errors = errors.mutableSpan
  var next = next.mutableSpan
  var result = result.mutableSpan
  let count = light.count * perPixel
  let step = forward ? 1 : -1
  let share = 1 / Float(perPixel * perPixel)
  var carry: Float = 0
  for index in 0..<count {
    let x = forward ? index : count - 1 - index
    let place = perPixel == 1 ? x : x >> 1
    let tone = light[place]
    let level = Int(tone * 255 + 0.5)
    let value = tone + errors[x + 1] + carry
    let shake = noise[x] * modulation[level] * strength * 0.25
    let threshold = 0.5 + shake - (tone - 0.5) * detail * 2
    let dot: Float = value >= threshold ? 1 : 0
    result[start + place] += dot * share
    let error = value - dot
    let part = shares[level]
    carry = error * part.ahead
    next[x + 1] += error * part.below
    next[x + 1 - step] += error * part.back
    errors[x + 1] = 0
  }
  // What would leave the picture at its sides goes straight down.
  next[forward ? count : 1] += carry
  let outside = forward ? 0 : count + 1
  next[forward ? 1 : count] += next[outside]
  next[outside] = 0
}
