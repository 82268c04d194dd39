import Parameters
import Studio

/// A variant taken apart, group by group, so that parts of it can be moved and exchanged.
struct Assignment {
  /// One family's component, all its parameters (inactive ones at their defaults), and its seed.
  struct Group {
    let family: Family
    var component: ComponentSpace
    var values: [ParameterValue]
    var seed: UInt32
  }

  var groups: [Group]

  /// Takes a variant apart within a space; a component that the space has not is taken from the whole catalogue.
  init(_ variant: Variant, in space: Space) {
    groups = space.groups.map { group in
      let name = variant.component(group.family)
      let component =
        group.components.first { $0.entry.name == name }
        ?? ComponentSpace(Catalog.entry(name, in: group.family)!)
      let values = component.slots.map { slot in
        variant["\(group.family.group).\(slot.declaration.name)"] ?? slot.declaration.defaultValue
      }
      return Group(
        family: group.family, component: component, values: values,
        seed: UInt32(variant.seed(group.family.group)))
    }
  }

  /// The variant; parameters whose condition does not hold are left out.
  var variant: Variant {
    Variant(
      values: groups.flatMap(\.named), seeds: groups.map { Variant.NamedSeed($0.family.group, $0.seed) })
  }

  /// Takes over from `other` what is locked.
  mutating func hold(_ locks: Locks, as other: Assignment) {
    for index in groups.indices {
      let (family, held) = (groups[index].family, other.groups[index])
      if locks.holds(family) {
        groups[index] = held
        continue
      }
      guard locks.holds(family.selector, of: family) else { continue }
      if groups[index].component.entry.name != held.component.entry.name {
        groups[index].component = held.component
        groups[index].values = held.values
      }
      for (i, slot) in held.component.slots.enumerated()
      where locks.holds("\(family.group).\(slot.declaration.name)", of: family) {
        groups[index].values[i] = held.values[i]
      }
    }
  }
}

extension Assignment.Group {
  /// The family's choice and its active parameters.
  var named: [Variant.NamedValue] {
    let pairs = Array(zip(component.slots.map(\.declaration), values))
    let active = pairs.filter { declaration, _ in
      guard let condition = declaration.condition else { return true }
      return pairs.contains {
        $0.0.name == condition.parameter && condition.values.contains($0.1.description)
      }
    }
    return [.init(family.selector, .choice(component.entry.name))]
      + active.map { .init("\(family.group).\($0.0.name)", $0.1) }
  }
}

extension Variant {
  /// Names of the values that differ from `other`, and `seed GROUP` for seeds.
  func changes(from other: Variant) -> [String] {
    values.filter { other[$0.name] != $0.value }.map(\.name)
      + seeds.filter { other.seed($0.group) != UInt64($0.seed) }.map { "seed \($0.group)" }
  }
}
