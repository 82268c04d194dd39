import Composition
import JSON5
import Palettes
import Parameters

extension PresetReader {
  /// `style.words`: moods and the names of styles; nil if there are none or one is unknown.
  mutating func words(_ style: JSONNode?) -> WordProfile? {
    guard let style, style.object != nil, let node = style["words"] else { return nil }
    let path = JSONPath().key("style").key("words")
    guard let nodes = node.array, (1...6).contains(nodes.count) else {
      problem(node.position, path, "must be a list of 1...6 words such as [\"calm\", \"coastal\"]")
      return nil
    }
    let vocabulary = Vocabulary.builtIn
    var words: [Word] = []
    for (index, node) in nodes.enumerated() {
      let place = path.index(index)
      guard let name = text(node, place, limit: 60) else { continue }
      guard let word = vocabulary[name] else {
        problem(node.position, place, UnknownWords.sentence(name, vocabulary.suggestions(for: name)))
        continue
      }
      if words.contains(where: { $0.name == word.name }) {
        problem(node.position, place, "'\(name)' stands here twice")
      } else {
        words.append(word)
      }
    }
    return words.count == nodes.count ? WordProfile(words) : nil
  }
}

extension Space {
  /// Narrows the palette parameters that are still open as they were declared.
  ///
  /// What the preset itself fixes, lists or limits stays as it is, and so does its choice of rules.
  mutating func narrow(to profile: WordProfile, rulesAreOpen: Bool) {
    guard let group = groups.firstIndex(where: { $0.family == .palette }) else { return }
    let components = groups[group].components
    if rulesAreOpen, let table = AliasTable(weights: components.map { profile.weight(ofRule: $0.entry.name) })
    {
      groups[group].weights = table
    }
    for c in components.indices {
      for s in components[c].slots.indices {
        let slot = components[c].slots[s]
        guard case .open(let domain) = slot.opening, domain == slot.declaration.domain else { continue }
        let narrowed = profile.narrowed(slot.declaration.name, of: components[c].entry.name, domain)
        guard let opening = narrowed.flatMap({ Opening($0, domain) }) else { continue }
        groups[group].components[c].slots[s].opening = opening
      }
    }
  }
}

extension Opening {
  fileprivate init?(_ narrowed: Narrowed, _ domain: Domain) {
    switch (narrowed, domain) {
    case (.range(let range), .real(_, let scale)): self = .open(.real(range, scale))
    case (.values(let values, let weights), _):
      let kept = zip(values, weights).filter { $1 > 0 && domain.contains($0) }
      guard let table = AliasTable(weights: kept.map(\.1)) else { return nil }
      self = kept.count == 1 ? .fixed(kept[0].0) : .list(kept.map(\.0), table)
    default: return nil
    }
  }
}
