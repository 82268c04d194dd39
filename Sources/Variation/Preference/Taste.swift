import Composition
import Parameters
import Studio

/// A profile understood: what it says of things that were not seen yet.
struct Taste: Sendable {
  let features: TasteFeatures
  private let model: BradleyTerry
  private let leanings: [(index: Int, strength: Double)]
  /// How each named feature goes with what was liked: correlations of -1...1.
  let leans: [Double]

  /// Worths spread by about this much before anything is learned: a best tile beats a mean one three times in four.
  private static let signal = 4.0

  /// Learns from the tiles of a profile's rounds, given as proxies, and standardises over them and `others`.
  init(_ profile: Profile, seen rounds: [[(proxy: Proxy, worth: Int)]], others: [Proxy], in space: Space) {
    let items = rounds.flatMap { $0 }
    features = TasteFeatures(space, over: items.map(\.proxy) + others)
    let vectors = items.map { [features] in features($0.proxy) }
    let named = items.map { [features] in features.named($0.proxy) }
    leanings = profile.leanings.compactMap { [features] in Self.place($0, in: features.names) }
    let offsets = named.map { [leanings] in Self.offset($0, leanings) }
    model = BradleyTerry(
      vectors, offsets: offsets, comparisons: Self.comparisons(rounds.map { $0.map(\.worth) }),
      ridge: 1 / Self.signal)
    let worths = zip(vectors, offsets).map { [model] in model.worth($0).mean + $1 }
    leans = features.names.indices.map { j in Self.correlation(worths, named.map { $0[j] }) }
  }

  /// How much a proxy would be liked, and how little is known of that.
  func worth(_ proxy: Proxy) -> (mean: Double, deviation: Double) {
    let (mean, deviation) = model.worth(features(proxy))
    return (mean + Self.offset(features.named(proxy), leanings), deviation)
  }

  /// What speaks most for a proxy, in words.
  func reasons(_ proxy: Proxy, count: Int = 3) -> [String] {
    let named = features.named(proxy)
    let shares = leans.indices.map { leans[$0] * max(-2, min(2, named[$0])) }
    return shares.indices.filter { shares[$0] > 0.1 }.sorted { (shares[$0], $1) > (shares[$1], $0) }
      .prefix(count).map { Self.word(features.names[$0], isMore: named[$0] > 0) }
  }

  /// In every round whatever was liked more beats whatever was liked less.
  private static func comparisons(_ rounds: [[Int]]) -> [(better: Int, worse: Int)] {
    var start = 0
    var pairs: [(Int, Int)] = []
    for worths in rounds {
      for (i, a) in worths.enumerated() {
        for (j, b) in worths.enumerated() where a > b { pairs.append((start + i, start + j)) }
      }
      start += worths.count
    }
    return pairs
  }

  private static func place(_ leaning: Profile.Leaning, in names: [String]) -> (index: Int, strength: Double)?
  {
    if let index = names.firstIndex(of: leaning.name) { return (index, leaning.strength) }
    guard let look = Look.allCases.firstIndex(where: { $0.opposite == leaning.name }) else { return nil }
    return (look, -leaning.strength)
  }

  private static func offset(_ named: [Double], _ leanings: [(index: Int, strength: Double)]) -> Double {
    leanings.reduce(0) { $0 + $1.strength * named[$1.index] }
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(max(1, a.count))
    let (p, q) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    let (sa, sb) = (
      a.reduce(0) { $0 + ($1 - p) * ($1 - p) }, b.reduce(0) { $0 + ($1 - q) * ($1 - q) }
    )
    guard sa > 1e-12, sb > 1e-12 else { return 0 }
    return zip(a, b).reduce(0) { $0 + ($1.0 - p) * ($1.1 - q) } / (sa * sb).squareRoot()
  }

  /// A feature in words: `calm`, `layout swiss`, `more art.density`.
  static func word(_ name: String, isMore: Bool) -> String {
    if let look = Look(rawValue: name) { return isMore ? name : look.opposite }
    guard let equals = name.firstIndex(of: "=") else { return (isMore ? "more " : "less ") + name }
    let group = name.prefix { $0 != "." }
    return "\(isMore ? "" : "no ")\(group) \(name[name.index(after: equals)...])"
  }
}
