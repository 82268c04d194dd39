import Canvas
import Composition
import Parameters
import Studio

/// A variant that passed all gates, composed and measured.
public struct Candidate: Sendable {
  public let design: Design
  public let composition: Composition
  public let scores: Scores

  public var variant: Variant { design.variant }
}

/// What a plan gave: the tiles, and how many candidates failed and why.
public struct Planned: Sendable {
  public let tiles: [Candidate]
  /// Reasons in the order in which they first occurred.
  public let skipped: [(reason: String, count: Int)]
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

  public init(_ preset: Preset, seed: UInt64, plan: Plan) {
    self.preset = preset
    self.seed = seed
    self.plan = plan
  }

  /// The first `count` variants of the plan that pass. Fewer if the space holds no more; throws if none passes.
  public func run(count: Int, in workshop: Workshop) throws(PlanError) -> Planned {
    var order = candidates(count: count)
    var tiles: [Candidate] = []
    var ids: Set<String> = []
    var tally = ReasonTally()
    var tried = 0
    while tiles.count < count, tried < count * Self.patience + 64 {
      let batch = (0..<(count - tiles.count)).compactMap { _ in order.next() }
      if batch.isEmpty { break }
      tried += batch.count
      let results = workshop.map(batch.count) { index, typesetter in
        Self.evaluate(batch[index], preset, typesetter)
      }
      for result in results {
        switch result {
        case .success(let candidate) where ids.insert(candidate.variant.id).inserted: tiles.append(candidate)
        case .success: tally.add("the same variant again")
        case .failure(.missingFont(let error)): throw .font(error)
        case .failure(.rejected(let reason)): tally.add(reason)
        }
      }
    }
    guard !tiles.isEmpty else { throw .nothingPassed(tally.reasons) }
    return Planned(tiles: tiles, skipped: tally.reasons)
  }

  private func candidates(count: Int) -> CandidateOrder {
    let sampler = Sampler(preset.space, seed: seed, plan: plan)
    guard plan == .diverse else { return .sequence(sampler, next: 0) }
    let pool = (0..<max(Self.pool, count * 4)).map { sampler.variant(at: UInt32($0)) }
    return .diverse(pool, DiverseOrder(pool.map { Features($0, preset) }))
  }

  /// Composes a variant and measures it; rejects what fails a gate.
  public static func evaluate(
    _ variant: Variant, _ preset: Preset, _ typesetter: Typesetter
  ) -> Result<Candidate, Rejection> {
    do {
      let design = try Design(variant)
      let composition = try design.compose(preset, with: typesetter)
      let scores = try Scores.measure(composition, design, with: typesetter)
      if let failure = scores.failure {
        return .failure(.rejected("\(failure) (\(variant.component(.layout)))"))
      }
      return .success(Candidate(design: design, composition: composition, scores: scores))
    } catch ComposeError.canvas(let error) {
      return .failure(.missingFont(error))
    } catch {
      return .failure(.rejected("\(error) (\(variant.component(.layout)))"))
    }
  }
}

/// Why a variant does not reach a sheet.
public enum Rejection: Error {
  case missingFont(CanvasError)
  case rejected(String)
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
private struct ReasonTally {
  private(set) var reasons: [(reason: String, count: Int)] = []

  mutating func add(_ reason: String) {
    if let index = reasons.firstIndex(where: { $0.reason == reason }) {
      reasons[index].count += 1
    } else {
      reasons.append((reason, 1))
    }
  }
}

/// Why a plan gives nothing.
public enum PlanError: Error, CustomStringConvertible {
  case font(CanvasError)
  case nothingPassed([(reason: String, count: Int)])

  public var description: String {
    switch self {
    case .font(let error): return error.description
    case .nothingPassed(let reasons):
      let list = reasons.sorted { $0.count > $1.count }.prefix(3).map { "\($0.reason), \($0.count) times" }
      return "no variant of this preset is usable: " + list.joined(separator: "; ")
    }
  }
}
