import Elementary

/// Picks colours that speak for a whole picture: a greedy maximum of
/// Σ weight · max over the picks of exp(-d² / (2 reach²)), no two picks nearer than `distance`.
///
/// Greedy is within 1 - 1/e of the best (Nemhauser, Wolsey and Fisher, 1978). What a pick already covers adds
/// nothing, so a second brown comes after the first red, however many browns there are.
struct FacilityLocation {
  let points: [WeightedColor]
  let reach: Double
  let distance: Double
  /// A further pick must add this share of the whole weight.
  let worth: Double

  /// At most `count` of `candidates`, by falling gain; at least one, unless there are none.
  func picks(_ count: Int, from candidates: [SIMD3<Double>]) -> [SIMD3<Double>] {
    let closeness = candidates.map { candidate in points.map { self.closeness($0.lab, candidate) } }
    let least = worth * points.reduce(0) { $0 + $1.weight }
    var covered = [Double](repeating: 0, count: points.count)
    var picks: [Int] = []
    while picks.count < count {
      let free = candidates.indices.filter { index in
        picks.allSatisfy { length(candidates[index] - candidates[$0]) >= distance }
      }
      let gains = free.map { (index: $0, gain: gain(closeness[$0], covered)) }
      guard let best = gains.max(by: { $0.gain < $1.gain }), picks.isEmpty || best.gain > least else { break }
      picks.append(best.index)
      for point in points.indices { covered[point] = max(covered[point], closeness[best.index][point]) }
    }
    return picks.map { candidates[$0] }
  }

  private func closeness(_ p: SIMD3<Double>, _ q: SIMD3<Double>) -> Double {
    let d = p - q
    return Exact.exp(-(d * d).sum() / (2 * reach * reach))
  }

  private func gain(_ closeness: [Double], _ covered: [Double]) -> Double {
    var sum = 0.0
    for index in points.indices { sum += points[index].weight * max(0, closeness[index] - covered[index]) }
    return sum
  }
}

/// The length of a vector.
func length(_ v: SIMD3<Double>) -> Double { (v * v).sum().squareRoot() }
