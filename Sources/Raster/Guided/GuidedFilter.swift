import CVector

/// Smooths a plane but keeps the edges that a guide has: in every window the result is a linear function of the
/// guide (He, Sun and Tang, "Guided image filtering", 2010).
///
/// Where the guide varies much more than `epsilon` the plane's relation to it is kept, where it varies less
/// the plane is averaged. No halos: a linear function has no edges of its own. Cost is independent of the
/// radius: two box means for the guide, four for every plane.
public struct GuidedFilter: Sendable {
  /// Half the side of a window, in pixels.
  public let radius: Int
  /// What counts as little variance, in squared units of the guide; above 0.
  public let epsilon: Float
  private let guide: Plane
  private let mean: Plane
  /// 1 / (variance + epsilon).
  private let scale: Plane

  /// Prepares a guide, with samples of about 0...1.
  public init(guide: Plane, radius: Int, epsilon: Float, jobs: Int = 1) {
    precondition(radius >= 0 && epsilon > 0, "the radius is at least 0 and epsilon above 0")
    (self.guide, self.radius, self.epsilon) = (guide, radius, epsilon)
    let mean = guide.boxMean(radius: radius, jobs: jobs)
    let squares = guide.combined(with: guide, jobs: jobs) { a, b in a * b }
      .boxMean(radius: radius, jobs: jobs)
    self.mean = mean
    scale = squares.combined(with: mean, jobs: jobs) { square, mean in
      let variance = f32x8_max(square - mean * mean, Lanes())
      return Lanes(repeating: 1) / (variance + Lanes(repeating: epsilon))
    }
  }

  /// The filtered plane; it must be of the guide's size. Equal for any number of jobs.
  public func apply(to plane: Plane, jobs: Int = 1) -> Plane {
    let middle = plane.boxMean(radius: radius, jobs: jobs)
    let products = plane.combined(with: guide, jobs: jobs) { p, i in p * i }
      .boxMean(radius: radius, jobs: jobs)
    let means = middle.combined(with: mean, jobs: jobs) { p, i in p * i }
    let slope = products.combined(with: means, jobs: jobs) { a, b in a - b }
      .combined(with: scale, jobs: jobs) { covariance, scale in covariance * scale }
    let lift = slope.combined(with: mean, jobs: jobs) { a, i in a * i }
    let offset = middle.combined(with: lift, jobs: jobs) { p, lift in p - lift }
    return slope.boxMean(radius: radius, jobs: jobs).combined(with: guide, jobs: jobs) { a, i in a * i }
      .combined(with: offset.boxMean(radius: radius, jobs: jobs), jobs: jobs) { a, b in a + b }
  }
}
