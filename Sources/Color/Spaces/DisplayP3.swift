/// Display P3, encoded, 0...1: the wider primaries of DCI-P3 with sRGB's white and transfer function.
public struct DisplayP3: Hashable, Sendable {
  /// Encoded red.
  public var red: Double
  /// Encoded green.
  public var green: Double
  /// Encoded blue.
  public var blue: Double

  /// A colour by its encoded components.
  public init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Encodes linear light.
  public init(_ c: LinearP3) { self.init(encodeSRGB(c.red), encodeSRGB(c.green), encodeSRGB(c.blue)) }

  /// The same colour in P3's components; every sRGB colour lies inside 0...1.
  public init(_ c: SRGB) { self.init(LinearP3(c.linear)) }

  /// Decodes to linear light.
  public var linear: LinearP3 { LinearP3(decodeSRGB(red), decodeSRGB(green), decodeSRGB(blue)) }
}

/// Linear-light Display P3; components 0...1 inside its gamut.
public struct LinearP3: Hashable, Sendable {
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

  /// From tristimulus values under D65.
  public init(_ c: XYZ) {
    let v = Self.fromXYZ * c.vector
    self.init(v.x, v.y, v.z)
  }

  /// From linear sRGB.
  public init(_ c: LinearRGB) { self.init(XYZ(c)) }

  /// Tristimulus values under D65.
  public var xyz: XYZ { XYZ(Self.toXYZ * [red, green, blue]) }

  /// Linear sRGB; components leave 0...1 where P3 is wider.
  public var linearRGB: LinearRGB { xyz.linear }

  private static let toXYZ = Primaries.displayP3.toXYZ
  private static let fromXYZ = toXYZ.inverse
}
