import Composition
import Elementary
import Parameters
import Raster

/// Develops a picture: light, contrast and colour, as a darkroom or a raw converter would.
///
/// Exposure and white balance work on linear light, everything else on OKLab: contrast turns around mid grey and
/// rolls off at both ends, shadows and highlights follow the large forms (``ToneBase``) so that local contrast
/// stays, and colours that leave sRGB lose chroma at their hue and luminance instead of clipping. With
/// all values at 0 the picture is returned as it came.
public struct Tone: Filter {
  public static let name = "tone"
  public static let summary = "exposure, contrast, recovery, white balance and colour, developed gently"
  public static let reach = FilterReach.artwork

  var exposure = 0.0
  var contrast = 0.3
  var highlights = -0.25
  var shadows = 0.3
  var temperature = 0.12
  var tint = 0.0
  var vibrance = 0.3
  var saturation = 0.0
  var fade = 0.06

  public static let parameters: [Parameter<Tone>] = [
    .real("exposure", \.exposure, -3...3, unit: "stops", "light doubled or halved, whites rolled off"),
    .real("contrast", \.contrast, -1...1, "an S-curve around mid grey, or a flatter one below 0"),
    .real("highlights", \.highlights, -1...1, "bright areas held back or opened, their detail kept"),
    .real("shadows", \.shadows, -1...1, "dark areas deepened or lifted, their detail kept"),
    .real("temperature", \.temperature, -1...1, "cooler or warmer along the daylight colours"),
    .real("tint", \.tint, -1...1, "greener or more magenta"),
    .real("vibrance", \.vibrance, -1...1, "chroma of pale colours; vivid ones and skin are spared"),
    .real("saturation", \.saturation, -1...1, "chroma of all colours; -1 is black and white"),
    .real("fade", \.fade, 0...1, "blacks lifted as in an old print"),
  ]

  public init() {}

  var isNeutral: Bool {
    [exposure, contrast, highlights, shadows, temperature, tint, vibrance, saturation, fade]
      .allSatisfy { $0 == 0 }
  }

  /// See `Filter`.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard !isNeutral, picture.width > 0, picture.height > 0 else { return picture }
    let recovers = highlights != 0 || shadows != 0
    let base = recovers ? ToneBase(picture, jobs: context.jobs) : nil
    return picture.mapLight(ToneKernel(self, base, width: picture.width), jobs: context.jobs)
  }

  /// OKLab lightness after shoulder and contrast, for lightness 0...`end` after exposure.
  func developed(_ lightness: Double, end: Double) -> Double {
    let knee = 0.55
    var x = lightness
    if x > knee {
      // t / (1 + t (1 - 1/T)) starts as the straight line and reaches 1 at T, the brightest there can be.
      let (t, far) = ((x - knee) / (1 - knee), (end - knee) / (1 - knee))
      x = knee + (1 - knee) * t / (1 + t * (1 - 1 / far))
    }
    return sCurve(x, amount: contrast * 0.75, middle: Self.midGrey)
  }

  /// OKLab lightness of 18 % grey.
  static let midGrey = 0.5646

  /// The brightest lightness that can come out of exposure and recovery, at least 1.
  var brightest: Double {
    max(1, Exact.cbrt(Exact.exp2(exposure)) * (1 + 0.1 * max(0, highlights)))
  }

  /// What the lightness of a pixel is multiplied by for recovery, by the lightness of its base: bumps over the
  /// quarter tones that leave black and white where they are.
  func recovery(_ base: Double) -> Double {
    let (b, c) = (clamp(base, 0...1), 1 - clamp(base, 0...1))
    return 1 + shadows * c * c * c * 0.95 + highlights * b * b * c * (highlights < 0 ? 1.1 : 0.9)
  }
}
