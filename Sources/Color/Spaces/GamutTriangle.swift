import Elementary

/// sRGB at one hue of OKLab as a triangle of black, white and the cusp, its most colourful point.
///
/// Fits and method from Ottosson, "Okhsv and Okhsl" (2021).
struct GamutTriangle {
  /// Lightness of the cusp.
  let lightness: Double
  /// Chroma of the cusp.
  let chroma: Double
  private let slopes: SIMD3<Double>

  /// For the hue of the unit vector (a, b).
  init(a: Double, b: Double) {
    let roots = OKLab.rootsFromLab
    let slopes: SIMD3<Double> = [
      roots.top.y * a + roots.top.z * b, roots.middle.y * a + roots.middle.z * b,
      roots.bottom.y * a + roots.bottom.z * b,
    ]
    let saturation = Self.maximalSaturation(a: a, b: b, slopes: slopes)
    let rgb = OKLab(1, saturation * a, saturation * b).linear.vector
    self.slopes = slopes
    lightness = Exact.cbrt(1 / rgb.max())
    chroma = lightness * saturation
  }

  /// Chroma over lightness on the edge from black to the cusp.
  var saturation: Double { chroma / lightness }
  /// Chroma over what is missing to white, on the edge from white to the cusp.
  var tint: Double { chroma / (1 - lightness) }

  /// Chroma on the edge of sRGB: exact below the cusp up to the fit, one step of Halley's method above.
  func maximalChroma(at light: Double) -> Double {
    if light <= lightness { return light * saturation }
    let start = (1 - light) * tint
    let roots = SIMD3(repeating: light) + slopes * start
    let value = roots * roots * roots
    let first = 3 * slopes * roots * roots
    let second = 6 * slopes * slopes * roots
    var step = Double.infinity
    for row in [OKLab.linearFromCones.top, OKLab.linearFromCones.middle, OKLab.linearFromCones.bottom] {
      // The channel reaches 1 where f is 0; one that falls with chroma never does.
      let (f, f1, f2) = (dot(row, value) - 1, dot(row, first), dot(row, second))
      let rate = f1 / (f1 * f1 - 0.5 * f * f2)
      if rate >= 0 { step = min(step, -f * rate) }
    }
    return start + step
  }

  /// Chroma over lightness where the first channel falls to 0: Ottosson's polynomial, one step of Halley.
  private static func maximalSaturation(a: Double, b: Double, slopes: SIMD3<Double>) -> Double {
    let edge = edges.dropFirst().reduce(edges[0]) { $1.reach(a, b) > $0.reach(a, b) + 1e-6 ? $1 : $0 }
    let start = edge.fit[0] + edge.fit[1] * a + edge.fit[2] * b + edge.fit[3] * a * a + edge.fit[4] * a * b
    let roots = SIMD3(repeating: 1) + slopes * start
    let f = dot(edge.row, roots * roots * roots)
    let f1 = dot(edge.row, 3 * slopes * roots * roots)
    let f2 = dot(edge.row, 6 * slopes * slopes * roots)
    return start - f * f1 / (f1 * f1 - 0.5 * f * f2)
  }

  /// The hues at which one channel is the first to vanish, and how far from grey it does.
  private struct Edge {
    let limit: (a: Double, b: Double)
    let row: SIMD3<Double>
    let fit: [Double]

    /// Above 1 between the hues of the two other primaries, where two channels vanish at once.
    ///
    /// Taking the edge of largest reach decides as comparisons with 1 do, but leaves no gap between the
    /// rounded limits. At the primaries, where two tie, the earlier in the list wins: red's fit is 3 % off at
    /// blue.
    func reach(_ a: Double, _ b: Double) -> Double { limit.a * a + limit.b * b }
  }

  /// For green, red and blue; blue's limit is the line through the hues of red and green, as the others' are.
  private static let edges = [
    Edge(
      limit: (1.8144408, -1.19445267), row: OKLab.linearFromCones.middle,
      fit: [0.73956515, -0.45954404, 0.08285427, 0.12541073, -0.14503204]),
    Edge(
      limit: (-1.8817031, -0.80936501), row: OKLab.linearFromCones.top,
      fit: [1.19086277, 1.76576728, 0.59662641, 0.75515197, 0.56771245]),
    Edge(
      limit: (0.1311076, 1.8133397), row: OKLab.linearFromCones.bottom,
      fit: [1.35691252, -0.00926974, -1.15076745, -0.50647252, 0.00645584]),
  ]

  /// The triangle's two slopes smoothed over hue: rational fits for the chroma at saturation 0.8.
  static func typicalSlopes(a: Double, b: Double) -> (saturation: Double, tint: Double) {
    let s4 = -4.24894561 + 5.38770819 * b + 4.69891013 * a
    let s3 = -2.13704948 - 10.02301043 * b + a * s4
    let s2 = -2.19557347 + 1.75198401 * b + a * s3
    let s = 7.44778970 + 4.15901240 * b + a * s2
    let t4 = 0.00299215 - 0.45399568 * b - 0.14661872 * a
    let t3 = -0.27087943 + 0.61223990 * b + a * t4
    let t2 = 0.40370612 + 0.90148123 * b + a * t3
    let t = 1.61320320 - 0.68124379 * b + a * t2
    return (0.11516993 + 1 / s, 0.11239642 + 1 / t)
  }
}

extension OKLCH {
  /// OKLab's lightness to one with black expanded as in L*, 0...1 to 0...1 (Ottosson 2021).
  static func toe(_ x: Double) -> Double {
    let (k1, k2, k3) = toeFactors
    let y = k3 * x - k1
    return 0.5 * (y + (y * y + 4 * k2 * k3 * x).squareRoot())
  }

  /// The inverse of ``toe(_:)``.
  static func toeInverse(_ x: Double) -> Double {
    let (k1, k2, k3) = toeFactors
    return x * (x + k1) / (k3 * (x + k2))
  }

  private static var toeFactors: (Double, Double, Double) { (0.206, 0.03, 1.206 / 1.03) }
}
