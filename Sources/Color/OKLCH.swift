import Elementary

/// OKLab in polar form: lightness 0...1, chroma from 0 (about 0.32 at the edge of sRGB), hue in degrees.
public struct OKLCH: Hashable, Sendable {
  public var lightness: Double
  public var chroma: Double
  public var hue: Double

  public init(_ lightness: Double, _ chroma: Double, _ hue: Double) {
    self.lightness = lightness
    self.chroma = chroma
    self.hue = hue
  }

  public init(_ lab: OKLab) {
    let degrees = Exact.atan2(lab.b, lab.a) * 180 / Double.pi
    self.init(
      lab.lightness, (lab.a * lab.a + lab.b * lab.b).squareRoot(), degrees < 0 ? degrees + 360 : degrees)
  }

  public init(_ c: SRGB) { self.init(OKLab(c)) }

  public var lab: OKLab {
    let radians = hue * Double.pi / 180
    return OKLab(lightness, chroma * Exact.cos(radians), chroma * Exact.sin(radians))
  }

  /// The sRGB colour of the same lightness and hue, with as much of the chroma as the gamut holds.
  ///
  /// Bisection on chroma, 1/4096 of the asked chroma or better. Lightness outside 0...1 is a mistake of the caller.
  public var srgb: SRGB {
    precondition(lightness >= -1e-9 && lightness <= 1 + 1e-9, "lightness \(lightness) is outside 0...1")
    if lab.linear.isInGamut() { return SRGB(lab.linear).clamped }
    var (inside, outside) = (0.0, chroma)
    for _ in 0..<12 {
      let middle = (inside + outside) / 2
      if OKLCH(lightness, middle, hue).lab.linear.isInGamut() { inside = middle } else { outside = middle }
    }
    return SRGB(OKLCH(lightness, inside, hue).lab.linear).clamped
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
