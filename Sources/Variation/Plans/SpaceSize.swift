import Parameters
import Studio

extension Space {
  /// How many different variants there are, seeds aside; what is locked counts once. Rounded beyond 2^53.
  public func size(_ locks: Locks = .none) -> Double {
    groups.reduce(1) { size, group in
      if locks.holds(group.family) { return size }
      let sizes = group.components.map { $0.size(locks) }
      // The first draw decides what a locked choice is: the largest component is the bound.
      let isHeld = locks.holds(group.family.selector, of: group.family)
      return size * (isHeld ? sizes.max() ?? 1 : sizes.reduce(0, +))
    }
  }
}

extension ComponentSpace {
  /// A choice that others depend on counts once for each of its values, with those that are active then.
  fileprivate func size(_ locks: Locks) -> Double {
    func count(_ slot: Slot) -> Double {
      let name = "\(entry.family.group).\(slot.declaration.name)"
      return locks.holds(name, of: entry.family) ? 1 : slot.opening.count
    }
    return slots.filter { $0.declaration.condition == nil }.reduce(1) { size, slot in
      let dependents = slots.filter { $0.declaration.condition?.parameter == slot.declaration.name }
      guard !dependents.isEmpty else { return size * count(slot) }
      let sizes = slot.opening.values.map { value in
        dependents.filter { $0.declaration.condition!.values.contains(value.description) }
          .reduce(1) { $0 * count($1) }
      }
      return size * (count(slot) == 1 ? sizes.max() ?? 1 : sizes.reduce(0, +))
    }
  }
}

extension Opening {
  /// How many different values there are.
  var count: Double {
    switch self {
    case .fixed: 1
    case .open(let domain): domain.count
    case .list(let values, _): Double(Set(values).count)
    }
  }

  /// The values of a choice or flag.
  fileprivate var values: [ParameterValue] {
    switch self {
    case .fixed(let value): [value]
    case .open(.choice(let names)): names.map { .choice($0) }
    case .open(.flag): [.flag(false), .flag(true)]
    case .open: []
    case .list(let values, _): values
    }
  }

  /// What is open in words: a range, choices or one value.
  public var text: String {
    switch self {
    case .fixed(let value): value.description
    case .open(let domain): domain.text
    case .list(let values, _): values.map(\.description).joined(separator: ", ")
    }
  }
}
