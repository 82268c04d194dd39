import Parameters
import Testing

@Suite struct SeedStreamTests {
  private var stream = SeedStream(seed: 11, path: "test")

  @Test mutating func numbersNeverMove() {
    #expect(
      (0..<5).map { _ in stream.bits() }
        == [1_725_674_848, 3_831_908_637, 3_256_771_226, 1_015_118_472, 4_231_599_573])
  }

  @Test mutating func copiesGoOnAlike() {
    _ = stream.bits()
    var copy = stream
    #expect(copy == stream)
    #expect((0..<9).map { _ in copy.bits() } == (0..<9).map { _ in stream.bits() })
    #expect(copy == stream && copy.drawn == 10)
    _ = copy.bits()
    #expect(copy != stream)
  }

  @Test mutating func childrenAreNamedByPathAndTakeNothing() {
    let before = stream
    var child = stream.child("a")
    #expect(stream == before)
    #expect(child == SeedStream(seed: 11, path: "test/a"))
    _ = stream.bits()
    #expect(stream.child("a") == child)
    #expect(child.bits() != stream.child("b").bitsOnce())
    #expect(SeedStream(seed: 1, path: "x", variant: 5).child("y").variant == 5)
  }

  @Test func variantsDiffer() {
    let first = (0..<2000).map { SeedStream(seed: 3, path: "p", variant: $0).bitsOnce() }
    #expect(Set(first).count > 1995)
    #expect(SeedStream(seed: 3, path: "p").forVariant(7) == SeedStream(seed: 3, path: "p", variant: 7))
  }

  @Test mutating func unitNumbersAreEven() {
    var counts = [Int](repeating: 0, count: 16)
    for _ in 0..<160_000 { counts[Int(stream.unit() * 16)] += 1 }
    let chiSquare = counts.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000 }
    #expect(chiSquare < 37.7)  // 15 degrees of freedom, one chance in a thousand
  }

  @Test mutating func integersAreEvenAndInRange() {
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[stream.integer(in: -3...3) + 3] += 1 }
    #expect(counts.allSatisfy { (9600...10_400).contains($0) })
    #expect(stream.integer(in: 5...5) == 5)
    for _ in 0..<100 {
      _ = stream.integer(in: Int.min...Int.max)
      #expect(stream.integer(in: Int.min...0) <= 0)
      #expect(stream.integer(in: (Int.max - 1)...Int.max) >= Int.max - 1)
    }
  }

  @Test mutating func uniformStaysInRange() {
    for _ in 0..<10_000 {
      #expect((0.1...0.3).contains(stream.uniform(in: 0.1...0.3)))
      #expect((-1e308...1e308).contains(stream.uniform(in: -1e308...1e308)))
    }
    #expect(stream.uniform(in: 2...2) == 2)
  }

  @Test mutating func normalHasItsMoments() {
    let numbers = (0..<100_000).map { _ in stream.normal() }
    let mean = numbers.reduce(0, +) / 1e5
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1e5
    let fourth = numbers.reduce(0) { $0 + $1 * $1 * $1 * $1 } / 1e5
    #expect(mean.magnitude < 0.012 && (variance - 1).magnitude < 0.02 && (fourth - 3).magnitude < 0.15)
  }

  @Test mutating func chanceHoldsItsEnds() {
    let hits = (0..<10_000).filter { _ in stream.chance(0.25) }.count
    #expect((2300...2700).contains(hits))
    #expect(!stream.chance(0) && stream.chance(1))
  }

  @Test mutating func shufflesReachEveryOrderEvenly() {
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[stream.shuffled([0, 1, 2, 3]), default: 0] += 1 }
    #expect(counts.count == 24 && counts.values.allSatisfy { (850...1150).contains($0) })
    #expect(stream.shuffled([Int]()).isEmpty && ["a", "b"].contains(stream.pick(["a", "b"])))
  }
}

extension SeedStream {
  fileprivate func bitsOnce() -> UInt32 {
    var copy = self
    return copy.bits()
  }
}

@Suite struct AliasTableTests {
  @Test func refusesBadWeights() {
    for weights in [[], [0, 0], [1, -1], [1, .nan], [1, .infinity], [.nan]] as [[Double]] {
      #expect(AliasTable(weights: weights) == nil)
    }
  }

  @Test(arguments: [[3, 1, 1], [1], [0, 1, 0], [0.1, 0.2, 0.3, 0.4], [1e308, 1e308], [1e-300, 3e-300]])
  func sharesFollowTheWeights(weights: [Double]) throws {
    let table = try #require(AliasTable(weights: weights))
    var counts = [Double](repeating: 0, count: weights.count)
    for step in 0..<60_000 { counts[table.index(at: (Double(step) + 0.5) / 60_000)] += 1 }
    let total = weights.reduce(0) { $0 + $1 / weights.max()! }
    for (count, weight) in zip(counts, weights) {
      #expect((count / 60_000 - weight / weights.max()! / total).magnitude < 1e-3)
    }
    #expect(weights[table.index(at: 0)] > 0 && weights[table.index(at: 1 - 0x1p-53)] > 0)
  }

  @Test func nothingOfWeightZeroIsEverChosen() {
    var stream = SeedStream(seed: 1, path: "weights")
    for _ in 0..<300 {
      let weights = (0..<stream.integer(in: 2...12)).map { _ in stream.chance(0.4) ? 0 : stream.unit() }
      guard let table = AliasTable(weights: weights) else { continue }
      for _ in 0..<300 { #expect(weights[table.index(at: stream.unit())] > 0) }
    }
  }
}
