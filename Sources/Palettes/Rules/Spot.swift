import Color
import Composition
import Parameters

/// Two or three strong spot inks on tinted paper: what a small press would mix.
public struct Spot: PaletteRule {
  public static let name = "spot"
  public static let summary = "two or three strong spot inks that overprint on tinted paper"

  var paper = PaperTint.cream
  var hue = 262.0
  var interval = 140.0
  var chroma = 0.9

  public static let parameters: [Parameter<Spot>] = [
    .choice("paper", \.paper, "the paper's tint"),
    .real("hue", \.hue, 0...360, unit: "degrees", "the leading ink's hue in OKLCH"),
    .real("interval", \.interval, 70...190, unit: "degrees", "from the leading ink's hue to the second's"),
    .real("chroma", \.chroma, 0.6...1, "how saturated the inks are"),
  ]

  public init() {}

  public func palette(locked: [SRGB], stream: SeedStream) throws(PaletteFailure) -> Palette {
    var stream = stream
    let key = locked.first.map { OKLCH($0) }
    let h = key.map { $0.chroma > 0.02 ? $0.hue : hue } ?? hue
    let side = stream.chance(0.5) ? 1.0 : -1.0
    let accent = vivid(signalHue(h + side * interval), lightness: 0.62, chroma: 0.24 * chroma)
    let third = vivid(h - side * interval * 0.8, lightness: 0.82, chroma: 0.18 * chroma, pull: 0.6)
    let lead = vivid(signalHue(h), lightness: 0.46, chroma: 0.2 * chroma, pull: 0.7)
    var builder = RoleBuilder(
      background: paper.color, accent: accent, inks: [lead, accent, third, OKLCH(0.26, 0.04, h).srgb],
      text: OKLCH(0.25, 0.05, h).srgb)
    builder.apply(locks: locked)
    return try builder.palette()
  }
}
