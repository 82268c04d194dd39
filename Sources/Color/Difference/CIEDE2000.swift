import Elementary

extension CIELAB {
  /// CIEDE2000 (CIE 142-2001) with all parametric factors 1: 0 for equal colours, about 1 just visible, 100
  /// from black to white. Symmetric; no metric, as the triangle inequality may fail.
  ///
  /// Follows Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes" (2005),
  /// whose rules for hues on both sides of 0 degrees and for greys the test pairs check.
  public func difference2000(to other: CIELAB) -> Double {
    let boost = Self.greyBoost(meanChroma: (chroma + other.chroma) / 2)
    let p = CIELAB(lightness, a * boost, b)
    let q = CIELAB(other.lightness, other.a * boost, other.b)
    let (c1, c2) = (p.chroma, q.chroma)
    let (turn, hue) = Self.hueStepAndMean(p, q, isGrey: c1 * c2 == 0)

    let lightness = (p.lightness + q.lightness) / 2
    let chroma = (c1 + c2) / 2
    let fromMiddle = (lightness - 50) * (lightness - 50)
    let weightL = 1 + 0.015 * fromMiddle / (20 + fromMiddle).squareRoot()
    let weightC = 1 + 0.045 * chroma
    let weightH = 1 + 0.015 * chroma * Self.hueFactor(hue)

    let dL = (q.lightness - p.lightness) / weightL
    let dC = (c2 - c1) / weightC
    let dH = 2 * (c1 * c2).squareRoot() * Exact.sin(turn / 2 * .pi / 180) / weightH
    let blue = Self.blueRotation(hue: hue, chroma: chroma)
    return (dL * dL + dC * dC + dH * dH + blue * dC * dH).squareRoot()
  }

  /// 1 + G: a* stretched near grey, where CIELAB underrates it.
  private static func greyBoost(meanChroma: Double) -> Double {
    1 + 0.5 * (1 - saturating(meanChroma))
  }

  /// √(c⁷ / (c⁷ + 25⁷)): from 0 at grey to 1 for strong colours.
  private static func saturating(_ c: Double) -> Double {
    let power = Exact.pow(c, 7)
    return (power / (power + 6_103_515_625)).squareRoot()
  }

  /// From one hue to the other the short way, -180...180 degrees, and the hue half-way along it.
  ///
  /// A grey has no hue: the step is 0 and the mean is the other's hue (as the sum with the grey's 0).
  private static func hueStepAndMean(_ p: CIELAB, _ q: CIELAB, isGrey: Bool) -> (Double, Double) {
    let (h1, h2) = (p.hue, q.hue)
    if isGrey { return (0, h1 + h2) }
    let step = h2 - h1
    let half = (h1 + h2) / 2
    if abs(step) <= 180 { return (step, half) }
    return (step > 0 ? step - 360 : step + 360, half < 180 ? half + 180 : half - 180)
  }

  private static func hueFactor(_ hue: Double) -> Double {
    func cosine(_ degrees: Double) -> Double { Exact.cos(degrees * .pi / 180) }
    return 1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6)
      - 0.20 * cosine(4 * hue - 63)
  }

  /// The term that tilts the ellipses of equal difference in the blues.
  private static func blueRotation(hue: Double, chroma: Double) -> Double {
    let distance = (hue - 275) / 25
    let angle = 60 * Exact.exp(-distance * distance)
    return -2 * saturating(chroma) * Exact.sin(angle * .pi / 180)
  }
}

extension SRGB {
  /// CIEDE2000 of two opaque colours, through CIELAB under D50; see ``CIELAB/difference2000(to:)``.
  public func difference2000(to other: SRGB) -> Double { CIELAB(self).difference2000(to: CIELAB(other)) }
}
