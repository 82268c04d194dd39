/// WCAG 2 contrast ratio, 1...21; symmetric.
public func contrastRatio(_ p: SRGB, _ q: SRGB) -> Double {
  contrastRatio(luminances: p.luminance, q.luminance)
}

/// WCAG 2 contrast ratio of two relative luminances.
public func contrastRatio(luminances p: Double, _ q: Double) -> Double {
  (max(p, q) + 0.05) / (min(p, q) + 0.05)
}

extension SRGB {
  /// This colour, or the nearest of its hue in lightness that reaches `ratio` against `ground`.
  ///
  /// Moves away from the ground first; if neither end of that side reaches the ratio, towards the other side.
  /// Nil if neither black nor white of this hue reaches it. The result holds it after rounding to 8 bits.
  public func reaching(_ ratio: Double, against ground: SRGB) -> SRGB? {
    let start = quantized
    if contrastRatio(start, ground) >= ratio { return start }
    let lighter = luminance >= ground.luminance
    return start.search(ratio, ground, towards: lighter ? 1 : 0)
      ?? start.search(ratio, ground, towards: lighter ? 0 : 1)
  }

  private func search(_ ratio: Double, _ ground: SRGB, towards end: Double) -> SRGB? {
    guard contrastRatio(withLightness(end).quantized, ground) >= ratio else { return nil }
    var (fails, holds) = (OKLCH(self).lightness, end)
    for _ in 0..<14 {
      let middle = (fails + holds) / 2
      // A crossing of the ground's own lightness fails in between; the invariant keeps `holds` valid.
      let reached = contrastRatio(withLightness(middle).quantized, ground) >= ratio
      if reached { holds = middle } else { fails = middle }
    }
    return withLightness(holds).quantized
  }
}
