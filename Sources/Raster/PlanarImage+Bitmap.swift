extension PlanarImage {
  /// Decodes a bitmap; `isOpaque` is the bitmap's own. O(pixels).
  public init(_ bitmap: Bitmap, jobs: Int = 1) {
    self.init(width: bitmap.width, height: bitmap.height, isOpaque: bitmap.isOpaque)
    let (width, stride, planes) = (width, stride, planes)
    updateBands(jobs: jobs) { band, samples in
      var staged = [UInt32](repeating: 0, count: stride)
      for y in band {
        let start = y * width
        for x in 0..<width { staged[x] = bitmap.pixels[start + x] }
        let base = (y - band.lowerBound) * planes * stride
        for plane in 0..<planes {
          let part = base + plane * stride..<base + (plane + 1) * stride
          samples.withPart(part) { Self.decode(staged.span, plane, isOpaque: planes == 3, into: &$0) }
        }
      }
    }
  }

  private static func decode(
    _ pixels: Span<UInt32>, _ plane: Int, isOpaque: Bool, into row: inout MutableSpan<Float>
  ) {
    guard plane < 3 else { return PixelRows.decodeAlpha(pixels, into: &row) }
    let channel = Channel.allCases[plane]
    if isOpaque {
      PixelRows.decode(pixels, channel, into: &row)
    } else {
      PixelRows.decodePremultiplied(pixels, channel, into: &row)
    }
  }

  /// Encodes to 8 bits, to the nearest code, values outside 0...1 clamped; the inverse of ``init(_:jobs:)``.
  /// `dithered` spreads the rounding of an opaque picture so that gradients show no bands.
  public func bitmap(dithered: Bool = false, jobs: Int = 1) -> Bitmap {
    var bitmap = Bitmap(width: width, height: height)
    Bands.fill(&bitmap.pixels, rows: height, rowLength: width, jobs: jobs) { band, pixels in
      var staged = [UInt32](repeating: 0, count: stride)
      for y in band {
        var row = staged.mutableSpan
        encode(row: y, dithered: dithered, into: &row)
        let start = (y - band.lowerBound) * width
        for x in 0..<width { pixels[start + x] = staged[x] }
      }
    }
    return bitmap
  }

  private func encode(row y: Int, dithered: Bool, into pixels: inout MutableSpan<UInt32>) {
    func plane(_ index: Int) -> Range<Int> {
      let start = (y * planes + index) * stride
      return start..<start + stride
    }
    let all = samples.span
    let (red, green, blue) = (
      all.extracting(plane(0)), all.extracting(plane(1)), all.extracting(plane(2))
    )
    if isOpaque {
      let dither = Dither(row: y, active: dithered)
      PixelRows.encode(red: red, green: green, blue: blue, dither: dither, into: &pixels)
    } else {
      let alpha = all.extracting(plane(3))
      PixelRows.encodePremultiplied(red: red, green: green, blue: blue, alpha: alpha, into: &pixels)
    }
  }
}
