import Color
import Composition
import Parameters

/// Two inks and the paper: a deep one for type and line, a clear one for form, and what both make together.
public struct Duotone: PaletteRule {
  public static let name = "duotone"
  public static let summary = "two inks and the paper, with their tints and their overprint"

  /// What covers the sheet.
  enum Cover: String, ParameterOption {
    /// The bare paper.
    case paper
    /// The deep ink, with the paper showing through.
    case deep
    /// The clear ink, with the deep one on it.
    case clear
  }

  var cover = Cover.paper
  var paper = PaperTint.cream
  var hue = 265.0
  var interval = 140.0
  var chroma = 0.8

  public static let parameters: [Parameter<Duotone>] = [
    .choice("cover", \.cover, "what covers the sheet: the paper, the deep ink or the clear ink"),
    .choice("paper", \.paper, "the paper's tint"),
    .real("hue", \.hue, 0...360, unit: "degrees", "the deep ink's hue in OKLCH"),
    .real("interval", \.interval, 60...300, unit: "degrees", "from the deep ink's hue to the clear one's"),
    .real("chroma", \.chroma, 0.3...1, "how saturated the inks are"),
  ]

  public init() {}

  public func palette(locked: [SRGB], stream: SeedStream) throws(PaletteFailure) -> Palette {
    let key = locked.first.map { OKLCH($0) }
    let h = key.map { $0.chroma > 0.02 ? $0.hue : hue } ?? hue
    let stock = paper.color.quantized
    let answer = signalHue(h + interval)
    let deep = OKLCH(cover == .deep ? 0.3 : 0.36, 0.055 + 0.075 * chroma * calm(h), deepHue(h)).srgb.quantized
    let clear = vivid(
      answer, lightness: 0.66, chroma: 0.1 + 0.1 * chroma, pull: cover == .paper ? 0.75 : 0.55)
    var builder = self.builder(stock, deep, clear)
    builder.apply(locks: locked)
    return try builder.palette()
  }

  /// Tints are halftones of an ink on what lies below it, so they mix in linear light like the inks themselves.
  private func builder(_ stock: SRGB, _ deep: SRGB, _ clear: SRGB) -> RoleBuilder {
    let both = overprint(clear, on: deep, density: 0.92)
    switch cover {
    case .paper:
      return RoleBuilder(
        background: stock, accent: clear,
        inks: [
          deep, clear, overprint(clear, on: stock, density: 0.42), overprint(deep, on: stock, density: 0.6),
        ],
        text: deep)
    case .deep:
      return RoleBuilder(
        background: deep, accent: clear, inks: [stock, clear, stock.mixed(with: deep, 0.5)], text: stock)
    case .clear:
      let ground = overprint(clear, on: stock, density: 0.55)
      return RoleBuilder(
        background: ground, accent: deep, inks: [deep, stock, clear, both], text: both)
    }
  }
}
