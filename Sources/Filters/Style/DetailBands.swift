import Composition
import Raster

/// Lightness taken apart by size: what each of five blurs takes away, from fine to coarse.
package struct DetailBands: Sendable {
  /// The bands but for the finest, which is worked out at full size.
  private let bands: [Plane]
  /// The lightness without the finest band.
  let base: Plane
  /// The standard deviation of each band.
  package let deviations: [Float]

  /// The long side at which pictures are measured.
  package static let side = 512

  package init(_ lightness: Plane, jobs: Int) {
    var (rest, all) = (lightness, [Plane]())
    var blurs: [Plane] = []
    for sigma in StyleProfile.detailSizes {
      let blurred = lightness.blurred(sigma: sigma, jobs: jobs)
      all.append(rest.minus(blurred, jobs: jobs))
      blurs.append(blurred)
      rest = blurred
    }
    base = blurs[0]
    bands = Array(all.dropFirst())
    deviations = all.map(Self.deviation)
  }

  /// Row by row, so that the sum is the same everywhere.
  private static func deviation(_ band: Plane) -> Float {
    var sum = 0.0
    for y in 0..<band.height {
      var row = 0.0
      for value in band.row(y) { row += Double(value * value) }
      sum += row
    }
    return Float((sum / Double(band.width * band.height)).squareRoot())
  }

  /// What each band is multiplied by to deviate as is wanted; within a third and three, so that noise stays noise and
  /// nothing rings.
  func gains(to wanted: [Float], share: Double) -> [Float] {
    zip(deviations, wanted).map { own, wanted in
      let gain = max(1.0 / 3, min(3, (wanted + 1e-4) / (own + 1e-4)))
      return 1 + (gain - 1) * Float(share)
    }
  }

  /// What the gains of all but the finest band change.
  func change(_ gains: [Float], jobs: Int) -> Plane {
    var change = Plane(width: base.width, height: base.height)
    for (band, gain) in zip(bands, gains.dropFirst()) {
      change = change.combined(with: band, jobs: jobs) { $0 + $1 * (gain - 1) }
    }
    return change
  }
}
