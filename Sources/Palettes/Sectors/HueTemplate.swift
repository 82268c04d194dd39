import Parameters

/// Which hues stand together: sectors of the hue circle that turn with the key hue.
///
/// Matsuda's templates as given by Cohen-Or and others, "Color Harmonization" (2006). They make palettes and never
/// judge them: on real palettes they tell good from random no better than chance.
public enum HueTemplate: String, ParameterOption {
  /// One narrow sector.
  case narrow = "i"
  /// One wide sector: neighbours.
  case wide = "V"
  /// A narrow and a wide sector at right angles.
  case rightAngle = "L"
  /// Two narrow sectors, opposite: complements.
  case opposite = "I"
  /// A half circle.
  case half = "T"
  /// A wide sector and a narrow one, opposite.
  case wideAndOpposite = "Y"
  /// Two wide sectors, opposite.
  case twoWide = "X"

  /// Where a sector stands from the key hue and how wide it is, in degrees.
  public struct Sector: Hashable, Sendable {
    public let center: Double
    public let width: Double
  }

  /// The key's sector first.
  public var sectors: [Sector] {
    switch self {
    case .narrow: [Sector(center: 0, width: 18)]
    case .wide: [Sector(center: 0, width: 93.6)]
    case .rightAngle: [Sector(center: 0, width: 18), Sector(center: 90, width: 79.2)]
    case .opposite: [Sector(center: 0, width: 18), Sector(center: 180, width: 18)]
    case .half: [Sector(center: 0, width: 180)]
    case .wideAndOpposite: [Sector(center: 0, width: 93.6), Sector(center: 180, width: 18)]
    case .twoWide: [Sector(center: 0, width: 93.6), Sector(center: 180, width: 93.6)]
    }
  }
}
