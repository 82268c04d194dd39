import Canvas
import Color
import Composition
import Interiors
import Materials
import Parameters

/// One way to furnish and finish a brief's room: every choice made, every colour known.
public struct Scheme: Sendable {
  public let brief: BoardBrief
  public var samples: [Sample]
  public var paints: [PaintChip]
  public var pieces: [Piece]
  public var furnishing: Furnishing
  public var surfaces: RoomSurfaces
  /// The room's rare colour, for what is small: cushions, and the keys of its board.
  public let accent: SRGB

  /// A finish as the board shows it.
  public struct Sample: Sendable {
    public let item: MaterialItem
    public let option: MaterialOption
    public let color: SRGB
    /// Where the texture takes its randomness from.
    public let stream: SeedStream
    /// Square metres to order, where the room tells; nil elsewhere.
    public let area: Double?

    public var key: String { item.key }
  }

  /// A paint as the board shows it.
  public struct PaintChip: Sendable {
    public let item: PaintItem
    public let option: PaintOption

    public var key: String { item.key }
  }

  /// A piece of furniture as the board shows it.
  public struct Piece: Sendable {
    public let request: FurnitureRequest
    /// As it stands in the room; nil for what is only pictured.
    public let piece: (any FurniturePiece)?
    public let title: String

    public var key: String { request.key }
  }

  /// A colour of the room and how much of it is seen.
  public struct Chip: Sendable, Equatable {
    public let key: String
    public let name: String
    public let code: String
    public let color: SRGB
    /// The shares of a board's chips sum to 1.
    public let share: Double
  }
}

/// What a variant chooses of a brief.
public struct SchemeChoice: Sendable {
  /// The chosen option's name by place.
  public var material: @Sendable (MaterialPlace) -> String?
  /// The chosen option's code by the paint's key.
  public var paint: @Sendable (String) -> String?
  /// The chosen piece's name by key.
  public var furniture: @Sendable (String) -> String?

  public init(
    material: @escaping @Sendable (MaterialPlace) -> String?,
    paint: @escaping @Sendable (String) -> String?, furniture: @escaping @Sendable (String) -> String?
  ) {
    (self.material, self.paint, self.furniture) = (material, paint, furniture)
  }
}

extension Scheme {
  /// Makes every choice of a brief.
  ///
  /// - Parameters:
  ///   - brief: what is asked.
  ///   - choice: the variant's choices; the first option where it says nothing.
  ///   - palette: colours for what is painted, dyed or glazed.
  ///   - textures: randomness of the materials.
  ///   - arrangement: randomness of the furniture's places.
  /// - Throws: which piece does not fit and by how much.
  public init(
    _ brief: BoardBrief, _ choice: SchemeChoice, palette: Palette, textures: SeedStream,
    arrangement: SeedStream
  ) throws(FurnishingFailure) {
    self.brief = brief
    let paints = brief.paints.map { item in
      let code = choice.paint(item.key)
      return PaintChip(item: item, option: item.options.first { $0.code == code } ?? item.options[0])
    }
    let given = Self.given(brief, choice, paints)
    let colors = SchemeColors(palette: palette, given: given)
    accent = colors.accent
    self.paints = paints
    pieces = brief.furniture.map { request in
      let name = choice.furniture(request.key)
      let piece = request.options.first { type(of: $0).name == name } ?? request.options.first
      return Piece(
        request: request, piece: piece,
        title: request.title ?? sentence(piece.map { type(of: $0).name } ?? "piece"))
    }
    furnishing = try brief.room.furnished(
      with: pieces.compactMap { piece in
        piece.piece.map { FurnitureItem(key: piece.key, $0, count: piece.request.count) }
      },
      stream: arrangement)
    let feature = brief.materials.contains { $0.place == .feature } ? furnishing.mainWall : nil
    samples = brief.materials.map { item in
      let option = item.option(choice.material(item.place))
      return Sample(
        item: item, option: option, color: Self.color(item, option, paints, colors),
        stream: textures.child(item.place.rawValue), area: brief.area(item.place, feature: feature))
    }
    surfaces = Self.surfaces(samples, colors)
    surfaces.accent = Self.featureWall(samples, furnishing)
  }

  private static func color(
    _ item: MaterialItem, _ option: MaterialOption, _ paints: [PaintChip], _ colors: SchemeColors
  ) -> SRGB {
    given(item, option, paints) ?? colors.color(of: type(of: option.material), in: item.place)
  }

  /// The colour that a brief settles for a material; nil where the palette gives it.
  private static func given(_ item: MaterialItem, _ option: MaterialOption, _ paints: [PaintChip]) -> SRGB? {
    item.color ?? paints.first { $0.key == item.paint }?.option.color
      ?? option.photo.map { $0.preview(side: 64).mean }
  }

