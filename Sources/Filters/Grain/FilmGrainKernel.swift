import CVector
import Parameters
import Raster

/// ``FilmGrain`` on rows of light.
struct FilmGrainKernel: LightKernel {
  private var shared: NoiseSum
  /// Grain of the red, green and blue layer alone.
  private var own: [NoiseSum]

  init(_ grain: FilmGrain, width: Int, scale: Double, stream: SeedStream) {
    var seeds = stream.child("grain")
    func layers(_ share: Double) -> NoiseSum {
      let deviation = grain.strength * FilmGrain.deviation * share
      let parts = [(1.0, 1 - grain.clumps * 0.75), (2.6, 0.25 + 0.5 * grain.clumps)]
      return NoiseSum(
        parts.map { size, part in
          NoiseLayer(
            size: grain.size * size * scale, deviation: deviation * part.squareRoot(), seed: seeds.bits())
        }, width: width)
    }
    // Variances share out, so that the grain is as strong at any colour.
    shared = layers((1 - 0.6 * grain.color).squareRoot())
    own = grain.color > 0 ? (0..<3).map { _ in layers((0.6 * grain.color).squareRoot()) } : []
  }

  mutating func apply(to light: inout LightRow, y: Int) {
    shared.move(to: y)
    for layer in own.indices { own[layer].move(to: y) }
    let (shared, own) = (shared, own)
    light.update { x, source in
      let common = shared.lanes(at: x)
      guard own.count == 3 else { return source.map { grained($0, common) } }
      return LightLanes(
        grained(source.red, common + own[0].lanes(at: x)),
        grained(source.green, common + own[1].lanes(at: x)),
        grained(source.blue, common + own[2].lanes(at: x)))
    }
  }
}

/// Encoded light plus noise, whose amplitude is 0 at black and white and 1 in the middle; a little more of it lies in
/// the shadows, where the eye sees it best.
@inline(__always)
private func grained(_ light: Lanes, _ noise: Lanes) -> Lanes {
  let one = Lanes(repeating: 1)
  let tone = Transfer.encoded(linear: f32x8_clamp(light, 0, 1))
  let room = tone * (one - tone)
  let amplitude = room * f32x8_fma(tone, Lanes(repeating: -1.6), Lanes(repeating: 4.8))
  // What would leave 0...1 could only go one way and shift the mean.
  let change = f32x8_max(f32x8_min(noise * amplitude, room), Lanes() - room)
  return Transfer.linear(tone + change)
}
