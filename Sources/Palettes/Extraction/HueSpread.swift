/// How the a and b of a picture's colours spread: mean and covariance over its area.
///
/// It makes rarity relative: among browns a dull green is an accent, among flags it is not.
struct HueSpread {
  private let a: Double
  private let b: Double
  private let aa: Double
  private let ab: Double
  private let bb: Double

  /// The spread of at least one point.
  init(_ points: [WeightedColor]) {
    var (sum, squares) = (SIMD3<Double>(), SIMD3<Double>())
    for point in points {
      let (a, b) = (point.lab.y, point.lab.z)
      sum += SIMD3(a, b, 1) * point.weight
      squares += SIMD3(a * a, a * b, b * b) * point.weight
    }
    (a, b) = (sum.x / sum.z, sum.y / sum.z)
    // What is below 0.012 is noise, not colour; it also keeps a grey picture from dividing by 0.
    let floor = 0.012 * 0.012
    aa = squares.x / sum.z - a * a + floor
    ab = squares.y / sum.z - a * b
    bb = squares.z / sum.z - b * b + floor
  }

  /// 0 for a usual colour, up to 8 for a rare one: the squared distance of Mahalanobis (1936) from the mean,
  /// less the 2 that it is on average.
  func rarity(_ lab: SIMD3<Double>) -> Double {
    let (x, y) = (lab.y - a, lab.z - b)
    let square = (bb * x * x - 2 * ab * x * y + aa * y * y) / (aa * bb - ab * ab)
    return max(0, min(8, square - 2))
  }
}
