import Parameters

/// How a painter goes about it.
public enum Manner: String, ParameterOption {
  case impressionist, expressionist, wash, pointillist
}

/// The constants of a manner; Hertzmann, "Painterly rendering with curved brush strokes of multiple sizes" (1998),
/// table of styles, but for `tolerance` and where a comment says so.
struct MannerStyle {
  /// The mean difference in a brush's square above which it is painted over; encoded sRGB, 0...255 a channel.
  var threshold: Float = 100
  /// How much of a new direction a stroke takes at a step.
  var curvature: Float = 1
  var opacity = 1.0
  /// In steps, one brush radius each.
  var shortest = 4
  var longest = 16
  /// Radii of the brushes, as shares of the broadest; the paper's 8, 4 and 2, and one more for accents.
  var radii = [1.0, 0.5, 0.25, 0.14]
  /// Full widths of the random changes of hue (turns), value and each of red, green and blue.
  var hueJitter = 0.0
  var valueJitter = 0.0
  var channelJitter = 0.0

  init(_ manner: Manner) {
    switch manner {
    case .impressionist: break
    case .expressionist:
      // Bolder brushes than the paper's, and no accents: long strokes are what this manner is about.
      radii = [1.3, 0.65, 0.32]
      (threshold, curvature, opacity) = (50, 0.25, 0.7)
      (shortest, longest, valueJitter) = (10, 16, 0.5)
    case .wash:
      radii = [1, 0.5, 0.25]
      (threshold, opacity, channelJitter) = (200, 0.5, 0.3)
    case .pointillist:
      (radii, shortest, longest) = ([0.5, 0.25], 0, 0)
      // Half of the paper's: dots should mix in the eye.
      (valueJitter, hueJitter) = (0.5, 0.15)
    }
  }
}
