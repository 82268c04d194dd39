import Elementary

/// OKLab in polar form: lightness 0...1, chroma from 0 (about 0.32 at the edge of sRGB), hue in degrees.
public struct OKLCH: Hashable, Sendable {
  /// 0 (black) to 1 (white).
  public var lightness: Double
  /// Distance from grey, from 0.
  public var chroma: Double
  /// Degrees: red is 29, yellow 110, green 142, blue 264; any turn is accepted.
  public var hue: Double

  /// A colour by its coordinates.
  public init(_ lightness: Double, _ chroma: Double, _ hue: Double) {
    self.lightness = lightness
    self.chroma = chroma
    self.hue = hue
  }

  /// Polar form; the hue is 0..<360.
  public init(_ lab: OKLab) {
    self.init(lab.lightness, lab.chroma, hueDegrees(lab.a, lab.b))
  }

  /// From encoded sRGB.
  public init(_ c: SRGB) { self.init(OKLab(c)) }

  /// Cartesian form.
  public var lab: OKLab {
    let (sin, cos) = Exact.sincos(hue * Double.pi / 180)
    return OKLab(lightness, chroma * cos, chroma * sin)
  }

  /// The sRGB colour of the same lightness and hue, with as much of the chroma as the gamut holds.
  ///
  /// Traces rays, see ``inGamut``. Lightness outside 0...1 is a mistake of the caller.
  public var srgb: SRGB {
    precondition(lightness >= -1e-9 && lightness <= 1 + 1e-9, "lightness \(lightness) is outside 0...1")
    return SRGB(inGamut).clamped
  }
}

extension SRGB {
  /// Components limited to 0...1: removes the rounding left by gamut mapping.
  var clamped: SRGB {
    func limit(_ v: Double) -> Double { max(0, min(1, v)) }
    return SRGB(limit(red), limit(green), limit(blue))
  }

  /// Mixed in OKLab; `t` 0 is this colour, 1 is `other`.
  public func mixed(with other: SRGB, _ t: Double) -> SRGB {
    let (p, q) = (OKLab(self), OKLab(other))
    return OKLCH(
      OKLab(
        p.lightness + (q.lightness - p.lightness) * t, p.a + (q.a - p.a) * t, p.b + (q.b - p.b) * t)
    ).srgb
  }

  /// Same hue and chroma at another lightness 0...1.
  public func withLightness(_ lightness: Double) -> SRGB {
    let c = OKLCH(self)
    return OKLCH(lightness, c.chroma, c.hue).srgb
  }
}
