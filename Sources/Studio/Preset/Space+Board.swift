import Boards
import Parameters

extension Space {
  /// Everything that a board's brief leaves open: board, palette, type and the view's manner as the catalogue has them,
  /// materials, paints and furniture as the brief names them.
  static func board(_ brief: BoardBrief) -> Space {
    Space(
      groups: Family.boarded.map { family in
        switch family {
        case .material: scheme(family, "the brief's materials and paints", materials(brief))
        case .furniture: scheme(family, "the brief's furniture", pieces(brief))
        case .filter: gentle(usual(family, on: .board))
        default: usual(family, on: .board)
        }
      })
  }

  /// How far a view on a board is painted over unless the brief says more: it must still show what is what.
  private static let gentleRanges: [(filter: String, parameter: String, range: ClosedRange<Double>)] = [
    ("watercolour", "abstraction", 0.15...0.5), ("watercolour", "granulation", 0.15...0.5),
    ("watercolour", "turbulence", 0.1...0.4), ("watercolour", "wobble", 0.06...0.3),
    ("watercolour", "bleed", 0.2...1.2), ("watercolour", "border", 0...3.5),
    ("watercolour", "pencil", 0.2...0.7), ("ink", "weight", 0.12...0.22), ("ink", "detail", 0.8...1),
    ("ink", "shadow", 0.05...0.35), ("ink", "smoothness", 0.4...1.2), ("edge-preserving", "size", 1...6),
    ("edge-preserving", "edges", 0.06...0.3), ("edge-preserving", "detail", 0.2...1.2),
  ]

  private static func gentle(_ group: GroupSpace) -> GroupSpace {
    var group = group
    for (filter, parameter, range) in gentleRanges {
      for i in group.components.indices where group.components[i].entry.name == filter {
        for j in group.components[i].slots.indices
        where group.components[i].slots[j].declaration.name == parameter {
          group.components[i].slots[j].opening = .open(.real(range, .linear))
        }
      }
    }
    return group
  }

  /// A component that only this brief has.
  private static func scheme(_ family: Family, _ summary: String, _ slots: [Slot]) -> GroupSpace {
    let entry = CatalogEntry(
      family: family, name: CatalogEntry.scheme, summary: summary, parameters: slots.map(\.declaration))
    return GroupSpace(
      family: family, components: [ComponentSpace(entry: entry, slots: slots)],
      weights: AliasTable(weights: [1])!)
  }

  private static func materials(_ brief: BoardBrief) -> [Slot] {
    let finishes = brief.materials.map { item in
      slot(
        item.place.rawValue, "the material of the \(item.place.words)", item.options.map(\.name),
        open: item.named, item.weights)
    }
    let paints = brief.paints.map { item in
      slot(item.key, "the paint", item.options.map(\.code), open: item.options.count)
    }
    return finishes + paints
  }

  private static func pieces(_ brief: BoardBrief) -> [Slot] {
    brief.furniture.filter { !$0.options.isEmpty }.map { request in
      slot(request.key, "the piece", request.options.map { type(of: $0).name }, open: request.named)
    }
  }

  /// A choice among `names`, of which the first `open` are what the brief names.
  private static func slot(
    _ name: String, _ summary: String, _ names: [String], open: Int, _ weights: [Double] = []
  ) -> Slot {
    let declaration = ParameterDeclaration(name: name, choices: names, summary: summary)
    let values = names.prefix(open).map { ParameterValue.choice($0) }
    let opening: Opening =
      values.count == 1
      ? .fixed(values[0])
      : .list(values, AliasTable(weights: weights) ?? AliasTable(weights: values.map { _ in 1 })!)
    return Slot(declaration: declaration, opening: opening)
  }
}
