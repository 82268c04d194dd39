import Color
import Composition

extension WordProfile {
  /// What a learned style asks of a palette, without words: grounds are its large even colours and those at the ends
  /// of its values, leads what carries its hue, accents what is vivid and rare.
  public init(_ style: StyleProfile) {
    let swatches = style.palette.map { Swatch(color: OKLCH($0.color), weight: $0.share) }
    func mix(_ weight: (Swatch) -> Double) -> [Swatch] {
      swatches.map { Swatch(color: $0.color, weight: weight($0) + 1e-6) }
    }
    let even = swatches.reduce(0) { $0 + $1.color.chroma * $1.weight }
    self.init(
      grounds: mix { $0.weight * $0.weight },
      leads: mix { $0.weight.squareRoot() * (0.02 + $0.color.chroma) },
      accents: mix { ($0.color.chroma * $0.color.chroma) * (1 - $0.weight) },
      on: Self.sides(swatches), strength: min(1.25, max(0.5, 0.5 + even * 6)))
  }

  /// How much of a style is deep, pale and coloured.
  private static func sides(_ swatches: [Swatch]) -> Grounds {
    func share(_ side: Ground) -> Double {
      0.02 + swatches.reduce(0) { $0 + (WordPicks.side(of: $1.color) == side ? $1.weight : 0) }
    }
    return Grounds(dark: share(.dark), light: share(.light), color: share(.color))
  }
}
