/// How much each of some places counts at any point: 1 at the place itself and 0 at the others, in between by
/// nearness (Shepard, 1968; the inverse cube of the distance).
///
/// The Gaussian mixture of Chang et al. (2015) needs an inverse matrix whose weights fall below 0 where places lie
/// close together. Cut off there, they bend sharply, and a photo shows the bends as patches.
struct RadialWeights: Sendable {
  /// They must differ from each other.
  let places: [Lab]
  /// How strongly each pulls.
  private let pulls: [Double]

  /// The last `faint` places pull a tenth as strongly as the others: they hold what is at them and little around.
  init(_ places: [Lab], faint: Int = 0) {
    self.places = places
    pulls = places.indices.map { $0 < places.count - faint ? 1 : 0.1 }
  }

  /// The weights at a point: at least 0, their sum is 1, smooth everywhere.
  func callAsFunction(_ point: Lab) -> [Double] {
    let distances = places.map { length(point - $0) }
    if let met = distances.firstIndex(where: { $0 < 1e-9 }) {
      return distances.indices.map { $0 == met ? 1 : 0 }
    }
    let raw = zip(pulls, distances).map { $0 / ($1 * $1 * $1) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }
}
