import CVector

extension ColorCube {
  /// The transformed picture; alpha stays.
  ///
  /// - Parameters:
  ///   - bitmap: encoded sRGB, premultiplied; the transform sees straight colour.
  ///   - dithered: spreads the rounding so that stretched gradients show no bands.
  ///   - jobs: how many threads may work; the pixels are the same for any number.
  /// - Returns: a bitmap of the same size.
  public func apply(to bitmap: Bitmap, dithered: Bool = false, jobs: Int = 1) -> Bitmap {
    var result = bitmap
    Bands.fill(&result.pixels, rows: bitmap.height, rowLength: bitmap.width, jobs: jobs) { band, pixels in
      for y in band {
        let start = (y - band.lowerBound) * bitmap.width
        pixels.withPart(start..<start + bitmap.width) {
          apply(to: &$0, dither: Dither(row: y, active: dithered))
        }
      }
    }
    return result
  }

  /// Transforms a row of any length in place.
  public func apply(to row: inout MutableSpan<UInt32>, dither: Dither) {
    nodes.withUnsafeBufferPointer { nodes in
      // Sound: `look` reads nodes inside the cube only, because positions are held to 0...side-1.
      let look = CubeLook(nodes.baseAddress!, side: side)
      let whole = row.count & ~7
      for x in stride(from: 0, to: whole, by: 8) {
        row.setLanes(look.pixels(row.span.lanes(at: x), dither.lanes(at: x)), at: x)
      }
      guard whole < row.count else { return }
      var rest = SIMD8<UInt32>()
      for x in whole..<row.count { rest[x - whole] = row[x] }
      rest = look.pixels(rest, dither.lanes(at: whole))
      for x in whole..<row.count { row[x] = rest[x - whole] }
    }
  }

  /// Transforms a picture in linear light in place; colour outside 0...1 is clamped first, alpha stays.
  public func apply(to image: inout PlanarImage, jobs: Int = 1) {
    let (stride, planes) = (image.stride, image.planes)
    image.updateBands(jobs: jobs) { band, samples in
      for row in 0..<band.count {
        samples.withPart(row * planes * stride..<(row + 1) * planes * stride) {
          apply(to: &$0, stride: stride, isOpaque: planes == 3)
        }
      }
    }
  }

  private func apply(to row: inout MutableSpan<Float>, stride: Int, isOpaque: Bool) {
    nodes.withUnsafeBufferPointer { nodes in
      let look = CubeLook(nodes.baseAddress!, side: side)
      let one = Lanes(repeating: 1)
      for x in Swift.stride(from: 0, to: stride, by: 8) {
        let alpha = isOpaque ? one : f32x8_clamp(row.lanes(at: x + 3 * stride), 0, 1)
        let inverse = one / f32x8_max(alpha, Lanes(repeating: 1 / 1024))
        func encoded(_ plane: Int) -> Lanes {
          Transfer.encoded(linear: f32x8_clamp(row.lanes(at: x + plane * stride) * inverse, 0, 1))
        }
        let result = look.colors(encoded(0), encoded(1), encoded(2))
        row.setLanes(Transfer.linear(result.red) * alpha, at: x)
        row.setLanes(Transfer.linear(result.green) * alpha, at: x + stride)
        row.setLanes(Transfer.linear(result.blue) * alpha, at: x + 2 * stride)
      }
    }
  }
}

/// Looks eight pixels up; must not outlive the nodes.
struct CubeLook {
  private let nodes: UnsafePointer<Float>
  private let side: Int32
  private let last: Float

  @inline(__always)
  init(_ nodes: UnsafePointer<Float>, side: Int) {
    (self.nodes, self.side, last) = (nodes, Int32(side), Float(side - 1))
  }

  /// Encoded 0...1 to encoded 0...1.
  @inline(__always)
  func colors(_ red: Lanes, _ green: Lanes, _ blue: Lanes) -> (red: Lanes, green: Lanes, blue: Lanes) {
    var result = (red: Lanes(), green: Lanes(), blue: Lanes())
    let r = f32x8_clamp(red * last, 0, last)
    let g = f32x8_clamp(green * last, 0, last)
    let b = f32x8_clamp(blue * last, 0, last)
    withUnsafeMutableBytes(of: &result) { cube_tetrahedral(nodes, side, r, g, b, $0.baseAddress) }
    return result
  }

  /// Packed premultiplied pixels to the same, of the same alpha.
  @inline(__always)
  func pixels(_ pixels: SIMD8<UInt32>, _ noise: (red: Lanes, green: Lanes, blue: Lanes)) -> SIMD8<UInt32> {
    let alpha = u32x8_byte(pixels, 24)
    let cover = alpha * Lanes(repeating: 1 / 255)
    let scale = Lanes(repeating: 1) / f32x8_max(alpha, Lanes(repeating: 1))
    let result = colors(
      u32x8_byte(pixels, Channel.red.rawValue) * scale, u32x8_byte(pixels, Channel.green.rawValue) * scale,
      u32x8_byte(pixels, Channel.blue.rawValue) * scale)
    return u32x8_pixel(
      Transfer.codes(result.red * cover, dither: noise.red * cover),
      Transfer.codes(result.green * cover, dither: noise.green * cover),
      Transfer.codes(result.blue * cover, dither: noise.blue * cover), f32x8_to_u32(alpha))
  }
}
