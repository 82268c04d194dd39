import Elementary

/// Lightness contrast of text on a ground as readers of lit screens perceive it: about -108...106.
///
/// Positive for dark text on a light ground, negative for light on dark, 0 when too faint to read. Unlike
/// ``contrastRatio(_:_:)`` it knows which of the two is the text and does not flatter dark pairs. Rules of
/// thumb for its magnitude: 75 for body text, 60 for large text, 45 for headlines, 30 for decoration.
///
/// Formula: A. Somers's proposal for the third Web Content Accessibility Guidelines, constants "0.0.98G-4g"
/// (2021): each colour to a screen luminance with exponent 2.4, blacks lifted for flare, and the difference
/// of two powers by polarity. It is a model, no standard; measure conformance with the ratio of WCAG 2.
public func perceptualContrast(text: SRGB, ground: SRGB) -> Double {
  let (ink, paper) = (screenLuminance(text), screenLuminance(ground))
  guard abs(ink - paper) >= 0.0005 else { return 0 }
  let isDarkOnLight = paper > ink
  let difference =
    isDarkOnLight
    ? Exact.pow(paper, 0.56) - Exact.pow(ink, 0.57) : Exact.pow(paper, 0.65) - Exact.pow(ink, 0.62)
  let contrast = 1.14 * difference
  guard abs(contrast) >= 0.1 else { return 0 }
  return (contrast - (isDarkOnLight ? 0.027 : -0.027)) * 100
}

/// Simple power of 2.4 instead of the piecewise curve, then the soft lift of the blacks.
private func screenLuminance(_ c: SRGB) -> Double {
  func power(_ v: Double) -> Double { Exact.pow(max(0, v), 2.4) }
  let y = 0.2126729 * power(c.red) + 0.7151522 * power(c.green) + 0.0721750 * power(c.blue)
  return y < 0.022 ? y + Exact.pow(0.022 - y, 1.414) : y
}
