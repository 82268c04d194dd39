import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

private let palette = ["#f4efe2", "#1b3a2f", "#d98032", "#7d93a8"].map { SRGB(hex: $0)! }

private func poster(dither: Double, smoothing: Double = 0.5) -> PaletteMapping {
  configured(
    PaletteMapping.self,
    ["manner": .choice("poster"), "dither": .number(dither), "smoothing": .number(smoothing)])
}

@Suite struct PaletteMappingTests {
  @Test func manners() {
    checkManners(PaletteMapping())
    checkManners(poster(dither: 0.5), colors: palette)
  }

  @Test func paletteColoursStayInAPoster() {
    for color in palette {
      let result = filtered(
        poster(dither: 0), flat(color.packed & 0xff_ffff, 20, 20), context(colors: palette))
      #expect(result.pixels.allSatisfy { $0 == color.packed })
    }
  }

  @Test func postersHaveOnlyTheirColours() {
    let result = filtered(poster(dither: 1), photo(40, 40), context(colors: palette))
    let known = Set(palette.map(\.packed))
    #expect(result.pixels.count { known.contains($0) } > 40 * 40 * 9 / 10)
  }

  @Test func ditherMixesTwoColours() {
    let ends = [SRGB(hex: "#202020")!, SRGB(hex: "#e0e0e0")!]
    let shares = [0x404040, 0x808080, 0xb0b0b0].map { (color: UInt32) in
      let result = filtered(poster(dither: 1), flat(color, 96, 96), context(2, colors: ends))
      return Double(result.pixels.count { $0 & 255 > 128 }) / (96 * 96)
    }
    #expect(shares[0] > 0.05 && shares[0] < shares[1] && shares[1] < shares[2] && shares[2] < 0.95)
  }

  @Test func blueNoiseIsEvenlySpread() {
    let (noise, side) = (BlueNoise.shared.thresholds, BlueNoise.side)
    #expect(Set(noise).count == side * side && noise.allSatisfy { $0 > 0 && $0 < 1 })
    // Below a tenth, no two are next to each other.
    for place in noise.indices where noise[place] < 0.1 {
      for step in [1, side] { #expect(noise[(place + step) % noise.count] >= 0.1) }
    }
  }

  @Test func recolouringFollowsThePalette() {
    let blues = ["#0b1d3a", "#27479a", "#7d9fd6", "#f4f8ff"].map { SRGB(hex: $0)! }
    let result = filtered(
      configured(PaletteMapping.self, ["manner": .choice("recolour"), "colour": .number(1)]), photo(48, 48),
      context(colors: blues))
    #expect(mean(channel(result, 0)) > mean(channel(result, 16)) + 25)
  }

  @Test func likeGoesToLike() {
    let own = ["#102030", "#c04030", "#3060c0", "#f0e8e0"].map { SRGB(hex: $0)! }
    let target = PaletteMapping.matched(own.reversed(), to: own)
    for (p, q) in zip(own, target) { #expect(OKLab(p).distance(to: OKLab(q)) < 1e-3) }
    #expect(PaletteMapping.matched(palette, to: [own[0]]).count == 1)
  }

  @Test func mainColoursAreFound() {
    let pixels = (0..<900).map { i in palette[i % 30 / 10].packed }
    let found = MainColors(Bitmap(width: 30, height: 30, pixels: pixels), count: 3, stream: stream).colors
    #expect(found.count == 3)
    for color in palette.prefix(3) {
      #expect(found.contains { OKLab($0).distance(to: OKLab(color)) < 0.01 })
    }
    #expect(MainColors(flat(0x336699, 9, 9), count: 5, stream: stream).colors.count == 1)
    #expect(MainColors(Bitmap(width: 9, height: 9), count: 5, stream: stream).colors.isEmpty)
  }
}
