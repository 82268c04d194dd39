import Color
import Composition
import Geometry

/// Colours to try an artwork with: two nights, a paper, a mid blue and a loud yellow.
struct Scheme {
  let ground: SRGB
  let inks: [SRGB]
  let accent: SRGB

  private init(_ ground: String, _ inks: [String], _ accent: String) {
    self.ground = SRGB(hex: ground)!
    self.inks = inks.map { SRGB(hex: $0)! }
    self.accent = SRGB(hex: accent)!
  }

  static let all = [
    Scheme("#0b1d3a", ["#f2e6cf", "#3f7fbf", "#e8b23a", "#e0563a"], "#f2b632"),
    Scheme("#f3ebdc", ["#1d4fa0", "#e5533d", "#f0b429", "#14213d"], "#e5533d"),
    Scheme("#3d5a98", ["#f1c27d", "#f26b4f", "#0f1f40", "#f4ede1"], "#f26b4f"),
    Scheme("#101014", ["#dfe7ef", "#7aa7d9", "#c9b18a"], "#f2c14e"),
    Scheme("#f6c945", ["#1b2a49", "#d8412f", "#fff6df", "#2f6f6b"], "#d8412f"),
  ]

  /// A frame in these colours, its focus a little above the middle.
  func space(_ frame: Rect, focus: Point? = nil, quiet: Rect? = nil) -> ArtSpace {
    ArtSpace(
      frame: frame, focus: focus ?? frame.at(0.5, 0.45), quiet: quiet, ground: ground, inks: inks,
      accent: accent)
  }
}
