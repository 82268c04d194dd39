import Color
import Elementary

/// How well two colours go together in the judgement of observers: about -1.2 (badly) to 1.2.
///
/// Ou and Luo, "A colour harmony model for two-colour combinations" (2006): like hues and chromas, light pairs,
/// a step in lightness, and hues that are liked at their lightness. A soft term only: it punishes every
/// dark pair, also those that designers love (#101820 with #fee715 gets -0.11). Symmetric.
public func pairHarmony(_ p: CIELAB, _ q: CIELAB) -> Double {
  let chroma = (p.chroma - q.chroma) / 1.46
  // CIELAB's hue difference: what chroma and a, b leave over.
  let (da, db, dc) = (p.a - q.a, p.b - q.b, p.chroma - q.chroma)
  let hue = max(0, da * da + db * db - dc * dc)
  let near = 0.04 + 0.53 * tanh(0.8 - 0.045 * (hue + chroma * chroma).squareRoot())
  let light =
    0.28 + 0.54 * tanh(-3.88 + 0.029 * (p.lightness + q.lightness))
    + 0.14 + 0.15 * tanh(-2 + 0.2 * abs(p.lightness - q.lightness))
  return near + light + hueLiking(p) + hueLiking(q)
}

/// The harmony of two colours under D65.
public func pairHarmony(_ p: SRGB, _ q: SRGB) -> Double {
  pairHarmony(CIELAB(daylight: p), CIELAB(daylight: q))
}

/// The part of harmony that one colour brings along: its hue, and for yellows its lightness.
func hueLiking(_ c: CIELAB) -> Double {
  func sine(_ degrees: Double) -> Double { Exact.sin(degrees * .pi / 180) }
  let strength = 0.5 + 0.5 * tanh(-2 + 0.5 * c.chroma)
  let hue = -0.08 - 0.14 * sine(c.hue + 50) - 0.07 * sine(2 * c.hue + 90)
  let x = (90 - c.hue) / 10
  let yellow = (0.22 * c.lightness - 12.8) / 10 * Exact.exp(x - Exact.exp(x))
  return strength * (hue + yellow)
}

private func tanh(_ x: Double) -> Double {
  let e = Exact.exp(-2 * abs(x))
  return x < 0 ? (e - 1) / (1 + e) : (1 - e) / (1 + e)
}
