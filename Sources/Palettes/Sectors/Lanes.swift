import Elementary

/// Eight colours of a three-dimensional space, one in each lane.
struct Lab8 {
  var l = SIMD8<Float>(repeating: 0)
  var a = SIMD8<Float>(repeating: 0)
  var b = SIMD8<Float>(repeating: 0)

  mutating func set(_ i: Int, _ v: SIMD4<Float>) { (l[i], a[i], b[i]) = (v.x, v.y, v.z) }
  func lane(_ i: Int) -> SIMD4<Float> { SIMD4(l[i], a[i], b[i], 0) }

  /// Squared distances of all colours to colour `i`.
  func squares(_ i: Int) -> SIMD8<Float> {
    let (dl, da, db) = (l - l[i], a - a[i], b - b[i])
    return dl * dl + da * da + db * db
  }
}

/// The scores of one colour: Ou's moods, and the hue's share of Ou and Luo's harmony, in single precision.
struct QuickMood {
  let liking: Float
  let heat: Float
  let activity: Float
  let weight: Float

  init(_ lab: SIMD4<Float>) {
    let c = (lab.y * lab.y + lab.z * lab.z).squareRoot()
    // Cosines of h - 50, h - 100 and so on follow from a/c and b/c without any angle.
    let (x, y): (Float, Float) = c > 1e-4 ? (lab.y / c, lab.z / c) : (1, 0)
    heat = -0.5 + 0.0255 * c * (x * 0.6427876 + y * 0.7660444)
    let (l, a, b) = (lab.x - 50, lab.y - 3, (lab.z - 17) / 1.4)
    activity = -2.1 + 0.06 * (l * l + a * a + b * b).squareRoot()
    weight = -1.8 + 0.04 * (100 - lab.x) + 0.45 * (x * -0.1736482 + y * 0.9848078)
    let grey: Float = max(0, 1 - c / 8)  // close enough to 0.5 + 0.5 tanh(c / 2 - 2)
    let strength = 1 - grey * grey * (3 - 2 * grey)
    // sin(h + 50) and sin(2h + 90) = cos 2h; the yellow bump as a parabola around 90 degrees.
    let tilted: Float = y * 0.6427876 + x * 0.7660444
    let hue: Float = -0.08 - 0.14 * tilted - 0.07 * (x * x - y * y)
    let bump: Float = max(0, 1 - 9 * x * x) * (y > 0 ? 0.3679 : 0)
    liking = strength * (hue + (0.22 * lab.x - 12.8) / 10 * bump)
  }
}

/// The hyperbolic tangent to 0.004: a ratio of polynomials, held at the ends.
@inline(__always)
func quickTanh(_ v: SIMD8<Float>) -> SIMD8<Float> {
  let x = v.replacing(with: 3.6, where: v .> 3.6).replacing(with: -3.6, where: v .< -3.6)
  let u = x * x
  let top: SIMD8<Float> = ((u + 378) * u + 17325) * u + 135_135
  let bottom: SIMD8<Float> = ((u * 28 + 3150) * u + 62370) * u + 135_135
  return x * top / bottom
}

/// The smaller of each two lanes; the generic function of the library is a call and a loop.
@inline(__always)
func lesser(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> { a.replacing(with: b, where: b .< a) }

/// Lanes below 0 as 0.
@inline(__always)
func positive(_ v: SIMD8<Float>) -> SIMD8<Float> { v.replacing(with: 0, where: v .< 0) }
