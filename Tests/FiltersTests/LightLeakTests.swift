import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

private func leak(_ strength: Double, size: Double = 0.5, warmth: Double = 0.5) -> LightLeak {
  configured(
    LightLeak.self, ["strength": .number(strength), "size": .number(size), "warmth": .number(warmth)])
}

@Suite struct LightLeakTests {
  @Test func manners() { checkManners(LightLeak()) }

  @Test func noneIsNone() {
    #expect(differences(filtered(leak(0), photo(20, 20)), photo(20, 20)) == 0)
  }

  @Test func lightIsOnlyAdded() {
    let (before, after) = (photo(60, 40), filtered(leak(1, size: 1), photo(60, 40)))
    for shift in [0, 8, 16] {
      // Less one code of dither.
      #expect(zip(channel(after, shift), channel(before, shift)).allSatisfy { $0 >= $1 - 1 })
    }
    #expect(channel(after, 16).max()! > 240)
  }

  @Test func itComesInFromOneEdgeAndStaysThere() {
    for seed in 0..<12 {
      let context = FilterContext(
        pixelsPerMillimetre: 1, stream: SeedStream(seed: UInt64(seed), path: "leak"))
      let red = channel(filtered(leak(0.6), flat(0x101010, 60, 60), context), 16)
      let middle = red[30 * 60 + 30]
      #expect(middle < 110 && red.max()! > 200, "\(seed): \(middle)")
      let brightest = red.firstIndex(of: red.max()!)!
      let (x, y) = (brightest % 60, brightest / 60)
      #expect(min(x, y, 59 - x, 59 - y) < 3)
    }
  }

  @Test func theGlowRunsFromRedToYellow() {
    let result = filtered(leak(0.8), flat(0x000000, 80, 80))
    let (red, green, blue) = (channel(result, 16), channel(result, 8), channel(result, 0))
    for i in red.indices {
      #expect(red[i] >= green[i] - 1 && green[i] >= blue[i] - 1)
      if red[i] > 60 && red[i] < 90 { #expect(green[i] < 0.6 * red[i]) }
      if red[i] > 238 { #expect(green[i] > 0.6 * red[i]) }
    }
    #expect(red.contains { $0 > 60 && $0 < 90 } && red.contains { $0 > 238 })
  }

  @Test func sizesAreTheFormats() {
    let small = channel(filtered(leak(1), flat(0x202020, 30, 20)), 16)
    let large = channel(filtered(leak(1), flat(0x202020, 120, 80)), 16)
    let reduced = boxReduced(large, width: 120, by: 4)
    #expect(zip(small, reduced).allSatisfy { abs($0 - $1) < 6 })
  }
}
