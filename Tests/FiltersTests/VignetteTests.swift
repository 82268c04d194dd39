import Color
import Parameters
import Raster
import Testing

@testable import Filters

private func vignette(_ strength: Double, clear: Double = 0, warmth: Double = 0) -> Vignette {
  configured(
    Vignette.self, ["strength": .number(strength), "clear": .number(clear), "warmth": .number(warmth)])
}

@Suite struct VignetteTests {
  @Test func manners() { checkManners(Vignette()) }

  @Test func cornersLoseTwoStopsAtMost() {
    let result = filtered(vignette(1), flat(0xc0c0c0, 201, 101))
    let light = channel(result, 8).map { decodeSRGB($0 / 255) }
    let full = decodeSRGB(Double(0xc0) / 255)
    #expect(abs(light[0] / full - 0.25) < 0.02)
    #expect(abs(light[50 * 201 + 100] / full - 1) < 0.01)
    // The same fall at the end of either axis: the ellipse is the format's.
    #expect(abs(light[50 * 201] - light[100]) < 0.02)
    // r² is 1/2 there: 1 / 1.5².
    #expect(abs(light[100] / full - 1 / 2.25) < 0.02)
  }

  @Test func fallIsEvenOnAllSides() {
    let result = channel(filtered(vignette(0.7), flat(0x808080, 40, 30)), 8)
    for y in 0..<30 {
      for x in 0..<40 { #expect(abs(result[y * 40 + x] - result[(29 - y) * 40 + 39 - x]) <= 1) }
    }
  }

  @Test func clearMiddleAndWarmEdges() {
    let wide = channel(filtered(vignette(0.8, clear: 1), flat(0x808080, 40, 40)), 8)
    let plain = channel(filtered(vignette(0.8), flat(0x808080, 40, 40)), 8)
    #expect(wide[20 * 40 + 4] > plain[20 * 40 + 4] + 5 && abs(wide[0] - plain[0]) <= 8)
    let warm = filtered(vignette(0.8, warmth: 1), flat(0x808080, 40, 40))
    #expect(channel(warm, 16)[0] > channel(warm, 0)[0] + 8)
  }

  @Test func noneIsNone() {
    #expect(differences(filtered(vignette(0), photo(20, 20)), photo(20, 20)) == 0)
  }
}
