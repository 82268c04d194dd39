import Parameters
import Raster

/// The noise layers of a press run.
struct PressNoise: Sendable {
  /// The paper's tooth, in steps of the square root of light.
  let grain: [NoiseLayer]
  /// Specks and clouds in the ink, as a share of the way to the paper.
  let ink: [NoiseLayer]

  init(_ press: Press, scale: Double, stream: SeedStream) {
    var seeds = stream.child("noise")
    let steps = Self.tooth(press.grainSize)
    grain = NoiseLayer.merged(
      steps.map { size, share in
        NoiseLayer(
          size: size * scale, deviation: press.grain * Self.grainDeviation * share, seed: seeds.bits())
      })
    ink = NoiseLayer.merged(
      Self.lay.map { size, share, character in
        NoiseLayer(
          size: size * scale, deviation: press.inkTexture * Self.inkDeviation * share, character: character,
          seed: seeds.bits())
      })
  }

  /// Standard deviation of the full grain on paper.
  static let grainDeviation = 0.0075
  /// Standard deviation of the full ink texture where no light is left.
  static let inkDeviation = 0.03

  /// Lattice steps in millimetres and shares whose squares add up to about 1: fine tooth, and the cloudy
  /// formation that shows when paper is held to the light. The coarse ones are what a small tile keeps.
  private static func tooth(_ size: Double) -> [(Double, Double)] {
    [(size, 0.8), (size * 2.3, 0.5), (size * 6, 0.33)]
  }

  /// Specks where the paper's tooth shows through, and the slow clouds of an uneven ink film.
  private static let lay: [(Double, Double, NoiseLayer.Character)] = [
    (0.11, 0.8, .sparse), (0.3, 0.45, .sparse), (1.7, 0.28, .even),
  ]
}
