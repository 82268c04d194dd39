import Elementary

/// Where the ellipse is sampled: in 16 wedges of 22.5°, of which the even ones are the middles of sectors and the
/// odd ones lie half in each of two neighbours.
///
/// The polynomial weights of Kyprianidis, Semmo, Kang and Döllner, "Anisotropic Kuwahara filtering with polynomial
/// weighting functions" (2010), fade over the same ±33.75°.
struct KuwaharaPattern: Sendable {
  /// Samples in a wedge, 1...5.
  let count: Int
  static let wedges = 16

  /// Points of the unit disc, wedge by wedge.
  ///
  /// Radii follow the paper's Gaussian exp(-3.125 ρ²): each sample stands for an equal share of its mass in the
  /// disc, so all have the same weight. Neighbouring wedges are staggered, so that no rings show.
  let points: [SIMD2<Float>]

  init(count: Int) {
    self.count = count
    points = (0..<Self.wedges).flatMap { wedge in
      (0..<count).map { index in
        let share = (Double(index) + (wedge & 1 == 0 ? 0.3 : 0.7)) / Double(count)
        let radius = (-Exact.log(1 - share * (1 - Exact.exp(-Self.falloff))) / Self.falloff).squareRoot()
        let turn = (Double(wedge) + Self.aside[index]) / Double(Self.wedges)
        let (sin, cos) = Exact.sincos(turn * 2 * Double.pi)
        return SIMD2(Float(radius * cos), Float(radius * sin))
      }
    }
  }

  private static let falloff = 3.125
  /// How far from the middle of its wedge each sample lies, in wedges.
  private static let aside = [0, 0.3, -0.3, 0.15, -0.15]
}
