/// A colour of a picture with the weight that it has in it.
struct WeightedColor: Sendable {
  /// OKLab.
  let lab: SIMD3<Double>
  /// At least 0.
  let weight: Double
  /// Where it lies along the three edges of the bins.
  let bin: SIMD3<Int>
}

extension [WeightedColor] {
  /// The same colours in bins of twice the size.
  func merged() -> [WeightedColor] {
    let side = ColorHistogram.side / 2
    var sums = [SIMD4<Double>](repeating: SIMD4(), count: side * side * side)
    for point in self {
      let place = (point.bin.x / 2 * side + point.bin.y / 2) * side + point.bin.z / 2
      sums[place] += SIMD4(point.lab * point.weight, point.weight)
    }
    return sums.indices.filter { sums[$0].w > 0 }.map { place in
      let sum = sums[place]
      let bin = SIMD3(place / (side * side), place / side % side, place % side)
      return WeightedColor(lab: SIMD3(sum.x, sum.y, sum.z) / sum.w, weight: sum.w, bin: bin)
    }
  }
}

/// Splits weighted colours into groups of small squared error: Wu's variance cut, k-means, and swaps.
///
/// The cut is of Wu, "Color quantization by dynamic programming and principal analysis" (1992): along the
/// edges of the bins, always where it takes most error away. Lloyd's k-means goes on from there. It stops in
/// the nearest valley; so then a group is dissolved and another one cut, and k-means decides whether that was
/// better, until no such swap helps. Nothing is random.
struct Quantizer {
  let points: [WeightedColor]

  /// At most `count` centres; fewer if there are fewer colours. The points must not be empty.
  ///
  /// `swaps` limits how many swaps may improve the result; they take most of the time. With many colours most of
  /// the search runs on bins of twice the size, and what it finds is searched on from among all.
  func centres(_ count: Int, swaps: Int = 24) -> [SIMD3<Double>] {
    guard points.count > 2500 else { return searched(cut(into: count).map(mean), swaps: swaps) }
    return searched(Quantizer(points: points.merged()).centres(count, swaps: swaps), swaps: swaps)
  }

  private func searched(_ start: [SIMD3<Double>], swaps limit: Int) -> [SIMD3<Double>] {
    var best = refined(start)
    for _ in 0..<limit {
      guard let better = swaps(best).first(where: { $0.error < best.error * (1 - 1e-4) }) else { break }
      best = better
    }
    return best.centres
  }

  /// The weighted mean of points; they must not be empty.
  private func mean(_ members: [Int]) -> SIMD3<Double> {
    var sum = SIMD3<Double>()
    var weight = 0.0
    for index in members {
      sum += points[index].lab * points[index].weight
      weight += points[index].weight
    }
    return weight > 0 ? sum / weight : points[members[0]].lab
  }
}

// MARK: Wu's cut

extension Quantizer {
  /// The points in at most `count` boxes.
  private func cut(into count: Int) -> [[Int]] {
    var boxes = [Array(points.indices)]
    var cuts = [bestCut(boxes[0])]
    while boxes.count < count {
      guard let index = cuts.indices.max(by: { cuts[$0].gain < cuts[$1].gain }), cuts[index].gain > 0 else {
        break
      }
      let (low, high) = halves(boxes[index], cuts[index])
      boxes[index] = low
      boxes.append(high)
      cuts[index] = bestCut(low)
      cuts.append(bestCut(high))
    }
    return boxes
  }

  /// A plane between bins and how much squared error it takes away; 0 if there is nothing to cut.
  private struct Cut {
    var gain = 0.0
    var axis = 0
    var below = 0
  }

  private func halves(_ members: [Int], _ cut: Cut) -> (low: [Int], high: [Int]) {
    (
      members.filter { points[$0].bin[cut.axis] < cut.below },
      members.filter { points[$0].bin[cut.axis] >= cut.below }
    )
  }

