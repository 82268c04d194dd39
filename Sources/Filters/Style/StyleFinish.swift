import CVector
import Raster

/// Brings a styled picture to the size of its original and puts on what the original has of finer detail.
///
/// The fine detail follows the slope of the styled lightness over the original's, as in the fast guided filter (He and
/// Sun, 2015): where the style turned light to dark, detail turns too.
struct StyleFinish {
  /// The styled picture.
  var styled: LabPlanes
  /// The original at the styled picture's size.
  var original: LabPlanes
  /// How much of the result is mixed into the original, 0...1.
  var strength: Float
  /// How much fine detail is put on, 0...1.
  var detail: Float

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
        mix(&pixels.lightness, large.lightness.samples.span.lanes(at: at) + fine, at: x)
        mix(&pixels.a, large.a.samples.span.lanes(at: at), at: x)
        mix(&pixels.b, large.b.samples.span.lanes(at: at), at: x)
      }
      pixels.write(&row, planes: planes)
    }
  }

  private func mix(_ plane: inout [Float], _ styled: Lanes, at x: Int) {
    var row = plane.mutableSpan
    let own = row.lanes(at: x)
    row.setLanes(own + (styled - own) * strength, at: x)
  }

  /// The slope of the styled lightness over the original's around every pixel, -1...1.
  private func slopes(_ jobs: Int) -> Plane {
    func mean(_ plane: Plane) -> Plane { plane.boxMean(radius: Self.radius, jobs: jobs) }
    func product(_ p: Plane, _ q: Plane) -> Plane { p.combined(with: q, jobs: jobs) { $0 * $1 } }
    let (own, new) = (original.lightness, styled.lightness)
    let (ownMean, newMean) = (mean(own), mean(new))
    let shared = mean(product(own, new)).minus(product(ownMean, newMean), jobs: jobs)
    let variance = mean(product(own, own)).minus(product(ownMean, ownMean), jobs: jobs)
    return shared.combined(with: variance, jobs: jobs) { shared, variance in
      f32x8_clamp(shared / (variance + Lanes(repeating: Self.epsilon)), -1, 1)
    }
  }
}
