import Elementary

/// Ottosson's perceptual space (2020): lightness 0...1, a (green to red), b (blue to yellow).
public struct OKLab: Hashable, Sendable {
  /// 0 (black) to 1 (white).
  public var lightness: Double
  /// Green (negative) to red; within ±0.28 in sRGB.
  public var a: Double
  /// Blue (negative) to yellow; within ±0.32 in sRGB.
  public var b: Double

  /// A colour by its coordinates.
  public init(_ lightness: Double, _ a: Double, _ b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// Euclidean difference.
  public func distance(to other: OKLab) -> Double {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return (dl * dl + da * da + db * db).squareRoot()
  }

  /// From linear sRGB, also outside its gamut.
  public init(_ c: LinearRGB) {
    let cones = Self.conesFromLinear * [c.red, c.green, c.blue]
    let lab = Self.labFromRoots * [Exact.cbrt(cones.x), Exact.cbrt(cones.y), Exact.cbrt(cones.z)]
    self.init(lab.x, lab.y, lab.z)
  }

  /// From encoded sRGB.
  public init(_ c: SRGB) { self.init(c.linear) }

  /// Linear sRGB; components leave 0...1 if the gamut does not hold the colour.
  public var linear: LinearRGB {
    let roots = Self.rootsFromLab * [lightness, a, b]
    let rgb = Self.linearFromCones * (roots * roots * roots)
    return LinearRGB(rgb.x, rgb.y, rgb.z)
  }

  /// Linear sRGB to cone responses, as Ottosson gives it for sRGB's own white.
  ///
  /// Three last digits here and in ``labFromRoots`` are one off his, so that every row sums to 1 or 0 and
  /// greys have no chroma at all.
  public static let conesFromLinear = Matrix3(
    [0.4122214695, 0.5363325373, 0.0514459932], [0.2119034958, 0.6806995506, 0.1073969536],
    [0.0883024592, 0.2817188391, 0.6299787017])
  /// Cube roots of cone responses to lightness, a and b.
  public static let labFromRoots = Matrix3(
    [0.2104542683, 0.7936177747, -0.0040720430], [1.9779985324, -2.4285922420, 0.4505937096],
    [0.0259040425, 0.7827717125, -0.8086757550])
  /// Computed, not quoted with ten digits, so that the way there and back ends where it began.
  public static let linearFromCones = conesFromLinear.inverse
  /// The inverse of ``labFromRoots``, computed for the same reason.
  public static let rootsFromLab = labFromRoots.inverse
}
