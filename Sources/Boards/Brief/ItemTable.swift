import CSV
import JSON5
import Parameters

/// One row of an items table: what can be ordered under a key.
public struct ItemRow: Hashable, Sendable {
  public var key = ""
  public var room = ""
  public var description = ""
  public var manufacturer = ""
  public var model = ""
  public var finish = ""
  /// Width x depth x height as the table writes it.
  public var size = ""
  public var quantity = ""
  public var price = ""
  public var link = ""

  public init() {}
}

/// Reads an items table: a header with `key` and `description`, and any of the other columns.
public enum ItemTable {
  /// A table's file, so that a board can tell whether it is still the same.
  public struct File: Hashable, Sendable {
    /// As the brief names it.
    public let name: String
    /// SHA-256 of its content, in hexadecimal.
    public let digest: String

    public init(name: String, digest: String) { (self.name, self.digest) = (name, digest) }
  }

  /// No table may have more rows.
  public static let limit = 100_000
  /// No board lists more items that it does not draw.
  public static let extrasLimit = 12

  /// The columns and what people also call them.
  private static let columns: [(names: [String], path: any WritableKeyPath<ItemRow, String> & Sendable)] = [
    (["key"], \.key), (["room"], \.room), (["description", "item"], \.description),
    (["manufacturer", "maker"], \.manufacturer), (["model", "sku"], \.model), (["finish"], \.finish),
    (["w x d x h", "w × d × h", "wxdxh", "size"], \.size), (["quantity", "qty"], \.quantity),
    (["price"], \.price), (["link", "url"], \.link),
  ]

  private static let needed: [(name: String, path: any WritableKeyPath<ItemRow, String> & Sendable)] = [
    ("key", \.key), ("description", \.description),
  ]

  /// The rows of `bytes` in their order.
  ///
  /// - Parameters:
  ///   - bytes: CSV (RFC 4180), comma or semicolon, UTF-8 with or without a byte order mark.
  ///   - file: its name, for messages.
  /// - Returns: one row a line, empty lines left out.
  /// - Throws: the first thing that is wrong, with file, line and column.
  public static func read(_ bytes: [UInt8], file: String) throws(ItemTableError) -> [ItemRow] {
    var reader: CSVReader
    do { reader = try CSVReader(bytes) } catch { throw ItemTableError(file, error) }
    guard let header = try next(&reader, file) else {
      throw ItemTableError(file, SourcePosition(line: 1, column: 1), "the file holds no header")
    }
    let paths = try columns(of: header, reader, file)
    return try rows(&reader, paths, file)
  }

  private static func next(
    _ reader: inout CSVReader, _ file: String
  ) throws(ItemTableError) -> [CSVField]? {
    do { return try reader.record() } catch { throw ItemTableError(file, error) }
  }

  private static func rows(
    _ reader: inout CSVReader, _ paths: [WritableKeyPath<ItemRow, String>], _ file: String
  ) throws(ItemTableError) -> [ItemRow] {
    var rows: [ItemRow] = []
    var seen: [String: Int] = [:]
    while let fields = try next(&reader, file) {
      // A place is worth a walk through the file, so it is looked up only for a message.
      func problem(_ reason: String) -> ItemTableError {
        ItemTableError(file, reader.position(fields[0].offset), reason)
      }
      guard rows.count < limit else { throw problem("there are more than \(limit) rows, the limit") }
      guard fields.count == paths.count else {
        throw problem("this row has \(fields.count) fields, the header has \(paths.count)")
      }
      var row = ItemRow()
      for (field, path) in zip(fields, paths) { row[keyPath: path] = oneLine(field.text) }
      for (name, path) in needed where row[keyPath: path].isEmpty {
        throw problem("column '\(name)' is empty in this row")
      }
      // The same key may stand for another thing in another room.
      if let first = seen.updateValue(fields[0].offset, forKey: "\(row.room)\u{1F}\(row.key)") {
        throw problem(
          "the key '\(row.key)' stands here again for the same room, first in line \(reader.position(first).line)"
        )
      }
      rows.append(row)
    }
    return rows
  }

  private static func columns(
    of header: [CSVField], _ reader: CSVReader, _ file: String
  ) throws(ItemTableError) -> [WritableKeyPath<ItemRow, String>] {
    var paths: [WritableKeyPath<ItemRow, String>] = []
    for field in header {
      let place = reader.position(field.offset)
      guard let column = columns.first(where: { $0.names.contains(field.text.lowercased()) }) else {
        let names = columns.map { $0.names[0] }
        let hint = nearest(field.text, in: names).map { "; did you mean '\($0)'?" } ?? ""
        throw ItemTableError(
          file, place,
          "the column '\(field.text)' is unknown\(hint) (columns: \(names.joined(separator: ", ")))")
      }
      guard !paths.contains(column.path) else {
        throw ItemTableError(file, place, "the header has two columns '\(column.names[0])'")
      }
      paths.append(column.path)
    }
    for (name, path) in needed where !paths.contains(path) {
      throw ItemTableError(
        file, reader.position(header[0].offset), "the header has no column '\(name)', which is needed")
    }
    return paths
  }

  /// A cell of several lines as one.
  private static func oneLine(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}

/// Why an items table cannot be read, and where.
public struct ItemTableError: Error, Hashable, CustomStringConvertible {
  /// `file:line:column: ` and one sentence.
  public let description: String

  init(_ file: String, _ place: SourcePosition, _ reason: String) {
    description = "\(file):\(place): \(reason)"
  }

  init(_ file: String, _ problem: CSVProblem) {
    self.init(file, problem.position, problem.reason.description)
  }
}
