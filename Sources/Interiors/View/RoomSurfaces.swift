import Color
import Materials
import Parameters

/// A surface of a room: a colour, and a material that gives it structure at true scale.
public struct RoomSurface: Sendable {
  public let color: SRGB
  /// Nil for an even coat.
  public let material: (any Material)?
  /// Where the material takes its randomness from.
  public let stream: SeedStream

  public init(
    _ color: SRGB, _ material: (any Material)? = nil,
    stream: SeedStream = SeedStream(seed: 1, path: "material")
  ) {
    (self.color, self.material, self.stream) = (color, material, stream)
  }
}

/// What all the surfaces of a room and its furniture look like.
public struct RoomSurfaces: Sendable {
  public var floor: RoomSurface
  public var wall: RoomSurface
  /// One wall that differs, if any.
  public var accent: (wall: Wall, surface: RoomSurface)?
  public var ceiling = RoomSurface(SRGB(0.97, 0.965, 0.95))
  /// By finish; those not named take the house's own.
  public var finishes: [Finish: RoomSurface]

  public init(floor: RoomSurface, wall: RoomSurface, finishes: [Finish: RoomSurface] = [:]) {
    (self.floor, self.wall, self.finishes) = (floor, wall, finishes)
  }

  /// What a finish looks like here.
  public func surface(_ finish: Finish) -> RoomSurface {
    finishes[finish] ?? RoomSurface(finish.color)
  }
}

extension Finish {
  /// Its usual colour.
  public var color: SRGB {
    let hex =
      switch self {
      case .textile: "#d9d0c1"
      case .accent: "#7f979a"
      case .linen: "#efeae0"
      case .curtain: "#ece6da"
      case .rug: "#e4dccd"
      case .rugBorder: "#b9ad98"
      case .timber: "#c49a6c"
      case .darkTimber: "#5b4332"
      case .metal: "#b08d57"
      case .darkMetal: "#35332f"
      case .stone: "#d8d3ca"
      case .lacquer: "#cfd3cb"
      case .leather: "#9a6840"
      case .ceramic: "#e9e2d6"
      case .shade: "#fbf1dc"
      case .glass: "#dfe9e8"
      case .mirror: "#dbe3e3"
      case .leaf: "#5f7d54"
      case .soil: "#4b3a2c"
      case .paper: "#c9b79c"
      case .steel: "#b9bcbc"
      case .black: "#232324"
      case .art: "#c7b299"
      case .trim: "#f3f0e9"
      }
    return SRGB(hex: hex)!
  }
}
