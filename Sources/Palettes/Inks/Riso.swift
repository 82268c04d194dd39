import Color
import Composition
import Parameters

/// Two to four spot inks from a small press's drums, and the colours they make where they overprint.
public struct Riso: PaletteRule {
  public static let name = "riso"
  public static let summary = "two to four spot inks of a small press on tinted paper, with their overprints"

  var set = InkSet.quay
  var inks = 3
  var paper = PaperTint.cream
  var flood = false

  public static let parameters: [Parameter<Riso>] = [
    .choice("set", \.set, "which inks are on the drums"),
    .integer("inks", \.inks, 2...4, "how many of the set's inks are printed"),
    .choice("paper", \.paper, "the paper's tint"),
    .flag("flood", \.flood, "the deepest ink covers the sheet, and paper shows through the forms"),
  ]

  public init() {}

  public func palette(locked: [SRGB], stream: SeedStream) throws(PaletteFailure) -> Palette {
    let stock = paper.color.quantized
    let drums = Array(set.inks.prefix(inks))
    let plates = drums.map { $0.on(stock) }
    let deep = drums[1].over(plates[0])
    // The ink that signals: chroma times its distance from the ground, as for any accent.
    let ground = flood ? plates[0] : stock
    let accent = plates.dropFirst().max { pull($0, ground) < pull($1, ground) }!
    let others = plates.filter { $0 != accent && $0 != ground }
    let mixed = drums.count > 2 ? drums[2].over(accent == plates[2] ? plates[1] : accent) : deep
    var builder =
      flood
      ? RoleBuilder(
        background: ground, accent: accent, inks: [stock, accent] + others + [mixed], text: stock)
      : RoleBuilder(
        background: ground, accent: accent, inks: [plates[0], accent] + others.dropFirst() + [mixed, deep],
        text: deep)
    builder.apply(locks: locked)
    return try builder.palette()
  }

  private func pull(_ ink: SRGB, _ ground: SRGB) -> Double {
    OKLCH(ink).chroma * OKLab(ink).distance(to: OKLab(ground))
  }
}
