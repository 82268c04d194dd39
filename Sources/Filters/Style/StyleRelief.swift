import CVector
import Raster

/// Keeps faces and letters readable in a style of few or dark tones: where the styled picture shows too little of the
/// original's light and shade, it is put on like dye on cloth, the texture untouched.
struct StyleRelief {
  /// How much of the original's contrast there is at least where all content is, 0...1.
  var least: Float

  /// What of the original is form rather than ground: finer than the long side over this.
  private static let coarsest = 22.0
  /// The square in which contrast is compared: the long side over this.
  private static let square = 32.0
  /// What of the original is grain rather than form, in pixels.
  private static let finest = 1.0
  /// The variance of lightness that counts as even: noise in a sky is no form.
  private static let epsilon: Float = 1.5e-3
  /// Where even ground begins, in content weights.
  private static let ground: Float = 0.4

  /// Puts on what is lacking.
  ///
  /// - Parameters:
  ///   - styled: the styled picture.
  ///   - original: its original, of the same size.
  ///   - content: where the original's content is (``ContentWeights``).
  ///   - jobs: how many threads may work.
  /// - Returns: the styled picture with its forms readable.
  func apply(to styled: LabPlanes, original: Plane, content: Plane, jobs: Int) -> LabPlanes {
    guard least > 0 else { return styled }
    let side = Double(max(styled.width, styled.height))
    let form = original.blurred(sigma: Self.finest, jobs: jobs)
      .minus(original.blurred(sigma: side / Self.coarsest, jobs: jobs), jobs: jobs)
    let radius = max(1, Int((side / Self.square).rounded()))
    let slope = styled.lightness.slope(over: form, radius: radius, epsilon: Self.epsilon, jobs: jobs)
    let wanted = content.boxMean(radius: radius, jobs: jobs).map(jobs) { weight in
      f32x8_clamp(weight / Self.ground, 0, 1) * least
    }
    let lack = wanted.combined(with: slope, jobs: jobs) { f32x8_clamp($0 - $1, 0, 1) }
      .boxMean(radius: radius, jobs: jobs)
    var result = styled
    result.lightness = styled.lightness.minus(form.combined(with: lack, jobs: jobs) { -$0 * $1 }, jobs: jobs)
      .map(jobs) { f32x8_clamp($0, 0.03, 0.99) }
    return result
  }
}
