import Color
import Composition
import Parameters

/// One hue from deep to pale, and a single accent that answers it.
public struct Tonal: PaletteRule {
  public static let name = "tonal"
  public static let summary = "one hue from deep to pale and a single accent that answers it"

  var ground = Ground.dark
  var hue = 262.0
  var chroma = 0.7
  var answer = 170.0

  public static let parameters: [Parameter<Tonal>] = [
    .choice("ground", \.ground, "deep, paper or coloured ground"),
    .real("hue", \.hue, 0...360, unit: "degrees", "the hue in OKLCH"),
    .real("chroma", \.chroma, 0.05...1, "how saturated the middle tones are"),
    .real("answer", \.answer, 100...230, unit: "degrees", "from the hue to the accent's"),
  ]

  public init() {}

  public func palette(locked: [SRGB], stream: SeedStream) throws(PaletteFailure) -> Palette {
    let key = locked.first.map { OKLCH($0) }
    let h = key.map { $0.chroma > 0.02 ? $0.hue : hue } ?? hue
    let accent = vivid(
      ground == .dark ? h + answer : signalHue(h + answer), lightness: ground == .light ? 0.62 : 0.78,
      chroma: 0.2)
    func tone(_ lightness: Double) -> SRGB {
      // Chroma swells in the middle tones and fades towards both ends, as pigments do.
      let swell = 4 * lightness * (1 - lightness)
      return OKLCH(lightness, 0.16 * chroma * swell, h).srgb
    }
    let ladder: (ground: Double, inks: [Double]) =
      switch ground {
      case .dark: (0.19, [0.9, 0.66, 0.46])
      case .light: (0.95, [0.34, 0.58, 0.78])
      case .color: naturalLightness(h) > 0.7 ? (0.82, [0.25, 0.46, 0.97]) : (0.43, [0.94, 0.72, 0.24])
      }
    var builder = RoleBuilder(background: tone(ladder.ground), accent: accent, inks: ladder.inks.map(tone))
    builder.apply(locks: locked)
    return try builder.palette()
  }
}
