import Color
import Composition
import Parameters

/// What a print is made on: the palette's ground where there is one, or a paper of its own.
enum PrintStock: String, ParameterOption {
  case palette, white, cream, grey, blush, mint

  /// The paper, and the palette's ground if the picture stands on it: what has the ground's colour is bare
  /// paper.
  ///
  /// Transparent inks need a light ground. Of a palette whose ground is dark, the lightest colour is the
  /// paper, and the picture's own white is bare.
  func paper(_ colors: [SRGB]) -> (color: SRGB, ground: SRGB?) {
    let ground = colors.first.flatMap { $0.luminance > 0.35 ? $0.quantized : nil }
    let lightest = colors.max { $0.luminance < $1.luminance }
    if self == .palette, let own = ground ?? lightest, own.luminance > 0.35 { return (own.quantized, ground) }
    let tint = PaperTint(rawValue: rawValue) ?? .white
    return (tint.color.quantized, ground)
  }
}

extension [SRGB] {
  /// The palette's deepest ink on `paper`; `usual` if there is none that reads.
  func deepInk(on paper: SRGB, usual: SpotInk) -> SRGB {
    let deepest = self.min { $0.luminance < $1.luminance }
    guard let deepest, deepest.luminance < paper.luminance * 0.4 else { return usual.color }
    return deepest
  }

  /// The palette's most colourful ink that is lighter than `deep`; a poppy red if there is none.
  func brightInk(besides deep: SRGB, on paper: SRGB) -> SRGB {
    func chroma(_ color: SRGB) -> Double { OKLCH(color).chroma }
    let others = filter {
      $0 != deep && $0.luminance > deep.luminance + 0.03 && $0.luminance < paper.luminance * 0.8
    }
    guard let best = others.max(by: { chroma($0) < chroma($1) }), chroma(best) > 0.05 else {
      return SpotInk.poppy.color
    }
    return best
  }
}
