import Color
import Parameters
import Raster

/// What a stone looks like: its light, and which way its face is tilted.
struct StoneFace: Sendable {
  var light: SIMD3<Float>
  /// How much brighter the face gets per stone's width, to the right and down.
  var tilt: SIMD2<Float>
}

extension Stones {
  /// The mean light of what each stone covers, and what makes it unlike its neighbours: a tone of its own and a tilt.
  func colors(
    _ coarse: CoarseLight, irregularity: Double, stream: SeedStream, jobs: Int
  ) -> [StoneFace] {
    let labels = labels(coarse, jobs: jobs)
    var sums = [SIMD4<Float>](repeating: SIMD4(), count: stones.count)
    for (label, cell) in zip(labels, coarse.cells) {
      var light = cell * cell.w
      light.w = cell.w
      sums[Int(label)] += light
    }
    var draws = stream.child("faces")
    return sums.map { sum in
      let mean = sum.w > 0 ? sum / sum.w : SIMD4<Float>()
      // The tones of a batch of glass differ by a few hundredths; the factor is even around 1.
      let tone = Float(1 + draws.uniform(in: -0.16...0.16) * irregularity)
      let tilt = SIMD2(Float(draws.normal()), Float(draws.normal())) * Float(0.09 * irregularity)
      return StoneFace(light: SIMD3(mean.x, mean.y, mean.z) * tone, tilt: tilt)
    }
  }
}
