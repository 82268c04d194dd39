import ImageFiles
import Parameters
import Studio
import Variation

extension Task {
  static let taste = Task(
    name: "taste", usage: "[USERS]",
    summary:
      "how many sheets of 24 a profile needs to find what a simulated user loves, against random ones (50)",
    run: { words in
      let users = try rounds(words, default: 50)
      let bank = try Bank(size: 8192)
      note("\(bank.shown.count) designs may be shown, \(bank.heldOut.count) say what is good")
      let found = Workshop(jobs: Workshop.cores).map(users) { user, _ in
        let taste = bank.taste(of: user)
        let sheets = (learned: bank.sheetsWithProfile(taste, user), random: bank.sheetsAtRandom(taste, user))
        note("user \(user + 1): \(sheets.learned) with a profile, \(sheets.random) at random")
        return sheets
      }
      var (learned, random) = (Sample(), Sample())
      for sheets in found {
        learned.add(Double(sheets.learned))
        random.add(Double(sheets.random))
      }
      print("sheets of 24 until one tile lies in the best 5 % of the range of worth among held-out designs")
      print("\(users) users with linear tastes: profile \(learned.median), random \(random.median) (medians)")
      return 0
    })
}

/// Designs of one preset that users may be shown, and others that only say what is good.
private struct Bank: Sendable {
  let preset: Preset
  let shown: [Proxy]
  let heldOut: [Proxy]

  static let sheet = 24
  /// Nobody marks more sheets than that; who has found nothing by then counts as one more.
  static let mostMarked = 12
  static let mostSheets = 60
  static let pool = 1024

  init(size: Int) throws {
    preset = try DemoSheet.preset()
    let workshop = Workshop(jobs: Workshop.cores)
    let sampler = Sampler(preset.space, seed: 7, plan: .random)
    let proxies = workshop.map(size) { [preset] index, typesetter in
      try? Proxy.make(sampler.variant(at: UInt32(index)), preset, typesetter).get()
    }.compactMap { $0 }
    heldOut = Array(proxies.prefix(2048))
    shown = Array(proxies.dropFirst(2048))
  }

  /// What a user wants of each number of a descriptor, and from which worth on they are happy.
  struct User: Sendable {
    let weights: [Double]
    let happy: Double

    func worth(_ proxy: Proxy) -> Double {
      zip(weights, proxy.descriptor.values).reduce(0) { $0 + $1.0 * Double($1.1) }
    }
  }

  func taste(of number: Int) -> User {
    var stream = SeedStream(seed: 11, path: "user", variant: UInt64(number))
    let user = User(weights: (0..<Descriptor.count).map { _ in stream.normal() }, happy: 0)
    let worths = heldOut.map(user.worth)
    let (low, high) = (worths.min()!, worths.max()!)
    return User(weights: user.weights, happy: high - 0.05 * (high - low))
  }

  func sheetsAtRandom(_ user: User, _ number: Int) -> Int {
    var stream = SeedStream(seed: 12, path: "random", variant: UInt64(number))
    for sheet in 1...Self.mostSheets
    where (0..<Self.sheet).contains(where: { _ in user.worth(stream.pick(shown)) >= user.happy }) {
      return sheet
    }
    return Self.mostSheets
  }

  /// The user picks the three best of every sheet, gives the first five stars, and rejects the three worst.
  func sheetsWithProfile(_ user: User, _ number: Int) -> Int {
    var profile = Profile(preset: preset.name)
    var known: [Proxy] = []
    var stream = SeedStream(seed: 13, path: "profile", variant: UInt64(number))
    for sheet in 1...Self.mostMarked {
      let pool = (0..<Self.pool).map { _ in stream.pick(shown) }
      var choice = TasteChoice(profile, known: known, pool: pool, space: preset.space)
      let tiles = (0..<Self.sheet).compactMap { _ in choice.next() }.map { pool[$0.index] }
      if tiles.contains(where: { user.worth($0) >= user.happy }) { return sheet }
      let order = tiles.indices.sorted { user.worth(tiles[$0]) > user.worth(tiles[$1]) }
      profile.take(
        Profile.Round(
          sheet: "\(sheet)",
          tiles: tiles.indices.map { i in
            let rank = order.firstIndex(of: i)!
            let worth = rank == 0 ? 5 : rank < 3 ? 4 : rank >= tiles.count - 3 ? -1 : 0
            return Profile.Tile(tiles[i].variant, worth: worth)
          }))
      known += tiles
    }
    return Self.mostMarked + 1
  }
}
