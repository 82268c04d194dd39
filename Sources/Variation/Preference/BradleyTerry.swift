import Elementary

/// A linear taste learned from comparisons (Bradley and Terry 1952): the chance that one thing is preferred to another
/// is the logistic function of the difference of their worths, and worth is a weighted sum of features.
///
/// Ridge on the weights is a normal prior; so the model is a Gaussian process with a linear kernel, and it is fitted in
/// the space of the things compared, of which there are fewer than features: Newton's method for the most probable
/// worths and Laplace's approximation around them (Rasmussen and Williams, "Gaussian processes for machine learning",
/// 2006, sections 3.4 and 3.7; for comparisons Chu and Ghahramani 2005).
struct BradleyTerry: Sendable {
  /// The features of what was compared.
  private let items: [[Double]]
  /// The worths are sums of kernels with these factors.
  private let factors: [Double]
  /// What observing has taken from the variance.
  private let gain: SquareMatrix
  private let ridge: Double

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - items: one list of features each.
  ///   - offsets: what each item is worth before anything is learned.
  ///   - comparisons: indices of items; the first was preferred.
  ///   - ridge: on the squares of the weights.
  init(
    _ items: [[Double]], offsets: [Double], comparisons: [(better: Int, worse: Int)], ridge: Double
  ) {
    (self.items, self.ridge) = (items, ridge)
    let kernel = SquareMatrix(size: items.count) { Self.dot(items[$0], items[$1]) / ridge }
    var factors = [Double](repeating: 0, count: items.count)
    var curvature = SquareMatrix(size: items.count) { _, _ in 0 }
    // Newton's steps double the digits; the log-likelihood is concave, so there is one summit.
    for _ in 0..<20 {
      let learned = kernel.times(factors)
      var slope: [Double]
      (slope, curvature) = Self.derivatives(zip(offsets, learned).map(+), comparisons)
      let bent = curvature.times(learned)
      let right = zip(slope, bent).map { [$0 + $1] }
      let next = Self.onePlus(curvature.times(kernel)).solving(right).map { $0[0] }
      let change = zip(next, factors).reduce(0) { max($0, abs($1.0 - $1.1)) }
      factors = next
      if change < 1e-10 { break }
    }
    self.factors = factors
    let rows = (0..<items.count).map { row in (0..<items.count).map { curvature[row, $0] } }
    let solved = Self.onePlus(curvature.times(kernel)).solving(rows)
    gain = SquareMatrix(size: items.count) { solved[$0][$1] }
  }

  /// The mean and the deviation of a thing's worth, its offset aside.
  func worth(_ features: [Double]) -> (mean: Double, deviation: Double) {
    let kernel = items.map { Self.dot($0, features) / ridge }
    let mean = zip(kernel, factors).reduce(0) { $0 + $1.0 * $1.1 }
    let taken = zip(gain.times(kernel), kernel).reduce(0) { $0 + $1.0 * $1.1 }
    return (mean, max(0, Self.dot(features, features) / ridge - taken).squareRoot())
  }

  /// The weight of each feature.
  var weights: [Double] {
    guard let first = items.first else { return [] }
    return first.indices.map { j in zip(items, factors).reduce(0) { $0 + $1.0[j] * $1.1 } / ridge }
  }

  /// Slope and negative curvature of the log-likelihood.
  private static func derivatives(
    _ worths: [Double], _ comparisons: [(better: Int, worse: Int)]
  ) -> ([Double], SquareMatrix) {
    var slope = [Double](repeating: 0, count: worths.count)
    var curvature = SquareMatrix(size: worths.count) { _, _ in 0 }
    for (a, b) in comparisons {
      let doubt = 1 / (1 + Exact.exp(min(700, worths[a] - worths[b])))
      slope[a] += doubt
      slope[b] -= doubt
      let bend = doubt * (1 - doubt)
      curvature[a, a] += bend
      curvature[b, b] += bend
      curvature[a, b] -= bend
      curvature[b, a] -= bend
    }
    return (slope, curvature)
  }

  private static func onePlus(_ matrix: SquareMatrix) -> SquareMatrix {
    SquareMatrix(size: matrix.size) { matrix[$0, $1] + ($0 == $1 ? 1 : 0) }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var sum = 0.0
        for i in 0..<a.count { sum += a[i] * b[i] }
        return sum
      }
    }
  }
}
