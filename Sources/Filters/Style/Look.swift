import Color
import Composition
import Parameters
import Raster

/// What a picture is to look like, in numbers: measured in an exemplar or taken from a profile.
package struct Look {
  /// The side of the middle in which grain is measured, at full size.
  package static let grainSide = 768

  let colors: ColorStatistics
  /// The deviation of each of the ``DetailBands``.
  let detail: [Float]
  /// The deviation of grain at full size; 0 for exemplars, of which only a smaller copy is at hand.
  let grain: Double

  /// The look of a picture, measured with no side longer than `side` pixels.
  init(_ photo: Photo, side: Int, jobs: Int) throws(RecolouringError) {
    let reference = Picture.shallow(photo.preview(side: 1024)).shrunk(toSide: side, jobs: jobs)
    colors = try ColorStatistics(reference, jobs: jobs)
    detail = DetailBands(LabPlanes(reference, jobs: jobs).lightness, jobs: jobs).deviations
    grain = 0
  }

  init(_ profile: StyleProfile) {
    colors = ColorStatistics(profile.color)
    detail = profile.detail.map { Float($0) }
    grain = profile.grain
  }
}

extension StyleProfile {
  private static let cloudSide = 64

  /// A picture of the profile's colours, each in its share, scattered as far as the spread of all colours asks: a few
  /// clean dots would leave a picture in flat patches.
  var colorCloud: Bitmap {
    var stream = SeedStream(seed: 1, path: "cloud")
    let (side, scatter) = (Self.cloudSide, scatter)
    var pixels: [UInt32] = []
    var due = 0.0
    for swatch in palette {
      due += swatch.share * Double(side * side)
      let lab = OKLab(swatch.color)
      while Double(pixels.count) < due.rounded(), pixels.count < side * side {
        // The sum of three uniform numbers, of variance 1.
        let noise = SIMD3(stream.bell, stream.bell, stream.bell) * scatter
        pixels.append(
          SRGB(OKLab(lab.lightness + noise.x, lab.a + noise.y, lab.b + noise.z).linear).packed)
      }
    }
    while pixels.count < side * side { pixels.append(palette[palette.count - 1].color.packed) }
    return Bitmap(width: side, height: side, pixels: pixels)
  }

  /// The deviations that the palette's dots leave unexplained.
  private var scatter: SIMD3<Double> {
    let points = palette.map { (OKLab($0.color), $0.share) }.map { SIMD4($0.lightness, $0.a, $0.b, $1) }
    let mean = points.reduce(SIMD4<Double>()) { $0 + $1 * $1.w }
    let variances = points.reduce(SIMD4<Double>()) { $0 + ($1 - mean) * ($1 - mean) * $1.w }
    let rest = color.variances - SIMD3(variances.x, variances.y, variances.z)
    return SIMD3(max(0, rest.x), max(0, rest.y), max(0, rest.z)).squareRoot()
  }
}

extension SeedStream {
  fileprivate var bell: Double { mutating get { (unit() + unit() + unit() - 1.5) * 2 } }
}
