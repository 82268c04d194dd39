import Color
import Testing

/// Colours all over the cube, corners included.
private let cube: [SRGB] = (0..<512).map { i in
  func part(_ n: Int) -> Double { Double(n & 7) / 7 }
  return SRGB(part(i), part(i >> 3), part(i >> 6))
}

private func difference(_ a: SRGB, _ b: SRGB) -> Double {
  max(abs(a.red - b.red), abs(a.green - b.green), abs(a.blue - b.blue))
}

/// The smaller angle between two hues in degrees.
private func angle(_ a: Double, _ b: Double) -> Double {
  let d = abs(a - b).truncatingRemainder(dividingBy: 360)
  return min(d, 360 - d)
}

@Suite struct ColorSpaceTests {
  @Test func roundTrips() {
    for color in cube {
      #expect(difference(SRGB(color.linear), color) < 1e-9)
      #expect(difference(SRGB(OKLab(color).linear), color) < 1e-6)
      #expect(difference(SRGB(OKLCH(color).lab.linear), color) < 1e-6)
      #expect(difference(OKLCH(color).srgb, color) < 1e-4)
      #expect(SRGB(hex: color.hex) == color.quantized)
      #expect(difference(color.quantized, color) <= 0.5 / 255 + 1e-12)
    }
  }

  /// The transfer function of IEC 61966-2-1 at points that others publish.
  @Test(arguments: [(0.0, 0.0), (0.04045, 0.0031308), (0.5, 0.21404114), (1.0, 1.0), (-0.5, -0.21404114)])
  func decodes(encoded: Double, linear: Double) {
    #expect(abs(decodeSRGB(encoded) - linear) < 1e-6)
    #expect(abs(encodeSRGB(linear) - encoded) < 1e-5)
  }

  /// Ottosson's own values for the primaries, as CSS Color 4 repeats them (lightness, chroma, hue).
  @Test(
    arguments: [
      ("#ffffff", 1.0, 0.0, nil), ("#000000", 0.0, 0.0, nil), ("#ff0000", 0.62796, 0.25768, 29.234),
      ("#00ff00", 0.86644, 0.29483, 142.495), ("#0000ff", 0.45201, 0.31321, 264.052),
      ("#808080", 0.59987, 0.0, nil),
    ] as [(String, Double, Double, Double?)])
  func knownValues(hex: String, lightness: Double, chroma: Double, hue: Double?) {
    let c = OKLCH(SRGB(hex: hex)!)
    #expect(abs(c.lightness - lightness) < 1e-4)
    #expect(abs(c.chroma - chroma) < 1e-4)
    if let hue { #expect(angle(c.hue, hue) < 0.01) }
  }

  @Test func readsHex() {
    #expect(SRGB(hex: "#fA0") == SRGB(1, 170 / 255, 0))
    #expect(SRGB(hex: "0b1d3a")?.hex == "#0b1d3a")
    #expect(SRGB(1, 0, 0.5).packed == 0xffff_0080)
    for bad in ["", "#", "#12", "#1234", "#12345g", "#1234567", "+12345", "##12345", "١٢٣٤٥٦"] {
      #expect(SRGB(hex: bad) == nil, "\(bad)")
    }
  }

  @Test func mappingStaysInGamutAndKeepsHueAndLightness() {
    for hue in stride(from: 0.0, to: 360, by: 7.5) {
      for lightness in stride(from: 0.05, through: 0.95, by: 0.09) {
        let wanted = OKLCH(lightness, 0.5, hue)
        let mapped = wanted.srgb
        #expect(mapped.linear.isInGamut(tolerance: 1e-9))
        let found = OKLCH(mapped)
        #expect(abs(found.lightness - lightness) < 0.002)
        // The ray's end turns the hue a little; most in the blues.
        #expect(found.chroma < 0.005 || angle(found.hue, hue) < 2.5, "\(wanted) became \(found)")
        // As much chroma as there is: a little more would leave the gamut.
        #expect(!OKLCH(lightness, found.chroma * 1.01 + 0.002, hue).lab.linear.isInGamut())
      }
    }
  }

  @Test func mixingStartsAndEndsWhereItShould() {
    let (a, b) = (SRGB(hex: "#0b1d3a")!, SRGB(hex: "#f2b134")!)
    #expect(a.mixed(with: b, 0).hex == a.hex)
    #expect(a.mixed(with: b, 1).hex == b.hex)
    let middle = OKLab(a.mixed(with: b, 0.5))
    #expect(abs(middle.lightness - (OKLab(a).lightness + OKLab(b).lightness) / 2) < 1e-3)
  }
}

@Suite struct ContrastTests {
  /// WCAG 2 ratios that published checkers give.
  @Test(arguments: [
    ("#000000", "#ffffff", 21.0), ("#888888", "#ffffff", 3.5446), ("#777777", "#ffffff", 4.4781),
    ("#ff0000", "#ffffff", 3.9985), ("#0000ff", "#ffffff", 8.5925), ("#123456", "#123456", 1.0),
  ])
  func knownRatios(a: String, b: String, ratio: Double) {
    let (p, q) = (SRGB(hex: a)!, SRGB(hex: b)!)
    #expect(abs(contrastRatio(p, q) - ratio) < 5e-4)
    #expect(contrastRatio(p, q) == contrastRatio(q, p))
  }

  @Test(arguments: [3.0, 4.5, 7.0])
  func reachingReaches(ratio: Double) {
    for (index, color) in cube.enumerated() where index % 5 == 0 {
      for ground in stride(from: 3, to: 512, by: 37).map({ cube[$0].quantized }) {
        let best = max(contrastRatio(.white, ground), contrastRatio(.black, ground))
        guard let found = color.reaching(ratio, against: ground) else {
          #expect(best < ratio, "\(color.hex) on \(ground.hex)")
          continue
        }
        #expect(contrastRatio(found, ground) >= ratio, "\(color.hex) on \(ground.hex) gives \(found.hex)")
        #expect(found == found.quantized)
      }
    }
  }

  @Test func whatReadsAlreadyStaysAsItIs() {
    let color = SRGB(hex: "#d94f2b")!
    #expect(color.reaching(3, against: .white) == color)
    // The least move: half a step of lightness back, and it fails again.
    let moved = color.reaching(7, against: .white)!
    #expect(contrastRatio(moved, .white) < 7.3)
    #expect(angle(OKLCH(moved).hue, OKLCH(color).hue) < 3)
  }
}
