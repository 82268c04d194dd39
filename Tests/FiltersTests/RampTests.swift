import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

private let palette = ["#f4efe2", "#1b3a2f", "#d98032", "#7d93a8"].map { SRGB(hex: $0)! }

private func first(_ bitmap: Bitmap) -> UInt32 { bitmap.pixels[0] & 0xff_ffff }

@Suite struct DuotonePrintTests {
  @Test func manners() {
    checkManners(DuotonePrint())
    checkManners(DuotonePrint(), colors: palette)
  }

  @Test(arguments: DuotonePair.allCases) func endsAreTheInks(pair: DuotonePair) {
    for (contrast, balance) in [(0.35, 0.0), (1, 1), (-0.5, -1)] {
      let filter = configured(
        DuotonePrint.self,
        ["pair": .choice(pair.rawValue), "contrast": .number(contrast), "balance": .number(balance)])
      let inks = pair.inks(palette)
      let dark = filtered(filter, flat(0x000000, 8, 1), context(colors: palette))
      let light = filtered(filter, flat(0xffffff, 8, 1), context(colors: palette))
      #expect(dark.pixels.allSatisfy { $0 == inks.dark.packed })
      #expect(light.pixels.allSatisfy { $0 == inks.light.packed })
    }
  }

  @Test func thePaletteGivesItsDarkestAndLightest() {
    let inks = DuotonePair.palette.inks(palette)
    #expect(inks.dark == palette[1] && inks.light == palette[0] && inks.spot == palette[2])
    let none = DuotonePair.palette.inks([palette[0]])
    #expect(none == DuotonePair.midnight.inks([]))
  }

  @Test(arguments: DuotonePair.allCases) func lightnessRises(pair: DuotonePair) {
    let filter = configured(DuotonePrint.self, ["pair": .choice(pair.rawValue), "spot": .number(1)])
    let ramp = deep(256, 1) { i in (UInt64(i) * 257, UInt64(i) * 257, UInt64(i) * 257) }
    guard case .deep(let result) = filter.apply(to: .deep(ramp), context(colors: palette)) else { return }
    let lightness = result.pixels.map { p in
      OKLab(SRGB(Double(p >> 32 & 65535), Double(p >> 16 & 65535), Double(p & 65535)) / 65535).lightness
    }
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 < $1 + 0.002 })
    #expect(Set(result.pixels).count > 250)
  }

  @Test func spotColoursTheMidtones() {
    func middle(_ spot: Double) -> Bitmap {
      let filter = configured(DuotonePrint.self, ["pair": .choice("midnight"), "spot": .number(spot)])
      return filtered(filter, flat(0xa0a0a0, 8, 8))
    }
    #expect(mean(channel(middle(1), 16)) > mean(channel(middle(0), 16)) + 10)
  }
}

extension SRGB {
  fileprivate static func / (c: SRGB, k: Double) -> SRGB { SRGB(c.red / k, c.green / k, c.blue / k) }
}

@Suite struct GradientMapTests {
  @Test func manners() {
    checkManners(GradientMap())
    checkManners(GradientMap(), colors: palette)
  }

  @Test(arguments: GradientRamp.allCases) func endsAreTheRamps(ramp: GradientRamp) {
    let filter = configured(GradientMap.self, ["ramp": .choice(ramp.rawValue), "preserve": .number(0)])
    let colors = ramp.colors(palette).sorted { OKLab($0).lightness < OKLab($1).lightness }
    #expect(first(filtered(filter, flat(0, 8, 1), context(colors: palette))) == colors[0].packed & 0xff_ffff)
    #expect(
      first(filtered(filter, flat(0xffffff, 8, 1), context(colors: palette)))
        == colors[colors.count - 1].packed & 0xff_ffff)
  }

  @Test func rampsPassThroughTheirColours() {
    let colors = [SRGB.black, SRGB(hex: "#c94f6d")!, .white]
    let ramp = ColorRamp(tonal: colors)
    let middle = OKLab(colors[1])
    // Halfway between its even place, 0.5, and its own lightness.
    let found = ramp(Lanes(repeating: Float((0.5 + middle.lightness) / 2)))
    #expect(abs(Double(found.lightness[0]) - middle.lightness) < 1e-3)
    #expect(abs(Double(found.a[0]) - middle.a) < 1e-3 && abs(Double(found.b[0]) - middle.b) < 1e-3)
  }

  @Test func strengthKeepsSomeOfThePicture() {
    func distance(_ strength: Double) -> Double {
      let filter = configured(GradientMap.self, ["strength": .number(strength)])
      let result = filtered(filter, photo(24, 24))
      return mean(zip(channel(result, 16), channel(photo(24, 24), 16)).map { abs($0 - $1) })
    }
    #expect(distance(0.2) < 0.4 * distance(1))
  }

  @Test func preservedDetailIsThePicturesOwn() {
    // Fine ripples on mid grey; ember's own steepness there differs from 1.
    let pixels = (0..<64 * 64).map { i -> UInt32 in
      let v = 0.5 + (i % 2 == 0 ? 0.04 : -0.04)
      return SRGB(v, v, v).packed
    }
    let ripples = Bitmap(width: 64, height: 64, pixels: pixels)
    func swing(_ preserve: Double) -> Double {
      let filter = configured(
        GradientMap.self,
        ["ramp": .choice("ember"), "preserve": .number(preserve), "contrast": .number(1)])
      let row = filtered(filter, ripples).pixels[32 * 64 + 20..<32 * 64 + 44]
      let lightness = row.map { OKLab(SRGB(packed: $0 & 0xff_ffff)).lightness }
      return deviation(lightness)
    }
    let own = deviation([0.54, 0.46].map { OKLab(SRGB($0, $0, $0)).lightness })
    #expect(abs(swing(1) / own - 1) < 0.2 && swing(0) / own > 1.25)
  }
}
