import Parameters

/// Sets of inks that print well together, the deepest first; each holds one ink that signals.
///
/// A set has one deep ink for type and line, one that carries the picture, one light one whose overprints
/// stay clean, and at most one more. No two share a hue; complements are kept apart by lightness, since their
/// overprint is grey.
public enum InkSet: String, ParameterOption {
  case quay, orchard, press, bakery, gallery, tram, garden, lido, almanac, matinee, kiosk, dusk

  /// Two to four inks in printing order; the first two make the two-colour job.
  public var inks: [SpotInk] {
    switch self {
    case .quay: [.night, .poppy, .kingfisher, .lamp]
    case .orchard: [.bottle, .shrimp, .pear, .brick]
    case .press: [.soot, .poppy, .lamp, .fog]
    case .bakery: [.cocoa, .marigold, .shrimp, .bottle]
    case .gallery: [.soot, .harbour, .shrimp, .lamp]
    case .tram: [.harbour, .brick, .lamp, .kingfisher]
    case .garden: [.bottle, .peony, .meadow, .lamp]
    case .lido: [.harbour, .shrimp, .lagoon, .lamp]
    case .almanac: [.currant, .lagoon, .marigold, .soot]
    case .matinee: [.iris, .poppy, .lamp, .night]
    case .kiosk: [.night, .peony, .lamp, .lagoon]
    case .dusk: [.night, .marigold, .peony, .iris]
    }
  }
}
