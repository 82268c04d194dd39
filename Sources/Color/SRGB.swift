/// An encoded sRGB colour (IEC 61966-2-1); components 0...1, opaque.
public struct SRGB: Hashable, Sendable {
  /// Encoded red.
  public var red: Double
  /// Encoded green.
  public var green: Double
  /// Encoded blue.
  public var blue: Double

  /// A colour by its encoded components.
  public init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// All components 1.
  public static let white = SRGB(1, 1, 1)
  /// All components 0.
  public static let black = SRGB(0, 0, 0)

  /// `#rgb` or `#rrggbb`, the hash optional, any case; nil otherwise.
  public init?(hex: String) {
    let digits = hex.hasPrefix("#") ? hex.dropFirst() : Substring(hex)
    let wide = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
    guard wide.count == 6, wide.allSatisfy({ $0.isASCII && $0.isHexDigit }), let v = UInt32(wide, radix: 16)
    else { return nil }
    self.init(Double(v >> 16) / 255, Double(v >> 8 & 255) / 255, Double(v & 255) / 255)
  }

  /// Lower-case `#rrggbb`, components rounded to 8 bits.
  public var hex: String {
    let digits = String(packed & 0xff_ffff, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// `0xffRRGGBB`, components clamped and rounded to 8 bits.
  public var packed: UInt32 {
    func byte(_ v: Double) -> UInt32 { UInt32((max(0, min(1, v)) * 255 + 0.5).rounded(.down)) }
    return 0xff00_0000 | byte(red) << 16 | byte(green) << 8 | byte(blue)
  }

  /// The nearest colour that 8 bits a component can hold, so that hex and pixels agree.
  public var quantized: SRGB {
    let v = packed
    return SRGB(Double(v >> 16 & 255) / 255, Double(v >> 8 & 255) / 255, Double(v & 255) / 255)
  }
}
