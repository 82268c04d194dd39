import Elementary
import Raster

/// What a draughtsman sees in a picture: where contours run, how dark they are, and how dark the masses between.
///
/// Flow-based differences of Gaussians (Kang, Lee and Chui, "Coherent line drawing", 2007) as in the extended
/// form of Winnemöller, Kyprianidis and Olsen, "XDoG" (2012). All of it is worked out at a resolution at which
/// a line is a few samples wide: finer samples would not change the lines, and so the cost a pixel falls as pictures grow.
struct LineAnalysis: Sendable {
  /// Pixels of the picture a sample, in each direction.
  let step: Int
  /// OKLab lightness less that of the surroundings, smoothed along the flow: below 0 on the dark side of edges and
  /// in dark lines. In units of lightness.
  let contrast: Plane
  /// OKLab lightness 0...1, smoothed along the flow.
  let tone: Plane
  /// Which way lines run; its positions are in samples.
  let field: FlowField

  /// - Parameters:
  ///   - bitmap: the picture; what is transparent is taken for white paper.
  ///   - weight: deviation of the narrow Gaussian in pixels: about half the width of a line.
  ///   - length: deviation of the Gaussian along the flow, in pixels.
  ///   - jobs: how many threads may work.
  init(_ bitmap: Bitmap, weight: Double, length: Double, jobs: Int) {
    let least = bitmap.pixels.count > 4_000_000 ? 2 : 1
    step = max(least, Int(weight / Self.finest))
    let scale = 1 / Double(step)
    let lightness = Plane(lightnessOf: bitmap, step: step, jobs: jobs)
    let narrow = lightness.blurred(sigma: max(weight * scale, 0.6), jobs: jobs)
    // The wide Gaussian is 1.6 times the narrow one, the ratio nearest to a Laplacian (Marr and Hildreth, 1980).
    let wide = narrow.blurred(sigma: 1.249 * max(weight * scale, 0.6), jobs: jobs)
    let field = FlowField(
      lightness: lightness, sigma: max(2.5 * weight * scale, 1.5), relaxation: 0.2, jobs: jobs)
    let lines = Streamlines(field, jobs: jobs)
    let along = Self.along(length * scale)
    contrast = lines.integral(
      of: narrow.minus(wide, jobs: jobs), weights: along.weights, step: along.step, jobs: jobs)
    tone = lines.integral(of: wide, weights: along.weights, step: along.step, jobs: jobs)
    self.field = field
  }

  /// Samples are not coarser than that many of a line's deviation.
  private static let finest = 1.2

  /// A Gaussian in `reach` steps to either side, out to 2.2 deviations.
  private static func along(_ sigma: Double) -> (weights: [Float], step: Float) {
    let reach = 8
    let raw = (0...reach).map { k in
      let t = 2.2 * Double(k) / Double(reach)
      return Float(Exact.exp(-t * t / 2))
    }
    let sum = raw[0] + 2 * raw.dropFirst().reduce(0, +)
    return (raw.map { $0 / sum }, Float(max(sigma * 2.2 / Double(reach), 0.25)))
  }
}
