import Parameters
import Studio

/// A plan that follows a profile: a third what it promises to be liked most, a third what would teach it most, a third
/// unlike anything seen; in turns, so that any beginning holds all three.
public struct ProfilePlan: Sendable {
  let profile: Profile
  let locks: Locks
  /// How many draws the tiles are chosen from.
  var poolSize = 1024

  public init(_ profile: Profile, locks: Locks = .none) { (self.profile, self.locks) = (profile, locks) }

  /// `count` tiles, each with its reason; nothing that the profile has seen.
  public func run(
    _ preset: Preset, count: Int, seed: UInt64, in workshop: Workshop
  ) throws(PlanError) -> Planned {
    let sampler = Sampler(preset.space, seed: seed, plan: .sobol, locks: locks)
    let seen = Set(profile.rounds.flatMap { $0.tiles.map(\.variant.id) })
    // Boards hold a whole room's view and take longer to look at than all of a poster.
    let poolSize = preset.brief == nil ? poolSize : poolSize / 8
    // Every round draws further along the sequence.
    let start = profile.rounds.count * poolSize
    let variants = (start..<start + max(poolSize, count * 4)).map { sampler.variant(at: UInt32($0)) }
    var tally = ReasonTally()
    let pool = try Self.proxies(variants.filter { !seen.contains($0.id) }, preset, workshop, &tally)
    let known = try Self.proxies(profile.rounds.flatMap { $0.tiles.map(\.variant) }, preset, workshop, &tally)
    var choice = TasteChoice(profile, known: known, pool: pool, space: preset.space)
    var proposals: [Proposal] = []
    while proposals.count < 2 * count, let next = choice.next() {
      proposals.append(Proposal(pool[next.index], lineage: next.lineage))
    }
    proposals.reverse()
    var planned = try Planner(preset, seed: seed, plan: .diverse)
      .fill(count, in: workshop, &tally) { _ in proposals.popLast() }
    planned.seen = variants.count
    return planned
  }

  private static func proxies(
    _ variants: [Variant], _ preset: Preset, _ workshop: Workshop, _ tally: inout ReasonTally
  ) throws(PlanError) -> [Proxy] {
    let results = workshop.map(variants.count) { index, typesetter in
      Proxy.make(variants[index], preset, typesetter)
    }
    var proxies: [Proxy] = []
    for result in results {
      switch result {
      case .success(let proxy): proxies.append(proxy)
      case .failure(let rejection): try tally.add(rejection)
      }
    }
    return proxies
  }
}

/// Takes from a pool in turns: best guess, uncertain, new.
package struct TasteChoice {
  private let pool: [Proxy]
  private let taste: Taste?
  private let known: [Proxy]
  private var selection: Selection
  /// What is left, the most promising last.
  private var guesses: [Int]
  private var doubts: [Int]
  private var turn = 0

  /// An optimist's bonus on what is not known, in deviations.
  private static let optimism = 1.0

  package init(_ profile: Profile, known: [Proxy], pool: [Proxy], space: Space) {
    (self.pool, self.known) = (pool, known)
    let rounds = profile.rounds.map { round in
      round.tiles.compactMap { tile in
        known.first { $0.variant == tile.variant }.map { (proxy: $0, worth: tile.worth) }
      }
    }
    selection = Selection(pool, .standard, after: known)
    guard !rounds.isEmpty || !profile.leanings.isEmpty else {
      (taste, guesses, doubts) = (nil, [], [])
      return
    }
    let taste = Taste(profile, seen: rounds, others: pool, in: space)
    let worths = pool.map(taste.worth)
    func order(_ value: (Int) -> Double) -> [Int] {
      let values = pool.indices.map(value)
      return pool.indices.sorted { (values[$0], $1) < (values[$1], $0) }
    }
    guesses = order { worths[$0].mean }
    doubts = order { worths[$0].mean + Self.optimism * worths[$0].deviation }
    self.taste = taste
  }

  package mutating func next() -> (index: Int, lineage: Lineage)? {
    defer { turn += 1 }
    guard let taste, turn % 3 != 2 else {
      return selection.next().map { ($0, Lineage(.new, reasons: ["unlike what was seen"])) }
    }
    let isGuess = turn % 3 == 0
    guard let index = isGuess ? popLast(&guesses) : popLast(&doubts) else { return nil }
    selection.take(index)
    let proxy = pool[index]
    return isGuess
      ? (index, Lineage(.guess, reasons: taste.reasons(proxy)))
      : (index, Lineage(.uncertain, reasons: rarest(proxy)))
  }

  /// The last that nothing chosen looks like.
  private func popLast(_ order: inout [Int]) -> Int? {
    while let index = order.popLast() { if selection.offers(index) { return index } }
    return nil
  }

  /// The components of a proxy that were seen least.
  private func rarest(_ proxy: Proxy) -> [String] {
    let families: [Family] = [.layout, .generator, .palette, .type]
    let counts = families.map { family in
      known.count { $0.variant.component(family) == proxy.variant.component(family) }
    }
    return families.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }.prefix(2).map {
      "few \(proxy.variant.component(families[$0]))"
    }
  }
}

extension Profile {
  /// What the profile says, in words, with how sure it is of each: the strongest first.
  public func words(_ preset: Preset, in workshop: Workshop) throws(PlanError) -> [(
    word: String, strength: Double
  )] {
    var tally = ReasonTally()
    let known = try ProfilePlan.seen(self, preset, workshop, &tally)
    let taste = Taste(self, seen: known, others: [], in: preset.space)
    return taste.leans.indices.filter { abs(taste.leans[$0]) >= 0.35 }
      .sorted { (abs(taste.leans[$0]), $1) > (abs(taste.leans[$1]), $0) }
      .prefix(12).map {
        (Taste.word(taste.features.names[$0], isMore: taste.leans[$0] > 0), abs(taste.leans[$0]))
      }
  }
}

extension ProfilePlan {
  fileprivate static func seen(
    _ profile: Profile, _ preset: Preset, _ workshop: Workshop, _ tally: inout ReasonTally
  ) throws(PlanError) -> [[(proxy: Proxy, worth: Int)]] {
    let known = try proxies(profile.rounds.flatMap { $0.tiles.map(\.variant) }, preset, workshop, &tally)
    return profile.rounds.map { round in
      round.tiles.compactMap { tile in
        known.first { $0.variant == tile.variant }.map { (proxy: $0, worth: tile.worth) }
      }
    }
  }
}
