import Color
import Parameters
import Raster

/// A picture's main colours: the means of clusters in OKLab.
struct MainColors {
  /// From dark to light, at most as many as asked for; no two are alike. Empty if nothing is visible.
  let colors: [SRGB]

  static let sampleCount = 4096
  /// Colours nearer than this are one.
  static let alike: Float = 0.06

  /// Lloyd's algorithm from seeds that are as far apart as can be (Gonzalez, 1985): no chance in it, so that a
  /// thumbnail has the colours of the print.
  init(_ bitmap: Bitmap, count: Int, stream: SeedStream) {
    let samples = ColorSamples(bitmap, Self.sampleCount, stream.child("samples")).labs
    var means = Self.seeds(samples, count)
    for _ in 0..<12 { means = Self.moved(means, samples) }
    var kept: [SIMD3<Float>] = []
    for mean in means where kept.allSatisfy({ Self.square($0 - mean) > Self.alike * Self.alike }) {
      kept.append(mean)
    }
    colors = kept.sorted { $0.x < $1.x }.map {
      let light = OKLab(Double($0.x), Double($0.y), Double($0.z)).linear
      func limit(_ v: Double) -> Double { max(0, min(1, v)) }
      return SRGB(LinearRGB(limit(light.red), limit(light.green), limit(light.blue)))
    }
  }

  /// The mean, then again and again the sample farthest from all before.
  private static func seeds(_ samples: [SIMD3<Float>], _ count: Int) -> [SIMD3<Float>] {
    guard !samples.isEmpty else { return [] }
    var seeds = [samples.reduce(SIMD3(), +) / Float(samples.count)]
    var far = samples.map { square($0 - seeds[0]) }
    while seeds.count < count {
      guard let index = far.indices.max(by: { far[$0] < far[$1] }), far[index] > 0 else { break }
      seeds.append(samples[index])
      for i in far.indices { far[i] = min(far[i], square(samples[i] - samples[index])) }
    }
    return seeds
  }

  private static func moved(_ means: [SIMD3<Float>], _ samples: [SIMD3<Float>]) -> [SIMD3<Float>] {
    var sums = [SIMD4<Float>](repeating: SIMD4(), count: means.count)
    for sample in samples {
      var (best, least) = (0, Float.infinity)
      for (index, mean) in means.enumerated() {
        let distance = square(sample - mean)
        if distance < least { (best, least) = (index, distance) }
      }
      sums[best] += SIMD4(sample, 1)
    }
    return zip(sums, means).map { $0.w > 0 ? SIMD3($0.x, $0.y, $0.z) / $0.w : $1 }
  }

  private static func square(_ v: SIMD3<Float>) -> Float { v.x * v.x + v.y * v.y + v.z * v.z }
}
