import Elementary

/// A smooth curve through points that never swings past them: cubic pieces whose slopes are harmonic means of
/// the neighbouring steps (Fritsch and Butland, 1984).
struct MonotonePath {
  private let x: [Double]
  private let y: [Double]
  private let slopes: [Double]

  /// At least two points; `x` rises, equal neighbours are allowed.
  init(_ x: [Double], _ y: [Double]) {
    precondition(x.count == y.count && x.count > 1)
    let steps = (1..<x.count).map { (i: Int) -> Double in
      let (rise, run) = (y[i] - y[i - 1], x[i] - x[i - 1])
      return rise / max(run, 1e-6)
    }
    let inner = zip(steps, steps.dropFirst()).map { (p: Double, q: Double) -> Double in
      p * q > 0 ? 2 * p * q / (p + q) : 0
    }
    (self.x, self.y, slopes) = (x, y, [steps[0]] + inner + [steps[steps.count - 1]])
  }

  func callAsFunction(_ v: Double) -> Double {
    let i = max(0, min(x.count - 2, (x.firstIndex { $0 > v } ?? x.count) - 1))
    let h = max(x[i + 1] - x[i], 1e-6)
    let t = clamp((v - x[i]) / h, 0...1)
    let (t2, t3) = (t * t, t * t * t)
    let ends = y[i] * (2 * t3 - 3 * t2 + 1) + y[i + 1] * (3 * t2 - 2 * t3)
    return ends + h * (slopes[i] * (t3 - 2 * t2 + t) + slopes[i + 1] * (t3 - t2))
  }
}
