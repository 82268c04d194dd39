/// A rising curve of lightness through given places, from 0 at 0 to 1 at 1, smooth and nowhere flat.
struct LightnessCurve: Sendable {
  /// The curve is nowhere flatter than this between two places: a flat curve would erase texture.
  static let leastSlope = 0.25
  private let path: MonotonePath

  /// Through the places, moved as little as a rise of the least slope asks (least squares).
  init(_ places: [(from: Double, to: Double)]) {
    let inner = Self.joined(places.filter { $0.from > 0.02 && $0.from < 0.98 })
    let x = [0] + inner.map(\.from) + [1]
    // With the least slope taken off, what remains must rise or stay: isotonic regression.
    let room = 1 - Self.leastSlope
    let rest = Self.risen(inner.map { max(0, min(room, $0.to - Self.leastSlope * $0.from)) })
    let y = [0] + zip(inner, rest).map { $0.from * Self.leastSlope + $1 } + [1]
    path = MonotonePath(x, y)
  }

  func callAsFunction(_ v: Double) -> Double { path(max(0, min(1, v))) }

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
}
