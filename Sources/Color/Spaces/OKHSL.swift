import Elementary

/// Ottosson's OKHSL (2021): hue in degrees, saturation and lightness 0...1, which together fill sRGB.
///
/// For sliders: equal steps look about equal, and every position of the three is a colour of sRGB
/// (to within 0.01 of a component, the error of the fitted gamut edge).
public struct OKHSL: Hashable, Sendable {
  /// Degrees, as in ``OKLCH``.
  public var hue: Double
  /// 0 (grey) to 1 (edge of sRGB).
  public var saturation: Double
  /// 0 (black) to 1 (white); close to L* / 100.
  public var lightness: Double

  /// A colour by its coordinates.
  public init(_ hue: Double, _ saturation: Double, _ lightness: Double) {
    self.hue = hue
    self.saturation = saturation
    self.lightness = lightness
  }

  /// From encoded sRGB. #336699 is 250.43306, 0.61707, 0.42036.
  public init(_ c: SRGB) { self.init(OKLCH(c)) }

  /// From OKLCH; saturation passes 1 outside sRGB. Black, white and greys have saturation 0.
  public init(_ c: OKLCH) {
    let lightness = OKLCH.toe(c.lightness)
    guard c.chroma > 1e-9, c.lightness > 0, c.lightness < 1 else {
      self.init(c.hue, 0, lightness)
      return
    }
    let steps = ChromaSteps(lightness: c.lightness, hue: c.hue)
    self.init(c.hue, steps.saturation(c.chroma), lightness)
  }

  /// The inverse of ``init(_:)-(OKLCH)``.
  public var lch: OKLCH {
    let value = OKLCH.toeInverse(lightness)
    guard saturation != 0, lightness > 0, lightness < 1 else { return OKLCH(value, 0, hue) }
    return OKLCH(value, ChromaSteps(lightness: value, hue: hue).chroma(saturation), hue)
  }

  /// Encoded sRGB, components limited to 0...1. Lightness outside 0...1 is a mistake of the caller.
  public var srgb: SRGB {
    precondition((0...1).contains(lightness), "lightness \(lightness) is outside 0...1")
    return SRGB(lch.lab.linear).clamped
  }
}

/// The chromas at saturation 0 (slope), 0.8 and 1 for one lightness and hue; rational curves join them.
private struct ChromaSteps {
  private let slope: Double
  private let middle: Double
  private let edge: Double
  private static let knee = 0.8

  init(lightness: Double, hue: Double) {
    let (b, a) = Exact.sincos(hue * Double.pi / 180)
    let triangle = GamutTriangle(a: a, b: b)
    edge = triangle.maximalChroma(at: lightness)
    let (dark, light) = (lightness, 1 - lightness)
    let hold = edge / min(dark * triangle.saturation, light * triangle.tint)
    let typical = GamutTriangle.typicalSlopes(a: a, b: b)
    let (p, q) = (dark * typical.saturation, light * typical.tint)
    // Soft minima, so that no edge of the triangle shows in the slider.
    middle = 0.9 * hold * (1 / (1 / (p * p * p * p) + 1 / (q * q * q * q))).squareRoot().squareRoot()
    let (u, v) = (dark * 0.4, light * 0.8)
    slope = (1 / (1 / (u * u) + 1 / (v * v))).squareRoot()
  }

  func chroma(_ saturation: Double) -> Double {
    let knee = Self.knee
    guard saturation >= knee else {
      let (t, k) = (saturation / knee, knee * slope)
      return t * k / (1 - (1 - k / middle) * t)
    }
    let (t, k) = ((saturation - knee) / (1 - knee), upperSlope)
    return middle + t * k / (1 - (1 - k / (edge - middle)) * t)
  }

  func saturation(_ chroma: Double) -> Double {
    let knee = Self.knee
    guard chroma >= middle else {
      let k = knee * slope
      return chroma / (k + (1 - k / middle) * chroma) * knee
    }
    let (k, c) = (upperSlope, chroma - middle)
    return knee + (1 - knee) * c / (k + (1 - k / (edge - middle)) * c)
  }

  /// Continues the slope of the lower curve at the knee.
  private var upperSlope: Double { (1 - Self.knee) * middle * middle / (Self.knee * Self.knee * slope) }
}
