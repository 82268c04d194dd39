import Parameters
import Studio

/// What a taste may depend on, as numbers with names: how a picture looks, its components, its parameters, and its
/// descriptor.
struct TasteFeatures: Sendable {
  /// The names of all features but the descriptor's.
  let names: [String]
  private let places: [String: Int]
  /// Where the blocks end; each counts alike.
  private let ends: [Int]
  private let means: [Double]
  private let scales: [Double]

  /// Features of a space, standardised over some of its proxies.
  init(_ space: Space, over proxies: [Proxy]) {
    let looks = Look.allCases.map(\.rawValue)
    let components = space.groups.flatMap { group in
      group.components.map { "\(group.family.selector)=\($0.entry.name)" }
    }
    let parameters = space.names.filter { name in !Family.planned.contains { $0.selector == name } }
    names = looks + components + parameters
    ends = [looks.count, looks.count + components.count, names.count, names.count + Descriptor.count]
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let rows = proxies.map { [names] in Self.raw($0, places, names.count) }
    let count = Double(max(1, rows.count))
    let means = (0..<ends[3]).map { j in rows.reduce(0) { $0 + $1[j] } / count }
    var start = 0
    var scales: [Double] = []
    for end in ends {
      let variances = (start..<end).map { j in
        rows.reduce(0) { $0 + ($1[j] - means[j]) * ($1[j] - means[j]) } / count
      }
      let live = variances.count { $0 > 1e-12 }
      scales += variances.map { $0 > 1e-12 ? 1 / ($0 * Double(live * 4)).squareRoot() : 0 }
      start = end
    }
    (self.places, self.means, self.scales) = (places, means, scales)
  }

  /// The features of a proxy: about 1 long, blocks about equally.
  func callAsFunction(_ proxy: Proxy) -> [Double] {
    let raw = Self.raw(proxy, places, names.count)
    return raw.indices.map { (raw[$0] - means[$0]) * scales[$0] }
  }

  /// The named features alone, each with a mean of 0 and a deviation of 1.
  func named(_ proxy: Proxy) -> [Double] {
    let values = self(proxy)
    var start = 0
    var named: [Double] = []
    for end in ends.dropLast() {
      let live = scales[start..<end].count { $0 > 0 }
      named += values[start..<end].map { $0 * Double(live * 4).squareRoot() }
      start = end
    }
    return named
  }

  /// Parameters that a variant lacks stand in the middle.
  private static func raw(_ proxy: Proxy, _ places: [String: Int], _ count: Int) -> [Double] {
    var values = proxy.looks + [Double](repeating: 0.5, count: count - proxy.looks.count)
    for family in Family.planned {
      let name = proxy.variant.component(family)
      for other in Catalog.entries(of: family) {
        if let place = places["\(family.selector)=\(other.name)"] {
          values[place] = other.name == name ? 1 : 0
        }
      }
      for declaration in Catalog.entry(name, in: family)?.parameters ?? [] {
        let path = "\(family.group).\(declaration.name)"
        guard let place = places[path], let value = proxy.variant[path] else { continue }
        values[place] = declaration.domain.position(of: value)
      }
    }
    return values + proxy.descriptor.values.map(Double.init)
  }
}
