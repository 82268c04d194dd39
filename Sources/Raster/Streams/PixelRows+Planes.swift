import CVector

extension PixelRows {
  /// A row of packed pixels as light: the planes one after the other, each of padded length, colour
  /// premultiplied. With 3 planes the pixels must be opaque.
  static func decode(
    _ pixels: Span<UInt32>, planes: Int, light: Light = .linear, into row: inout MutableSpan<Float>
  ) {
    let stride = Rows.padded(pixels.count)
    precondition(row.count == planes * stride)
    let whole = pixels.count & ~7
    for x in Swift.stride(from: 0, to: whole, by: 8) {
      decode(pixels.lanes(at: x), planes, stride, light, into: &row, at: x)
    }
    guard whole < pixels.count else { return }
    var rest = SIMD8<UInt32>()
    for x in whole..<pixels.count { rest[x - whole] = pixels[x] }
    decode(rest, planes, stride, light, into: &row, at: whole)
  }

  @inline(__always)
  private static func decode(
    _ pixels: SIMD8<UInt32>, _ planes: Int, _ stride: Int, _ light: Light,
    into row: inout MutableSpan<Float>, at x: Int
  ) {
    guard light == .linear else {
      for plane in 0..<3 {
        row.setLanes(
          u32x8_byte(pixels, Int32(16 - 8 * plane)) * Lanes(repeating: 1 / 255), at: x + plane * stride)
      }
      if planes == 4 { row.setLanes(u32x8_byte(pixels, 24) * Lanes(repeating: 1 / 255), at: x + 3 * stride) }
      return
    }
    guard planes == 4 else {
      row.setLanes(linear(pixels, .red), at: x)
      row.setLanes(linear(pixels, .green), at: x + stride)
      return row.setLanes(linear(pixels, .blue), at: x + 2 * stride)
    }
    let alpha = u32x8_byte(pixels, 24)
    let inverse = Lanes(repeating: 1) / f32x8_max(alpha, Lanes(repeating: 1))
    let cover = alpha * Lanes(repeating: 1 / 255)
    @inline(__always) func part(_ channel: Channel) -> Lanes {
      Transfer.linear(u32x8_byte(pixels, channel.rawValue) * inverse) * cover
    }
    row.setLanes(part(.red), at: x)
    row.setLanes(part(.green), at: x + stride)
    row.setLanes(part(.blue), at: x + 2 * stride)
    row.setLanes(cover, at: x + 3 * stride)
  }

  /// The way back, to the nearest code; values outside 0...1 are clamped. Pixels with alpha are not dithered.
  static func encode(
    _ row: Span<Float>, planes: Int, light: Light = .linear, dither: Dither,
    into pixels: inout MutableSpan<UInt32>
  ) {
    let stride = Rows.padded(pixels.count)
    precondition(row.count == planes * stride)
    let whole = pixels.count & ~7
    for x in Swift.stride(from: 0, to: whole, by: 8) {
      pixels.setLanes(encoded(row, planes, stride, light, dither, at: x), at: x)
    }
    guard whole < pixels.count else { return }
    let rest = encoded(row, planes, stride, light, dither, at: whole)
    for x in whole..<pixels.count { pixels[x] = rest[x - whole] }
  }

  @inline(__always)
  private static func encoded(
    _ row: Span<Float>, _ planes: Int, _ stride: Int, _ light: Light, _ dither: Dither, at x: Int
  ) -> SIMD8<UInt32> {
    guard light == .linear else { return codes(row, planes, stride, dither, at: x) }
    let (red, green, blue) = (row.lanes(at: x), row.lanes(at: x + stride), row.lanes(at: x + 2 * stride))
    guard planes == 4 else {
      let noise = dither.lanes(at: x)
      return u32x8_opaque(code(red, noise.red), code(green, noise.green), code(blue, noise.blue))
    }
    let cover = f32x8_clamp(row.lanes(at: x + 3 * stride), 0, 1)
    let inverse = Lanes(repeating: 1) / f32x8_max(cover, Lanes(repeating: 1 / 1024))
    @inline(__always) func part(_ light: Lanes) -> SIMD8<UInt32> {
      let straight = f32x8_clamp(light * inverse, 0, 1)
      // The polynomial may end a hair above 1, but no colour may go above its alpha.
      return Transfer.codes(f32x8_min(Transfer.encoded(linear: straight) * cover, cover), dither: Lanes())
    }
    return u32x8_pixel(part(red), part(green), part(blue), Transfer.codes(cover, dither: Lanes()))
  }

  @inline(__always)
  private static func codes(
    _ row: Span<Float>, _ planes: Int, _ stride: Int, _ dither: Dither, at x: Int
  ) -> SIMD8<UInt32> {
    let noise = planes == 4 ? (red: Lanes(), green: Lanes(), blue: Lanes()) : dither.lanes(at: x)
    let alpha = planes == 4 ? f32x8_clamp(row.lanes(at: x + 3 * stride), 0, 1) : Lanes(repeating: 1)
    @inline(__always) func code(_ plane: Int, _ noise: Lanes) -> SIMD8<UInt32> {
      Transfer.codes(f32x8_min(f32x8_max(row.lanes(at: x + plane * stride), Lanes()), alpha), dither: noise)
    }
    return u32x8_pixel(
      code(0, noise.red), code(1, noise.green), code(2, noise.blue), Transfer.codes(alpha, dither: Lanes()))
  }
}
