import Color
import Composition
import Testing

/// The palette's 60/30/10 decides which of two fields is the ground.
@Suite struct ProportionTests {
  private func palette(_ shares: Palette.Shares) -> Palette {
    let (light, dark) = (SRGB(hex: "#f4efe6")!, SRGB(hex: "#d9cfbe")!)
    return Palette(
      background: light, surface: dark, text: .black, muted: .black, accent: SRGB(hex: "#b3402a")!,
      onAccent: .white, border: .black, inks: [.black], shares: shares)
  }

  @Test func theLargerFieldTakesTheLargerShare() {
    let classic = palette(.classic)
    #expect(classic.fields(share: 0.58).first == classic.background)
    #expect(classic.fields(share: 0.35).first == classic.surface)
    #expect(classic.fields(share: 0.35).second == classic.background)
    let even = palette(Palette.Shares(background: 0.3, surface: 0.6, accent: 0.1))
    #expect(even.fields(share: 0.58).first == even.surface)
  }
}
