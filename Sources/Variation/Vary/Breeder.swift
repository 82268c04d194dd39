import Parameters
import Studio

/// Makes children of picked variants.
struct Breeder {
  let space: Space
  let locks: Locks
  /// 0: barely different; 1: anything unlocked may change.
  let spread: Double
  let seed: UInt64

  /// A copy of `pick` in which one to three unlocked groups have moved; nil if nothing moved.
  func mutation(of pick: Variant, number: Int) -> Proposal? {
    var stream = SeedStream(seed: seed, path: "vary/\(pick.id)", variant: UInt64(number))
    var assignment = Assignment(pick, in: space)
    var open = assignment.groups.indices.filter { !locks.holds(assignment.groups[$0].family) }
    let moves = 1 + (stream.chance(spread) ? 1 : 0) + (stream.chance(spread * spread) ? 1 : 0)
    for _ in 0..<min(moves, open.count) {
      let chosen = open.remove(at: stream.integer(in: 0...open.count - 1))
      move(&assignment.groups[chosen], &stream)
    }
    let child = assignment.variant
    let changed = child.changes(from: pick)
    return changed.isEmpty
      ? nil : Proposal(child, lineage: Lineage(.mutation, parents: [pick.id], changed: changed))
  }

  private func move(_ group: inout Assignment.Group, _ stream: inout SeedStream) {
    if stream.chance(0.1 + 0.5 * spread), exchange(&group, &stream) { return }
    var hasMoved = false
    for index in group.values.indices {
      let slot = group.component.slots[index]
      let name = "\(group.family.group).\(slot.declaration.name)"
      guard slot.opening.isOpen, !locks.holds(name, of: group.family), stream.chance(0.35 + 0.4 * spread)
      else { continue }
      let before = group.values[index]
      group.values[index] = moved(before, slot, &stream)
      hasMoved = hasMoved || group.values[index] != before
    }
    // Randomness moves as a last resort, or when much may change.
    if !hasMoved || stream.chance(spread * 0.5) { group.seed = stream.bits() }
  }

  /// Another component of the family, its parameters drawn afresh; false if there is none or the choice is locked.
  private func exchange(_ group: inout Assignment.Group, _ stream: inout SeedStream) -> Bool {
    let all = space.group(group.family)
    let own = group.component.entry.name
    // Only what a draw may get as well.
    let others = zip(all.components, all.weights.shares).filter { $0.1 > 1e-9 && $0.0.entry.name != own }.map(
      \.0)
    guard !others.isEmpty, !locks.holds(group.family.selector, of: group.family) else { return false }
    group.component = others[stream.integer(in: 0...others.count - 1)]
    group.values = group.component.slots.map { $0.opening.value(at: stream.unit()) }
    return true
  }

  /// A number is pushed along its range, by about a third of the spread, and comes back from the ends; of a list or a
  /// choice another entry is taken.
  private func moved(_ value: ParameterValue, _ slot: Slot, _ stream: inout SeedStream) -> ParameterValue {
    switch slot.opening {
    case .open(let domain):
      guard case .choice = domain else { return pushed(value, domain, &stream) }
      return slot.opening.value(at: stream.unit())
    case .list, .fixed: return slot.opening.value(at: stream.unit())
    }
  }

  private func pushed(_ value: ParameterValue, _ domain: Domain, _ stream: inout SeedStream) -> ParameterValue
  {
    let bell = stream.unit() + stream.unit() + stream.unit() - 1.5
    var position = max(0, min(1, domain.position(of: value))) + bell * (0.08 + 0.6 * spread)
    if position < 0 { position = -position }
    if position > 1 { position = 2 - position }
    return domain.value(at: max(0, min(0.999_999, position)))
  }

  /// Whole groups from two picks, at least one unlocked group from each; locked things come from the first.
  func crossover(of first: Variant, and second: Variant, number: Int) -> Proposal? {
    var stream = SeedStream(
      seed: seed, path: "vary/\(first.id)/\(second.id)", variant: UInt64(number))
    var assignment = Assignment(first, in: space)
    let other = Assignment(second, in: space)
    for (index, group) in assignment.groups.enumerated() {
      guard !locks.holds(group.family.selector, of: group.family), stream.chance(0.5) else { continue }
      assignment.groups[index] = other.groups[index]
    }
    let child = assignment.variant
    let changed = child.changes(from: first)
    guard !changed.isEmpty, !child.changes(from: second).isEmpty else { return nil }
    return Proposal(child, lineage: Lineage(.crossover, parents: [first.id, second.id], changed: changed))
  }

  /// `count` steps from one pick to another, both ends included.
  ///
  /// Numbers of groups that have the same component in both move evenly. What cannot be between (components, choices,
  /// randomness) changes at once, one group after the other, structure last.
  func steps(from first: Variant, to second: Variant, count: Int) -> [Proposal] {
    let (a, b) = (Assignment(first, in: space), Assignment(second, in: space))
    let turns: [Family] = [.palette, .type, .filter, .generator, .layout]
    return (0..<count).map { step in
      let t = count > 1 ? Double(step) / Double(count - 1) : 0
      var assignment = a
      for (index, group) in a.groups.enumerated() where !locks.holds(group.family) {
        let turn = Double((turns.firstIndex(of: group.family) ?? 0) + 1) / Double(turns.count + 1)
        assignment.groups[index] = blended(group, b.groups[index], t, turn)
      }
      let variant = assignment.variant
      return Proposal(
        variant,
        lineage: Lineage(.between, parents: [first.id, second.id], changed: variant.changes(from: first)))
    }
  }

  private func blended(
    _ a: Assignment.Group, _ b: Assignment.Group, _ t: Double, _ turn: Double
  ) -> Assignment.Group {
    var group = t >= turn ? b : a
    guard a.component.entry.name == b.component.entry.name else { return group }
    for index in group.values.indices {
      let declaration = group.component.slots[index].declaration
      guard !locks.holds("\(a.family.group).\(declaration.name)", of: a.family) else {
        group.values[index] = a.values[index]
        continue
      }
      group.values[index] = between(
        a.values[index], b.values[index], t, declaration.domain, or: group.values[index])
    }
    return group
  }

  /// A number on the way from one to another; both ends as they are; `other` for what has no between.
  private func between(
    _ a: ParameterValue, _ b: ParameterValue, _ t: Double, _ domain: Domain, or other: ParameterValue
  ) -> ParameterValue {
    switch domain {
    case .choice, .flag: return other
    case .real, .integer:
      guard t > 0 else { return a }
      guard t < 1 else { return b }
      let (p, q) = (domain.position(of: a), domain.position(of: b))
      return domain.value(at: min(0.999_999, p + (q - p) * t))
    }
  }
}
