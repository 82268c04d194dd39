import Color
import Composition
import Interiors
import JSON5

/// What a board shows, to be ordered: one entry a key.
public struct Schedule: Sendable {
  /// What the board is called.
  public let board: String
  public let entries: [Entry]
  /// What a client should know of the arrangement.
  public let remarks: [String]

  /// One line of the schedule.
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var category: Category
    public var room = ""
    public var description = ""
    public var manufacturer = ""
    public var model = ""
    public var finish = ""
    /// Width x depth x height in millimetres.
    public var size = ""
    public var quantity = ""
    public var unit = ""
    public var price = ""
    public var link = ""
    public var color = ""
    /// Its part of the room, 0...1.
    public var share: Double?
  }

  /// What a key's letter stands for.
  public enum Category: String, Sendable { case material, paint, furniture, lighting, item, image }

  /// The keys in the order of the schedule.
  public var keys: [String] { entries.map(\.key) }
}

extension Schedule {
  /// The schedule of a scheme; the items table adds makers, models, prices and whatever else it knows.
  public init(_ scheme: Scheme, board: String) {
    self.board = board
    remarks = scheme.furnishing.remarks
    let brief = scheme.brief
    let room = brief.room.kind.rawValue
    var entries = scheme.samples.map { Entry($0) } + scheme.paints.map { Entry($0) }
    entries += scheme.pieces.map { Entry($0) }
    entries += brief.extras.map { Entry(key: $0.key, category: .item) }
    entries += brief.photos.enumerated().map { index, photo in
      Entry(
        key: "I\(index + 1)", category: .image, description: photo.name,
        manufacturer: photo.credit ?? "no credit given", model: photo.license ?? "")
    }
    self.entries = entries.map { entry in
      var entry = entry
      entry.room = room
      if let row = brief.item(entry.key) { entry.add(row) }
      return entry
    }
  }
}

extension Schedule.Entry {
  fileprivate init(_ sample: Scheme.Sample) {
    self.init(key: sample.key, category: .material)
    description = "\(sample.option.title), \(sample.item.note ?? sample.item.place.words)"
    finish = sample.option.name
    color = sample.color.hex
    share = sample.item.share
    if let area = sample.area { (quantity, unit) = ("\((area * 10).rounded() / 10)", "m2") }
  }

  fileprivate init(_ paint: Scheme.PaintChip) {
    self.init(key: paint.key, category: .paint)
    description = paint.option.name ?? "Paint"
    model = paint.option.code
    color = paint.option.color.hex
    share = paint.item.share
  }

  fileprivate init(_ piece: Scheme.Piece) {
    let isLight = piece.key.hasPrefix("L")
    self.init(key: piece.key, category: isLight ? .lighting : .furniture)
    description = piece.title
    if piece.size != nil { size = piece.sizeText }
    quantity = "\(piece.request.count)"
    unit = "pcs"
  }

  /// What the table says wins over what was worked out.
  fileprivate mutating func add(_ row: ItemRow) {
    func take(_ text: String, _ path: WritableKeyPath<Self, String>) {
      if !text.isEmpty { self[keyPath: path] = text }
    }
    take(row.room, \.room)
    take(row.description, \.description)
    take(row.manufacturer, \.manufacturer)
    take(row.model, \.model)
    take(row.finish, \.finish)
    take(row.size, \.size)
    take(row.quantity, \.quantity)
    take(row.price, \.price)
    take(row.link, \.link)
  }
}

extension Schedule {
  private static let columns: [(title: String, value: @Sendable (Entry) -> String)] = [
    ("key", { $0.key }), ("category", { $0.category.rawValue }), ("room", { $0.room }),
    ("description", { $0.description }), ("manufacturer", { $0.manufacturer }), ("model", { $0.model }),
    ("finish", { $0.finish }), ("W x D x H", { $0.size }), ("quantity", { $0.quantity }),
    ("unit", { $0.unit }), ("price", { $0.price }), ("link", { $0.link }), ("colour", { $0.color }),
    ("share", { $0.share.map { "\($0)" } ?? "" }),
  ]

  /// The schedule as CSV (RFC 4180, UTF-8, lines end in CRLF).
  public var csv: String {
    let rows = [Self.columns.map(\.title)] + entries.map { entry in Self.columns.map { $0.value(entry) } }
    return rows.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",;\"\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// The schedule as JSON; what is not known is left out.
  public var json: JSONTree {
    .members([
      ("board", .string(board)),
      (
        "entries",
        .array(
          entries.map { entry in
            .members(
              Self.columns.map { column in
                let text = column.value(entry)
                let value: JSONTree =
                  column.title == "share" ? entry.share.map { .number($0) } ?? .null : .string(text)
                return (column.title, text.isEmpty ? nil : value)
              })
          })
      ),
      ("remarks", remarks.isEmpty ? nil : .array(remarks.map { .string($0) })),
    ])
  }

  /// Whose pictures a board shows, one a line; a missing credit is named.
  public static func credits(of brief: BoardBrief) -> String {
    let lines = brief.allPhotos.map { photo in
      let credit = photo.credit.map { "photo: \($0)" } ?? "WARNING: no credit given"
      let license = photo.license.map { "licence: \($0)" } ?? "no licence given"
      return "\(photo.name): \(credit); \(license)"
    }
    let own = "All else (materials, furniture, plan and view): drawn by Maquette"
    return (lines + [own]).map { $0 + "\n" }.joined()
  }
}
