import Elementary

/// Linear-light sRGB; components 0...1 inside the gamut.
public struct LinearRGB: Hashable, Sendable {
  /// Linear red.
  public var red: Double
  /// Linear green.
  public var green: Double
  /// Linear blue.
  public var blue: Double

  /// A colour by its linear components.
  public init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// True if every component lies in 0...1, within `tolerance`.
  public func isInGamut(tolerance: Double = 1e-6) -> Bool {
    let range = -tolerance...(1 + tolerance)
    return range.contains(red) && range.contains(green) && range.contains(blue)
  }

  /// Relative luminance (WCAG 2, weights of sRGB's primaries).
  public var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }
}

extension SRGB {
  /// Decodes by the piecewise transfer function of the standard.
  public var linear: LinearRGB {
    LinearRGB(decodeSRGB(red), decodeSRGB(green), decodeSRGB(blue))
  }

  /// Encodes by the piecewise transfer function of the standard.
  public init(_ c: LinearRGB) {
    self.init(encodeSRGB(c.red), encodeSRGB(c.green), encodeSRGB(c.blue))
  }

  /// Relative luminance (WCAG 2), 0 for black to 1 for white.
  public var luminance: Double { linear.luminance }
}

/// Encoded 0...1 to linear; odd-symmetric outside.
public func decodeSRGB(_ v: Double) -> Double {
  let a = abs(v)
  let linear = a <= 0.04045 ? a / 12.92 : Exact.pow((a + 0.055) / 1.055, 2.4)
  return v < 0 ? -linear : linear
}

/// Linear to encoded; odd-symmetric outside 0...1.
public func encodeSRGB(_ v: Double) -> Double {
  let a = abs(v)
  let encoded = a <= 0.0031308 ? a * 12.92 : 1.055 * Exact.pow(a, 1 / 2.4) - 0.055
  return v < 0 ? -encoded : encoded
}
