import Parameters
import Studio

/// What a taste may depend on, as numbers with names: how a picture looks, its components, its parameters, and its
/// descriptor.
struct TasteFeatures: Sendable {
  /// The names of all features but the descriptor's.
  let names: [String]
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
    let rows = proxies.map { [names] in Self.raw($0, names) }
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
    (self.means, self.scales) = (means, scales)
  }

  /// The features of a proxy: about 1 long, blocks about equally.
  func callAsFunction(_ proxy: Proxy) -> [Double] {
    let raw = Self.raw(proxy, names)
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
  private static func raw(_ proxy: Proxy, _ names: [String]) -> [Double] {
    let variant = proxy.variant
    let looks = proxy.looks
    return names.enumerated().map { index, name -> Double in
      if index < looks.count { return looks[index] }
      if let equals = name.firstIndex(of: "=") {
        let component = String(name[name.index(after: equals)...])
        return variant[String(name[..<equals])] == .choice(component) ? 1 : 0
      }
      return position(variant, name) ?? 0.5
    } + proxy.descriptor.values.map(Double.init)
  }

  private static func position(_ variant: Variant, _ name: String) -> Double? {
    guard let value = variant[name], let family = Family(group: String(name.prefix { $0 != "." })) else {
      return nil
    }
    let short = name.dropFirst(family.group.count + 1)
    return Catalog.entry(variant.component(family), in: family)?.parameters.first { $0.name == short }?.domain
      .position(of: value)
  }
}
