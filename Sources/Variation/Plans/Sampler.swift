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

  private let groups: [Group]
  private let seeds: [(group: String, stream: SeedStream)]
  private let locks: Locks

  /// A sampler; `.diverse` draws as `.sobol` does. What is locked is in every variant as in the first.
  public init(_ space: Space, seed: UInt64, plan: Plan, locks: Locks = .none) {
    self.space = space
    self.locks = locks
    groups = space.groups.map { Group($0, seed: seed, plan: plan) }
    seeds = space.groups.map(\.family).map { ($0.group, SeedStream(seed: seed, path: "seeds/\($0.group)")) }
  }

  /// The variant at an index from 0.
  ///
  /// `fixed` values take the place of drawn ones after drawing, so that nothing else moves; names that the variant
  /// does not have then are left out.
  public func variant(at index: UInt32, fixing fixed: [Variant.NamedValue] = []) -> Variant {
    var values: [Variant.NamedValue] = []
    values.reserveCapacity(32)
    for group in groups { group.draw(at: index, fixing: fixed, into: &values) }
    let seeds = seeds.map { group, stream in
      var stream = stream.forVariant(UInt64(index))
      return Variant.NamedSeed(group, stream.bits())
    }
    let drawn = Variant(values: values, seeds: seeds)
    guard !locks.isEmpty, index > 0 else { return drawn }
    var assignment = Assignment(drawn, in: space)
    assignment.hold(locks, as: Assignment(variant(at: 0), in: space))
    return assignment.variant
  }
}

extension Sampler {
  /// Where one parameter's numbers come from, worked out once.
  private enum Source {
    case sobol(seed: UInt64, dimension: Int)
    case random(SeedStream)

    init(_ path: String, _ dimension: Int, seed: UInt64, plan: Plan) {
      self =
        plan == .random
        ? .random(SeedStream(seed: seed, path: "random/\(path)/\(dimension)"))
        : .sobol(seed: hash64(seed, "sobol/\(path)"), dimension: dimension)
    }

    func unit(_ index: UInt32) -> Double {
      switch self {
      case .sobol(let seed, let dimension):
        return SobolPoints.group(index: index, seed: seed, dimension: dimension)
      case .random(let stream):
        var stream = stream.forVariant(UInt64(index))
        return stream.unit()
      }
    }
  }

  /// One family: its choice, and the components that it chooses from.
  private struct Group {
    let selector: String
    let choice: Source
    let weights: AliasTable
    let components: [Component]

    init(_ group: GroupSpace, seed: UInt64, plan: Plan) {
      selector = group.family.selector
      choice = Source(selector, 0, seed: seed, plan: plan)
      weights = group.weights
      components = group.components.map { Component($0, group.family.group, seed: seed, plan: plan) }
    }

    func draw(
      at index: UInt32, fixing fixed: [Variant.NamedValue], into values: inout [Variant.NamedValue]
    ) {
      let wanted = fixed.isEmpty ? nil : fixed.first { $0.name == selector }?.value
      let component =
        wanted.flatMap { wanted in components.first { $0.value == wanted } }
        ?? components[weights.index(at: choice.unit(index))]
      values.append(.init(selector, component.value))
      component.draw(at: index, fixing: fixed, into: &values)
    }
  }

  /// One component and its parameters.
  private struct Component {
    let value: ParameterValue
    let slots: [(name: String, slot: Slot, source: Source, controller: Int?)]

    init(_ component: ComponentSpace, _ group: String, seed: UInt64, plan: Plan) {
      value = .choice(component.entry.name)
      slots = component.slots.enumerated().map { number, slot in
        let path = "\(group)/\(component.entry.name)/\(number / 4)"
        let condition = slot.declaration.condition
        let controller = condition.flatMap { condition in
          component.slots.firstIndex { $0.declaration.name == condition.parameter }
        }
        return (
          "\(group).\(slot.declaration.name)", slot,
          Source(path, number % 4, seed: seed, plan: plan), controller
        )
      }
    }

    /// All are drawn, so that a condition never shifts another parameter's numbers; inactive ones are left out.
    func draw(
      at index: UInt32, fixing fixed: [Variant.NamedValue], into values: inout [Variant.NamedValue]
    ) {
      let drawn = slots.map { name, slot, source, _ -> ParameterValue in
        let given = fixed.isEmpty ? nil : fixed.first { $0.name == name }?.value
        if let given, slot.declaration.domain.contains(given) { return given }
        if case .fixed(let value) = slot.opening { return value }
        return slot.opening.value(at: source.unit(index))
      }
      for (i, (name, slot, _, controller)) in slots.enumerated() {
        if let condition = slot.declaration.condition {
          guard let controller, condition.values.contains(drawn[controller].description) else { continue }
        }
        values.append(.init(name, drawn[i]))
      }
    }
  }
}
