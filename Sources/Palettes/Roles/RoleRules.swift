import Color

/// What the roles of a palette promise each other.
public enum RoleRules {
  /// WCAG ratio of text on background and surface, of muted text, and of text on the accent.
  public static let text = 4.5
  /// Perceptual contrast of text on the background, either sign.
  public static let textPerceptual = 75.0
  /// WCAG ratio of the accent on the background: enough for display type and graphics.
  public static let accent = 3.0
  /// The share of every ratio that must be left in the eyes of protan, deutan and tritan viewers.
  ///
  /// Dichromats see other luminances: a red on black loses contrast. A tenth may go; at lesser severities the
  /// loss lies in between.
  public static let simulatedShare = 0.9
}

/// A colour's luminance in the eyes of normal, protan, deutan and tritan viewers, after rounding to 8 bits.
struct Sight: Sendable {
  let color: SRGB
  let luminances: SIMD4<Double>

  init(_ c: SRGB) {
    color = c.quantized
    let v = Int(c.packed)
    let linear = LinearRGB(Self.decoded[v >> 16 & 255], Self.decoded[v >> 8 & 255], Self.decoded[v & 255])
    luminances = [
      linear.luminance, Self.limited(linear.seen(by: .protan)), Self.limited(linear.seen(by: .deutan)),
      Self.limited(linear.seen(by: .tritan)),
    ]
  }

  /// Relative luminance for normal eyes.
  var lightness: Double { luminances.x }

  /// Linear light of every 8-bit code: roles are asked about thousands of colours.
  private static let decoded = (0..<256).map { decodeSRGB(Double($0) / 255) }

  /// Screens cannot show less than nothing or more than all.
  private static func limited(_ c: LinearRGB) -> Double {
    func limit(_ v: Double) -> Double { max(0, min(1, v)) }
    return LinearRGB(limit(c.red), limit(c.green), limit(c.blue)).luminance
  }

  /// The worst of the four contrasts, as a share of what `ratio` asks of it: 1 or more holds.
  func margin(on ground: Sight, _ ratio: Double) -> Double {
    let light = pointwiseMax(luminances, ground.luminances) + 0.05
    let dark = pointwiseMin(luminances, ground.luminances) + 0.05
    let share = RoleRules.simulatedShare
    return (light / dark / SIMD4(ratio, ratio * share, ratio * share, ratio * share)).min()
  }

  /// True if this colour can set type on a ground as it is, with room to spare.
  func carries(on ground: Sight) -> Bool {
    margin(on: ground, 7) >= 1 && perceptualMargin(on: ground) >= 1
  }

  /// Perceptual contrast as text on a ground, as a share of what `RoleRules` ask of it.
  func perceptualMargin(on ground: Sight) -> Double {
    abs(perceptualContrast(text: color, ground: ground.color)) / RoleRules.textPerceptual
  }
}

/// One demand on a colour: a ratio on a ground, and for text its perceptual contrast too.
struct Demand {
  let role: String
  let groundRole: String
  let ground: Sight
  let ratio: Double
  var isText = false

  /// 1 or more if `color` fulfils it.
  func margin(_ color: Sight) -> Double {
    let plain = color.margin(on: ground, ratio)
    return isText && plain >= 1 ? min(plain, color.perceptualMargin(on: ground)) : plain
  }
}
