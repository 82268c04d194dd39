import Canvas
import Composition
import Parameters
import Studio

/// A variant that passed all gates, composed and measured.
public struct Candidate: Sendable {
  public let design: Design
  public let composition: Composition
  public let scores: Scores
  /// Lines of type that took another colour to be read.
  public var mended = 0
  /// Where it comes from; nil for a fresh draw.
  public var lineage: Lineage?

  public var variant: Variant { design.variant }
}

/// What a plan gave: the tiles, and how many candidates failed and why.
public struct Planned: Sendable {
  public var tiles: [Candidate]
  /// Reasons in the order in which they first occurred.
  public let skipped: [(reason: String, count: Int)]
  /// Where the tiles stand, if the plan is a grid.
  public var grid: PlannedGrid?

  public init(tiles: [Candidate], skipped: [(reason: String, count: Int)], grid: PlannedGrid? = nil) {
    self.tiles = tiles
    self.skipped = skipped
    self.grid = grid
  }
}

/// A variant that a plan offers, not yet tried.
public struct Proposal: Sendable {
  public let variant: Variant
  public let lineage: Lineage?

  public init(_ variant: Variant, lineage: Lineage? = nil) {
    self.variant = variant
    self.lineage = lineage
  }
}

/// Chooses the variants of a sheet: draws, composes, measures, and keeps those that pass the gates.
public struct Planner: Sendable {
  /// A diverse sheet is chosen from this many draws, or four times its count if that is more.
  static let pool = 512
  /// Give up after this many failures for every tile asked.
  static let patience = 12

  let preset: Preset
  let seed: UInt64
  let plan: Plan
  let locks: Locks

  /// - Parameters:
  ///   - preset: the brief and its space.
  ///   - seed: of all draws.
  ///   - plan: how variants are drawn.
  ///   - locks: what is the same in all variants, as the first draw has it.
  ///   - sweeps: each narrows a parameter to its values.
  public init(
    _ preset: Preset, seed: UInt64, plan: Plan, locks: Locks = .none, sweeps: [Sweep] = []
  ) {
    self.preset = preset.narrowed(to: sweeps)
    self.seed = seed
    self.plan = plan
    self.locks = locks
  }

  /// The first `count` variants of the plan that pass. Fewer if the space holds no more; throws if none passes.
  public func run(count: Int, in workshop: Workshop) throws(PlanError) -> Planned {
    var order = candidates(count: count)
    return try fill(count, in: workshop) { order.next().map { Proposal($0) } }
  }

  /// The first `count` proposals that pass the gates and the preset's condition, each variant once.
  func fill(
    _ count: Int, in workshop: Workshop, from next: () -> Proposal?
  ) throws(PlanError) -> Planned {
    var tiles: [Candidate] = []
    var ids: Set<String> = []
    var tally = ReasonTally()
    var tried = 0
    while tiles.count < count, tried < count * Self.patience + (preset.condition == nil ? 64 : 2048) {
      let batch = (0..<(count - tiles.count)).compactMap { _ in next() }
      if batch.isEmpty { break }
      tried += batch.count
      let results = workshop.map(batch.count) { index, typesetter in
        Self.evaluate(batch[index].variant, preset, typesetter)
      }
      for (proposal, result) in zip(batch, results) {
        switch checked(result) {
        case .success(var candidate) where ids.insert(candidate.variant.id).inserted:
          candidate.lineage = proposal.lineage
          tiles.append(candidate)
        case .success: tally.add("the same variant again")
        case .failure(.missingFont(let error)): throw .font(error)
        case .failure(.rejected(let reason)): tally.add(reason)
        case .failure(.unsatisfied(let shortfall)): tally.add(shortfall)
        }
      }
    }
    if tiles.isEmpty, let closest = tally.closest, let condition = preset.condition {
      throw .nothingSatisfies(condition, closest)
    }
    guard !tiles.isEmpty else { throw .nothingPassed(tally.reasons) }
    return Planned(tiles: tiles, skipped: tally.reasons)
  }

