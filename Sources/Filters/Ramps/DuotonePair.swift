import Color
import Parameters

/// Pairs of inks for ``DuotonePrint``, with a third for the midtones.
enum DuotonePair: String, ParameterOption {
  /// The darkest and the lightest colour of the palette at hand.
  case palette
  case midnight, walnut, plum, pine, rose, cobalt, oxblood, lagoon, graphite, orchid

  /// The dark ink, the light one, and the spot colour.
  typealias Inks = (dark: SRGB, light: SRGB, spot: SRGB)

  /// The inks, from a palette of at least two colours if they are to come from there.
  func inks(_ colors: [SRGB]) -> Inks {
    guard self == .palette else { return named }
    let sorted = colors.sorted { OKLab($0).lightness < OKLab($1).lightness }
    guard let dark = sorted.first, let light = sorted.last, sorted.count > 1 else {
      return Self.midnight.named
    }
    let rest = sorted.dropFirst().dropLast()
    return (dark, light, rest.max { OKLCH($0).chroma < OKLCH($1).chroma } ?? light)
  }

  private var named: Inks {
    func inks(_ dark: UInt32, _ light: UInt32, _ spot: UInt32) -> Inks {
      (SRGB(packed: dark), SRGB(packed: light), SRGB(packed: spot))
    }
    return switch self {
    case .palette, .midnight: inks(0x0b1d3a, 0xf6ecd9, 0xd9654b)
    case .walnut: inks(0x26150f, 0xf5e6cf, 0xb5703c)
    case .plum: inks(0x36103f, 0xffdcbc, 0xe0567f)
    case .pine: inks(0x0c2c28, 0xf3e6c8, 0xd98e3f)
    case .rose: inks(0x1d1b3c, 0xffd8d6, 0xe2637a)
    case .cobalt: inks(0x141f86, 0xfff3ad, 0x31a6c7)
    case .oxblood: inks(0x470d18, 0xfbe6dc, 0xd4574a)
    case .lagoon: inks(0x063640, 0xffdcbf, 0xe88a6a)
    case .graphite: inks(0x202329, 0xdcf2e4, 0x4fa58f)
    case .orchid: inks(0x2a155c, 0xeaf6ad, 0xc2499d)
    }
  }
}

extension SRGB {
  /// A colour from `0xRRGGBB`.
  init(packed v: UInt32) {
    self.init(Double(v >> 16 & 255) / 255, Double(v >> 8 & 255) / 255, Double(v & 255) / 255)
  }
}
