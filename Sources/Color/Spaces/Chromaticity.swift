/// A point of the CIE 1931 chromaticity diagram: what is left of a colour without its luminance.
public struct Chromaticity: Hashable, Sendable {
  /// X / (X + Y + Z).
  public let x: Double
  /// Y / (X + Y + Z), above 0.
  public let y: Double

  /// A point of the diagram.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Daylight of 6504 K, white of sRGB and Display P3, as IEC 61966-2-1 rounds it.
  public static let d65 = Chromaticity(0.3127, 0.3290)
  /// Daylight of 5003 K, white of print and of colour profiles, as rounded in ISO 12231 and CSS Color 4.
  public static let d50 = Chromaticity(0.3457, 0.3585)

  /// X, Y and Z at luminance 1.
  public var tristimulus: SIMD3<Double> { [x / y, 1, (1 - x - y) / y] }
}

/// The three lights and the white that define an RGB space.
struct Primaries {
  let red: Chromaticity
  let green: Chromaticity
  let blue: Chromaticity
  let white: Chromaticity

  /// ITU-R BT.709, which sRGB uses.
  static let srgb = Primaries(
    red: Chromaticity(0.64, 0.33), green: Chromaticity(0.30, 0.60), blue: Chromaticity(0.15, 0.06),
    white: .d65)
  /// SMPTE EG 432-1 with the white of sRGB.
  static let displayP3 = Primaries(
    red: Chromaticity(0.680, 0.320), green: Chromaticity(0.265, 0.690), blue: Chromaticity(0.150, 0.060),
    white: .d65)

  /// From linear RGB to XYZ in which equal parts give the white at luminance 1.
  ///
  /// Follows from that demand alone (SMPTE RP 177): the strength of each primary is the solution of
  /// three linear equations.
  var toXYZ: Matrix3 {
    let lights = Matrix3(red.tristimulus, green.tristimulus, blue.tristimulus).transposed
    return lights * Matrix3(diagonal: lights.inverse * white.tristimulus)
  }
}
