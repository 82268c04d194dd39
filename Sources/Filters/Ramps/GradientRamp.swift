import Color
import Parameters

/// Colours from dark to light for ``GradientMap``.
enum GradientRamp: String, ParameterOption {
  /// The palette at hand, sorted by lightness.
  case palette
  case dusk, seaIce = "sea-ice", ember, botanical, desert, orchard, aurora, porcelain

  /// The ramp's colours, from a palette of at least two if they are to come from there.
  func colors(_ palette: [SRGB]) -> [SRGB] {
    guard self == .palette else { return named.map { SRGB(packed: $0) } }
    return palette.count > 1 ? palette : Self.dusk.named.map { SRGB(packed: $0) }
  }

  private var named: [UInt32] {
    switch self {
    case .palette, .dusk: [0x1a1233, 0x5b2a6b, 0xc94f6d, 0xf59e72, 0xfdeac4]
    case .seaIce: [0x06202f, 0x14526b, 0x4d9fb0, 0xa9d9d6, 0xf4f8f2]
    case .ember: [0x170d12, 0x5a1420, 0xbf3b1f, 0xf28c38, 0xffe9b8]
    case .botanical: [0x10231c, 0x2c5440, 0x7f9560, 0xd8c58a, 0xf8f0dc]
    case .desert: [0x2b1626, 0x7d3440, 0xcf7a4d, 0xe9c08a, 0xf9efdf]
    case .orchard: [0x1c1b3f, 0x7a2555, 0xd8583f, 0xf2b441, 0xfbf3cf]
    case .aurora: [0x120d33, 0x2d3a87, 0x1f9a94, 0x8fdc9b, 0xf6fadb]
    case .porcelain: [0x0f1c47, 0x27479a, 0x7d9fd6, 0xd3dfee, 0xfbf8f1]
    }
  }
}
