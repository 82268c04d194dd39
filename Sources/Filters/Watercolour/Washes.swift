import Elementary
import Parameters
import Raster

/// What the brush puts on paper: the colour of every wash, the rims where they dried, and the drawing underneath,
/// at the motif's resolution.
struct Washes: Sendable {
  let width: Int
  let height: Int
  /// Pixels of the picture along a pixel here.
  let factor: Double
  /// Red, green, blue in encoded sRGB on white, and how dark the rim is (below 0: how much lighter the far side).
  let paint: [SIMD4<Float>]
  /// Graphite, 0...1.
  let drawing: [Float]

  /// The washes of a motif with `scale` pixels along a millimetre.
  init(_ motif: Motif, _ settings: Watercolour, scale: Double, stream: SeedStream, jobs: Int) {
    (width, height, factor) = (motif.width, motif.height, motif.factor)
    let reach = scale * (0.15 + 1.1 * settings.abstraction)
    let fine = motif.simplified(radius: reach * 0.3, jobs: jobs)
    var broad = fine.simplified(radius: reach, jobs: jobs)
    broad.restore(fine, scale: scale, share: Float(1 - 0.4 * settings.abstraction), jobs: jobs)
    let ran = broad.bled(settings.bleed * scale, jobs: jobs)
    let wander = Wander(width: width, height: height, size: 7 * scale, stream: stream)
    let washed = ran.washed(levels: settings.abstraction, wander)
    let luma = washed.luma
    let rims = luma.blurred(sigma: 0.5 * scale, jobs: jobs).minus(luma, jobs: jobs)
    paint = washed.joined(rims)
    drawing = settings.pencil > 0 ? fine.drawing(scale: scale, jobs: jobs) : []
  }
}

extension Motif {
  /// Puts back what `fine` has and this motif lost, where it was strong: eyes, mouths, masts.
  fileprivate mutating func restore(_ fine: Motif, scale: Double, share: Float, jobs: Int) {
    let (lost, kept) = (fine.luma, luma)
    var gap = lost.minus(kept, jobs: jobs)
    for i in gap.samples.indices { gap.samples[i] = abs(gap.samples[i]) }
    gap = gap.blurred(sigma: 0.3 * scale, jobs: jobs)
    for i in gap.samples.indices {
      let t = clamp((gap.samples[i] - 0.018) / 0.045, 0...1)
      let k = t * t * (3 - 2 * t) * share
      red.samples[i] += (fine.red.samples[i] - red.samples[i]) * k
      green.samples[i] += (fine.green.samples[i] - green.samples[i]) * k
      blue.samples[i] += (fine.blue.samples[i] - blue.samples[i]) * k
    }
  }

  /// Colour runs over edges, tone does not: wet in wet.
  fileprivate func bled(_ sigma: Double, jobs: Int) -> Motif {
    let own = luma
    let soft = mapped { $0.minus(own, jobs: jobs).blurred(sigma: sigma, jobs: jobs) }
    var result = self
    func run(_ plane: inout Plane, _ tint: Plane) {
      for i in plane.samples.indices {
        let color = plane.samples[i] - own.samples[i]
        plane.samples[i] = own.samples[i] + color + 0.45 * (tint.samples[i] - color)
      }
    }
    run(&result.red, soft.red)
    run(&result.green, soft.green)
    run(&result.blue, soft.blue)
    return result
  }

  /// Tone in a few washes, lifted to paper white in the lights; colour a little richer, darks a coloured indigo.
  fileprivate func washed(levels: Double, _ wander: Wander) -> Motif {
    var result = self
    let tones = luma
    let wash = Wash(flatness: Float(levels))
    for i in tones.samples.indices {
      let color = SIMD3(red.samples[i], green.samples[i], blue.samples[i])
      let painted = wash.color(color, tone: tones.samples[i], wander: wander.plane.samples[i])
      (result.red.samples[i], result.green.samples[i], result.blue.samples[i]) =
        (painted.x, painted.y, painted.z)
    }
    return result
  }

  fileprivate func joined(_ rims: Plane) -> [SIMD4<Float>] {
    var all: [SIMD4<Float>] = []
    all.reserveCapacity(width * height)
    for y in 0..<height {
      for i in y * red.stride..<y * red.stride + width {
        all.append(SIMD4(red.samples[i], green.samples[i], blue.samples[i], rims.samples[i]))
      }
    }
    return all
  }

  /// Lines where tone dips: a difference of Gaussians.
  fileprivate func drawing(scale: Double, jobs: Int) -> [Float] {
    let tone = luma
    let near = tone.blurred(sigma: 0.16 * scale, jobs: jobs)
    let far = tone.blurred(sigma: 0.4 * scale, jobs: jobs)
    var lines: [Float] = []
    lines.reserveCapacity(width * height)
    for y in 0..<height {
      for i in y * tone.stride..<y * tone.stride + width {
        lines.append(clamp((far.samples[i] - near.samples[i] - 0.006) * 26, 0...1))
      }
    }
    return lines
  }
}

/// From a photo's tones to those of washes on white paper.
private struct Wash {
  /// 0...1: how flat a wash is between its steps.
  let flatness: Float
  static let steps: Float = 5

  func color(_ color: SIMD3<Float>, tone: Float, wander: Float) -> SIMD3<Float> {
    let new = lifted(stepped(tone, wander))
    // Transparent paint is richest in the middle tones.
    let rich = 1.2 + 0.6 * new * (1 - new)
    var result = (color - tone) * rich + new
    let dark = (1 - new) * (1 - new)
    result += SIMD3(-0.03, 0, 0.075) * dark
    // Lights without colour stay paper.
    let chroma = result.max() - result.min()
    let white = clamp((new - 0.83) * 6 - chroma * 2, 0...1)
    result += (SIMD3(repeating: 1) - result) * white
    return result.clamped(lowerBound: SIMD3(repeating: 0.03), upperBound: SIMD3(repeating: 1))
  }

  /// Steps of tone with soft sides; where they lie wanders over the picture, or gradients would show contour lines.
  private func stepped(_ tone: Float, _ wander: Float) -> Float {
    let t = max(0, tone) * Self.steps + 0.5 + wander
    let whole = t.rounded(.down)
    let f = t - whole
    let ease = f * f * f * (f * (f * 6 - 15) + 10)
    let flat = (whole + ease - 0.5 - wander) / Self.steps
    return tone + (flat - tone) * flatness * 1.1
  }

  /// Lighter than the photo, most in the middle; black becomes the darkest that pigment on paper can be.
  private func lifted(_ tone: Float) -> Float {
    let t = clamp(tone, 0...1)
    return 0.13 + 0.88 * t + 0.36 * t * (1 - t)
  }
}

/// A slow field, about -1...1, by which the steps of tone wander.
private struct Wander: Sendable {
  private(set) var plane: Plane

  init(width: Int, height: Int, size: Double, stream: SeedStream) {
    plane = Plane(width: width, height: height)
    var seeds = stream.child("wander")
    let layers = [
      NoiseLayer(size: size, deviation: 0.3, seed: seeds.bits()),
      NoiseLayer(size: size / 4, deviation: 0.12, seed: seeds.bits()),
    ]
    let stride = plane.stride
    for layer in layers {
      var rows = NoiseRows(layer, NoiseColumns(layer, width: width))
      var samples = plane.samples.mutableSpan
      for y in 0..<height {
        samples.withPart(y * stride..<(y + 1) * stride) { rows.add(row: y, to: &$0) }
      }
    }
  }
}
