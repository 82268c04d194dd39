extension DeepTransfer {
  /// Straight codes as rows of light: planes of padded length, colour premultiplied.
  static func decode(
    _ pixels: Span<UInt64>, planes: Int, light: Light = .linear, into row: inout MutableSpan<Float>
  ) {
    let stride = Rows.padded(pixels.count)
    precondition(row.count == planes * stride)
    let table = linear
    for x in pixels.indices {
      let pixel = pixels[x]
      let alpha = Float(pixel >> 48) / 65535
      for plane in 0..<3 {
        let code = Int(pixel >> (32 - 16 * UInt64(plane)) & 65535)
        row[plane * stride + x] = (light == .linear ? table[code] : Float(code) / 65535) * alpha
      }
      if planes == 4 { row[3 * stride + x] = alpha }
    }
  }

  /// Pixel `x` of such a row, to the nearest codes, values outside 0...1 clamped.
  static func pixel(_ row: Span<Float>, _ shape: RowShape, _ x: Int, _ light: Light = .linear) -> UInt64 {
    let alpha = shape.planes == 3 ? 1 : max(0, min(1, row[3 * shape.stride + x]))
    guard alpha > 0 else { return 0 }
    var pixel = UInt64((alpha * 65535).rounded())
    for plane in 0..<3 {
      let straight = max(0, min(1, row[plane * shape.stride + x] / alpha))
      pixel = pixel << 16 | (UInt64(light == .linear ? code(straight) : UInt16((straight * 65535).rounded())))
    }
    return pixel
  }
}
