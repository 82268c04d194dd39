/// Puts a pool in order so that any beginning of it is as different within itself, and as good, as the pool allows.
///
/// Greedy farthest-point selection (Gonzalez 1985) on image descriptors, traded against quality as in maximal marginal
/// relevance (Carbonell and Goldstein 1998): next is always who has most of `v * distance + (1 - v) * quality`, the
/// distance being that to the nearest one chosen, and v the variety. What looks like a chosen one is left out for
/// good. O(pool * descriptor) for each one chosen; ties go to the earlier candidate.
package struct Selection {
  /// How many have been left out because they look like one that was chosen before.
  private(set) var duplicates = 0

  private let pool: [Proxy]
  /// The pool's descriptors under the metric, one after the other.
  private let places: [Float]
  private var nearest: [Float]
  private var isLeft: [Bool]
  private let variety: Float
  private let metric: Metric

  private let limit: Likeness.Limit

  /// An order of `pool` in which everything in `before` counts as chosen.
  package init(
    _ pool: [Proxy], _ variety: Variety, leavingOut limit: Likeness.Limit = .atAGlance,
    after before: [Proxy] = []
  ) {
    self.pool = pool
    self.limit = limit
    metric = Metric(variety.weights)
    self.variety = Float(variety.percent) / 100
    places = pool.flatMap { [metric] in metric.placed($0.descriptor) }
    nearest = [Float](repeating: .infinity, count: pool.count)
    isLeft = [Bool](repeating: true, count: pool.count)
    for proxy in before { take(proxy) }
  }

  /// The pool index of the next candidate, or nil when all are taken or left out.
  package mutating func next() -> Int? {
    var best: (index: Int, value: Float)?
    for index in pool.indices where isLeft[index] {
      // The first one is as far from nothing as two are in the mean.
      let distance = nearest[index].isFinite ? nearest[index] : 1
      let value = variety * distance + (1 - variety) * pool[index].quality
      if value > best?.value ?? -.infinity { best = (index, value) }
    }
    guard let best else { return nil }
    take(best.index)
    return best.index
  }

  /// False for what has been taken or looks like something that has.
  func offers(_ index: Int) -> Bool { isLeft[index] }

  /// Takes a candidate out of turn.
  mutating func take(_ index: Int) {
    isLeft[index] = false
    take(pool[index])
  }

  private mutating func take(_ proxy: Proxy) {
    let place = metric.placed(proxy.descriptor)
    place.withUnsafeBufferPointer { place in
      places.withUnsafeBufferPointer { places in
        for index in pool.indices where isLeft[index] {
          let other = UnsafeBufferPointer(rebasing: places[index * place.count..<(index + 1) * place.count])
          nearest[index] = min(nearest[index], squaredDistance(place, other).squareRoot())
        }
      }
    }
    for index in pool.indices where isLeft[index] && pool[index].likeness.isNear(proxy.likeness, limit) {
      isLeft[index] = false
      duplicates += 1
    }
  }
}
