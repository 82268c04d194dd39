import Color
import Composition
import Geometry
import Interiors
import Materials

/// What a client asks of a room, checked: the room, what it is made of, what stands in it.
public struct BoardBrief: Sendable {
  public var client: String?
  public var project: String?
  /// One line of mood, such as `calm, salt-bleached, quietly warm`.
  public var mood: String?
  public var room: Room
  /// From the ceiling down.
  public var materials: [MaterialItem]
  public var paints: [PaintItem]
  public var furniture: [FurnitureRequest]
  /// Rows of the items table that belong to this room.
  public var items: [ItemRow]
  /// The file that they come from.
  public var table: ItemTable.File?
  /// The client's pictures.
  public var photos: [Photo]

  public init(room: Room) {
    self.room = room
    (materials, paints, furniture, items, photos) = ([], [], [], [], [])
  }
}

/// A finish, and what it may be.
public struct MaterialItem: Sendable {
  /// As the board prints it, such as `M2`.
  public let key: String
  public let place: MaterialPlace
  /// Its part of what is seen of the room, 0...1.
  public let share: Double
  /// At least one; those that the brief names first, then whatever else there is.
  public let options: [MaterialOption]
  /// How many options the brief names.
  public let named: Int
  /// How often each of the named options is drawn; empty for all alike.
  public let weights: [Double]
  /// What it is used for, if the brief says so.
  public let note: String?
  /// A colour of its own; nil to take the scheme's.
  public let color: SRGB?
  /// The key of the paint that gives its colour.
  public let paint: String?

  public init(
    key: String, place: MaterialPlace, share: Double, options: [MaterialOption], named: Int = 1,
    weights: [Double] = [], note: String? = nil, color: SRGB? = nil, paint: String? = nil
  ) {
    (self.key, self.place, self.share, self.options) = (key, place, share, options)
    (self.named, self.weights) = (named, weights)
    (self.note, self.color, self.paint) = (note, color, paint)
  }
}

/// One material that a place may get.
public struct MaterialOption: Sendable {
  /// As the brief writes it.
  public let name: String
  /// For captions.
  public let title: String
  public let material: any Material
  /// What the client gave to show it; nil for a material of the catalogue.
  public let photo: Photo?

  public init(name: String, title: String, _ material: any Material, photo: Photo? = nil) {
    (self.name, self.title, self.material, self.photo) = (name, title, material, photo)
  }

  /// How large a stretch shows what it is, in millimetres of a square sample's side.
  var sampleSide: Double {
    // A photo shows as much as its maker thought worth showing.
    photo == nil ? type(of: material).sampleSide : material.tile.longSide / 2
  }
}

/// A paint by its maker's code, and what it may be instead.
public struct PaintItem: Sendable {
  /// As the board prints it, such as `P1`.
  public let key: String
  /// At least one.
  public let options: [PaintOption]
  /// Its part of what is seen of the room; nil if a material carries it.
  public let share: Double?

  public init(key: String, options: [PaintOption], share: Double? = nil) {
    (self.key, self.options, self.share) = (key, options, share)
  }
}

/// One paint of a maker.
public struct PaintOption: Hashable, Sendable {
  public let code: String
  public let name: String?
  public let color: SRGB

  public init(code: String, name: String? = nil, color: SRGB) {
    (self.code, self.name, self.color) = (code, name, color)
  }
}

/// A piece of furniture or a light, and what it may be.
public struct FurnitureRequest: Sendable {
  /// As the board prints it, such as `F1` or `L2`.
  public var key: String
  /// Those that the brief names first, then others of the same use; empty for what is only pictured.
  public let options: [any FurniturePiece]
  /// How many options the brief names.
  public let named: Int
  public let count: Int
  /// For captions; nil for the piece's own name.
  public let title: String?
  /// What the client gave to show it; nil for a piece of the library. Its options then stand for it in the room.
  public let picture: FurniturePicture?

  public init(
    key: String = "", options: [any FurniturePiece], named: Int = 1, count: Int = 1, title: String? = nil,
    picture: FurniturePicture? = nil
  ) {
    (self.key, self.options, self.named, self.count, self.title) = (key, options, named, count, title)
    self.picture = picture
  }
}

extension BoardBrief {
  /// The keys of all that a board of this brief shows, in the order of its schedule.
  public var keys: [String] {
    materials.map(\.key) + paints.map(\.key) + furniture.map(\.key) + extras.map(\.key)
      + photos.indices.map { "I\($0 + 1)" }
  }

  /// Items that are listed and not drawn: those of the table that name nothing else.
  public var extras: [ItemRow] {
    let known = materials.map(\.key) + paints.map(\.key) + furniture.map(\.key)
    return items.filter { !known.contains($0.key) }
  }

  /// What the items table says of a key.
  public func item(_ key: String) -> ItemRow? { items.first { $0.key == key } }
}

extension BoardBrief {
  /// Every picture file that the brief names, each once: the client's photos, those of materials and of furniture.
  public var allPhotos: [Photo] {
    let all =
      photos + materials.flatMap(\.options).compactMap(\.photo) + furniture.compactMap { $0.picture?.photo }
    return all.enumerated().filter { !all[..<$0.offset].contains($0.element) }.map(\.element)
  }
}
