import CVector
import Raster

/// A picture in OKLab, one plane for each of lightness, a and b; transparency is left out.
package struct LabPlanes: Sendable {
  package var lightness: Plane
  var a: Plane
  var b: Plane

  var width: Int { lightness.width }
  var height: Int { lightness.height }

  init(_ lightness: Plane, _ a: Plane, _ b: Plane) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  /// The straight colours of a picture of at least one pixel.
  package init(_ bitmap: Bitmap, jobs: Int) {
    let (width, stride) = (bitmap.width, Rows.padded(bitmap.width))
    var rows = [Float](repeating: 0, count: bitmap.height * 3 * stride)
    Bands.fill(&rows, rows: bitmap.height, rowLength: 3 * stride, jobs: jobs) { band, samples in
      var staged = [UInt32](repeating: 0, count: stride)
      for y in band {
        for x in 0..<width { staged[x] = bitmap.pixels[y * width + x] }
        let start = (y - band.lowerBound) * 3 * stride
        for x in Swift.stride(from: 0, to: stride, by: 8) {
          let pixels = staged.span.lanes(at: x)
          let inverse = PixelRows.inverseAlpha(pixels)
          let lab = PixelRows.lab(
            red: PixelRows.straight(pixels, .red, inverse: inverse),
            green: PixelRows.straight(pixels, .green, inverse: inverse),
            blue: PixelRows.straight(pixels, .blue, inverse: inverse))
          samples.setLanes(lab.lightness, at: start + x)
          samples.setLanes(lab.a, at: start + stride + x)
          samples.setLanes(lab.b, at: start + 2 * stride + x)
        }
      }
    }
    func plane(_ index: Int) -> Plane {
      var plane = Plane(width: width, height: bitmap.height)
      for y in 0..<bitmap.height {
        let start = (3 * y + index) * stride
        for x in 0..<stride { plane.samples[y * stride + x] = rows[start + x] }
      }
      return plane
    }
    self.init(plane(0), plane(1), plane(2))
  }

  /// What `change` makes of each plane.
  func map(_ change: (Plane) -> Plane) -> LabPlanes { LabPlanes(change(lightness), change(a), change(b)) }

  /// At half the size, rounded up.
  func halved(jobs: Int) -> LabPlanes { map { $0.halved(jobs: jobs) } }

  /// An opaque picture; colours outside the gamut are cut off.
  func bitmap(jobs: Int) -> Bitmap {
    var image = PlanarImage(width: width, height: height, isOpaque: true)
    let stride = image.stride
    image.updateBands(jobs: jobs) { band, samples in
      var row = LabRow(count: stride)
      for y in band {
        for x in 0..<stride {
          row.lightness[x] = lightness.samples[y * stride + x]
          row.a[x] = a.samples[y * stride + x]
          row.b[x] = b.samples[y * stride + x]
        }
        let start = (y - band.lowerBound) * 3 * stride
        samples.withPart(start..<start + 3 * stride) { row.write(&$0, planes: 3) }
      }
    }
    return image.bitmap(jobs: jobs)
  }
}

extension Plane {
  /// At half the size, rounded up.
  func halved(jobs: Int) -> Plane {
    resized(width: (width + 1) / 2, height: (height + 1) / 2, .area, jobs: jobs)
  }
}
