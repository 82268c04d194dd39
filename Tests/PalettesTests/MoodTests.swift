import Color
import Palettes
import Testing

@Suite struct MoodTests {
  /// The values of the reference, computed by hand from the published formulas under D65.
  @Test(arguments: [("#f5e6c8", "#7aa6a1", 0.9020), ("#101820", "#fee715", -0.1089)])
  func pairHarmonyHasItsCheckValues(p: String, q: String, value: Double) throws {
    let (a, b) = (try #require(SRGB(hex: p)), try #require(SRGB(hex: q)))
    #expect(abs(pairHarmony(a, b) - value) < 2e-4, "\(pairHarmony(a, b))")
    #expect(pairHarmony(a, b) == pairHarmony(b, a))
  }

  /// L* 50, a* 3, b* 17 is the point of least activity; the other two scales by hand there.
  @Test func moodsFollowTheirFormulas() {
    let middle = Mood(CIELAB(50, 3, 17))
    #expect(abs(middle.activity + 2.1) < 1e-12)
    #expect(abs(middle.weight - (0.2 + 0.45 * 0.939645)) < 1e-5)  // cos(79.99202 - 100)
    #expect(abs(Mood(CIELAB(100, 0, 0)).heat + 0.5) < 1e-12)
    #expect(abs(Mood(CIELAB(60, 0, 50)).heat - (-0.5 + 0.02 * 65.75128 * 0.7660444)) < 1e-4)
  }

  @Test func reddishIsWarmerDarkIsHeavier() throws {
    let (red, blue) = (try #require(SRGB(hex: "#d4502a")), try #require(SRGB(hex: "#2a6ad4")))
    #expect(Mood(red).heat > Mood(blue).heat + 1)
    #expect(Mood(.black).weight > Mood(.white).weight + 3)
    let half = Mood(of: [(red, 1), (blue, 3)])
    #expect(abs(half.heat - (Mood(red).heat + 3 * Mood(blue).heat) / 4) < 1e-12)
  }
}
