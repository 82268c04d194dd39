import Canvas
import Composition
import Parameters
import Raster
import Testing

@testable import Studio
@testable import Variation

/// Proxies of the first draws of a preset.
func proxies(_ count: Int, plan: Plan = .sobol) -> [Proxy] {
  let (preset, typesetter) = (preset(), Typesetter())
  let sampler = Sampler(preset.space, seed: 1, plan: plan)
  return (0..<UInt32(count)).compactMap { try? Proxy.make(sampler.variant(at: $0), preset, typesetter).get() }
}

private let pool = proxies(60)

@Suite struct SelectionTests {
  private func order(_ variety: Variety, of pool: [Proxy] = pool) -> [Int] {
    var selection = Selection(pool, variety)
    var taken: [Int] = []
    while let next = selection.next() { taken.append(next) }
    return taken
  }

  private func least(_ indices: some Collection<Int>) -> Float {
    let (list, metric) = (Array(indices), Metric(Variety.usual))
    return list.indices.flatMap { i in
      list[..<i].map { metric.distance(pool[$0].descriptor, pool[list[i]].descriptor) }
    }.min()!
  }

  @Test func anyBeginningIsMoreDifferentThanThePool() throws {
    let order = order(try Variety(percent: 100))
    #expect(Set(order).count == order.count && order.count > 40)
    for count in [4, 8, 12] {
      #expect(least(order.prefix(count)) > 1.05 * least(0..<count), "\(count)")
      #expect(least(order.prefix(count)) >= least(order.prefix(count + 1)))
    }
  }

  @Test func theOracleAgrees() throws {
    // Farthest-point selection written as it is defined.
    let metric = Metric(Variety.usual)
    var chosen: [Int] = []
    for _ in 0..<8 {
      let left = pool.indices.filter { i in
        !chosen.contains(i) && !chosen.contains { pool[i].likeness.isNear(pool[$0].likeness, .atAGlance) }
      }
      func worth(_ i: Int) -> Float {
        let distance = chosen.map { metric.distance(pool[i].descriptor, pool[$0].descriptor) }.min() ?? 1
        return 0.7 * distance + 0.3 * pool[i].quality
      }
      chosen.append(left.reduce(left[0]) { worth($1) > worth($0) + 1e-5 ? $1 : $0 })
    }
    #expect(Array(order(.standard).prefix(8)) == chosen)
  }

  @Test func varietyTradesDifferenceForQuality() throws {
    func quality(_ percent: Int) throws -> Float {
      try order(Variety(percent: percent)).prefix(12).reduce(0) { $0 + pool[$1].quality }
    }
    #expect(try quality(0) > quality(50) && quality(50) > quality(100))
    let best = try order(Variety(percent: 0))
    #expect(zip(best, best.dropFirst()).allSatisfy { pool[$0].quality >= pool[$1].quality })
  }

  @Test func weightsSayWhatCounts() throws {
    let aspects = ["layout=1,palette=0,art=0,type=0,finish=0", "layout=0,palette=1,art=0,type=0,finish=0"]
    let first = try aspects.map { try order(Variety(percent: 100, weights: $0)).prefix(8) }
    for (i, text) in aspects.enumerated() {
      let metric = Metric(try Variety(weights: text).weights)
      func spread(_ indices: ArraySlice<Int>) -> Float {
        indices.flatMap { a in indices.map { metric.distance(pool[a].descriptor, pool[$0].descriptor) } }
          .filter { $0 > 0 }.min() ?? 0
      }
      #expect(spread(first[i]) > spread(first[1 - i]), "\(text)")
    }
  }

  @Test(arguments: ["layout", "layout=", "layout=x", "layout=-1", "colours=1", "layout=1=2", "layout=101"])
  func wrongWeightsAreRefused(text: String) {
    let error = #expect(throws: SweepError.self) { try Variety(weights: text) }
    #expect(error?.description.contains("--weights") == true)
  }

  @Test func noWeightAtAllIsRefused() {
    #expect(throws: SweepError.self) { try Variety(weights: "layout=0,palette=0,art=0,type=0,finish=0") }
  }

  @Test func whatLooksTheSameIsLeftOutAndCounted() {
    var selection = Selection(pool + pool, .standard)
    var taken = 0
    while selection.next() != nil { taken += 1 }
    #expect(taken == order(.standard).count && taken + selection.duplicates == 2 * pool.count)
    var after = Selection(pool, .standard, leavingOut: .same, after: Array(pool.prefix(10)))
    var rest: [Int] = []
    while let next = after.next() { rest.append(next) }
    #expect(!rest.contains { $0 < 10 } && rest.count >= pool.count - 14)
  }

  @Test func proxiesDoNotDependOnTheThread() {
    let again = proxies(6)
    #expect(again.map(\.descriptor) == pool.prefix(6).map(\.descriptor))
    #expect(again.map(\.quality) == pool.prefix(6).map(\.quality))
  }
}

@Suite struct LikenessTests {
  private func picture(_ color: (Int, Int) -> UInt32) -> Thumbnail {
    Thumbnail(Bitmap(width: 34, height: 48, pixels: (0..<34 * 48).map { color($0 % 34, $0 / 34) }))
  }

  @Test func likePicturesAreNear() {
    let ramp = picture { x, y in 0xff00_0000 | UInt32(x * 7) << 16 | UInt32(y * 5) << 8 | 40 }
    let noisy = picture { x, y in
      0xff00_0000 | UInt32(x * 7 + (x * 31 + y * 17) % 8) << 16 | UInt32(y * 5) << 8 | 40
    }
    let turned = picture { x, y in 0xff00_0000 | UInt32(y * 5) << 16 | UInt32(x * 7) << 8 | 40 }
    let blue = picture { x, y in 0xff00_0000 | UInt32(x * 5) << 16 | UInt32(y * 4) << 8 | 240 }
    #expect(Likeness(ramp).isNear(Likeness(noisy), .atAGlance))
    #expect(Likeness(ramp).isNear(Likeness(ramp), .same) && !Likeness(ramp).isNear(Likeness(noisy), .same))
    #expect(!Likeness(ramp).isNear(Likeness(turned), .atAGlance))
    #expect(Likeness(ramp).colorDistance(to: Likeness(blue)) > 0.1)
  }

  @Test func thumbnailsSeeColourAndDirection() {
    let bars = picture { x, _ in x / 4 % 2 == 0 ? 0xffff_ffff : 0xff00_0000 }
    let steps = picture { _, y in y / 4 % 2 == 0 ? 0xffff_ffff : 0xff00_0000 }
    let (across, down) = (bars.gradients, steps.gradients)
    for cell in 0..<16 {
      #expect(across[cell * 8] > 0.3 && across[cell * 8 + 4] == 0)
      #expect(down[cell * 8] == 0 && down[cell * 8 + 4] > 0.3)
    }
    let squares = bars.histogram.reduce(0) { $0 + $1 * $1 }
    #expect(abs(squares - 1) < 1e-4, "shares sum to 1")
    #expect(picture { _, _ in 0xff00_0000 }.arrangement.allSatisfy { $0 == 0 })
  }
}
