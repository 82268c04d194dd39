/// CIE 1931 tristimulus values under D65: X, Y, Z with Y = 1 for the white of sRGB.
public struct XYZ: Hashable, Sendable {
  /// X; 0.9505 for white.
  public var x: Double
  /// Y, the relative luminance; 1 for white.
  public var y: Double
  /// Z; 1.0891 for white.
  public var z: Double

  /// A colour by its tristimulus values.
  public init(_ x: Double, _ y: Double, _ z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// Linear sRGB, also outside its gamut.
  public init(_ c: LinearRGB) { self.init(Self.fromSRGB * [c.red, c.green, c.blue]) }

  /// Linear sRGB of this colour; components leave 0...1 if the gamut does not hold it.
  public var linear: LinearRGB {
    let v = Self.toSRGB * vector
    return LinearRGB(v.x, v.y, v.z)
  }

  /// The same appearance under D50 (Bradford, see ``XYZD50``).
  public var d50: XYZD50 { XYZD50(XYZD50.fromD65 * vector) }

  init(_ v: SIMD3<Double>) { self.init(v.x, v.y, v.z) }
  var vector: SIMD3<Double> { [x, y, z] }

  private static let fromSRGB = Primaries.srgb.toXYZ
  private static let toSRGB = fromSRGB.inverse
}

/// CIE 1931 tristimulus values under D50, the white of colour profiles and of CIELAB here.
///
/// The change of white is linear Bradford (Lam 1985, ICC.1 annex E): white becomes white, and the cones'
/// responses keep their ratios to it.
public struct XYZD50: Hashable, Sendable {
  /// X; 0.9643 for white.
  public var x: Double
  /// Y; 1 for white.
  public var y: Double
  /// Z; 0.8251 for white.
  public var z: Double

  /// A colour by its tristimulus values.
  public init(_ x: Double, _ y: Double, _ z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The same appearance under D65.
  public var d65: XYZ { XYZ(Self.toD65 * vector) }

  init(_ v: SIMD3<Double>) { self.init(v.x, v.y, v.z) }
  var vector: SIMD3<Double> { [x, y, z] }

  static let white = Chromaticity.d50.tristimulus
  static let fromD65: Matrix3 = {
    let cones = Matrix3([0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296])
    let gains = (cones * white) / (cones * Chromaticity.d65.tristimulus)
    return cones.inverse * Matrix3(diagonal: gains) * cones
  }()
  private static let toD65 = fromD65.inverse
}
