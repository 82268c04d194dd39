import Color
import Elementary

/// Colours for ordered values: even steps in lightness, from pale to deep or the other way.
///
/// The hue turns by `turn` degrees on the way, which makes neighbouring steps easier to tell apart than lightness
/// alone; lightness is monotone, so the order survives every kind of colour vision and a grey print.
///
/// - Parameters:
///   - hue: of the deep end, degrees in OKLCH.
///   - steps: 2 or more.
///   - turn: from the deep end's hue to the pale end's; yellow-wards reads as light.
///   - onDark: true puts the deep end first, for dark grounds.
/// - Returns: as many colours as steps.
public func sequentialRamp(hue: Double, steps: Int, turn: Double = 40, onDark: Bool = false) -> [SRGB] {
  precondition(steps >= 2, "a ramp has at least two steps")
  let side = towardsYellow(hue)
  let ramp = (0..<steps).map { index in
    let t = Double(index) / Double(steps - 1)  // 0 pale, 1 deep
    let h = wrapped(hue + side * turn * (1 - t))
    let chroma = (0.03 + 0.13 * 4 * t * (1 - 0.62 * t) / 1.6129) * calm(h)
    return OKLCH(mix(0.955, 0.3, t), chroma, h).srgb.quantized
  }
  return onDark ? ramp.reversed() : ramp
}

/// Colours for values on both sides of a middle: two deep ends, a pale middle, the same lightness on both sides.
///
/// Blue against orange by default: the pair that protan, deutan and tritan eyes all keep apart.
///
/// - Parameters:
///   - low: hue of the low end, degrees in OKLCH.
///   - high: hue of the high end.
///   - steps: an odd count holds the middle itself; 3 or more.
/// - Returns: the low end first.
public func divergingRamp(from low: Double = 250, to high: Double = 55, steps: Int) -> [SRGB] {
  precondition(steps >= 3, "a diverging ramp has at least three steps")
  return (0..<steps).map { index in
    let t = Double(index) / Double(steps - 1) * 2 - 1
    let far = abs(t)
    let h = t < 0 ? low : high
    let chroma = 0.012 + 0.125 * smoothstep(0, 1, far * 0.75 + 0.1) / 0.94 * calm(h)
    return OKLCH(mix(0.955, 0.42, far), t == 0 ? 0.008 : chroma, t == 0 ? 85 : h).srgb.quantized
  }
}

/// Up to eight colours for unordered groups that protan, deutan and tritan viewers tell apart.
///
/// Our own list: hues alternate with lightness, so that colours whose hues fall together in some eye differ in
/// lightness. The first `count` of it: every two differ by at least 0.08 in OKLab in every kind of eye.
public func categoricalColors(_ count: Int) -> [SRGB] {
  precondition(
    (1...categories.count).contains(count), "there are 1...\(categories.count) categories, not \(count)")
  return Array(categories.prefix(count))
}

private let categories: [SRGB] = [
  OKLCH(0.513, 0.12, 258), OKLCH(0.76, 0.13, 70), OKLCH(0.506, 0.163, 34), OKLCH(0.787, 0.076, 190),
  OKLCH(0.392, 0.086, 331), OKLCH(0.87, 0.1, 100), OKLCH(0.61, 0.088, 169), OKLCH(0.225, 0.03, 270),
].map { $0.srgb.quantized }

/// The way from a hue to yellow: 1 up, -1 down.
private func towardsYellow(_ hue: Double) -> Double { wrapped(100 - hue) <= 180 ? 1 : -1 }
