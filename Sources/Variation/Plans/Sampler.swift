import Parameters
import Studio

/// How variants are drawn from a space.
public enum Plan: String, CaseIterable, Sendable {
  /// A pool of Sobol draws, then the most different ones first.
  case diverse
  /// Scrambled Sobol points: any beginning of the list is well spread.
  case sobol
  /// Independent draws.
  case random
}

/// Draws variants from a space: number `index` of a plan and seed, whatever came before it.
///
/// Every family's choice and every four related parameters form a group with numbers of its own, named by a path, so
/// that a parameter added to one group changes no other group's draws ("padding" in quasi-Monte Carlo).
public struct Sampler: Sendable {
  let space: Space
  let seed: UInt64
  let isRandom: Bool

  private let locks: Locks

  /// A sampler; `.diverse` draws as `.sobol` does. What is locked is in every variant as in the first.
  public init(_ space: Space, seed: UInt64, plan: Plan, locks: Locks = .none) {
    self.space = space
    self.seed = seed
    self.locks = locks
    isRandom = plan == .random
  }

  /// The variant at an index from 0.
  ///
  /// `fixed` values take the place of drawn ones after drawing, so that nothing else moves; names that the variant
  /// does not have then are left out.
  public func variant(at index: UInt32, fixing fixed: [Variant.NamedValue] = []) -> Variant {
    var values: [Variant.NamedValue] = []
    for group in space.groups {
      let choice = group.weights.index(at: unit(index, group.family.selector, 0))
      let wanted = fixed.first { $0.name == group.family.selector }?.value
      let component =
        wanted.flatMap { wanted in group.components.first { .choice($0.entry.name) == wanted } }
        ?? group.components[choice]
      values.append(.init(group.family.selector, .choice(component.entry.name)))
      values += drawn(component, at: index, fixing: fixed)
    }
    let seeds = space.groups.map(\.family).map { family in
      var stream = SeedStream(seed: seed, path: "seeds/\(family.group)", variant: UInt64(index))
      return Variant.NamedSeed(family.group, stream.bits())
    }
    let drawn = Variant(values: values, seeds: seeds)
    guard !locks.isEmpty, index > 0 else { return drawn }
    var assignment = Assignment(drawn, in: space)
    assignment.hold(locks, as: Assignment(variant(at: 0), in: space))
    return assignment.variant
  }

  private func drawn(
    _ component: ComponentSpace, at index: UInt32, fixing fixed: [Variant.NamedValue]
  ) -> [Variant.NamedValue] {
    let group = component.entry.family.group
    let all = component.slots.enumerated().map { number, slot in
      let path = "\(group)/\(component.entry.name)/\(number / 4)"
      let drawn = slot.opening.value(at: unit(index, path, number % 4))
      let given = fixed.first { $0.name == "\(group).\(slot.declaration.name)" }?.value
      return (slot, given.flatMap { slot.declaration.domain.contains($0) ? $0 : nil } ?? drawn)
    }
    // All are drawn, so that a condition never shifts another parameter's numbers; inactive ones are left out.
    return all.filter { slot, _ in
      guard let condition = slot.declaration.condition else { return true }
      return all.contains { other, value in
        other.declaration.name == condition.parameter && condition.values.contains(value.description)
      }
    }.map { .init("\(group).\($0.declaration.name)", $1) }
  }

  private func unit(_ index: UInt32, _ path: String, _ dimension: Int) -> Double {
    if isRandom {
      var stream = SeedStream(seed: seed, path: "random/\(path)/\(dimension)", variant: UInt64(index))
      return stream.unit()
    }
    return SobolPoints.group(index: index, seed: hash64(seed, "sobol/\(path)"), dimension: dimension)
  }
}
