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
  /// and depth stay; 8 bits are dithered. The same pixels for any number of jobs.
  func mapLight(_ kernel: some LightKernel, jobs: Int) -> Picture {
    switch self {
    case .shallow(let bitmap): .shallow(bitmap.mapLight(kernel, jobs: jobs))
    case .deep(let bitmap): .deep(bitmap.mapLight(kernel, jobs: jobs))
    }
  }

  /// Hands every row's light to `body`, band by band; what it returns is kept in the order of the rows.
  func readLight<Result: Sendable & BitwiseCopyable>(
    into results: inout [Result], perRow: Int, rowsPerResult: Int, jobs: Int,
    _ body: @Sendable (_ rows: Range<Int>, inout LightReader, inout MutableSpan<Result>) -> Void
  ) {
    let (height, picture) = (height, self)
    let count = perRow == 0 ? 0 : results.count / perRow
    Bands.fill(&results, rows: count, rowLength: perRow, jobs: jobs, height: 16) { band, part in
      var reader = LightReader(picture)
      for row in band {
        let rows = row * rowsPerResult..<min(height, (row + 1) * rowsPerResult)
        let start = (row - band.lowerBound) * perRow
        part.withPart(start..<start + perRow) { body(rows, &reader, &$0) }
      }
    }
  }
}

/// Reads rows of light from a picture of either depth.
struct LightReader {
  private let picture: Picture
  private var staged: [UInt32]
  private(set) var light: LightRow

  init(_ picture: Picture) {
    self.picture = picture
    light = LightRow(width: picture.width)
    staged = [UInt32](repeating: 0, count: light.count)
  }

  /// Reads row `y`.
  mutating func read(_ y: Int) {
    switch picture {
    case .shallow(let bitmap): read(bitmap, y)
    case .deep(let bitmap): read(bitmap, y)
    }
  }

  private mutating func read(_ bitmap: Bitmap, _ y: Int) {
    let start = y * bitmap.width
    for x in 0..<bitmap.width { staged[x] = bitmap.pixels[start + x] }
    light.decode(staged)
  }

  private mutating func read(_ bitmap: DeepBitmap, _ y: Int) {
    let row = PlanarImage(bitmap.rows(y..<y + 1))
    light.load(row.samples.span, isOpaque: row.isOpaque)
  }
}

extension Bitmap {
  fileprivate func mapLight(_ kernel: some LightKernel, jobs: Int) -> Bitmap {
    var result = Bitmap(width: width, height: height)
    let width = width
    Bands.fill(&result.pixels, rows: height, rowLength: width, jobs: jobs) { band, pixels in
      var kernel = kernel
      var light = LightRow(width: width)
      var staged = [UInt32](repeating: 0, count: light.count)
      for y in band {
        for x in 0..<width { staged[x] = self.pixels[y * width + x] }
        light.decode(staged)
        kernel.apply(to: &light, y: y)
        var row = staged.mutableSpan
        light.encode(into: &row, dither: Dither(row: y))
        let start = (y - band.lowerBound) * width
        for x in 0..<width { pixels[start + x] = staged[x] }
      }
    }
    return result
  }
}

extension DeepBitmap {
  /// A few rows as a picture.
  fileprivate func rows(_ rows: Range<Int>) -> DeepBitmap {
    let part = pixels[rows.lowerBound * width..<rows.upperBound * width]
    return DeepBitmap(width: width, height: rows.count, pixels: Array(part))
  }

  fileprivate func mapLight(_ kernel: some LightKernel, jobs: Int) -> DeepBitmap {
    var result = DeepBitmap(width: width, height: height, pixels: pixels)
    let width = width
    Bands.fill(&result.pixels, rows: height, rowLength: width, jobs: jobs) { band, pixels in
      var image = PlanarImage(rows(band))
      let (rowLength, isOpaque) = (image.planes * image.stride, image.isOpaque)
      // One band of 64 rows: the whole of the small picture.
      image.updateBands(jobs: 1) { rows, samples in
        var kernel = kernel
        var light = LightRow(width: width)
        for row in rows {
          samples.withPart(row * rowLength..<(row + 1) * rowLength) { part in
            light.load(part.span, isOpaque: isOpaque)
            kernel.apply(to: &light, y: band.lowerBound + row)
            light.store(into: &part)
          }
        }
      }
      let changed = image.deepBitmap()
      for index in pixels.indices { pixels[index] = changed.pixels[index] }
    }
    return result
  }
}
