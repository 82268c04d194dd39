extension Bitmap {
  /// An opaque picture of linear light, dithered, without a float picture on the way to it.
  ///
  /// `body` is asked for each row once, by several threads: red, green and blue one after the other, each padded to
  /// whole vectors. What the row holds before is of no use. Values outside 0...1 are clamped.
  public init(
    width: Int, height: Int, jobs: Int,
    rows body: @Sendable (_ y: Int, _ row: inout MutableSpan<Float>) -> Void
  ) {
    self.init(width: width, height: height, pixels: [UInt32](unwritten: width * height))
    let length = 3 * Rows.padded(width)
    Bands.fill(&pixels, rows: height, rowLength: width, jobs: jobs, height: 16) { band, pixels in
      var room = [Float](repeating: 0, count: length)
      for y in band {
        var row = room.mutableSpan
        body(y, &row)
        let start = (y - band.lowerBound) * width
        pixels.withPart(start..<start + width) {
          PixelRows.encode(row.span, planes: 3, light: .linear, dither: Dither(row: y), into: &$0)
        }
      }
    }
  }
}

extension RowSource {
  /// The rows as 8 bits, to the nearest code; each band starts from a copy of this source.
  func bitmap(light: Light = .linear, dithered: Bool, jobs: Int) -> Bitmap {
    let (width, height, planes) = (shape.width, shape.height, shape.planes)
    var result = Bitmap(width: width, height: height, pixels: [UInt32](unwritten: width * height))
    Bands.fill(&result.pixels, rows: height, rowLength: width, jobs: jobs) { band, pixels in
      forEachRow(in: band) { y, row in
        let start = (y - band.lowerBound) * width
        let dither = Dither(row: y, active: dithered)
        pixels.withPart(start..<start + width) {
          PixelRows.encode(row, planes: planes, light: light, dither: dither, into: &$0)
        }
      }
    }
    return result
  }

  /// The rows as 16 bits, to the nearest code.
  func deepBitmap(light: Light = .linear, jobs: Int) -> DeepBitmap {
    let shape = shape
    var pixels = [UInt64](unwritten: shape.width * shape.height)
    Bands.fill(&pixels, rows: shape.height, rowLength: shape.width, jobs: jobs) { band, pixels in
      forEachRow(in: band) { y, row in
        let start = (y - band.lowerBound) * shape.width
        for x in 0..<shape.width { pixels[start + x] = DeepTransfer.pixel(row, shape, x, light) }
      }
    }
    return DeepBitmap(width: shape.width, height: shape.height, pixels: pixels)
  }

  /// Calls `body` with the rows of a band, one after the other.
  func forEachRow(in band: Range<Int>, _ body: (Int, Span<Float>) -> Void) {
    var source = self
    var row = [Float](repeating: 0, count: shape.length)
    for y in band {
      var span = row.mutableSpan
      source.fetch(y, into: &span)
      body(y, span.span)
    }
  }
}
