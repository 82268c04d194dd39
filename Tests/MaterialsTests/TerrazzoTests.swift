import Parameters
import Testing

@testable import Materials

@Suite struct TerrazzoTests {
  private let chips = TerrazzoChips(
    side: 60, sizes: [(7...10, 12), (3...5, 80), (1...2, 300)], gap: 0.3,
    stream: SeedStream(seed: 3, path: "chips"))

  /// The buckets forget no chip that matters: looking through all of them finds the same.
  @Test func bucketsFindTheNearest() {
    var stream = SeedStream(seed: 4, path: "places")
    for _ in 0..<300 {
      let (x, y) = (Float(stream.unit()) * 60, Float(stream.unit()) * 60)
      var (best, bits) = (Float.infinity, UInt32(0))
      for chip in chips.chips {
        let dx = abs(chip.x - x), dy = abs(chip.y - y)
        let (ex, ey) = (min(dx, 60 - dx), min(dy, 60 - dy))
        let power = ex * ex + ey * ey - chip.radius * chip.radius
        if power < best { (best, bits) = (power, chip.bits) }
      }
      let hit = chips.hit(x, y)
      if hit.depth > -1 { #expect(hit.bits == bits) }
    }
  }

  @Test func chipsAreOfThreeSizesAndStandApart() {
    let radii = chips.chips.map(\.radius)
    #expect(radii.contains { $0 >= 7 } && radii.contains { $0 >= 3 && $0 <= 5 } && radii.contains { $0 <= 2 })
    for (i, a) in chips.chips.enumerated() {
      for b in chips.chips.prefix(i) {
        let dx = abs(a.x - b.x), dy = abs(a.y - b.y)
        let (ex, ey) = (min(dx, 60 - dx), min(dy, 60 - dy))
        #expect((ex * ex + ey * ey).squareRoot() > (a.radius + b.radius) * 0.96)
      }
    }
  }

  /// A line between two places of one chip never leaves it.
  @Test func chipsAreConvex() {
    var stream = SeedStream(seed: 5, path: "lines")
    var checked = 0
    for _ in 0..<4000 where checked < 200 {
      let (x, y) = (Float(stream.uniform(in: 5...55)), Float(stream.uniform(in: 5...55)))
      let (u, v) = (x + Float(stream.uniform(in: -4...4)), y + Float(stream.uniform(in: -4...4)))
      let (a, b) = (chips.hit(x, y), chips.hit(u, v))
      guard a.depth > 0.05, b.depth > 0.05, a.bits == b.bits else { continue }
      checked += 1
      let middle = chips.hit((x + u) / 2, (y + v) / 2)
      #expect(middle.bits == a.bits && middle.depth > 0)
    }
    #expect(checked > 50)
  }
}
