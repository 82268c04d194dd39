import Color
import Composition
import Parameters
import Studio

/// What distinguishes variants at a glance, cheap enough to know for hundreds: structure, artwork, colour, type.
struct Features: Sendable {
  let layout: String
  let art: String
  let pair: String
  let colors: [OKLab]
  /// Positions 0...1 of the layout's and the artwork's own parameters.
  let structure: [Double]

  init?(_ variant: Variant, _ preset: Preset) {
    guard let design = try? Design(variant), let palette = try? design.palette(preset) else { return nil }
    layout = variant.component(variant.families[0])
    art = variant.isBoard ? Self.scheme(variant) : variant.component(.generator)
    pair = variant.component(.type)
    colors = [palette.background, palette.inks[0], palette.accent].map { OKLab($0) }
    structure = (variant.isBoard ? [Family.board] : [.layout, .generator]).flatMap { family -> [Double] in
      let entry = Catalog.entry(variant.component(family), in: family)
      return entry?.parameters.map { declaration in
        variant["\(family.group).\(declaration.name)"].map { declaration.domain.position(of: $0) } ?? 0.5
      } ?? []
    }
  }

  /// What a board shows before its layout: the room's view and the large materials.
  private static func scheme(_ variant: Variant) -> String {
    ["board.camera", "board.ground", "finish.filter", "material.floor", "material.wall", "material.textile"]
      .compactMap { variant[$0]?.description }.joined(separator: " ")
  }

  /// 0 for equal, about 1 for variants that share nothing. Structure weighs most: it is what people see first.
  func distance(to other: Features) -> Double {
    let color =
      zip(zip(colors, other.colors), [1.0, 0.5, 0.5]).reduce(0) {
        $0 + $1.1 * min(1, $1.0.0.distance(to: $1.0.1) * 1.6)
      } / 2
    var distance = 0.25 * color + (pair == other.pair ? 0 : 0.13)
    distance += layout == other.layout ? 0 : 0.32
    distance += art == other.art ? 0 : 0.3
    if layout == other.layout && art == other.art && !structure.isEmpty {
      let sum = zip(structure, other.structure).reduce(0) { $0 + abs($1.0 - $1.1) }
      distance += 0.2 * sum / Double(structure.count)
    }
    return distance
  }
}

/// Puts a pool in order so that any beginning of it is as different within itself as the pool allows.
///
/// Greedy farthest-point selection (Gonzalez 1985) with a balance term: what has been chosen often for its share of
/// the pool counts as nearer. O(pool x chosen); ties go to the earlier candidate.
struct DiverseOrder {
  private let pool: [Features?]
  private var nearest: [Double]
  private var used: [Bool]
  private var layouts: Tally
  private var arts: Tally
  private var pairs: Tally

  init(_ pool: [Features?]) {
    self.pool = pool
    nearest = [Double](repeating: 1, count: pool.count)
    used = pool.map { $0 == nil }
    layouts = Tally(pool.map { $0?.layout })
    arts = Tally(pool.map { $0?.art })
    pairs = Tally(pool.map { $0?.pair })
  }

  /// The pool index of the next candidate, or nil when all are taken.
  mutating func next() -> Int? {
    var best: (index: Int, value: Double)?
    for index in pool.indices where !used[index] {
      let value =
        nearest[index] - 0.06 * layouts.load(index) - 0.06 * arts.load(index) - 0.02 * pairs.load(index)
      if value > best?.value ?? -.infinity { best = (index, value) }
    }
    guard let best, let chosen = pool[best.index] else { return nil }
    used[best.index] = true
    layouts.take(best.index)
    arts.take(best.index)
    pairs.take(best.index)
    for index in pool.indices where !used[index] {
      nearest[index] = min(nearest[index], pool[index]!.distance(to: chosen))
    }
    return best.index
  }

  /// How often each name has been chosen, for its share of the pool.
  private struct Tally {
    /// The name of each candidate as a number.
    private let code: [Int]
    private var chosen: [Double]
    private let share: [Double]

    init(_ names: [String?]) {
      var known: [String] = []
      code = names.map { name in
        guard let name else { return 0 }
        if let index = known.firstIndex(of: name) { return index }
        known.append(name)
        return known.count - 1
      }
      var counts = [Double](repeating: 0, count: max(known.count, 1))
      for index in code { counts[index] += 1 }
      let even = Double(names.count) / Double(counts.count)
      share = counts.map { $0 / even }
      chosen = [Double](repeating: 0, count: counts.count)
    }

    func load(_ index: Int) -> Double { chosen[code[index]] / max(share[code[index]], 0.05) }
    mutating func take(_ index: Int) { chosen[code[index]] += 1 }
  }
}
