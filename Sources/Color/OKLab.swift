import Elementary

/// Ottosson's perceptual space (2020): lightness 0...1, a (green to red), b (blue to yellow).
public struct OKLab: Hashable, Sendable {
  public var lightness: Double
  public var a: Double
  public var b: Double

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

  public init(_ c: LinearRGB) {
    let l = Exact.cbrt(0.4122214695 * c.red + 0.5363325373 * c.green + 0.0514459933 * c.blue)
    let m = Exact.cbrt(0.2119034958 * c.red + 0.6806995506 * c.green + 0.1073969535 * c.blue)
    let s = Exact.cbrt(0.0883024592 * c.red + 0.2817188391 * c.green + 0.6299787017 * c.blue)
    self.init(
      0.2104542683 * l + 0.7936177747 * m - 0.0040720430 * s,
      1.9779985324 * l - 2.4285922420 * m + 0.4505937096 * s,
      0.0259040425 * l + 0.7827717125 * m - 0.8086757549 * s)
  }

  public init(_ c: SRGB) { self.init(c.linear) }

  /// Exact inverse of the forward matrices, computed from them.
  public var linear: LinearRGB {
    let l = lightness + 0.3963377774 * a + 0.2158037573 * b
    let m = lightness - 0.1055613458 * a - 0.0638541728 * b
    let s = lightness - 0.0894841775 * a - 1.2914855480 * b
    let (l3, m3, s3) = (l * l * l, m * m * m, s * s * s)
    return LinearRGB(
      4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
      -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
      -0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3)
  }
}
