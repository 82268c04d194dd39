import Parameters
import Studio

/// A plan around picked variants: the picks themselves first, then their children.
public struct VaryPlan: Sendable {
  public enum Manner: String, CaseIterable, Sendable {
    /// Mutations of each pick and, from two picks on, crossovers.
    case around
    /// Steps from the first pick to the second.
    case between
  }

  let picks: [Variant]
  let manner: Manner
  let locks: Locks
  let spread: Double

  /// How many children are made for every one that is shown.
  private static let surplus = 5

  /// - Parameters:
  ///   - picks: at least one; exactly two for `.between`.
  ///   - manner: how children are made.
  ///   - locks: what must not move.
  ///   - spread: 0...1, how far children may go.
  public init(picks: [Variant], manner: Manner, locks: Locks, spread: Double) {
    precondition(!picks.isEmpty && (0...1).contains(spread) && (manner == .around || picks.count == 2))
    self.picks = picks
    self.manner = manner
    self.locks = locks
    self.spread = spread
  }

  /// `count` tiles, picks included.
  public func run(
    _ preset: Preset, count: Int, seed: UInt64, in workshop: Workshop
  ) throws(PlanError) -> Planned {
    let breeder = Breeder(space: preset.space, locks: locks, spread: spread, seed: seed)
    var tally = ReasonTally()
    var proposals: [Proposal]
    switch manner {
    case .between:
      proposals = breeder.steps(from: picks[0], to: picks[1], count: count)
    case .around:
      proposals = picks.map { Proposal($0, lineage: Lineage(.pick, parents: [$0.id])) }
      let children = self.children(breeder, count: max(0, count - picks.count) * Self.surplus)
      proposals += try ordered(children, preset, in: workshop, &tally)
    }
    proposals.reverse()
    return try Planner(preset, seed: seed, plan: .diverse)
      .fill(count, in: workshop, &tally) { _ in proposals.popLast() }
  }

  /// Children that can be composed, the most different from the picks and from each other first; those that look
  /// exactly like one before are left out.
  private func ordered(
    _ children: [Proposal], _ preset: Preset, in workshop: Workshop, _ tally: inout ReasonTally
  ) throws(PlanError) -> [Proposal] {
    let results = workshop.map(picks.count + children.count) { index, typesetter in
      let isPick = index < picks.count
      return Proxy.make(
        isPick ? picks[index] : children[index - picks.count].variant, preset, typesetter)
    }
    var (parents, pool, kept): ([Proxy], [Proxy], [Proposal]) = ([], [], [])
    for (index, result) in results.enumerated() {
      switch result {
      case .success(let proxy) where index < picks.count: parents.append(proxy)
      case .success(let proxy):
        pool.append(proxy)
        kept.append(children[index - picks.count])
      case .failure(let rejection): try tally.add(rejection)
      }
    }
    var selection = Selection(pool, .standard, leavingOut: .same, after: parents)
    var ordered: [Proposal] = []
    while let index = selection.next() { ordered.append(Proposal(pool[index], lineage: kept[index].lineage)) }
    return ordered
  }

  /// Mutations of each pick in turn; with two picks or more every third child is a crossover. Each variant once.
  private func children(_ breeder: Breeder, count: Int) -> [Proposal] {
    var children: [Proposal] = []
    var ids = Set(picks.map(\.id))
    for number in 0..<count * 3 where children.count < count {
      let first = picks[number % picks.count]
      let child: Proposal? =
        if picks.count > 1, number % 3 == 2 {
          breeder.crossover(
            of: first, and: picks[(number + 1 + number / picks.count % (picks.count - 1)) % picks.count],
            number: number)
        } else {
          breeder.mutation(of: first, number: number)
        }
      if let child, ids.insert(child.variant.id).inserted { children.append(child) }
    }
    return children
  }
}
