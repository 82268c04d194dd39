import Elementary

/// CIELAB (CIE 1976) under D50, as in colour profiles, print and CSS: L* 0...100, a* and b* about ±125.
public struct CIELAB: Hashable, Sendable {
  /// L*, 0 (black) to 100 (white).
  public var lightness: Double
  /// a*, green to red.
  public var a: Double
  /// b*, blue to yellow.
  public var b: Double

  /// A colour by its coordinates.
  public init(_ lightness: Double, _ a: Double, _ b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// From tristimulus values; CIE 15:2004, with the thresholds as exact fractions of 29.
  public init(_ c: XYZD50) {
    let ratio = c.vector / XYZD50.white
    let (fx, fy, fz) = (Self.compress(ratio.x), Self.compress(ratio.y), Self.compress(ratio.z))
    self.init(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))
  }

  /// From encoded sRGB, through XYZ under D65 and Bradford.
  public init(_ c: SRGB) { self.init(XYZ(c.linear).d50) }

  /// The inverse of ``init(_:)-(XYZD50)``.
  public var xyz: XYZD50 {
    let fy = (lightness + 16) / 116
    let (fx, fz) = (fy + a / 500, fy - b / 200)
    return XYZD50(XYZD50.white * [Self.expand(fx), Self.expand(fy), Self.expand(fz)])
  }

  /// Linear sRGB of this colour; components leave 0...1 if the gamut does not hold it.
  public var linear: LinearRGB { xyz.d65.linear }

  /// C*, the distance from grey.
  public var chroma: Double { (a * a + b * b).squareRoot() }

  /// Hue in degrees, 0..<360; 0 for grey.
  public var hue: Double { hueDegrees(a, b) }

  /// The cube root, continued below (6/29)³ by its tangent, where the root's slope would grow without bound.
  private static func compress(_ t: Double) -> Double {
    t > 216.0 / 24389 ? Exact.cbrt(t) : t * (841.0 / 108) + 4.0 / 29
  }

  private static func expand(_ f: Double) -> Double {
    f > 6.0 / 29 ? f * f * f : (f - 4.0 / 29) * (108.0 / 841)
  }
}

/// The angle of (a, b) in degrees, 0..<360; 0 at the origin.
func hueDegrees(_ a: Double, _ b: Double) -> Double {
  let degrees = Exact.atan2(b, a) * 180 / Double.pi
  // The second comparison catches angles so slightly negative that adding a turn rounds to it.
  let positive = degrees < 0 ? degrees + 360 : degrees
  return positive < 360 ? positive : 0
}
