extension PlanarImage {
  /// Decodes a deep bitmap. O(pixels).
  public init(_ bitmap: DeepBitmap, jobs: Int = 1) {
    self.init(width: bitmap.width, height: bitmap.height, isOpaque: bitmap.isOpaque)
    let (width, stride, planes) = (width, stride, planes)
    let (pixels, table) = (bitmap.pixels, DeepTransfer.linear)
    updateBands(jobs: jobs) { band, samples in
      let (pixels, table) = (pixels.span, table.span)
      for y in band {
        let base = (y - band.lowerBound) * planes * stride
        for x in 0..<width {
          let pixel = pixels[y * width + x]
          let alpha = Float(pixel >> 48) / 65535
          samples[base + x] = table[Int(pixel >> 32 & 65535)] * alpha
          samples[base + stride + x] = table[Int(pixel >> 16 & 65535)] * alpha
          samples[base + 2 * stride + x] = table[Int(pixel & 65535)] * alpha
          if planes == 4 { samples[base + 3 * stride + x] = alpha }
        }
      }
    }
  }

  /// Encodes to 16 bits, to the nearest code, values outside 0...1 clamped; the inverse of ``init(_:jobs:)``.
  public func deepBitmap(jobs: Int = 1) -> DeepBitmap {
    var pixels = [UInt64](repeating: 0, count: width * height)
    let (width, stride, planes) = (width, stride, planes)
    Bands.fill(&pixels, rows: height, rowLength: width, jobs: jobs) { band, pixels in
      let all = samples.span
      for y in band {
        let row = all.extracting(y * planes * stride..<(y + 1) * planes * stride)
        let start = (y - band.lowerBound) * width
        for x in 0..<width {
          let alpha = planes == 3 ? 1 : max(0, min(1, row[3 * stride + x]))
          guard alpha > 0 else { continue }
          let red = UInt64(DeepTransfer.code(row[x] / alpha))
          let green = UInt64(DeepTransfer.code(row[stride + x] / alpha))
          let blue = UInt64(DeepTransfer.code(row[2 * stride + x] / alpha))
          pixels[start + x] = UInt64(alpha * 65535 + 0.5) << 48 | red << 32 | green << 16 | blue
        }
      }
    }
    return DeepBitmap(width: width, height: height, pixels: pixels)
  }
}
