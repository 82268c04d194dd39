import Color
import Composition
import Parameters

/// Hues in a named relation, on a dark, light or coloured ground, with a lightness ladder and a chroma budget.
public struct Harmony: PaletteRule {
  public static let name = "harmony"
  public static let summary = "hues in a named relation with a lightness ladder and one accent"

  /// How the other hues stand to the key (Itten's relations; for making palettes, not for judging them).
  enum Relation: String, ParameterOption {
    case analogous, complement, split, triad
  }

  var ground = Ground.dark
  var relation = Relation.split
  var hue = 262.0
  var chroma = 0.8

  public static let parameters: [Parameter<Harmony>] = [
    .choice("ground", \.ground, "deep, paper or coloured ground"),
    .choice("relation", \.relation, "how the other hues stand to the key hue"),
    .real("hue", \.hue, 0...360, unit: "degrees", "the key hue in OKLCH"),
    .real("chroma", \.chroma, 0.4...1, "how saturated the inks are"),
  ]

  public init() {}

  public func palette(locked: [SRGB], stream: SeedStream) throws(PaletteFailure) -> Palette {
    var stream = stream
    let key = locked.first.map { OKLCH($0) }
    let h = key.map { $0.chroma > 0.02 ? $0.hue : hue } ?? hue
    let (second, third) = partners(of: h, flip: stream.chance(0.5))
    var builder =
      switch ground {
      case .dark: dark(h, second, third, &stream)
      case .light: light(h, second, third, &stream)
      case .color: full(h, second, third, &stream)
      }
    builder.apply(locks: locked)
    return try builder.palette()
  }

  private func partners(of h: Double, flip: Bool) -> (Double, Double) {
    let side = flip ? -1.0 : 1.0
    return switch relation {
    case .analogous: (h + side * 38, h + side * 75)
    case .complement: (h + 180, h + side * 28)
    case .split: (h + side * 160, h - side * 160)
    case .triad: (h + side * 120, h - side * 120)
    }
  }

  private func dark(_ h: Double, _ p: Double, _ q: Double, _ s: inout SeedStream) -> RoleBuilder {
    let cream = OKLCH(0.93, 0.035, paperHue(h)).srgb
    let accent = vivid(p, lightness: 0.8, chroma: 0.13 + 0.06 * chroma)
    return RoleBuilder(
      background: OKLCH(s.uniform(in: 0.17...0.25), 0.02 + 0.045 * chroma, h).srgb, accent: accent,
      inks: [
        cream, vivid(h, lightness: 0.62, chroma: 0.16 * chroma, pull: 0.7), accent,
        vivid(q, lightness: 0.68, chroma: 0.19 * chroma),
      ],
      text: OKLCH(0.95, 0.02, paperHue(h)).srgb)
  }

  private func light(_ h: Double, _ p: Double, _ q: Double, _ s: inout SeedStream) -> RoleBuilder {
    let accent = vivid(signalHue(p), lightness: 0.6, chroma: 0.21 * chroma)
    return RoleBuilder(
      background: OKLCH(s.uniform(in: 0.94...0.965), s.uniform(in: 0.012...0.032), paperHue(h)).srgb,
      accent: accent,
      inks: [
        vivid(signalHue(h), lightness: 0.42, chroma: 0.16 * chroma, pull: 0.8), accent,
        vivid(q, lightness: 0.8, chroma: 0.16 * chroma), OKLCH(0.27, 0.05, h).srgb,
      ],
      text: OKLCH(0.24, 0.04, h).srgb)
  }

  /// Grounds of middle lightness hold neither light nor dark type well, so the ground is either deep or bright.
  private func full(_ h: Double, _ p: Double, _ q: Double, _ s: inout SeedStream) -> RoleBuilder {
    let bright = naturalLightness(h) > 0.7
    let ground = OKLCH(
      bright ? s.uniform(in: 0.8...0.87) : s.uniform(in: 0.4...0.47), 0.145 * chroma * calm(h), h
    ).srgb
    let cream = OKLCH(0.95, 0.03, paperHue(h)).srgb
    let deep = OKLCH(0.24, 0.06, h).srgb
    let accent = vivid(
      bright ? signalHue(p) : p, lightness: bright ? 0.52 : 0.8, chroma: 0.2 * chroma, pull: 0.75)
    return RoleBuilder(
      background: ground, accent: accent,
      inks: [
        bright ? deep : cream, accent, bright ? cream : deep,
        vivid(q, lightness: bright ? 0.6 : 0.72, chroma: 0.17),
      ],
      text: bright ? OKLCH(0.2, 0.045, h).srgb : OKLCH(0.97, 0.02, paperHue(h)).srgb)
  }
}
