import Color

/// What a brief says, in reading order.
public struct Content: Hashable, Sendable {
  public var elements: [ContentElement]

  public init(_ elements: [ContentElement]) { self.elements = elements }

  /// The first element of a role.
  public func first(_ role: ContentRole) -> ContentElement? { elements.first { $0.role == role } }

  /// The pictures that a layout places, in reading order.
  public var images: [Photo] { elements.filter { $0.role == .image }.compactMap(\.photo) }

  /// The logos in outlines, in reading order.
  public var drawings: [VectorPicture] { elements.compactMap(\.drawing) }

  /// All elements of the given roles, in reading order.
  public func all(_ roles: ContentRole...) -> [ContentElement] {
    elements.filter { roles.contains($0.role) }
  }
}

/// What a piece of content is.
public enum ContentRole: String, CaseIterable, Hashable, Sendable {
  case title, subtitle, lead, body, list, date, place, credits, small, quote, price, action
  case image, logo, swatches

  /// True for roles that are a picture file rather than words.
  public var isPicture: Bool { self == .image || self == .logo }
}

/// One piece of content.
public struct ContentElement: Hashable, Sendable {
  public let role: ContentRole
  /// One item, or several for a list; none for a picture.
  public let items: [String]
  /// The items in cells: `19:00 | Opening` has two.
  public let rows: [[String]]
  /// The file of an image or of a logo in pixels; nil for words.
  public let photo: Photo?
  /// The file of a logo in outlines; nil for all else.
  public var drawing: VectorPicture?
  /// The colours of swatches, one an item; empty for all else.
  public var swatches: [SRGB] = []
  /// 0 to 1; the title usually has 1.
  public let importance: Double
  /// May be left out where space is short.
  public let mayDrop: Bool
  /// The smallest size in points that the writer allows; nil for the house's own limit.
  public let minimumSize: Double?
  /// Stands above the items of a list.
  public var heading: String?
  /// Elements with the same word here are set together.
  public var keep: String?
  /// False for an image that must be shown whole.
  public var mayCrop = true

  public init(
    role: ContentRole, items: [String], importance: Double = 0.5, mayDrop: Bool = false,
    minimumSize: Double? = nil, heading: String? = nil, keep: String? = nil, photo: Photo? = nil
  ) {
    self.role = role
    self.items = items
    rows = items.map { $0.split(separator: "|").map { String($0.trimmingSpaces) } }
    self.photo = photo
    self.importance = importance
    self.mayDrop = mayDrop
    self.minimumSize = minimumSize
    self.heading = heading
    self.keep = keep
  }

  /// The items as one running text.
  public var text: String { rows.map { $0.joined(separator: " · ") }.joined(separator: ", ") }
}

extension Substring {
  /// Without spaces at both ends.
  var trimmingSpaces: Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
