import Color
import Testing

private func difference(_ p: LinearRGB, _ q: LinearRGB) -> Double {
  max(abs(p.red - q.red), abs(p.green - q.green), abs(p.blue - q.blue))
}

private func linear(_ hex: String) -> LinearRGB { SRGB(hex: hex)!.linear }

@Suite struct ScienceVisionTests {
  /// Red at full severity is the first column of the published matrix; at 0.5 that of its sixth.
  @Test func publishedColumns() {
    let red = LinearRGB(1, 0, 0)
    #expect(difference(red.seen(by: .protan), LinearRGB(0.152286, 0.114503, -0.003882)) < 1e-12)
    #expect(difference(red.seen(by: .deutan), LinearRGB(0.367322, 0.280085, -0.011820)) < 1e-12)
    let half = red.seen(by: .deutan, severity: 0.5)
    #expect(difference(half, LinearRGB(0.547494, 0.181692, -0.010410)) < 1e-12)
    let between = red.seen(by: .protan, severity: 0.05)
    #expect(difference(between, LinearRGB((1 + 0.856167) / 2, 0.029342 / 2, -0.002880 / 2)) < 1e-12)
  }

  /// From coloraide, whose tritan matrices go back to the same papers but hold rounded digits.
  @Test(arguments: [
    ("#ff0000", 1.0127733449519791, -0.01243345336938284, 0.07589478675664743),
    ("#1133ff", -0.1150379397662647, 0.1505378462230542, 0.28317915597570353),
  ])
  func tritanAgreesWithTheOracle(hex: String, red: Double, green: Double, blue: Double) {
    #expect(difference(linear(hex).seen(by: .tritan), LinearRGB(red, green, blue)) < 1e-4)
  }

  @Test(arguments: ColorVision.allCases)
  func greysStayAndNoSeverityChangesNothing(vision: ColorVision) {
    for v in [0.0, 0.2, 0.5, 1] {
      let grey = LinearRGB(v, v, v)
      for severity in [0, 0.33, 1] {
        // The published digits of the matrices leave 1e-6.
        #expect(difference(grey.seen(by: vision, severity: severity), grey) < 2e-6)
      }
    }
    for hex in ["#d94f2b", "#0b1d3a", "#88c0ff"] {
      #expect(difference(linear(hex).seen(by: vision, severity: 0), linear(hex)) < 1e-12)
      #expect(SRGB(hex: hex)!.seen(by: .normal) == SRGB(hex: hex)!)
    }
  }

  /// Seen twice is seen once: the plane is where the colours already are.
  @Test func tritanIsAProjection() {
    for hex in ["#ff0000", "#1133ff", "#00ff80", "#f2b134", "#804080"] {
      let once = linear(hex).seen(by: .tritan)
      #expect(difference(once.seen(by: .tritan), once) < 1e-9, "\(hex)")
    }
  }

  /// The colours of the classic confusions move together; those apart in lightness stay apart.
  @Test func confusions() {
    func apart(_ a: String, _ b: String, _ vision: ColorVision) -> Double {
      OKLab(SRGB(hex: a)!.seen(by: vision)).distance(to: OKLab(SRGB(hex: b)!.seen(by: vision)))
    }
    #expect(apart("#b05a3c", "#70753a", .deutan) < 0.5 * apart("#b05a3c", "#70753a", .normal))
    #expect(apart("#3a7ca5", "#3f8f6f", .tritan) < 0.5 * apart("#3a7ca5", "#3f8f6f", .normal))
    #expect(apart("#ffffff", "#a00000", .protan) > 0.5)
    let red = SRGB(hex: "#ff0000")!
    #expect(OKLab(red.seen(by: .protan)).lightness < OKLab(red.seen(by: .deutan)).lightness)
  }
}
