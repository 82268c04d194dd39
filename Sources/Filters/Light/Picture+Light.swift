import Raster

/// What a point filter does to a row of light.
///
/// Every band of rows works on its own copy, so a kernel may carry state from row to row as long as the pixels
/// do not depend on where it began.
protocol LightKernel: Sendable {
  /// Changes row `y` of the picture.
  mutating func apply(to light: inout LightRow, y: Int)
}

extension Picture {
  /// The picture with every row changed by a kernel: decoded, changed and encoded while it is in cache. Alpha
  /// and depth stay; opaque 8 bits are dithered. The same pixels for any number of jobs.
  func mapLight(_ kernel: some LightKernel, jobs: Int) -> Picture {
    mapRows(StraightRows(kernel: kernel, light: LightRow(width: width)), jobs: jobs)
  }
}

/// A kernel of straight light at work on premultiplied rows.
private struct StraightRows<Kernel: LightKernel>: RowKernel {
  var kernel: Kernel
  var light: LightRow

  mutating func apply(to row: inout MutableSpan<Float>, planes: Int, y: Int) {
    light.load(row.span, isOpaque: planes == 3)
    kernel.apply(to: &light, y: y)
    light.store(into: &row)
  }
}
