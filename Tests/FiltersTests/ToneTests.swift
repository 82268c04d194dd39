import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

private func tone(_ values: [String: Double]) -> Tone {
  let zeros = Dictionary(uniqueKeysWithValues: Tone.declarations.map { ($0.name, ParameterValue.number(0)) })
  return configured(Tone.self, zeros.merging(values.mapValues { .number($0) }) { $1 })
}

private func pixel(_ filter: Tone, _ color: SRGB) -> SRGB {
  let v = filtered(filter, Bitmap(width: 8, height: 8, fill: color.packed)).pixels[27]
  return SRGB(Double(v >> 16 & 255) / 255, Double(v >> 8 & 255) / 255, Double(v & 255) / 255)
}

@Suite struct ToneTests {
  @Test func manners() { checkManners(Tone()) }

  @Test func zerosChangeNothing() {
    for bitmap in [photo(33, 20), glass(17, 5)] {
      #expect(differences(filtered(tone([:]), bitmap), bitmap) == 0)
    }
    let depths = deep(40, 3) { i in (UInt64(i * 911 % 65536), UInt64(i), UInt64(65535 - i)) }
    #expect(tone([:]).apply(to: .deep(depths), context()) == .deep(depths))
  }

  @Test func aTouchIsHardlySeen() {
    // Continuous from the identity on: a thousandth of anything is less than a code.
    for name in Tone.declarations.map(\.name) {
      let result = filtered(tone([name: 0.001]), photo(30, 20))
      for shift in [0, 8, 16] {
        let changes = zip(channel(result, shift), channel(photo(30, 20), shift)).map { abs($0 - $1) }
        #expect(changes.max()! <= 1, "\(name)")
      }
    }
  }

  @Test func oneStopDoublesLight() {
    let grey = SRGB(0.3, 0.3, 0.3)
    let brighter = pixel(tone(["exposure": 1]), grey)
    #expect(abs(brighter.linear.green / grey.quantized.linear.green - 2) < 0.05)
    let darker = pixel(tone(["exposure": -1]), grey)
    #expect(abs(darker.linear.green / grey.quantized.linear.green - 0.5) < 0.02)
    #expect(pixel(tone(["exposure": 3]), .white) == .white)
  }

  @Test func greysStayGrey() {
    for name in Tone.declarations.map(\.name) where name != "temperature" && name != "tint" {
      for value in [0.0, 0.2, 0.5, 0.9, 1] {
        let c = pixel(tone([name: 0.8]), SRGB(value, value, value))
        #expect(abs(c.red - c.green) < 0.006 && abs(c.blue - c.green) < 0.006, "\(name) \(value)")
      }
    }
  }

  @Test func contrastTurnsAroundMidGrey() {
    let more = tone(["contrast": 0.8])
    let mid = SRGB(0.461, 0.461, 0.461)
    #expect(abs(pixel(more, mid).green - mid.green) < 0.006)
    #expect(pixel(more, SRGB(0.2, 0.2, 0.2)).green < 0.19 && pixel(more, SRGB(0.8, 0.8, 0.8)).green > 0.81)
    #expect(pixel(more, .white) == .white && pixel(more, .black) == .black)
  }

  @Test func whiteBalanceGoesAlongDaylight() {
    let grey = SRGB(0.5, 0.5, 0.5)
    let warm = pixel(tone(["temperature": 0.5]), grey)
    let cool = pixel(tone(["temperature": -0.5]), grey)
    #expect(warm.red > warm.green && warm.green > warm.blue)
    #expect(cool.red < cool.green && cool.green < cool.blue)
    let magenta = pixel(tone(["tint": 1]), grey)
    #expect(magenta.red > magenta.green && magenta.blue > magenta.green)
    #expect(abs(warm.luminance - grey.luminance) < 0.006)
  }

  @Test func adaptedWhiteLiesOnTheLocus() {
    let matrix = whiteBalance(temperature: 1, tint: 0)
    let white = XYZ(LinearRGB((matrix * [1, 1, 1]).x, (matrix * [1, 1, 1]).y, (matrix * [1, 1, 1]).z))
    let sum = white.x + white.y + white.z
    // Daylight of 4,677 K: 0.3538, 0.3639 by the published polynomials, moved with D65's own distance from them.
    #expect(abs(white.x / sum - 0.354) < 0.003 && abs(white.y / sum - 0.365) < 0.003)
    #expect(abs(white.y - 1) < 1e-5)
  }

  @Test func vibranceSparesTheVividAndSkin() {
    func gain(_ c: OKLCH) -> Double {
      let before = c.srgb.quantized
      return OKLCH(pixel(tone(["vibrance": 1]), before)).chroma / OKLCH(before).chroma
    }
    let (pale, vivid, skin) = (OKLCH(0.6, 0.05, 250), OKLCH(0.6, 0.2, 27), OKLCH(0.7, 0.05, 55))
    #expect(gain(pale) > 1.4 && gain(vivid) < 1.15 && gain(skin) < gain(pale) - 0.2)
  }

  @Test func withoutSaturationThereIsNoHue() {
    let c = pixel(tone(["saturation": -1]), SRGB(0.9, 0.3, 0.1))
    #expect(abs(c.red - c.green) < 0.006 && abs(c.blue - c.green) < 0.006)
  }

  @Test func recoveryKeepsBlackAndWhite() {
    for value in [-1.0, 1] {
      #expect(pixel(tone(["shadows": value]), .black) == .black)
      #expect(pixel(tone(["shadows": value]), .white) == .white)
      #expect(pixel(tone(["highlights": value]), .black) == .black)
    }
    #expect(pixel(tone(["shadows": 1]), SRGB(0.15, 0.15, 0.15)).green > 0.22)
    #expect(pixel(tone(["highlights": -1]), SRGB(0.85, 0.85, 0.85)).green < 0.8)
  }

  @Test func fadeLiftsBlacksOnly() {
    #expect(pixel(tone(["fade": 1]), .black).green > 0.08)
    #expect(pixel(tone(["fade": 1]), .white) == .white)
  }

  @Test func deepPicturesKeepTheirSteps() {
    let ramp = deep(512, 1) { i in (UInt64(20000 + i), UInt64(20000 + i), UInt64(20000 + i)) }
    guard case .deep(let result) = tone(["contrast": 0.5]).apply(to: .deep(ramp), context()) else { return }
    let steps = Set(result.pixels)
    #expect(steps.count > 400)
  }
}
