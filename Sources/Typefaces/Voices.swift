import Canvas
import Composition
import Parameters

/// The weight of a headline where the face has several.
public enum DisplayWeight: String, ParameterOption {
  case light, bold, black

  /// A face's own weights for the three, 100 to 900.
  func value(_ light: Int, _ bold: Int, _ black: Int) -> Int {
    switch self {
    case .light: light
    case .bold: bold
    case .black: black
    }
  }
}

extension TypeSystem {
  /// The house's manner of setting a pair: tight display, text with air, open small capitals.
  static func pair(
    display: Font, tracking: Double, leading: Double, uppercase: Bool = false, text: Font, strong: Font,
    subtitle: Font? = nil, ratio: Double, label: Font? = nil, smallCapitals: Bool = false,
    textScale: Double = 1
  ) -> TypeSystem {
    TypeSystem(
      display: Voice(
        display, tracking: tracking, leading: leading, uppercase: uppercase, opticalSize: 96),
      subtitle: Voice(subtitle ?? text, tracking: -0.005, leading: 1.2, opticalSize: 24),
      text: Voice(text, tracking: 0.004, leading: 1.4),
      strong: Voice(strong, tracking: 0.004, leading: 1.4),
      label: Voice(
        label ?? strong, tracking: smallCapitals ? 0.06 : 0.1, leading: 1.4, uppercase: !smallCapitals),
      ratio: ratio, textScale: textScale)
  }
}
