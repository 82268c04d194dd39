import CVector
import Raster

extension Bitmap {
  /// This picture plus the change to `changed`, the change smoothed along this picture's own edges.
  ///
  /// Texture comes from here, colour from there. Both are of one size and have the same alpha.
  func cleaned(_ changed: Bitmap, radius: Int, jobs: Int) -> Bitmap {
    precondition(width == changed.width && height == changed.height)
    let filter = GuidedFilter(guide: plane(jobs, Self.luma), radius: radius, epsilon: 1e-3, jobs: jobs)
    let changes = Channel.allCases.map { channel in
      let before = plane(jobs) { u32x8_byte($0, channel.rawValue) * Lanes(repeating: 1 / 255) }
      let after = changed.plane(jobs) { u32x8_byte($0, channel.rawValue) * Lanes(repeating: 1 / 255) }
      return filter.apply(to: after.minus(before, jobs: jobs), jobs: jobs)
    }
    return adding(changes, dithered: isOpaque, jobs: jobs)
  }

  /// Encoded luma (weights of BT.709): what the eye reads edges from.
  @inline(__always)
  private static func luma(_ pixels: SIMD8<UInt32>) -> Lanes {
    let green = f32x8_fma(
      u32x8_byte(pixels, 8), Lanes(repeating: 0.7152 / 255), u32x8_byte(pixels, 0) * (0.0722 / 255))
    return f32x8_fma(u32x8_byte(pixels, 16), Lanes(repeating: 0.2126 / 255), green)
  }

  /// A plane of something that eight pixels give at a time.
  @inline(__always)
  private func plane(_ jobs: Int, _ body: @Sendable (SIMD8<UInt32>) -> Lanes) -> Plane {
    var plane = Plane(width: width, height: height)
    let stride = plane.stride
    Bands.fill(&plane.samples, rows: height, rowLength: stride, jobs: jobs) { band, samples in
      var staged = [UInt32](repeating: 0, count: stride)
      for y in band {
        for x in 0..<width { staged[x] = pixels[y * width + x] }
        let start = (y - band.lowerBound) * stride
        for x in Swift.stride(from: 0, to: stride, by: 8) {
          samples.setLanes(body(staged.span.lanes(at: x)), at: start + x)
        }
      }
    }
    return plane
  }

  /// Encoded changes of red, green and blue added; alpha stays, and no colour goes above it.
  private func adding(_ changes: [Plane], dithered: Bool, jobs: Int) -> Bitmap {
    var result = self
    let (red, green, blue) = (changes[0], changes[1], changes[2])
    Bands.fill(&result.pixels, rows: height, rowLength: width, jobs: jobs) { band, pixels in
      var staged = [UInt32](repeating: 0, count: red.stride)
      for y in band {
        let start = (y - band.lowerBound) * width
        let dither = Dither(row: y, active: dithered)
        for x in 0..<width { staged[x] = pixels[start + x] }
        for x in stride(from: 0, to: red.stride, by: 8) {
          let (source, noise) = (staged.span.lanes(at: x), dither.lanes(at: x))
          let alpha = u32x8_byte(source, 24)
          @inline(__always) func code(_ channel: Channel, _ change: Plane, _ noise: Lanes) -> SIMD8<UInt32> {
            let unit = Lanes(repeating: 1 / 255)
            let sum = f32x8_fma(
              u32x8_byte(source, channel.rawValue), unit, change.samples.span.lanes(at: y * change.stride + x)
            )
            return Transfer.codes(f32x8_min(f32x8_max(sum, Lanes()), alpha * unit), dither: noise)
          }
          var row = staged.mutableSpan
          row.setLanes(
            u32x8_pixel(
              code(.red, red, noise.red), code(.green, green, noise.green), code(.blue, blue, noise.blue),
              f32x8_to_u32(alpha)), at: x)
        }
        for x in 0..<width { pixels[start + x] = staged[x] }
      }
    }
    return result
  }
}
