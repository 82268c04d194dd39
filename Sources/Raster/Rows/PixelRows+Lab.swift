import CVector

/// Eight neighbouring pixels in OKLab (Ottosson, 2020), with their coverage.
@frozen public struct LabLanes: Sendable {
  /// Lightness, 0...1.
  public var lightness: Lanes
  /// Green to red, about -0.24...0.28 in sRGB.
  public var a: Lanes
  /// Blue to yellow, about -0.32...0.2 in sRGB.
  public var b: Lanes

  @inlinable @inline(__always)
  public init(lightness: Lanes, a: Lanes, b: Lanes) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }
}

extension PixelRows {
  /// One channel with the alpha divided out, as a code 0...255; transparent pixels give 0.
  ///
  /// `inverse` is 255 / alpha, as ``inverseAlpha(_:)`` has it; whole codes of opaque pixels come back exactly.
  @inlinable @inline(__always)
  public static func straight(_ pixels: SIMD8<UInt32>, _ channel: Channel, inverse: Lanes) -> Lanes {
    f32x8_min(u32x8_byte(pixels, channel.rawValue) * inverse, Lanes(repeating: 255))
  }

  /// 255 / alpha of eight pixels; 255 for transparent ones.
  @inlinable @inline(__always)
  public static func inverseAlpha(_ pixels: SIMD8<UInt32>) -> Lanes {
    Lanes(repeating: 255) / f32x8_max(u32x8_byte(pixels, 24), Lanes(repeating: 1))
  }

  /// OKLab of straight codes 0...255, within 3e-5 of the scalar form in Color.
  @inlinable @inline(__always)
  public static func lab(red: Lanes, green: Lanes, blue: Lanes) -> LabLanes {
    let unit = Lanes(repeating: 1 / 255)
    let r = Transfer.linear(red * unit)
    let g = Transfer.linear(green * unit)
    let b = Transfer.linear(blue * unit)
    let long = f32x8_cbrt(weigh(r, 0.4122214695, g, 0.5363325373, b, 0.0514459933))
    let middle = f32x8_cbrt(weigh(r, 0.2119034958, g, 0.6806995506, b, 0.1073969535))
    let short = f32x8_cbrt(weigh(r, 0.0883024592, g, 0.2817188391, b, 0.6299787017))
    return LabLanes(
      lightness: weigh(long, 0.2104542683, middle, 0.7936177747, short, -0.0040720430),
      a: weigh(long, 1.9779985324, middle, -2.4285922420, short, 0.4505937096),
      b: weigh(long, 0.0259040425, middle, 0.7827717125, short, -0.8086757549))
  }

  @inlinable @inline(__always)
  static func weigh(_ x: Lanes, _ p: Float, _ y: Lanes, _ q: Float, _ z: Lanes, _ s: Float) -> Lanes {
    f32x8_fma(z, Lanes(repeating: s), f32x8_fma(y, Lanes(repeating: q), x * Lanes(repeating: p)))
  }
}
