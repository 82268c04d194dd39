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
    public let piece: any FurniturePiece
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
    samples = brief.materials.map { item in
      let name = choice.material(item.place)
      let option = item.options.first { $0.name == name } ?? item.options[0]
      return Sample(
        item: item, option: option, color: Self.color(item, option, paints, palette),
        stream: textures.child(item.place.rawValue), area: brief.area(item.place))
    }
    self.paints = paints
    pieces = brief.furniture.map { request in
      let name = choice.furniture(request.key)
      let piece = request.options.first { type(of: $0).name == name } ?? request.options[0]
      return Piece(request: request, piece: piece, title: request.title ?? sentence(type(of: piece).name))
    }
    furnishing = try brief.room.furnished(
      with: pieces.map { FurnitureItem(key: $0.key, $0.piece, count: $0.request.count) },
      stream: arrangement)
    surfaces = Self.surfaces(samples, palette)
    surfaces.accent = Self.featureWall(samples, furnishing)
  }

  private static func color(
    _ item: MaterialItem, _ option: MaterialOption, _ paints: [PaintChip], _ palette: Palette
  ) -> SRGB {
    if let color = item.color { return color }
    if let paint = paints.first(where: { $0.key == item.paint }) { return paint.option.color }
    switch option.body {
    case .drawn(let material):
      return SchemeColors(palette: palette).color(of: type(of: material), in: item.place)
    case .photo(let photo): return photo.preview(side: 64).mean
    }
  }

  private static func surfaces(_ samples: [Sample], _ palette: Palette) -> RoomSurfaces {
    func surface(_ place: MaterialPlace) -> RoomSurface? { samples.first { $0.item.place == place }?.surface }
    let plain = SchemeColors(palette: palette).color(of: Paint.self, in: .wall)
    var all = RoomSurfaces(
      floor: surface(.floor) ?? RoomSurface(Finish.timber.color), wall: surface(.wall) ?? RoomSurface(plain))
    if let ceiling = surface(.ceiling) { all.ceiling = ceiling }
    for sample in samples {
      for finish in sample.item.place.finishes { all.finishes[finish] = sample.surface }
    }
    if all.finishes[.accent] == nil {
      all.finishes[.accent] = RoomSurface(SchemeColors(palette: palette).color(of: Paint.self, in: .accent))
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

extension Scheme.Sample {
  /// The sample on a surface of the room.
  var surface: RoomSurface {
    switch option.body {
    case .drawn(let material): RoomSurface(color, material, stream: stream)
    case .photo: RoomSurface(color)
    }
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
  /// Square metres of floor, ceiling or walls, openings taken off; nil for what the room does not tell.
  func area(_ place: MaterialPlace) -> Double? {
    switch place {
    case .floor, .ceiling: return room.width * room.depth
    case .wall:
      let walls = Wall.allCases.reduce(0) { $0 + room.length(of: $1) * room.height }
      return walls - room.openings.reduce(0) { $0 + $1.width * $1.height }
    default: return nil
    }
  }
}

/// A component's name as a caption begins: `coffee-table` as `Coffee table`.
public func sentence(_ name: String) -> String {
  let words = name.replacing("-", with: " ")
  return words.prefix(1).uppercased() + words.dropFirst()
}
