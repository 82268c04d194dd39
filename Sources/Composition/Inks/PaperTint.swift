import Color
import Parameters

/// The tint of an uncoated paper.
public enum PaperTint: String, ParameterOption {
  case cream, white, grey, blush, mint

  /// The bare paper.
  public var color: SRGB {
    switch self {
    case .cream: OKLCH(0.95, 0.03, 88).srgb
    case .white: OKLCH(0.968, 0.006, 95).srgb
    case .grey: OKLCH(0.9, 0.008, 250).srgb
    case .blush: OKLCH(0.91, 0.035, 30).srgb
    case .mint: OKLCH(0.93, 0.035, 160).srgb
    }
  }
}
