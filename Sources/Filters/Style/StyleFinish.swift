import CVector
import Raster

/// Brings a styled picture to the size of its original and puts on what the original has of finer detail.
///
/// The fine detail follows the slope of the styled lightness over the original's, as in the fast guided filter (He and
/// Sun, 2015): where the style turned light to dark, detail turns too.
struct StyleFinish {
  /// The styled picture, its forms readable (``StyleRelief``).
  var styled: LabPlanes
  /// The original at the styled picture's size.
  var original: LabPlanes
  /// How much of the result is mixed into the original, 0...1.
  var strength: Float
  /// How much fine detail is put on, 0...1.
  var detail: Float
  /// A factor on ``strength`` for every pixel of the finished picture; nil for 1 everywhere.
  var mask: Plane?

  /// What counts as little variance of lightness.
  private static let epsilon: Float = 1e-3
  private static let radius = 3

  /// The finished picture, as deep as the original and with its alpha.
  func apply(to picture: Picture, jobs: Int) -> Picture {
    let (width, height) = (picture.width, picture.height)
    func full(_ plane: Plane) -> Plane {
      plane.resized(width: width, height: height, .cubic, jobs: jobs)
    }
    let large = styled.map(full)
    let base = full(original.lightness), slope = full(slopes(jobs))
    let start = large.lightness.stride
    return picture.mapRows(jobs: jobs) { y, planes, row in
      var pixels = LabRow(count: row.count / planes)
      pixels.read(row, planes: planes)
      for x in stride(from: 0, to: row.count / planes, by: 8) {
        let at = y * start + x
        let fine =
          (pixels.lightness.span.lanes(at: x) - base.samples.span.lanes(at: at))
          * slope.samples.span.lanes(at: at) * detail
        let share = mask.map { $0.samples.span.lanes(at: at) * strength } ?? Lanes(repeating: strength)
        mix(&pixels.lightness, large.lightness.samples.span.lanes(at: at) + fine, share, at: x)
        mix(&pixels.a, large.a.samples.span.lanes(at: at), share, at: x)
        mix(&pixels.b, large.b.samples.span.lanes(at: at), share, at: x)
      }
      pixels.write(&row, planes: planes)
    }
  }

  private func mix(_ plane: inout [Float], _ styled: Lanes, _ share: Lanes, at x: Int) {
    var row = plane.mutableSpan
    let own = row.lanes(at: x)
    row.setLanes(own + (styled - own) * share, at: x)
  }

  /// The slope of the styled lightness over the original's around every pixel, -1...1.
  private func slopes(_ jobs: Int) -> Plane {
    styled.lightness.slope(over: original.lightness, radius: Self.radius, epsilon: Self.epsilon, jobs: jobs)
      .map(jobs) { f32x8_clamp($0, -1, 1) }
  }
}

extension Plane {
  /// The slope of the straight line that gives this plane from another in the square around every pixel (He, Sun and
  /// Tang, "Guided image filtering", 2010); 0 where the other is even.
  ///
  /// - Parameters:
  ///   - other: a plane of this one's size.
  ///   - radius: of the square, in pixels; at least 1.
  ///   - epsilon: the variance that counts as even; above 0.
  ///   - jobs: how many threads may work.
  /// - Returns: the slopes, one a pixel.
  func slope(over other: Plane, radius: Int, epsilon: Float, jobs: Int) -> Plane {
    func mean(_ plane: Plane) -> Plane { plane.boxMean(radius: radius, jobs: jobs) }
    func product(_ p: Plane, _ q: Plane) -> Plane { p.combined(with: q, jobs: jobs) { $0 * $1 } }
    let (otherMean, ownMean) = (mean(other), mean(self))
    let shared = mean(product(other, self)).minus(product(otherMean, ownMean), jobs: jobs)
    let variance = mean(product(other, other)).minus(product(otherMean, otherMean), jobs: jobs)
    return shared.combined(with: variance, jobs: jobs) { $0 / ($1 + Lanes(repeating: epsilon)) }
  }

  /// What `change` makes of every sample.
  func map(_ jobs: Int, _ change: @Sendable (Lanes) -> Lanes) -> Plane {
    combined(with: self, jobs: jobs) { sample, _ in change(sample) }
  }
}