  private func bestCut(_ members: [Int]) -> Cut {
    var best = Cut()
    for axis in 0..<3 {
      var slices = [SIMD4<Double>](repeating: SIMD4(), count: ColorHistogram.side)
      for index in members {
        let point = points[index]
        slices[point.bin[axis]] += SIMD4(point.lab * point.weight, point.weight)
      }
      let whole = slices.reduce(SIMD4(), +)
      var low = SIMD4<Double>()
      for below in 1..<slices.count {
        low += slices[below - 1]
        let gain = Self.spread(low) + Self.spread(whole - low) - Self.spread(whole)
        if slices[below - 1].w > 0, whole.w - low.w > 0, gain > best.gain {
          best = Cut(gain: gain, axis: axis, below: below)
        }
      }
    }
    return best
  }

  /// Weight times the squared length of the mean.
  private static func spread(_ sum: SIMD4<Double>) -> Double {
    guard sum.w > 0 else { return 0 }
    let lab = SIMD3(sum.x, sum.y, sum.z)
    return (lab * lab).sum() / sum.w
  }
}

// MARK: K-means and swaps

extension Quantizer {
  /// Centres, the points nearest to each, and the weighted squared error.
  private struct Grouping {
    var centres: [SIMD3<Double>]
    var members: [[Int]]
    var error: Double
  }

  /// Lloyd's iteration until no point changes its group, at most 100 times.
  private func refined(_ start: [SIMD3<Double>]) -> Grouping {
    var centres = start
    var nearest = [Int](repeating: -1, count: points.count)
    for _ in 0..<100 {
      let changed = assign(centres, &nearest)
      guard changed else { break }
      centres = centres.indices.map { _ in SIMD3() }
      let groups = grouped(nearest, centres.count)
      centres = groups.map { $0.isEmpty ? SIMD3(repeating: -9) : mean($0) }
    }
    let groups = grouped(nearest, centres.count)
    let kept = centres.indices.filter { !groups[$0].isEmpty }
    let error = points.indices.reduce(0.0) { $0 + cost(points[$1], centres[nearest[$1]]) }
    return Grouping(centres: kept.map { centres[$0] }, members: kept.map { groups[$0] }, error: error)
  }

  private func assign(_ centres: [SIMD3<Double>], _ nearest: inout [Int]) -> Bool {
    var changed = false
    for index in points.indices {
      let lab = points[index].lab
      var (best, least) = (0, Double.infinity)
      for centre in centres.indices {
        let d = lab - centres[centre]
        let square = d.x * d.x + d.y * d.y + d.z * d.z
        if square < least { (best, least) = (centre, square) }
      }
      if nearest[index] != best { (nearest[index], changed) = (best, true) }
    }
    return changed
  }

  private func grouped(_ nearest: [Int], _ count: Int) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: count)
    for index in nearest.indices { groups[nearest[index]].append(index) }
    return groups
  }

  private func cost(_ point: WeightedColor, _ centre: SIMD3<Double>) -> Double {
    let d = point.lab - centre
    return (d * d).sum() * point.weight
  }

  /// Groupings reached by dissolving one group and cutting another, the most promising first, at most sixteen;
  /// each is worked out only when asked for.
  private func swaps(_ grouping: Grouping) -> some Sequence<Grouping> {
    let cuts = grouping.members.map(bestCut)
    let losses = grouping.centres.indices.map { loss(of: $0, grouping) }
    let pairs = cuts.indices.flatMap { cut in losses.indices.map { (cut: cut, gone: $0) } }
    let promising = pairs.filter { $0.cut != $0.gone && cuts[$0.cut].gain > 0 }
      .map { (pair: $0, promise: cuts[$0.cut].gain - losses[$0.gone]) }
      .sorted { $0.promise > $1.promise }.prefix(16)
    return promising.lazy.map { [self] entry in
      var centres = grouping.centres
      let (low, high) = halves(grouping.members[entry.pair.cut], cuts[entry.pair.cut])
      centres[entry.pair.cut] = mean(low)
      centres[entry.pair.gone] = mean(high)
      return refined(centres)
    }
  }

  /// How much the error grows if a group's points go to the next centre.
  private func loss(of group: Int, _ grouping: Grouping) -> Double {
    grouping.members[group].reduce(0.0) { sum, index in
      let others = grouping.centres.indices.lazy.filter { $0 != group }
      let next = others.map { cost(points[index], grouping.centres[$0]) }.min() ?? .infinity
      return sum + next - cost(points[index], grouping.centres[group])
    }
  }
}
