import CVector
import Color
import Composition
import Elementary
import Parameters
import Raster

/// Two inks: the picture's lightness runs from a dark one to a light one, as in a duotone print.
///
/// Black becomes the dark ink and white the light one exactly. The way between them goes through OKLab, even to the
/// eye, with chroma held up in the middle, where a straight way between far hues would turn to mud; a spot
/// colour may warm the midtones. With a palette at hand, its darkest and lightest colours are the inks.
public struct DuotonePrint: Filter {
  public static let name = "duotone"
  public static let summary = "two inks from shadow to light, with a spot colour in the midtones"
  public static let reach = FilterReach.artwork

  var pair = DuotonePair.palette
  var contrast = 0.35
  var balance = 0.0
  var spot = 0.35

  public static let parameters: [Parameter<DuotonePrint>] = [
    .choice("pair", \.pair, "the inks; palette takes those at hand, or midnight if there are none"),
    .real("contrast", \.contrast, -0.5...1, "how steeply tones turn from one ink to the other"),
    .real("balance", \.balance, -1...1, "midtones to the dark ink or, above 0, to the light one"),
    .real("spot", \.spot, 0...1, "how much of a third colour is in the midtones"),
  ]

  public init() {}

  /// See `Filter`.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard picture.width > 0, picture.height > 0 else { return picture }
    return picture.mapLight(RampKernel(ramp(context.colors), place: place), jobs: context.jobs)
  }

  private var place: Curve {
    Curve { rampPlace($0, contrast: contrast, balance: balance) }
  }

  /// Shadows keep the dark ink's hue and gain chroma, as tints of an ink do; the spot colour is in the lighter
  /// midtones, so that the two do not meet in grey. Both come at the lightness that is theirs on the way.
  private func ramp(_ colors: [SRGB]) -> ColorRamp {
    let inks = pair.inks(colors)
    let (dark, light, third) = (OKLab(inks.dark), OKLab(inks.light), OKLab(inks.spot))
    let (deep, warm) = (0.36, 0.7)
    let tint = OKLab(
      mix(dark.lightness, light.lightness, deep), mix(dark.a * 1.35, light.a, 0.1),
      mix(dark.b * 1.35, light.b, 0.1))
    let spotted = OKLab(
      mix(dark.lightness, light.lightness, warm), mix(mix(dark.a, light.a, 0.6), third.a, spot * 0.85),
      mix(mix(dark.b, light.b, 0.6), third.b, spot * 0.85))
    return ColorRamp([(0, dark), (deep, tint), (warm, spotted), (1, light)])
  }
}

/// Lightness to the colours of a ramp.
struct RampKernel: LightKernel {
  private let ramp: ColorRamp
  private let place: Curve

  /// `place` tells where on the ramp a lightness falls.
  init(_ ramp: ColorRamp, place: Curve) { (self.ramp, self.place) = (ramp, place) }

  func apply(to light: inout LightRow, y: Int) {
    light.update { _, source in LightLanes(ramp(place(source.lab.lightness))).inGamut }
  }
}
