import Color
import Elementary

/// One step of a tonal scale.
public struct ScaleStep: Hashable, Sendable {
  /// 50 (palest) to 950 (deepest).
  public let name: Int
  public let color: SRGB
}

/// Tints and shades of a colour, named 50...950: even steps in OKLab lightness at the colour's hue.
///
/// Chroma swells in the middle and fades towards both ends, as pigments do; at the lightness of the colour itself
/// it is the colour's own, so that the nearest step is close to it. Every step is inside sRGB.
///
/// - Parameters:
///   - color: sets hue and chroma.
///   - steps: how many, 3...19; 11 gives the usual 50, 100, 200 ... 900, 950.
/// - Returns: the palest step first.
public func tonalScale(of color: SRGB, steps: Int = 11) -> [ScaleStep] {
  precondition((3...19).contains(steps), "a tonal scale has 3...19 steps, not \(steps)")
  let key = OKLCH(color)
  let own = swell(clamp(key.lightness, 0.25...0.9))
  return (0..<steps).map { index in
    let t = Double(index) / Double(steps - 1)
    let lightness = mix(0.975, 0.2, t)
    let chroma = key.chroma * min(1.15, swell(lightness) / own)
    return ScaleStep(
      name: stepName(index, of: steps), color: OKLCH(lightness, chroma, key.hue).srgb.quantized)
  }
}

/// Eleven steps have the usual names; other counts spread evenly between the same ends, in fives.
private func stepName(_ index: Int, of steps: Int) -> Int {
  let usual = [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950]
  if steps == usual.count { return usual[index] }
  return Int((mix(50, 950, Double(index) / Double(steps - 1)) / 5).rounded()) * 5
}

/// From little chroma in pale tints over most in the middle tones to some in deep shades.
private func swell(_ lightness: Double) -> Double {
  smoothstep(1.03, 0.68, lightness) * mix(0.45, 1, smoothstep(0.08, 0.5, lightness))
}

/// Mixtures with white paper, from the colour itself to nearly white; `count` 1 is the colour.
public func tints(of color: SRGB, count: Int) -> [SRGB] {
  ladder(color, OKLCH(0.98, 0.01, OKLCH(color).hue).srgb, count)
}

/// Mixtures with a deep neutral of the same hue, from the colour itself to nearly black.
public func shades(of color: SRGB, count: Int) -> [SRGB] {
  ladder(color, OKLCH(0.18, 0.015, OKLCH(color).hue).srgb, count)
}

private func ladder(_ from: SRGB, _ to: SRGB, _ count: Int) -> [SRGB] {
  precondition(count >= 1, "a ladder has at least one rung")
  return (0..<count).map { from.mixed(with: to, Double($0) / Double(count)).quantized }
}
