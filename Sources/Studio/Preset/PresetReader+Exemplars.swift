import Composition
import Filters
import JSON5
import Parameters

extension PresetReader {
  /// `style.exemplars`: pictures whose manner a filter takes over.
  mutating func exemplars(_ style: JSONNode?) -> [Photo] {
    guard let style, style.object != nil, let node = style["exemplars"] else { return [] }
    let path = JSONPath().key("style").key("exemplars")
    let limit = Catalog.exemplarLimit
    guard let nodes = node.array, (1...limit).contains(nodes.count) else {
      problem(
        node.position, path,
        "must be a list of 1...\(limit) pictures such as [{ file: \"print.jpg\", credit: \"...\" }]")
      return []
    }
    return nodes.enumerated().compactMap { index, node in
      let place = path.index(index)
      guard checkKeys(node, place, known: ["file", "credit", "license"], later: []) else { return nil }
      return photo(node, place)
    }
  }
}

extension Catalog {
  /// The most exemplars that a preset or command may name.
  public static let exemplarLimit = ColorTransfer.exemplarLimit

  /// True if the filter of that name works after an exemplar.
  public static func needsExemplar(_ name: String) -> Bool {
    filters.contains { $0.name == name && $0 is any ExemplarFilter.Type }
  }
}

extension CatalogEntry {
  /// False of a filter that works after an exemplar if there is none.
  func isUsable(exemplars count: Int) -> Bool {
    count > 0 || family != .filter || !Catalog.needsExemplar(name)
  }

  /// The declarations where there are so many exemplars to choose from; with none there is nothing to narrow.
  func parameters(exemplars count: Int) -> [ParameterDeclaration] {
    guard count > 0, family == .filter, Catalog.needsExemplar(name) else { return parameters }
    return parameters.map { $0.name == "exemplar" ? $0.narrowed(to: .integer(1...count)) : $0 }
  }
}
