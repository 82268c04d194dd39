import CVector

/// Eight encoded colours, 0...1, not premultiplied unless said so.
struct BlendColor {
  var red: Lanes
  var green: Lanes
  var blue: Lanes

  @inline(__always)
  static func + (a: BlendColor, b: BlendColor) -> BlendColor {
    BlendColor(red: a.red + b.red, green: a.green + b.green, blue: a.blue + b.blue)
  }
  @inline(__always)
  static func - (a: BlendColor, b: BlendColor) -> BlendColor {
    BlendColor(red: a.red - b.red, green: a.green - b.green, blue: a.blue - b.blue)
  }
  @inline(__always)
  static func * (a: BlendColor, b: BlendColor) -> BlendColor {
    BlendColor(red: a.red * b.red, green: a.green * b.green, blue: a.blue * b.blue)
  }
  @inline(__always)
  static func * (a: BlendColor, b: Lanes) -> BlendColor { a * BlendColor(red: b, green: b, blue: b) }

  /// The standard's Lum.
  @inline(__always)
  var luminosity: Lanes { red * 0.3 + green * 0.59 + blue * 0.11 }

  @inline(__always)
  private var least: Lanes { f32x8_min(red, f32x8_min(green, blue)) }
  @inline(__always)
  private var most: Lanes { f32x8_max(red, f32x8_max(green, blue)) }

  /// The standard's Sat.
  @inline(__always)
  var saturation: Lanes { most - least }

  /// The standard's SetSat: least to 0, most to `s`, the middle in proportion; greys to 0.
  @inline(__always)
  func withSaturation(_ s: Lanes) -> BlendColor {
    let (least, range) = (least, saturation)
    let scale = f32x8_select(
      f32x8_less(Lanes(), range), s / f32x8_max(range, Lanes(repeating: 1e-6)), Lanes())
    return (self - BlendColor(red: least, green: least, blue: least)) * scale
  }

  /// The standard's SetLum with ClipColor: shifted to a luminosity, then drawn to it into 0...1.
  @inline(__always)
  func withLuminosity(_ l: Lanes) -> BlendColor {
    let shift = l - luminosity, grey = BlendColor(red: l, green: l, blue: l)
    let moved = self + BlendColor(red: shift, green: shift, blue: shift)
    let (least, most, one) = (moved.least, moved.most, Lanes(repeating: 1))
    let tiny = Lanes(repeating: 1e-6)
    let up = f32x8_select(f32x8_less(least, Lanes()), l / f32x8_max(l - least, tiny), one)
    let down = f32x8_select(f32x8_less(one, most), (one - l) / f32x8_max(most - l, tiny), one)
    return grey + (moved - grey) * f32x8_min(up, down)
  }
}

/// Eight pixels with premultiplied encoded colour.
struct BlendPixel {
  var color: BlendColor
  var alpha: Lanes

  @inline(__always)
  init(color: BlendColor, alpha: Lanes) { (self.color, self.alpha) = (color, alpha) }

  @inline(__always)
  init(_ pixels: SIMD8<UInt32>, _ opacity: Float) {
    let scale = Lanes(repeating: opacity / 255)
    color = BlendColor(
      red: u32x8_byte(pixels, 16) * scale, green: u32x8_byte(pixels, 8) * scale,
      blue: u32x8_byte(pixels, 0) * scale)
    alpha = u32x8_byte(pixels, 24) * scale
  }

  /// The colour with alpha divided out; 0 where nothing covers.
  @inline(__always)
  var straight: BlendColor { color * (Lanes(repeating: 1) / f32x8_max(alpha, Lanes(repeating: 1e-6))) }

  @inline(__always)
  var packed: SIMD8<UInt32> {
    @inline(__always) func code(_ v: Lanes) -> SIMD8<UInt32> {
      Transfer.codes(f32x8_min(f32x8_max(v, Lanes()), alpha), dither: Lanes())
    }
    return u32x8_pixel(code(color.red), code(color.green), code(color.blue), code(alpha))
  }
}
