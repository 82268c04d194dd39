import Color

extension PlanarImage {
  /// Decodes a deep bitmap. O(pixels).
  public init(_ bitmap: DeepBitmap, jobs: Int = 1) {
    self.init(width: bitmap.width, height: bitmap.height, isOpaque: bitmap.isOpaque)
    let (width, stride, planes) = (width, stride, planes)
    updateBands(jobs: jobs) { band, samples in
      for y in band {
        let base = (y - band.lowerBound) * planes * stride
        let pixels = bitmap.pixels.span.extracting(y * width..<(y + 1) * width)
        samples.withPart(base..<base + planes * stride) {
          DeepTransfer.decode(pixels, planes: planes, into: &$0)
        }
      }
    }
  }

  /// Encodes to 16 bits, to the nearest code, values outside 0...1 clamped; the inverse of ``init(_:jobs:)``.
  public func deepBitmap(jobs: Int = 1) -> DeepBitmap {
    var pixels = [UInt64](repeating: 0, count: width * height)
    let shape = RowShape(width: width, height: height, planes: planes)
    Bands.fill(&pixels, rows: height, rowLength: width, jobs: jobs) { band, pixels in
      for y in band {
        let row = samples.span.extracting(y * shape.length..<(y + 1) * shape.length)
        for x in 0..<width {
          pixels[(y - band.lowerBound) * width + x] = DeepTransfer.pixel(row, shape, x)
        }
      }
    }
    return DeepBitmap(width: width, height: height, pixels: pixels)
  }
}

/// The transfer function of sRGB for 16-bit codes, exact to the code.
enum DeepTransfer {
  /// Linear light of every code.
  static let linear: [Float] = (0...65535).map { Float(decodeSRGB(Double($0) / 65535)) }

  /// The code whose linear light is nearest; values outside 0...1 are clamped.
  static func code(_ light: Float) -> UInt64 {
    var (low, high) = (0, 65535)
    while high - low > 1 {
      let middle = (low + high) / 2
      if linear[middle] <= light { low = middle } else { high = middle }
    }
    return UInt64(light - linear[low] < linear[high] - light ? low : high)
  }

  /// Eight bytes of straight codes as linear light: planes of padded length, colour premultiplied.
  static func decode(_ pixels: Span<UInt64>, planes: Int, into row: inout MutableSpan<Float>) {
    let stride = Rows.padded(pixels.count)
    precondition(row.count == planes * stride)
    let table = linear
    for x in pixels.indices {
      let pixel = pixels[x]
      let alpha = Float(pixel >> 48) / 65535
      for plane in 0..<3 {
        row[plane * stride + x] = table[Int(pixel >> (32 - 16 * UInt64(plane)) & 65535)] * alpha
      }
      if planes == 4 { row[3 * stride + x] = alpha }
    }
  }

  /// Pixel `x` of such a row, to the nearest codes, values outside 0...1 clamped.
  static func pixel(_ row: Span<Float>, _ shape: RowShape, _ x: Int) -> UInt64 {
    let alpha = shape.planes == 3 ? 1 : max(0, min(1, row[3 * shape.stride + x]))
    guard alpha > 0 else { return 0 }
    var pixel = UInt64((alpha * 65535).rounded())
    for plane in 0..<3 { pixel = pixel << 16 | code(row[plane * shape.stride + x] / alpha) }
    return pixel
  }
}
