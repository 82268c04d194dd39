import Color

extension PlanarImage {
  /// Decodes a deep bitmap. O(pixels).
  public init(_ bitmap: DeepBitmap, jobs: Int = 1) {
    self.init(width: bitmap.width, height: bitmap.height, isOpaque: bitmap.isOpaque)
    let (width, stride, planes) = (width, stride, planes)
    let table = DeepTransfer.linear
    updateBands(jobs: jobs) { band, samples in
      for y in band {
        let base = (y - band.lowerBound) * planes * stride
        for x in 0..<width {
          let pixel = bitmap.pixels[y * width + x]
          let alpha = Float(pixel >> 48) / 65535
          for plane in 0..<3 {
            samples[base + plane * stride + x] =
              table[Int(pixel >> (32 - 16 * UInt64(plane)) & 65535)] * alpha
          }
          if planes == 4 { samples[base + 3 * stride + x] = alpha }
        }
      }
    }
  }

  /// Encodes to 16 bits, to the nearest code, values outside 0...1 clamped; the inverse of ``init(_:jobs:)``.
  public func deepBitmap(jobs: Int = 1) -> DeepBitmap {
    var pixels = [UInt64](repeating: 0, count: width * height)
    Bands.fill(&pixels, rows: height, rowLength: width, jobs: jobs) { band, pixels in
      for y in band {
        for x in 0..<width { pixels[(y - band.lowerBound) * width + x] = deepPixel(x, y) }
      }
    }
    return DeepBitmap(width: width, height: height, pixels: pixels)
  }

  private func deepPixel(_ x: Int, _ y: Int) -> UInt64 {
    func sample(_ plane: Int) -> Float { samples[(y * planes + plane) * stride + x] }
    let alpha = isOpaque ? 1 : max(0, min(1, sample(3)))
    guard alpha > 0 else { return 0 }
    var pixel = UInt64((alpha * 65535).rounded())
    for plane in 0..<3 { pixel = pixel << 16 | DeepTransfer.code(sample(plane) / alpha) }
    return pixel
  }
}

/// The transfer function of sRGB for 16-bit codes, exact to the code.
private enum DeepTransfer {
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
}
