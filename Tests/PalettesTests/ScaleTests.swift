import Color
import Composition
import Palettes
import Testing

@Suite struct ScaleTests {
  @Test(arguments: ["#2a6ad4", "#d4502a", "#7a8b5c", "#f2c14e", "#808080"])
  func tonalScalesAreEvenLadders(hex: String) throws {
    let key = try #require(SRGB(hex: hex))
    let scale = tonalScale(of: key)
    #expect(scale.map(\.name) == [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950])
    let lightness = scale.map { OKLCH($0.color).lightness }
    for (a, b) in zip(lightness, lightness.dropFirst()) { #expect(abs(a - b - 0.0775) < 0.008) }
    let chroma = scale.map { OKLCH($0.color).chroma }
    if OKLCH(key).chroma > 0.02 { #expect(chroma[5] > chroma[0] * 1.5 && chroma[5] > chroma[10]) }
    let near = scale.map { OKLab($0.color).distance(to: OKLab(key)) }.min()!
    #expect(near < 0.06, "\(near)")
  }

  @Test func sequentialRampsKeepTheirOrderInEveryEye() {
    for hue in stride(from: 0.0, to: 360, by: 30) {
      let ramp = sequentialRamp(hue: hue, steps: 7)
      for vision in ColorVision.allCases {
        let lightness = ramp.map { OKLab($0.seen(by: vision)).lightness }
        for (a, b) in zip(lightness, lightness.dropFirst()) { #expect(a > b + 0.04, "\(hue) \(vision)") }
      }
      #expect(sequentialRamp(hue: hue, steps: 7, onDark: true) == ramp.reversed())
    }
  }

  @Test func divergingEndsDifferInEveryEye() {
    let ramp = divergingRamp(steps: 9)
    for vision in ColorVision.allCases {
      let labs = ramp.map { OKLab($0.seen(by: vision)) }
      #expect(labs[0].distance(to: labs[8]) > 0.1, "\(vision)")
      #expect(labs.allSatisfy { $0.lightness <= labs[4].lightness })
    }
  }

  @Test func categoriesAreApartInEveryEye() {
    let colors = categoricalColors(8)
    for vision in ColorVision.allCases {
      let labs = colors.map { OKLab($0.seen(by: vision)) }
      for i in labs.indices {
        for j in labs.indices where j > i {
          #expect(labs[i].distance(to: labs[j]) >= 0.08, "\(colors[i].hex) \(colors[j].hex) \(vision)")
        }
      }
    }
  }

  @Test func overprintIsAFilter() throws {
    let (ink, paper) = (try #require(SRGB(hex: "#3d9fcf")), try #require(SRGB(hex: "#f3c53c")))
    #expect(overprint(ink, on: .white) == ink)
    #expect(overprint(ink, on: paper, density: 0) == paper)
    #expect(overprint(ink, on: paper) == overprint(paper, on: ink))
    #expect(overprint(ink, on: paper).luminance < min(ink.luminance, paper.luminance))
  }
}
