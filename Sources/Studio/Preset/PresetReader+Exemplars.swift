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
  public static func needsExemplar(_ name: String) -> Bool { exemplarFilter(name) != nil }

  /// True if the filter of that name works after a profile, too.
  public static func takesProfile(_ name: String) -> Bool { exemplarFilter(name)?.takesProfile == true }

  static func exemplarFilter(_ name: String) -> (any ExemplarFilter.Type)? {
    filters.first { $0.name == name } as? any ExemplarFilter.Type
  }

  /// The names of the filters that look at a mask.
  public static let maskFilters: [String] = filters.compactMap { filter in
    (filter as? any ExemplarFilter.Type).flatMap { $0.takesMask ? $0.name : nil }
  }
}

extension CatalogEntry {
  /// False of a filter that works after an exemplar if there is none for it.
  func isUsable(exemplars: ExemplarCount) -> Bool {
    guard family == .filter, let filter = Catalog.exemplarFilter(name) else { return true }
    return exemplars.usable(by: filter) > 0
  }

  /// The declarations where there are so many exemplars to choose from; with none there is nothing to narrow.
  func parameters(exemplars: ExemplarCount) -> [ParameterDeclaration] {
    guard family == .filter, let filter = Catalog.exemplarFilter(name) else { return parameters }
    let count = exemplars.usable(by: filter)
    guard count > 0 else { return parameters }
    return parameters.map { $0.name == "exemplar" ? $0.narrowed(to: .integer(1...count)) : $0 }
  }
}
