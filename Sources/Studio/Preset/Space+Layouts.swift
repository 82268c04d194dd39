import Composition
import Parameters

extension Space {
  /// Takes out the layouts that cannot serve `content`, and says why.
  mutating func withhold(from content: Content) -> [(layout: String, reason: String)] {
    let index = groups.firstIndex { $0.family == .layout }!
    var withheld: [(layout: String, reason: String)] = []
    let shares = groups[index].weights.shares
    var kept: [(component: ComponentSpace, weight: Double)] = []
    for (component, weight) in zip(groups[index].components, shares) {
      let layout = Catalog.layouts.first { $0.name == component.entry.name }!
      if let failure = layout.refusal(of: content) {
        withheld.append((component.entry.name, failure.description))
      } else {
        kept.append((component, weight))
      }
    }
    // Untouched weights choose exactly as before.
    guard !withheld.isEmpty else { return [] }
    groups[index].components = kept.map(\.component)
    if let table = AliasTable(weights: kept.map(\.weight)) { groups[index].weights = table }
    return withheld
  }
}
