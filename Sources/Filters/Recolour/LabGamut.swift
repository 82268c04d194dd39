import Color

/// OKLab as a vector: lightness, a, b.
typealias Lab = SIMD3<Double>

/// Encoded sRGB 0...1 to OKLab.
func lab(encoded v: SIMD3<Double>) -> Lab {
  let lab = OKLab(SRGB(v.x, v.y, v.z))
  return Lab(lab.lightness, lab.a, lab.b)
}

/// OKLab to encoded sRGB; what lies outside loses chroma at its lightness and hue until it fits.
///
/// Bisection to 1/65536 of the chroma. Clipping the channels instead would turn hues.
func encodedInGamut(_ lab: Lab) -> SIMD3<Double> {
  let lightness = max(0, min(1, lab.x))
  func linear(_ t: Double) -> LinearRGB { OKLab(lightness, lab.y * t, lab.z * t).linear }
  var (inside, outside) = (0.0, 1.0)
  if linear(1).isInGamut(tolerance: 1e-4) {
    inside = 1
  } else {
    for _ in 0..<16 {
      let middle = (inside + outside) / 2
      if linear(middle).isInGamut(tolerance: 1e-4) { inside = middle } else { outside = middle }
    }
  }
  let c = linear(inside)
  func encoded(_ v: Double) -> Double { encodeSRGB(max(0, min(1, v))) }
  return SIMD3(encoded(c.red), encoded(c.green), encoded(c.blue))
}