  private func candidates(count: Int) -> CandidateOrder {
    let sampler = Sampler(preset.space, seed: seed, plan: plan, locks: locks)
    guard plan == .diverse else { return .sequence(sampler, next: 0) }
    let pool = (0..<max(Self.pool, count * 4)).map { sampler.variant(at: UInt32($0)) }
    return .diverse(pool, DiverseOrder(pool.map { Features($0, preset) }))
  }

  /// A result that also satisfies the preset's condition.
  private func checked(_ result: Result<Candidate, Rejection>) -> Result<Candidate, Rejection> {
    guard let condition = preset.condition, case .success(let candidate) = result else { return result }
    let shortfall = condition.shortfall(candidate.value)
    return shortfall.distance == 0 ? result : .failure(.unsatisfied(shortfall))
  }

  /// Composes a variant and measures it; rejects what fails a gate.
  public static func evaluate(
    _ variant: Variant, _ preset: Preset, _ typesetter: Typesetter
  ) -> Result<Candidate, Rejection> {
    do {
      let design = try Design(variant)
      var composition = try design.compose(preset, with: typesetter)
      let (scores, mended) = try Scores.measure(mending: &composition, design, with: typesetter)
      if let failure = scores.failure {
        return .failure(.rejected("\(failure) (\(variant.component(.layout)))"))
      }
      return .success(
        Candidate(design: design, composition: composition, scores: scores, mended: mended))
    } catch ComposeError.canvas(let error) {
      return .failure(.missingFont(error))
    } catch {
      return .failure(.rejected("\(error) (\(variant.component(.layout)))"))
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
    return try Planner(unconditional, seed: 1, plan: .sobol)
      .fill(proposals.count, in: workshop) { rest.popFirst() }
  }
}

extension Candidate {
  /// A score or a parameter by name.
  func value(_ name: String) -> ParameterValue? {
    scores.named.first { $0.name == name }.map { .number($0.value) } ?? variant[name]
  }
}

/// Why a variant does not reach a sheet.
public enum Rejection: Error {
  case missingFont(CanvasError)
  case rejected(String)
  /// It is usable, but not what was asked for.
  case unsatisfied(Shortfall)

  /// In words.
  public var reason: String {
    switch self {
    case .missingFont(let error): error.description
    case .rejected(let reason): reason
    case .unsatisfied(let shortfall): shortfall.reason
    }
  }
}

/// Variants in the order in which a plan offers them.
private enum CandidateOrder {
  case sequence(Sampler, next: UInt32)
  case diverse([Variant], DiverseOrder)

  mutating func next() -> Variant? {
    switch self {
    case .sequence(let sampler, let index):
      self = .sequence(sampler, next: index + 1)
      return sampler.variant(at: index)
    case .diverse(let pool, var order):
      let index = order.next()
      self = .diverse(pool, order)
      return index.map { pool[$0] }
    }
  }
}

/// Counts reasons in the order in which they first occur.
struct ReasonTally {
  private(set) var reasons: [(reason: String, count: Int)] = []
  /// Of the variants that missed the condition, the one that missed it least.
  private(set) var closest: Shortfall?

  mutating func add(_ reason: String) {
    if let index = reasons.firstIndex(where: { $0.reason == reason }) {
      reasons[index].count += 1
    } else {
      reasons.append((reason, 1))
    }
  }

  mutating func add(_ shortfall: Shortfall) {
    add("the condition does not hold")
    if shortfall.distance < closest?.distance ?? .infinity { closest = shortfall }
  }
}

/// Why a plan gives nothing.
public enum PlanError: Error, CustomStringConvertible {
  case font(CanvasError)
  case nothingPassed([(reason: String, count: Int)])
  case nothingSatisfies(Condition, Shortfall)

  public var description: String {
    switch self {
    case .font(let error): return error.description
    case .nothingPassed(let reasons):
      let list = reasons.sorted { $0.count > $1.count }.prefix(3).map { "\($0.reason), \($0.count) times" }
      return "no variant of this preset is usable: " + list.joined(separator: "; ")
    case .nothingSatisfies(let condition, let closest):
      return "no variant of this preset satisfies '\(condition.text)'; in the closest, \(closest.reason)"
    }
  }
}
