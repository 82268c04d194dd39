import CVector

extension Bitmap {
  /// A copy `step` times as coarse: every pixel is the mean of a square of `step * step` codes, rounded; squares at
  /// the right and lower border may be cut off. O(pixels).
  ///
  /// Codes, not light, are averaged: for filters that compare colours as the eye does. Work in linear light
  /// needs the resampler.
  public func codeMeans(step: Int, jobs: Int = 1) -> Bitmap {
    precondition(step > 0 && step < 128, "sums of more codes than that leave 32 bits")
    guard step > 1 else { return self }
    var result = Bitmap(width: (width + step - 1) / step, height: (height + step - 1) / step)
    let rowLength = result.width
    Bands.fill(
      &result.pixels, rows: result.height, rowLength: rowLength, jobs: jobs,
      height: max(1, Bands.height / step)
    ) { band, means in
      let source = pixels.span
      var sums = [SIMD4<UInt32>](repeating: .zero, count: rowLength)
      for y in band {
        let rows = y * step..<min(height, (y + 1) * step)
        for x in sums.indices { sums[x] = .zero }
        for row in rows {
          for x in 0..<rowLength {
            for column in x * step..<min(width, (x + 1) * step) {
              sums[x] &+= Self.codes(source[row * width + column])
            }
          }
        }
        for x in 0..<rowLength {
          let count = UInt32(rows.count * (min(width, (x + 1) * step) - x * step))
          let mean = (sums[x] &+ count / 2) / count
          means[(y - band.lowerBound) * rowLength + x] = mean.x | mean.y << 8 | mean.z << 16 | mean.w << 24
        }
      }
    }
    return result
  }

  @inline(__always)
  private static func codes(_ pixel: UInt32) -> SIMD4<UInt32> {
    SIMD4(pixel & 255, pixel >> 8 & 255, pixel >> 16 & 255, pixel >> 24)
  }
}
