import Color
import Composition
import Parameters

/// Which drums are in the machine, the one that carries the form first.
enum RisoInks: String, ParameterOption {
  /// The palette's own inks, mixed to order; `trio` where there is no palette.
  case palette
  /// Blue, fluorescent pink, yellow and black: near full colour.
  case trio
  /// Teal, red, sunflower and black.
  case seaside
  /// Medium blue, orange, mint and pink.
  case sunset
  /// Hunter green, coral, yellow and black.
  case grove
  /// Purple, fluorescent orange, aqua and yellow.
  case arcade
  /// Black, bright red, blue and yellow.
  case press

  /// Full layers on white paper, as charts of the maker's colours show them, drawn in a little from the edge
  /// of sRGB because uncoated paper does.
  private var drums: [String] {
    switch self {
    case .palette, .trio: ["#1f74b8", "#f4589f", "#f8de36", "#2c2b30"]
    case .seaside: ["#0f7f86", "#f2645c", "#f7b52e", "#2c2b30"]
    case .sunset: ["#3556a0", "#f4733a", "#86cdb0", "#f4589f"]
    case .grove: ["#3a6a5a", "#f37f76", "#f5db45", "#2c2b30"]
    case .arcade: ["#6f58a4", "#f97c4c", "#5fc3ce", "#f8de36"]
    case .press: ["#2c2b30", "#ec5160", "#1f74b8", "#f8de36"]
    }
  }

  /// `count` inks as they look on white paper.
  func inks(_ count: Int, colors: [SRGB], paper: SRGB) -> [SRGB] {
    let own = colors.spread(count, from: paper)
    if self == .palette, own.count >= 2 { return own }
    return drums.prefix(count).map { SRGB(hex: $0)! }
  }
}

extension [SRGB] {
  /// Up to `count` colours that are darker than `paper` and far apart, the deepest first: what a printer
  /// would mix drums for. The others are left to overprints and tints.
  fileprivate func spread(_ count: Int, from paper: SRGB) -> [SRGB] {
    var rest = filter { $0.luminance < paper.luminance * 0.85 }
    guard let deepest = rest.min(by: { $0.luminance < $1.luminance }) else { return [] }
    var chosen = [deepest]
    rest.removeAll { $0 == deepest }
    while chosen.count < count {
      func gap(_ color: SRGB) -> Double {
        ([paper] + chosen).map { OKLab($0).distance(to: OKLab(color)) }.min() ?? 0
      }
      guard let next = rest.max(by: { gap($0) < gap($1) }), gap(next) > 0.05 else { break }
      chosen.append(next)
      rest.removeAll { $0 == next }
    }
    return chosen
  }
}
