import Interiors

/// Where a material goes in a room, from the ceiling down: boards put floors low, walls and curtains high.
public enum MaterialPlace: String, CaseIterable, Hashable, Sendable {
  case ceiling, curtain, wall, feature, tile, textile, accent, leather, metal, joinery, timber, worktop, stone
  case rug, floor

  /// In words, for captions.
  public var words: String {
    switch self {
    case .feature: "feature wall"
    case .tile: "wall tile"
    case .textile: "upholstery"
    case .accent: "accents"
    case .metal: "metalwork"
    default: rawValue
    }
  }

  /// The parts of furniture that it is seen on.
  public var finishes: [Finish] {
    switch self {
    case .ceiling, .wall, .feature, .floor, .tile: []
    case .curtain: [.curtain]
    case .textile: [.textile]
    case .accent: [.accent]
    case .leather: [.leather]
    case .metal: [.metal]
    case .joinery: [.lacquer]
    case .timber: [.timber]
    case .worktop, .stone: [.stone]
    case .rug: [.rug]
    }
  }

  /// Cloth and hides: samples of these are thin and cut, not sawn.
  public var isSoft: Bool { [.curtain, .textile, .accent, .leather, .rug].contains(self) }

  /// What people use there: the names that `"*"` stands for.
  public var usual: [String] {
    switch self {
    case .ceiling: ["paint", "plaster", "limewash"]
    case .wall, .feature: ["limewash", "plaster", "paint", "brick", "concrete"]
    case .tile: ["zellige", "metro", "penny", "hexagon"]
    case .curtain: ["linen", "velvet"]
    case .textile, .accent: ["linen", "boucle", "velvet", "herringbone-weave", "houndstooth", "leather"]
    case .leather: ["leather"]
    case .metal: ["brushed-brass", "blackened-steel"]
    case .joinery, .timber: ["oak", "ash", "walnut", "cane"]
    case .worktop, .stone: ["marble", "travertine", "terrazzo", "slate", "concrete"]
    case .rug: ["boucle", "linen", "herringbone-weave"]
    case .floor:
      ["oak", "ash", "walnut", "herringbone-parquet", "chevron-parquet", "terrazzo", "travertine", "cork"]
    }
  }
}
