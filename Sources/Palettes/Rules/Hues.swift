import Color
import Parameters

/// Which side of the page carries the weight.
public enum Ground: String, ParameterOption {
  /// Light on a deep ground.
  case dark
  /// Dark on paper.
  case light
  /// On a full, coloured ground.
  case color
}

/// The lightness at which a hue is most itself: yellow is light, blue is deep.
///
/// The sRGB gamut's cusp in OKLCH, read at every 30 degrees and joined by straight lines.
func naturalLightness(_ hue: Double) -> Double {
  let cusps = [0.65, 0.63, 0.73, 0.83, 0.93, 0.87, 0.87, 0.88, 0.74, 0.50, 0.55, 0.66]
  let place = wrapped(hue) / 30
  let index = Int(place) % 12
  return cusps[index] + (cusps[(index + 1) % 12] - cusps[index]) * (place - Double(Int(place)))
}

/// A hue in 0..<360.
func wrapped(_ hue: Double) -> Double {
  let turns = (hue / 360).rounded(.down)
  return min(hue - turns * 360, 359.999_999)
}

/// The share of a chroma budget that a hue can bear: cyan and spring green shout long before red does.
func calm(_ hue: Double) -> Double {
  let distance = abs(wrapped(hue - 172 + 180) - 180)
  return distance > 60 ? 1 : 0.62 + 0.38 * distance / 60
}

/// A hue for signals on paper: yellow that is dark enough to read there turns olive, so it moves to orange or green.
func signalHue(_ hue: Double) -> Double {
  let h = wrapped(hue)
  return h > 62 && h <= 104 ? 58 : h > 104 && h < 138 ? 145 : h
}

/// A vivid colour of a hue: near its natural lightness, drawn towards `lightness`.
func vivid(_ hue: Double, lightness: Double, chroma: Double, pull: Double = 0.5) -> SRGB {
  let natural = naturalLightness(hue)
  return OKLCH(natural + (lightness - natural) * pull, chroma * calm(hue), wrapped(hue)).srgb.quantized
}

/// The tint of paper and of type on dark grounds: warm beside cool keys, of the key's own hue otherwise.
func paperHue(_ key: Double) -> Double {
  let distance = abs(wrapped(key - 85 + 180) - 180)
  return distance > 70 ? 85 : key
}

/// A hue for deep inks: dark yellow is olive drab, so it moves to brown or to green.
func deepHue(_ hue: Double) -> Double {
  let h = wrapped(hue)
  return h > 66 && h <= 102 ? 50 : h > 102 && h < 142 ? 150 : h
}
