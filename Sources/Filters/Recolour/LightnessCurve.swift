/// A rising curve of lightness through given places, from 0 at 0 to 1 at 1, smooth and nowhere flat.
struct LightnessCurve: Sendable {
  /// The curve is nowhere flatter than this between two places: a flat curve would erase texture.
  static let leastSlope = 0.25
  private let x: [Double]
  private let y: [Double]
  private let slopes: [Double]

  /// Through the places, moved as little as a rise of the least slope asks (least squares).
  init(_ places: [(from: Double, to: Double)]) {
    let inner = Self.joined(places.filter { $0.from > 0.02 && $0.from < 0.98 })
    x = [0] + inner.map(\.from) + [1]
    // With the least slope taken off, what remains must rise or stay: isotonic regression.
    let room = 1 - Self.leastSlope
    let rest = Self.risen(inner.map { max(0, min(room, $0.to - Self.leastSlope * $0.from)) })
    y = [0] + zip(inner, rest).map { $0.from * Self.leastSlope + $1 } + [1]
    slopes = Self.slopes(x, y)
  }

  func callAsFunction(_ v: Double) -> Double {
    let v = max(0, min(1, v))
    let i = max(0, min(x.count - 2, (x.firstIndex { $0 > v } ?? x.count) - 1))
    let h = x[i + 1] - x[i]
    let t = (v - x[i]) / h
    let (t2, t3) = (t * t, t * t * t)
    let ends = y[i] * (2 * t3 - 3 * t2 + 1) + y[i + 1] * (3 * t2 - 2 * t3)
    return ends + h * (slopes[i] * (t3 - 2 * t2 + t) + slopes[i + 1] * (t3 - t2))
  }

  /// Sorted, and places nearer than 0.03 made one.
  private static func joined(_ places: [(from: Double, to: Double)]) -> [(from: Double, to: Double)] {
    var groups: [[(from: Double, to: Double)]] = []
    for place in places.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      if let last = groups.last?.last, place.from - last.from < 0.03 {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups.map { group in
      let sum = group.reduce((from: 0.0, to: 0.0)) { ($0.from + $1.from, $0.to + $1.to) }
      return (sum.from / Double(group.count), sum.to / Double(group.count))
    }
  }

  /// The nearest rising sequence: neighbours that fall are pooled (Ayer et al., 1955).
  private static func risen(_ values: [Double]) -> [Double] {
    var pools: [(sum: Double, count: Int)] = []
    for value in values {
      pools.append((value, 1))
      while pools.count > 1, let last = pools.last {
        let before = pools[pools.count - 2]
        guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    return pools.flatMap { [Double](repeating: $0.sum / Double($0.count), count: $0.count) }
  }

  /// Slopes that keep a cubic monotone: harmonic means (Fritsch and Butland, 1984).
  private static func slopes(_ x: [Double], _ y: [Double]) -> [Double] {
    var steps: [Double] = []
    for i in 1..<x.count {
      let (rise, run): (Double, Double) = (y[i] - y[i - 1], x[i] - x[i - 1])
      steps.append(rise / run)
    }
    var inner: [Double] = []
    for (p, q) in zip(steps, steps.dropFirst()) { inner.append(2 * p * q / (p + q)) }
    return [steps[0]] + inner + [steps[steps.count - 1]]
  }
}
