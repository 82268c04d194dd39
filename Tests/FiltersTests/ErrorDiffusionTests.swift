import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

@Suite struct ErrorDiffusionTests {
  private let paper = PrintStock.white.paper([]).color

  @Test func weightsAreTheTablesAndAddUp() {
    for level in 0...255 {
      let part = DiffusionWeights.shares[level]
      #expect(abs(part.ahead + part.back + part.below - 1) < 1e-6)
      #expect(part.ahead >= 0 && part.back >= 0 && part.below >= 0)
    }
    // Key levels of the paper, and the straight line between two of them.
    #expect(abs(DiffusionWeights.shares[127].ahead - 35269.0 / 99999) < 1e-6)
    #expect(abs(DiffusionWeights.shares[5].back - 0.037983) < 1e-5)
    #expect(abs(DiffusionWeights.shares[250].ahead - 0.606570) < 1e-5)
    #expect(DiffusionWeights.modulation[85] == 1 && abs(DiffusionWeights.modulation[170] - 1) < 1e-6)
    #expect(abs(DiffusionWeights.modulation[54] - 0.42) < 1e-6)
  }

  @Test func dotsHoldTheTone() {
    let (bare, ink) = (paper.lights, SRGB(hex: "#2b2a2e")!.lights)
    for code in greys {
      let result = run(made(ErrorDiffusion.self, ["cell": .number(0.3)]), grey(code, side: 160))
      let light = decodeSRGB(Double(code) / 255)
      let miss = meanLight(result) - (ink + (bare - ink) * light)
      #expect(max(miss.max(), -miss.min()) < 0.5 / 255, "\(code) \(miss * 255)")
    }
  }

  @Test func paletteHoldsWhatItCanMix() {
    // Half paper, a quarter blue and a quarter red, by light.
    let colors = ["#f3ebdc", "#16305c", "#e8503f"].map { SRGB(hex: $0)! }
    let light = colors[0].lights * 0.5 + (colors[1].lights + colors[2].lights) * 0.25
    let flat = Bitmap(
      width: 96, height: 96, fill: SRGB(LinearRGB(light.x, light.y, light.z)).packed)
    let filter = made(ErrorDiffusion.self, ["cell": .number(0.3), "inks": .choice("palette")])
    let result = run(filter, flat, colors: colors)
    #expect(Set(result.pixels) == Set(colors.map(\.packed)))
    let miss = meanLight(result) - light
    #expect(max(miss.max(), -miss.min()) < 2.0 / 255, "\(miss * 255)")
  }

  @Test func dotsAreCrispSquares() {
    let result = run(made(ErrorDiffusion.self, ["cell": .number(2)]), scene(41, 30), scale: 2)
    for y in 0..<30 {
      for x in 0..<41 {
        #expect(result.pixels[y * 41 + x] == result.pixels[y / 4 * 4 * 41 + x / 4 * 4])
      }
    }
    #expect(Set(result.pixels).count == 2)
  }

  @Test func thumbnailsHoldSeveralDotsAPixel() {
    #expect(DotGrid(size: 0.4) == DotGrid(size: 0.1) && DotGrid(size: 0.4).perPixel == 2)
    #expect(DotGrid(size: 3.4).pixels == 3 && DotGrid(size: 1).perPixel == 1)
    let result = run(ErrorDiffusion(), grey(140, side: 24), scale: 1)
    #expect((3...5).contains(Set(result.pixels).count))
  }

  @Test func flatColorsStayFlat() {
    let colors = ["#f3ebdc", "#16305c"].map { SRGB(hex: $0)! }
    for color in colors {
      let flat = Bitmap(width: 31, height: 17, fill: color.packed)
      #expect(differences(run(ErrorDiffusion(), flat, colors: colors), flat) == 0)
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31]) func jobsDoNotReachPixels(width: Int) {
    for inks in ["mono", "palette"] {
      let filter = made(ErrorDiffusion.self, ["inks": .choice(inks)])
      let one = run(filter, scene(width, 140))
      for jobs in [2, 8] { #expect(differences(run(filter, scene(width, 140), jobs: jobs), one) == 0) }
    }
  }

  @Test func transparencyStays() {
    #expect(differences(run(ErrorDiffusion(), Bitmap(width: 9, height: 9)), Bitmap(width: 9, height: 9)) == 0)
    let half = run(ErrorDiffusion(), Bitmap(width: 20, height: 9, fill: 0x8040_2010))
    #expect(half.pixels.allSatisfy { $0 >> 24 == 0x80 && $0 >> 16 & 255 <= 0x80 && $0 & 255 <= 0x80 })
  }
}
