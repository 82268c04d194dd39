import CVector
import Color
import Composition
import Parameters
import Raster

/// A picture's lightness as the way through three to five colours.
///
/// With `preserve`, the colour follows the large forms (``ToneBase``) and the picture's own local contrast is laid
/// on top, so that areas take one clear colour and detail stays crisp.
public struct GradientMap: Filter {
  public static let name = "gradient-map"
  public static let summary = "lightness becomes the way through three to five colours"
  public static let reach = FilterReach.artwork

  var ramp = GradientRamp.palette
  var strength = 1.0
  var preserve = 0.4
  var contrast = 0.3
  var balance = 0.0

  public static let parameters: [Parameter<GradientMap>] = [
    .choice("ramp", \.ramp, "the colours; palette takes those at hand, or dusk if there are none"),
    .real("strength", \.strength, 0.2...1, "how far the picture's own colours give way"),
    .real("preserve", \.preserve, 0...1, "how much of the local contrast is the picture's own"),
    .real("contrast", \.contrast, -0.5...1, "how steeply tones run through the ramp"),
    .real("balance", \.balance, -1...1, "midtones to the dark end or, above 0, to the light one"),
  ]

  public init() {}

  /// See `Filter`.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard picture.width > 0, picture.height > 0 else { return picture }
    let base = preserve > 0 ? ToneBase(picture, epsilon: 0.008, jobs: context.jobs) : nil
    let kernel = GradientKernel(self, context.colors, base, width: picture.width)
    return picture.mapLight(kernel, jobs: context.jobs)
  }
}

private struct GradientKernel: LightKernel {
  private let ramp: ColorRamp
  private let place: Curve
  private let strength: Float
  private let preserve: Float
  private var base: ToneBaseRows?

  init(_ map: GradientMap, _ colors: [SRGB], _ base: ToneBase?, width: Int) {
    ramp = ColorRamp(tonal: map.ramp.colors(colors))
    place = Curve { rampPlace($0, contrast: map.contrast, balance: map.balance) }
    (strength, preserve) = (Float(map.strength), Float(map.preserve))
    self.base = base.map { ToneBaseRows($0, width: width) }
  }

  mutating func apply(to light: inout LightRow, y: Int) {
    base?.move(to: y)
    let kernel = self
    light.update { x, source in kernel.mapped(source.lab, at: x) }
  }

  @inline(__always)
  private func mapped(_ lab: LabLanes, at x: Int) -> LightLanes {
    var detail = Lanes()
    if let base { detail = (lab.lightness - base(lab.lightness, at: x)) * preserve }
    let color = ramp(place(lab.lightness - detail))
    let lightness = f32x8_clamp(color.lightness + detail, 0, 1)
    @inline(__always) func mixed(_ from: Lanes, _ to: Lanes) -> Lanes {
      f32x8_fma(to - from, Lanes(repeating: strength), from)
    }
    return LightLanes(
      LabLanes(
        lightness: mixed(lab.lightness, lightness), a: mixed(lab.a, color.a), b: mixed(lab.b, color.b))
    ).inGamut
  }
}
