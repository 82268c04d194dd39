import Canvas
import Elementary
import Foundation
import Testing

@testable import Parameters
@testable import Studio
@testable import Variation

@Suite struct BradleyTerryTests {
  private let items: [[Double]] = [[1, 0.2], [0.3, -0.5], [-0.8, 0.4], [0.1, 0.9]]
  private let comparisons = [(better: 0, worse: 2), (0, 1), (3, 1), (0, 3), (3, 2)]

  /// Worth of every weight pair: the log-likelihood less half the ridge.
  private func objective(_ w: [Double], ridge: Double, offsets: [Double]) -> Double {
    func worth(_ i: Int) -> Double { offsets[i] + zip(w, items[i]).reduce(0) { $0 + $1.0 * $1.1 } }
    return comparisons.reduce(-ridge / 2 * w.reduce(0) { $0 + $1 * $1 }) {
      $0 - Exact.log(1 + Exact.exp(worth($1.1) - worth($1.0)))
    }
  }

  @Test(arguments: [0.3, 3.0])
  func theWeightsAreTheBest(ridge: Double) {
    let offsets = [0, 0.2, -0.1, 0]
    let model = BradleyTerry(items, offsets: offsets, comparisons: comparisons, ridge: ridge)
    let best = objective(model.weights, ridge: ridge, offsets: offsets)
    for step in [[0.01, 0], [-0.01, 0], [0, 0.01], [0, -0.01]] {
      let moved = zip(model.weights, step).map(+)
      #expect(objective(moved, ridge: ridge, offsets: offsets) < best)
    }
    let worth = model.worth([0.5, 0.5]).mean
    #expect(abs(worth - (model.weights[0] + model.weights[1]) / 2) < 1e-9)
  }

  @Test func knowledgeTakesDoubtAway() {
    let model = BradleyTerry(items, offsets: [0, 0, 0, 0], comparisons: comparisons, ridge: 1)
    // The prior's deviation is the length of the features; what was compared is known better.
    #expect(model.worth([1, 0.2]).deviation < 1.02)
    // The same from Laplace's approximation over the weights: the inverse of their curvature.
    let w = model.weights
    var h = [[1.0, 0], [0, 1]]
    for (a, b) in comparisons {
      let d = zip(items[a], items[b]).map { $0 - $1 }
      let p = 1 / (1 + Exact.exp(d[0] * w[0] + d[1] * w[1]))
      for i in 0..<2 { for j in 0..<2 { h[i][j] += p * (1 - p) * d[i] * d[j] } }
    }
    let det = h[0][0] * h[1][1] - h[0][1] * h[1][0]
    let x = [0.4, -0.7]
    let variance = (h[1][1] * x[0] * x[0] - 2 * h[0][1] * x[0] * x[1] + h[0][0] * x[1] * x[1]) / det
    #expect(abs(model.worth(x).deviation - variance.squareRoot()) < 1e-9)
  }

  @Test func matricesAreSolved() {
    let matrix = SquareMatrix(size: 3) { [[0, 2, 1], [1, -1, 0], [3, 0, 4]][$0][$1] }
    let solved = matrix.solving([[7, 1], [-1, 0], [15, 2]]).map { $0[0] }
    #expect(zip(matrix.times(solved), [7, -1, 15]).allSatisfy { abs($0 - $1) < 1e-12 })
  }
}

@Suite struct ProfileTests {
  private let pool = proxies(40)

  private func profile(_ worth: (Proxy) -> Int) -> Profile {
    let tiles = pool.prefix(16).map { Profile.Tile($0.variant, worth: worth($0)) }
    return Profile(preset: "Blue Hour", rounds: [Profile.Round(sheet: "a.png", tiles: tiles)])
  }

  @Test func whatWasLikedIsPromised() {
    let light = Look.allCases.firstIndex(of: .light)!
    let middle = pool.map { $0.looks[light] }.sorted()[20]
    let profile = profile { $0.looks[light] > middle ? 4 : -1 }
    var choice = TasteChoice(profile, known: Array(pool.prefix(16)), pool: pool, space: preset().space)
    var taken: [(index: Int, lineage: Lineage)] = []
    while taken.count < 12, let next = choice.next() { taken.append(next) }
    #expect(taken.allSatisfy { $0.index >= 16 }, "nothing that was seen")
    #expect(Set(taken.map(\.index)).count == taken.count)
    let manners = taken.map(\.lineage.manner)
    #expect(Array(manners.prefix(6)) == [.guess, .uncertain, .new, .guess, .uncertain, .new])
    let guesses = taken.filter { $0.lineage.manner == .guess }.map { pool[$0.index].looks[light] }
    #expect(guesses.prefix(3).allSatisfy { $0 > middle })
    let taste = Taste(
      profile, seen: [profile.rounds[0].tiles.enumerated().map { (pool[$0], $1.worth) }], others: pool,
      in: preset().space)
    #expect(taste.leans[light] > 0.6)
  }

  @Test func withoutARoundAllIsNew() {
    var choice = TasteChoice(Profile(preset: "x"), known: [], pool: pool, space: preset().space)
    for _ in 0..<5 { #expect(choice.next()?.lineage.manner == .new) }
  }

  @Test func leaningsCount() {
    func first(_ leaning: String) -> Proxy {
      let profile = Profile(preset: "x", leanings: [.init(leaning, 2)])
      var choice = TasteChoice(profile, known: [], pool: pool, space: preset().space)
      return pool[choice.next()!.index]
    }
    let light = Look.allCases.firstIndex(of: .light)!
    #expect(first("light").looks[light] > first("dark").looks[light])
    #expect(first("layout.kind=swiss").variant.component(.layout) == "swiss")
  }

  @Test func theSameSheetAgainReplacesItsRound() {
    var profile = profile { _ in 4 }
    let round = profile.rounds[0]
    profile.take(Profile.Round(sheet: "b.png", tiles: round.tiles.map { .init($0.variant, worth: -1) }))
    #expect(profile.rounds.map(\.sheet) == ["b.png"])
    profile.take(Profile.Round(sheet: "c.png", tiles: round.tiles.map { .init($0.variant, worth: 0) }))
    #expect(profile.rounds.isEmpty, "no decision, no round")
  }
}
