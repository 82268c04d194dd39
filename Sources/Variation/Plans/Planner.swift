import Canvas
import Composition
import Parameters
import Studio

/// Chooses the variants of a sheet: draws, composes, measures, and keeps those that pass the gates.
public struct Planner: Sendable {
  /// Give up after this many failures for every tile asked.
  static let patience = 12

  let preset: Preset
  let seed: UInt64
  let plan: Plan
  let locks: Locks
  let variety: Variety
  /// How many draws a diverse sheet is chosen from at a time; more for sheets of more than a quarter of that.
  var poolSize: Int

  /// - Parameters:
  ///   - preset: the brief and its space.
  ///   - seed: of all draws.
  ///   - plan: how variants are drawn.
  ///   - locks: what is the same in all variants, as the first draw has it.
  ///   - sweeps: each narrows a parameter to its values.
  ///   - variety: what `.diverse` takes for different.
  public init(
    _ preset: Preset, seed: UInt64, plan: Plan, locks: Locks = .none, sweeps: [Sweep] = [],
    variety: Variety = .standard
  ) {
    self.preset = preset.narrowed(to: sweeps)
    self.seed = seed
    self.plan = plan
    self.locks = locks
    self.variety = variety
    poolSize = Self.poolSize(for: preset)
  }

  /// How many candidates a diverse sheet of at most a quarter as many tiles is chosen from. A board holds a whole room's
  /// view and takes longer to look at than all of a poster.
  public static func poolSize(for preset: Preset) -> Int { preset.brief == nil ? 300 : 72 }

  /// The first `count` variants of the plan that pass. Fewer if the space holds no more; throws if none passes.
  public func run(count: Int, in workshop: Workshop) throws(PlanError) -> Planned {
    let sampler = Sampler(preset.space, seed: seed, plan: plan, locks: locks)
    var tally = ReasonTally()
    guard plan == .diverse else {
      var index: UInt32 = 0
      return try fill(count, in: workshop, &tally) { _ in
        defer { index += 1 }
        return Proposal(sampler.variant(at: index))
      }
    }
    var order = DiverseOrder(self, sampler, poolSize: max(poolSize, count * 4))
    var planned = try fill(count, in: workshop, &tally) { tally throws(PlanError) in
      try order.next(in: workshop, &tally)
    }
    (planned.seen, planned.duplicates) = (order.seen, order.duplicates)
    return planned
  }

  /// The first `count` proposals that pass the gates and the preset's condition, each variant once.
  func fill(
    _ count: Int, in workshop: Workshop, _ tally: inout ReasonTally,
    from next: (inout ReasonTally) throws(PlanError) -> Proposal?
  ) throws(PlanError) -> Planned {
    var tiles: [Candidate] = []
    var ids: Set<String> = []
    var tried = 0
    while tiles.count < count, tried < count * Self.patience + (preset.condition == nil ? 64 : 2048) {
      var batch: [Proposal] = []
      while batch.count < count - tiles.count, let proposal = try next(&tally) { batch.append(proposal) }
      if batch.isEmpty { break }
      tried += batch.count
      // Those that are yet to be composed first: a long one at the end would leave other threads idle.
      let order =
        batch.indices.filter { batch[$0].composed == nil }
        + batch.indices.filter { batch[$0].composed != nil }
      let results = workshop.map(batch.count) { [batch] index, typesetter in
        Self.evaluate(batch[order[index]], preset, typesetter)
      }
      for (_, result) in zip(order, results).sorted(by: { $0.0 < $1.0 }) {
        switch result {
        case .success(let candidate) where ids.insert(candidate.variant.id).inserted:
          tiles.append(candidate)
        case .success: tally.add("the same variant again")
        case .failure(let rejection): try tally.add(rejection)
        }
      }
    }
    guard !tiles.isEmpty else { throw tally.error(preset.condition) }
    return Planned(tiles: tiles, skipped: tally.reasons)
  }

  /// Composes a variant and measures it; rejects what fails a gate or the preset's condition.
  public static func evaluate(
    _ variant: Variant, _ preset: Preset, _ typesetter: Typesetter
  ) -> Result<Candidate, Rejection> {
    evaluate(Proposal(variant), preset, typesetter)
  }

  private static func evaluate(
    _ proposal: Proposal, _ preset: Preset, _ typesetter: Typesetter
  ) -> Result<Candidate, Rejection> {
    Result { () throws(Rejection) in
      let composed: Composed
      if let known = proposal.composed {
        composed = known
      } else {
        composed = try Composed.make(proposal.variant, preset, typesetter)
      }
      let candidate: Candidate
      do throws(CanvasError) { candidate = try Candidate(composed, proposal.lineage, typesetter) } catch {
        throw .missingFont(error)
      }
      if let failure = candidate.scores.failure { throw .gate(failure, proposal.variant) }
      if let shortfall = preset.condition?.missed(candidate.value) { throw .unsatisfied(shortfall) }
      return candidate
    }
  }
}

extension Planner {
  /// Variants made before, in their order; one that this engine can no longer make is left out and counted.
  public static func replay(
    _ proposals: [Proposal], _ preset: Preset, in workshop: Workshop
  ) throws(PlanError) -> Planned {
    var unconditional = preset
    unconditional.condition = nil
    var rest = proposals[...]
    var tally = ReasonTally()
    return try Planner(unconditional, seed: 1, plan: .sobol)
      .fill(proposals.count, in: workshop, &tally) { _ in rest.popFirst() }
  }
}

/// Draws pool after pool and offers each one's variants, the most different ones first.
private struct DiverseOrder {
  private(set) var seen = 0
  var duplicates: Int { earlierDuplicates + (selection?.duplicates ?? 0) }

  private let planner: Planner
  private let sampler: Sampler
  private let poolSize: Int
  private var pool: [Proxy] = []
  private var selection: Selection?
  private var offered: [Proxy] = []
  private var earlierDuplicates = 0

  /// One pool is enough for most; a condition that few variants satisfy takes more.
  private static let mostPools = 8

  init(_ planner: Planner, _ sampler: Sampler, poolSize: Int) {
    (self.planner, self.sampler, self.poolSize) = (planner, sampler, poolSize)
  }

  mutating func next(in workshop: Workshop, _ tally: inout ReasonTally) throws(PlanError) -> Proposal? {
    while true {
      if let index = selection?.next() {
        offered.append(pool[index])
        return Proposal(pool[index])
      }
      guard seen < poolSize * Self.mostPools else { return nil }
      try draw(in: workshop, &tally)
    }
  }

  private mutating func draw(in workshop: Workshop, _ tally: inout ReasonTally) throws(PlanError) {
    let start = seen
    let results = workshop.map(poolSize) { [planner, sampler] index, typesetter in
      Proxy.make(sampler.variant(at: UInt32(start + index)), planner.preset, typesetter)
    }
    seen += poolSize
    earlierDuplicates = duplicates
    pool = []
    for result in results {
      switch result {
      case .success(let proxy): pool.append(proxy)
      case .failure(let rejection): try tally.add(rejection)
      }
    }
    selection = Selection(pool, planner.variety, after: offered)
  }
}
