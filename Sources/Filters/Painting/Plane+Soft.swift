import CVector
import Raster

extension Plane {
  /// Near a Gaussian blur of deviation `sigma` in pixels: three box means, the border taken from inside.
  func softened(_ sigma: Double, jobs: Int) -> Plane {
    // Three boxes of side 2r + 1 have the variance 3 ((2r + 1)² - 1) / 12.
    let radius = Int((((4 * sigma * sigma + 1).squareRoot() - 1) / 2).rounded())
    guard radius > 0 else { return self }
    return boxMean(radius: radius, jobs: jobs).boxMean(radius: radius, jobs: jobs)
      .boxMean(radius: radius, jobs: jobs)
  }

  /// The sample nearest to a place inside or outside.
  @inline(__always)
  func nearest(_ x: Float, _ y: Float) -> Float {
    let column = max(0, min(width - 1, Int(x)))
    let row = max(0, min(height - 1, Int(y)))
    return samples[row &* stride &+ column]
  }
}
