import Composition
import Parameters

/// What a preset leaves open: for every family its components and, for each, the parameters with what was
/// said of them.
public struct Space: Sendable {
  public var groups: [GroupSpace]
  /// Shows the grid over every tile.
  public var showsGrid = false

  /// The name under which a preset or `--set` shows the grid.
  public static let showGrid = "sheet.showGrid"

  public init(groups: [GroupSpace]) { self.groups = groups }

  /// The space of a family.
  public func group(_ family: Family) -> GroupSpace { groups.first { $0.family == family }! }
}

/// One family's part of a space.
public struct GroupSpace: Sendable {
  public let family: Family
  public var components: [ComponentSpace]
  /// One weight a component.
  public var weights: AliasTable
}

/// One component and its parameters.
public struct ComponentSpace: Sendable {
  public let entry: CatalogEntry
  public var slots: [Slot]
}

/// A parameter and what a preset says of it.
public struct Slot: Sendable {
  public let declaration: ParameterDeclaration
  public var opening: Opening
}

/// What may become of a parameter.
public enum Opening: Sendable {
  case fixed(ParameterValue)
  case open(Domain)
  case list([ParameterValue], AliasTable)

  /// What a preset that does not name the parameter says of it.
  init(_ declaration: ParameterDeclaration) {
    self = declaration.isVaried ? .open(declaration.domain) : .fixed(declaration.defaultValue)
  }

  /// The value at a unit number; fixed ones do not look at it.
  public func value(at unit: Double) -> ParameterValue {
    switch self {
    case .fixed(let value): value
    case .open(let domain): domain.value(at: unit)
    case .list(let values, let table): values[table.index(at: unit)]
    }
  }

  /// True if more than one value is possible.
  public var isOpen: Bool {
    switch self {
    case .fixed: false
    case .open(.real(let r, _)): r.upperBound > r.lowerBound
    case .open(.integer(let r)): r.count > 1
    case .open(.choice(let names)): names.count > 1
    case .open(.flag): true
    case .list(let values, _): values.count > 1
    }
  }
}

extension Space {
  /// Every name that can be set: the families' choices and the parameters of the components that are left.
  public var names: [String] {
    var names = groups.map(\.family.selector)
    for group in groups {
      for slot in group.components.flatMap(\.slots) {
        let name = "\(group.family.group).\(slot.declaration.name)"
        if !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// Adds the components of a family that the preset left out, after those that it has: the command's word is the last.
  ///
  /// Filters that work after an exemplar are left out if there is none.
  public mutating func widen(_ family: Family, exemplars: ExemplarCount = .none) {
    guard let index = groups.firstIndex(where: { $0.family == family }) else { return }
    let known = groups[index].components.map(\.entry.name)
    groups[index].components += Catalog.entries(of: family)
      .filter { !known.contains($0.name) && $0.isUsable(exemplars: exemplars) }
      .map { ComponentSpace($0, exemplars: exemplars) }
    groups[index].weights = AliasTable(weights: groups[index].components.map { _ in 1 })!
  }

  /// Everything open that is meant to vary, with the components that are usual.
  public static var whole: Space { Space(groups: Family.planned.map { usual($0, on: .page) }) }

  /// The same before anything was said of it, with only those exemplars open that there are.
  func fitted(exemplars: ExemplarCount) -> Space {
    guard exemplars != .none else { return self }
    var space = self
    for index in groups.indices where groups[index].family == .filter {
      space.groups[index].components = groups[index].components.map {
        ComponentSpace($0.entry, exemplars: exemplars)
      }
    }
    return space
  }

  /// A family with all its components as the catalogue has them.
  static func usual(_ family: Family, on work: CatalogEntry.Work) -> GroupSpace {
    let components = Catalog.entries(of: family).map { ComponentSpace($0) }
    return GroupSpace(
      family: family, components: components,
      weights: AliasTable(weights: components.map { $0.entry.weight(on: work) })!)
  }
}

extension ComponentSpace {
  /// A component of which nothing has been said, where there are so many exemplars to choose from.
  public init(_ entry: CatalogEntry, exemplars: ExemplarCount = .none) {
    self.init(
      entry: entry,
      slots: entry.parameters(exemplars: exemplars).map { Slot(declaration: $0, opening: Opening($0)) })
  }
}
