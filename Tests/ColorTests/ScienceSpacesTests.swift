import Color
import Testing

/// A 17x17x17 grid of sRGB.
private let grid: [SRGB] = (0..<4913).map { i in
  func part(_ n: Int) -> Double { Double(n % 17) / 16 }
  return SRGB(part(i), part(i / 17), part(i / 289))
}

private func difference(_ p: LinearRGB, _ q: LinearRGB) -> Double {
  max(abs(p.red - q.red), abs(p.green - q.green), abs(p.blue - q.blue))
}

@Suite struct ScienceSpacesTests {
  @Test func everySpaceReturnsWithinOneBillionth() {
    for c in grid {
      let linear = c.linear
      let ways: [(String, LinearRGB)] = [
        ("encoded", SRGB(linear).linear), ("XYZ", XYZ(linear).linear), ("D50", XYZ(linear).d50.d65.linear),
        ("CIELAB", CIELAB(c).linear), ("OKLab", OKLab(c).linear), ("OKLCH", OKLCH(c).lab.linear),
        ("OKHSL", OKHSL(c).lch.lab.linear), ("P3", DisplayP3(c).linear.linearRGB),
        ("linear P3", LinearP3(linear).linearRGB),
      ]
      for (name, back) in ways { #expect(difference(back, linear) < 1e-9, "\(name) of \(c)") }
    }
  }

  @Test func coloursOutsideSRGBReturnToo() {
    for c in grid {
      let wide = LinearP3(c.linear.red, c.linear.green, c.linear.blue).linearRGB
      #expect(difference(OKLab(wide).linear, wide) < 1e-9)
      #expect(difference(CIELAB(XYZ(wide).d50).linear, wide) < 1e-9)
      #expect(difference(LinearP3(DisplayP3(LinearP3(wide)).linear.xyz).linearRGB, wide) < 1e-9)
    }
  }

  @Test func agreesWithTheOracle() throws {
    #expect(OracleColor.all.count == 1000)
    for o in OracleColor.all {
      let c = o.srgb
      let (rgb, p3) = (c.linear, DisplayP3(c))
      let (d65, d50) = (XYZ(rgb), XYZ(rgb).d50)
      let (lab, ok) = (CIELAB(c), OKLab(c))
      #expect(gap([rgb.red, rgb.green, rgb.blue], ["lr", "lg", "lb"], o) < 1e-4)
      #expect(gap([p3.red, p3.green, p3.blue], ["p3r", "p3g", "p3b"], o) < 1e-4)
      let light = p3.linear
      #expect(gap([light.red, light.green, light.blue], ["p3lr", "p3lg", "p3lb"], o) < 1e-4)
      #expect(gap([d65.x, d65.y, d65.z], ["x65", "y65", "z65"], o) < 1e-4)
      #expect(gap([d50.x, d50.y, d50.z], ["x50", "y50", "z50"], o) < 1e-4)
      #expect(gap([lab.lightness, lab.a, lab.b], ["L", "a", "b"], o) < 1e-4, "\(o.hex)")
      #expect(gap([ok.lightness, ok.a, ok.b], ["okL", "oka", "okb"], o) < 1e-4)
    }
  }

  /// A hue off by an angle is off by that angle times the chroma; greys have none.
  @Test func polarFormsAgreeWithTheOracle() {
    for o in OracleColor.all {
      let (lch, hsl) = (OKLCH(o.srgb), OKHSL(o.srgb))
      #expect(gap([lch.chroma], ["okC"], o) < 1e-4)
      #expect(turn(lch.hue, o["okh"]) * .pi / 180 * lch.chroma < 1e-4, "\(o.hex)")
      #expect(turn(hsl.hue, o["hslh"]) * .pi / 180 * lch.chroma < 1e-4, "\(o.hex)")
      #expect(gap([hsl.lightness], ["hsll"], o) < 1e-4)
      // Saturation says nothing about black and white.
      if lch.chroma > 1e-4 { #expect(gap([hsl.saturation], ["hsls"], o) < 1e-4, "\(o.hex)") }
    }
  }

  @Test func hslKnownValue() {
    let c = OKHSL(SRGB(hex: "#336699")!)
    #expect(abs(c.hue - 250.43306) < 1e-5)
    #expect(abs(c.saturation - 0.61707) < 1e-5)
    #expect(abs(c.lightness - 0.42036) < 1e-5)
    #expect(OKHSL(250.43306, 0.61707, 0.42036).srgb.hex == "#336699")
  }

  @Test func hslFillsTheGamut() {
    for hue in stride(from: 0.0, to: 360, by: 5) {
      for lightness in stride(from: 0.0, through: 1, by: 0.125) {
        for saturation in stride(from: 0.0, through: 1, by: 0.25) {
          let linear = OKHSL(hue, saturation, lightness).lch.lab.linear
          #expect(linear.isInGamut(tolerance: 0.01), "\(hue) \(saturation) \(lightness)")
        }
      }
    }
    for grey in [0.0, 0.5, 1] { #expect(OKHSL(SRGB(grey, grey, grey)).saturation == 0) }
  }

  @Test func whiteIsWhiteEverywhere() {
    let lab = CIELAB(SRGB.white)
    #expect(abs(lab.lightness - 100) < 1e-9 && lab.chroma < 1e-9)
    #expect(OKLCH(SRGB.white).chroma < 1e-12)
    let d65 = XYZ(SRGB.white.linear)
    #expect(abs(d65.x - 0.3127 / 0.3290) < 1e-12 && abs(d65.y - 1) < 1e-12)
  }
}

@Suite struct ScienceGamutTests {
  /// The first by CSS Color 4's ray tracing, all checked with coloraide's `raytrace` at constant lightness.
  @Test(arguments: [
    (0.7, 0.4, 150, "#00be58"),
    (0.3, 0.4, 30, "#5c0300"),
    (0.95, 0.3, 110, "#f8f900"),
    (0.5, 0.35, 264, "#033fff"),
    (0.62, 0.4, 320, "#ce00f1"),
    (0.12, 0.2, 75, "#0b0500"),
    (0.98, 0.1, 200, "#e6feff"),
    (0.85, 0.37, 0, "#ffb6cb"),
    (0.4, 0.25, 190, "#005350"),
    (0.75, 0.5, 60, "#fc8e00"),
  ])
  func knownColours(lightness: Double, chroma: Double, hue: Double, hex: String) {
    let (found, wanted) = (OKLCH(lightness, chroma, hue).srgb, SRGB(hex: hex)!)
    let worst = max(
      abs(found.red - wanted.red), abs(found.green - wanted.green), abs(found.blue - wanted.blue))
    #expect(worst <= 0.75 / 255, "\(found.hex) instead of \(hex)")
  }

  @Test func insideStaysAsItIs() {
    for c in grid { #expect(difference(OKLCH(c).inGamut, c.linear) < 1e-9) }
  }

  @Test func endsAreBlackAndWhite() {
    #expect(OKLCH(0, 0.3, 20).srgb.hex == "#000000")
    #expect(OKLCH(1, 0.3, 20).srgb.hex == "#ffffff")
  }

  @Test func lightnessAndHueStay() {
    for hue in stride(from: 0.0, to: 360, by: 5) {
      for lightness in stride(from: 0.02, through: 0.99, by: 0.0485) {
        let mapped = OKLCH(lightness, 0.37, hue).inGamut
        #expect(mapped.isInGamut(tolerance: 0))
        let found = OKLCH(OKLab(mapped))
        #expect(abs(found.lightness - lightness) < 0.002, "\(lightness) \(hue)")
        // In chroma times angle: what the eye sees of a hue that slips.
        #expect(turn(found.hue, hue) * .pi / 180 * found.chroma < 0.004, "\(lightness) \(hue) \(found)")
      }
    }
  }
}
