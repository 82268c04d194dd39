import CVector
import Composition
import Raster

/// The picture as a painter looks at it: on white, no finer than the finest mark, in encoded sRGB, whose steps are
/// about even to the eye.
struct Motif: Sendable {
  var red: Plane
  var green: Plane
  var blue: Plane
  /// Pixels of the picture along a pixel of the motif, at least 1.
  let factor: Double

  var width: Int { red.width }
  var height: Int { red.height }

  /// Pixels that a motif may have: working copies then need a few hundred megabytes at most.
  static let limit = 4_000_000.0

  /// A motif of at most `finest` pixels along a millimetre, and at most ``limit``. Its pixels are means over areas, in
  /// linear light.
  init(_ picture: Picture, _ context: FilterContext, finest: Double) {
    let crowd = (Double(picture.width) * Double(picture.height) / Self.limit).squareRoot()
    factor = max(1, context.pixelsPerMillimetre / finest, crowd)
    var image = picture.reduced(step: SIMD2(factor, factor), jobs: context.jobs).onWhite()
    image.updateBands(jobs: context.jobs) { _, samples in
      for x in stride(from: 0, to: samples.count, by: 8) {
        let light = f32x8_clamp(samples.span.lanes(at: x), 0, 1)
        samples.setLanes(Transfer.encoded(linear: light), at: x)
      }
    }
    (red, green, blue) = (image.plane(0), image.plane(1), image.plane(2))
  }

  /// The same with the three planes of an image of equal size.
  func with(_ image: PlanarImage) -> Motif {
    var copy = self
    (copy.red, copy.green, copy.blue) = (image.plane(0), image.plane(1), image.plane(2))
    return copy
  }

  /// The same in one colour.
  func filled(_ color: SIMD3<Float>) -> Motif {
    var copy = self
    copy.red = Plane(width: width, height: height, fill: color.x)
    copy.green = Plane(width: width, height: height, fill: color.y)
    copy.blue = Plane(width: width, height: height, fill: color.z)
    return copy
  }

  /// Each plane changed by the same function.
  func mapped(_ change: (Plane) -> Plane) -> Motif {
    var copy = self
    (copy.red, copy.green, copy.blue) = (change(red), change(green), change(blue))
    return copy
  }

  /// Luma of encoded sRGB (Rec. 709 weights).
  var luma: Plane {
    var plane = red
    for i in plane.samples.indices {
      plane.samples[i] = 0.2126 * red.samples[i] + 0.7152 * green.samples[i] + 0.0722 * blue.samples[i]
    }
    return plane
  }
}
