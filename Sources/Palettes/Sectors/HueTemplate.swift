import Parameters

/// Which hues stand together: sectors of the hue circle that turn with the key hue.
///
/// Matsuda's templates as given by Cohen-Or and others, "Color Harmonization" (2006). They make palettes and never
/// judge them: on real palettes they tell good from random no better than chance.
public enum HueTemplate: String, ParameterOption {
  /// One narrow sector.
  case i
  /// One wide sector: neighbours.
  case V
  /// A narrow and a wide sector at right angles.
  case L
  /// Two narrow sectors, opposite: complements.
  case I
  /// A half circle.
  case T
  /// A wide sector and a narrow one, opposite.
  case Y
  /// Two wide sectors, opposite.
  case X

  /// Where a sector stands from the key hue and how wide it is, in degrees.
  public struct Sector: Hashable, Sendable {
    public let center: Double
    public let width: Double
  }

  /// The key's sector first.
  public var sectors: [Sector] {
    switch self {
    case .i: [Sector(center: 0, width: 18)]
    case .V: [Sector(center: 0, width: 93.6)]
    case .L: [Sector(center: 0, width: 18), Sector(center: 90, width: 79.2)]
    case .I: [Sector(center: 0, width: 18), Sector(center: 180, width: 18)]
    case .T: [Sector(center: 0, width: 180)]
    case .Y: [Sector(center: 0, width: 93.6), Sector(center: 180, width: 18)]
    case .X: [Sector(center: 0, width: 93.6), Sector(center: 180, width: 93.6)]
    }
  }
}
