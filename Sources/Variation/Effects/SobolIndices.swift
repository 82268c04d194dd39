/// How much of a result's variance each input explains (Sobol 1993), for results of any number of components, whose
/// variances are summed (Gamboa, Janon, Klein and Lagnoux 2014).
///
/// Estimators: first order after Saltelli and others, "Variance based sensitivity analysis of model output" (2010),
/// equation (b) of their table 2; total after Jansen (1999), equation (f).
struct SobolIndices: Sendable {
  /// The share that an input explains alone.
  let first: [Double]
  /// The share that goes when everything but this input is known.
  let total: [Double]

  /// - Parameters:
  ///   - a: results at points of a first sample.
  ///   - b: results at as many points of a second, independent one.
  ///   - mixed: for each input, results at the points of `a` with that input from `b`.
  init(a: [[Double]], b: [[Double]], mixed: [[[Double]]]) {
    let all = a + b
    let variance = (all.first ?? []).indices.reduce(0) { sum, j in
      let mean = all.reduce(0) { $0 + $1[j] } / Double(all.count)
      return sum + all.reduce(0) { $0 + ($1[j] - mean) * ($1[j] - mean) } / Double(all.count)
    }
    guard variance > 1e-12 else {
      (first, total) = (mixed.map { _ in 0 }, mixed.map { _ in 0 })
      return
    }
    let scale = 1 / (variance * Double(a.count))
    first = mixed.map { mixed in
      a.indices.reduce(0) { sum, n in
        sum + a[n].indices.reduce(0) { $0 + b[n][$1] * (mixed[n][$1] - a[n][$1]) }
      } * scale
    }
    total = mixed.map { mixed in
      a.indices.reduce(0) { sum, n in
        sum + a[n].indices.reduce(0) { $0 + (a[n][$1] - mixed[n][$1]) * (a[n][$1] - mixed[n][$1]) }
      } * scale / 2
    }
  }
}
