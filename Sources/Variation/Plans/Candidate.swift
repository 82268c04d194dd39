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
  public let mended: Int
  /// Where it comes from; nil for a fresh draw.
  public let lineage: Lineage?

  init(_ composed: Composed, _ lineage: Lineage?, _ typesetter: Typesetter) throws(CanvasError) {
    (design, self.lineage) = (composed.design, lineage)
    var composition = composed.composition
    (scores, mended) = try Scores.measure(mending: &composition, design, with: typesetter)
    self.composition = composition
  }

  public var variant: Variant { design.variant }

  /// A score or a parameter by name.
  func value(_ name: String) -> ParameterValue? {
    scores.named.first { $0.name == name }.map { .number($0.value) } ?? variant[name]
  }
}

/// A variant that a plan offers, not yet tried.
public struct Proposal: Sendable {
  public let variant: Variant
  public let lineage: Lineage?
  /// Its layers, if it has been composed before.
  let composed: Composed?

  public init(_ variant: Variant, lineage: Lineage? = nil) {
    (self.variant, self.lineage, composed) = (variant, lineage, nil)
  }

  init(_ proxy: Proxy, lineage: Lineage? = nil) {
    (variant, self.lineage, composed) = (proxy.variant, lineage, proxy.composed)
  }
}

/// What a plan gave: the tiles, and how many candidates failed and why.
public struct Planned: Sendable {
  public var tiles: [Candidate]
  /// Reasons in the order in which they first occurred.
  public let skipped: [(reason: String, count: Int)]
  /// Where the tiles stand, if the plan is a grid.
  public var grid: PlannedGrid?
  /// How many candidates were seen at a small size before the tiles were chosen.
  public var seen = 0
  /// How many of those were left out because they look like a chosen one.
  public var duplicates = 0
  /// How much each group of parameters changes the picture, if that was asked.
  public var effects: [GroupEffect] = []

  public init(tiles: [Candidate], skipped: [(reason: String, count: Int)], grid: PlannedGrid? = nil) {
    self.tiles = tiles
    self.skipped = skipped
    self.grid = grid
  }
}

/// Why a variant does not reach a sheet.
public enum Rejection: Error {
  case missingFont(CanvasError)
  case rejected(String)
  /// It is usable, but not what was asked for.
  case unsatisfied(Shortfall)

  /// A gate that a variant fails, with its layout's name.
  static func gate(_ reason: String, _ variant: Variant) -> Rejection {
    .rejected("\(reason) (\(variant.component(variant.families[0])))")
  }

  /// In words.
  public var reason: String {
    switch self {
    case .missingFont(let error): error.description
    case .rejected(let reason): reason
    case .unsatisfied(let shortfall): shortfall.reason
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

  /// Adds a rejection; throws if it is one that no other variant can help.
  mutating func add(_ rejection: Rejection) throws(PlanError) {
    switch rejection {
    case .missingFont(let error): throw .font(error)
    case .rejected(let reason): add(reason)
    case .unsatisfied(let shortfall): add(shortfall)
    }
  }

  /// Why there is nothing, for a preset's condition.
  func error(_ condition: Condition?) -> PlanError {
    guard let closest, let condition else { return .nothingPassed(reasons) }
    return .nothingSatisfies(condition, closest, tried: reasons.reduce(0) { $0 + $1.count })
  }
}

/// Why a plan gives nothing.
public enum PlanError: Error, CustomStringConvertible {
  case font(CanvasError)
  case nothingPassed([(reason: String, count: Int)])
  case nothingSatisfies(Condition, Shortfall, tried: Int)

  public var description: String {
    switch self {
    case .font(let error): return error.description
    case .nothingPassed(let reasons):
      let list = reasons.sorted { $0.count > $1.count }.prefix(3).map { "\($0.reason), \($0.count) times" }
      return "no variant of this preset is usable: " + list.joined(separator: "; ")
    case .nothingSatisfies(let condition, let closest, let tried):
      return
        "no variant of this preset satisfies '\(condition.text)' (\(tried) tried); in the closest, \(closest.reason)"
    }
  }
}