  /// The strongest of the settled colours, by chroma and share; nil if all of them are quiet. Floors and woods are brown
  /// and lead nowhere.
  private static func given(
    _ brief: BoardBrief, _ choice: SchemeChoice, _ paints: [PaintChip]
  ) -> SRGB? {
    let leading: [MaterialPlace] = [.curtain, .wall, .feature, .tile, .textile, .joinery]
    let colors = brief.materials.filter { leading.contains($0.place) }.compactMap { item in
      given(item, item.option(choice.material(item.place)), paints).map {
        (OKLCH($0).chroma * item.share, $0)
      }
    }
    return colors.filter { OKLCH($0.1).chroma > 0.035 }.max { $0.0 < $1.0 }?.1
  }

  private static func surfaces(_ samples: [Sample], _ colors: SchemeColors) -> RoomSurfaces {
    func surface(_ place: MaterialPlace) -> RoomSurface? { samples.first { $0.item.place == place }?.surface }
    let plain = colors.color(of: Paint.self, in: .wall)
    var all = RoomSurfaces(
      floor: surface(.floor) ?? RoomSurface(Finish.timber.color), wall: surface(.wall) ?? RoomSurface(plain))
    if let ceiling = surface(.ceiling) { all.ceiling = ceiling }
    for sample in samples {
      for finish in sample.item.place.finishes { all.finishes[finish] = sample.surface }
    }
    if all.finishes[.accent] == nil {
      all.finishes[.accent] = RoomSurface(colors.color(of: Paint.self, in: .accent))
    }
    return all
  }

  /// The feature goes behind the first piece of the brief.
  private static func featureWall(_ samples: [Sample], _ furnishing: Furnishing)
    -> (wall: Wall, surface: RoomSurface)?
  {
    samples.first { $0.item.place == .feature }.map { (furnishing.mainWall, $0.surface) }
  }

  /// The room's colours by how much of them is seen, the largest first.
  public var chips: [Chip] {
    let carried = samples.compactMap(\.item.paint)
    let materials = samples.map { sample in
      let paint = paints.first { $0.key == sample.item.paint }?.option
      return Chip(
        key: paint == nil ? sample.key : paints.first { $0.key == sample.item.paint }!.key,
        name: paint?.name ?? sample.option.title, code: paint?.code ?? sample.color.hex, color: sample.color,
        share: sample.item.share)
    }
    let rest = paints.filter { !carried.contains($0.key) }.map {
      Chip(
        key: $0.key, name: $0.option.name ?? $0.option.code, code: $0.option.code, color: $0.option.color,
        share: $0.item.share ?? 0.03)
    }
    let all = materials + rest
    let sum = all.reduce(0) { $0 + $1.share }
    let scaled = all.map {
      Chip(key: $0.key, name: $0.name, code: $0.code, color: $0.color, share: $0.share / sum)
    }
    return scaled.enumerated().sorted {
      (-$0.element.share, $0.offset) < (-$1.element.share, $1.offset)
    }.map(\.element)
  }
}

extension Scheme {
  /// The pictures that a board of this scheme shows, with their keys.
  var shownPhotos: [(key: String, photo: Photo)] {
    brief.photos.enumerated().map { ("I\($0 + 1)", $1) }
      + samples.compactMap { sample in sample.option.photo.map { (sample.key, $0) } }
      + pieces.compactMap { piece in piece.request.picture.map { (piece.key, $0.photo) } }
  }
}

extension Scheme.Sample {
  /// The sample on a surface of the room.
  var surface: RoomSurface {
    // Textures are known by their randomness: two photos must not be taken for one.
    RoomSurface(color, option.material, stream: option.photo.map { stream.child($0.digest) } ?? stream)
  }
}

extension MaterialItem {
  /// The option of that name; the first if it has none of it.
  fileprivate func option(_ name: String?) -> MaterialOption {
    options.first { $0.name == name } ?? options[0]
  }
}

extension Furnishing {
  /// The wall that the first piece of the brief has at its back: the one to look at.
  public var mainWall: Wall {
    guard let first = pieces.first(where: { $0.item.use.stance == .floor }) else { return .north }
    let turns = Int((first.rotation / 90).rounded())
    return Wall.allCases.first { $0.turns == (turns % 4 + 4) % 4 }!
  }
}

extension BoardBrief {
  /// Square metres of floor, ceiling or walls, openings taken off; nil for what the room does not tell. The walls'
  /// finish goes around the wall that has one of its own.
  func area(_ place: MaterialPlace, feature: Wall?) -> Double? {
    func area(_ wall: Wall) -> Double {
      room.length(of: wall) * room.height - room.openings(on: wall).reduce(0) { $0 + $1.width * $1.height }
    }
    switch place {
    case .floor, .ceiling: return room.width * room.depth
    case .wall: return Wall.allCases.filter { $0 != feature }.map(area).reduce(0, +)
    case .feature: return feature.map(area)
    default: return nil
    }
  }
}

/// A component's name as a caption begins: `coffee-table` as `Coffee table`.
public func sentence(_ name: String) -> String {
  let words = name.replacing("-", with: " ")
  return words.prefix(1).uppercased() + words.dropFirst()
}
