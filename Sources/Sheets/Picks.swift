import Parameters

/// What people decided about the tiles of a sheet: a text file beside it that they own and may edit.
///
/// One line a tile, `07 P 4 a note  #k7f2q`: its number, `P` picked or `X` rejected (or `-`), stars 1 to 5 (or `-`), a
/// note, and after `#` the variant's id. The id counts, so that decisions survive when a sheet is made again; without
/// one the number counts.
public struct Picks: Hashable, Sendable {
  public enum Flag: String, Hashable, Sendable {
    case picked = "P"
    case rejected = "X"
  }

  public struct Entry: Hashable, Sendable {
    /// The tile's number when it was rated, from 1.
    public var number: Int
    public var id: String
    public var flag: Flag?
    /// 0 for none, else 1...5.
    public var stars: Int
    public var note: String

    var isEmpty: Bool { flag == nil && stars == 0 && note.isEmpty }

    /// For captions: `P ★★★★`.
    var shown: String? {
      let parts = [flag?.rawValue, stars > 0 ? String(repeating: "★", count: stars) : nil].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
  }

  /// In the order of tile numbers.
  public private(set) var entries: [Entry] = []

  public init() {}

  /// The decision about a variant.
  public func entry(id: String) -> Entry? { entries.first { $0.id == id } }
}

extension Picks {
  /// Reads the file of a sheet whose tiles have the given ids, the first one number 1. Lines of tiles that the sheet
  /// no longer has are kept.
  ///
  /// Throws a sentence with the line that is wrong and what is possible.
  public init(text: String, file: String, ids: [String]) throws(PicksError) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let words = line.drop { $0.isWhitespace || $0 == "\u{feff}" }
      guard !words.isEmpty, !words.hasPrefix("#") else { continue }
      guard let entry = Entry(String(words), ids: ids) else {
        throw PicksError(
          "\(file):\(index + 1): '\(words)' is no decision; write a tile's number (1...\(ids.count)), P, X or -, stars 1...5 or -, and a note, as in '07 P 4 more air'"
        )
      }
      put(entry)
    }
  }

  /// The file's text; ends with a line break unless there is nothing to say.
  public var text: String { entries.map { $0.line + "\n" }.joined() }

  private mutating func put(_ entry: Entry) {
    entries.removeAll { $0.id == entry.id }
    guard !entry.isEmpty else { return }
    let index = entries.firstIndex { ($0.number, $0.id) > (entry.number, entry.id) } ?? entries.count
    entries.insert(entry, at: index)
  }

  /// Applies a word such as `7=P`, `12=4`, `3=X`, `5=P4: more air`, `8=U` (no flag) or `8=0` (no stars).
  ///
  /// - Throws: a sentence that names the word and what is possible.
  public mutating func apply(_ word: String, ids: [String]) throws(PicksError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]) else {
      throw PicksError(
        "'\(word)' is no decision; write TILE=P, X, U, 0...5 or a note, as in 7=P4 or '7=:more air'")
    }
    guard ids.indices.contains(number - 1) else {
      throw PicksError("there is no tile \(number); the sheet has tiles 1...\(ids.count)")
    }
    let id = ids[number - 1]
    var entry = entry(id: id) ?? Entry(number: number, id: id, flag: nil, stars: 0, note: "")
    entry.number = number
    var rest = parts[1]
    guard !rest.isEmpty else { throw PicksError("'\(word)' says nothing; write P, X, U, 0...5 or :note") }
    if let first = rest.first?.uppercased(), ["P", "X", "U"].contains(first) {
      entry.flag = Flag(rawValue: first)
      rest.removeFirst()
    }
    if let stars = rest.first?.wholeNumberValue {
      guard (0...5).contains(stars) else { throw PicksError("'\(word)': stars are 0...5") }
      entry.stars = stars
      rest.removeFirst()
    }
    if rest.hasPrefix(":") {
      entry.note = String(rest.dropFirst().drop { $0.isWhitespace }).filter { !$0.isNewline && $0 != "#" }
    } else if !rest.isEmpty {
      throw PicksError(
        "'\(word)': '\(rest)' is not understood; write P, X, U, 0...5, or a note after a colon")
    }
    put(entry)
  }

  /// Takes over all decisions of another list.
  public mutating func merge(_ other: Picks) {
    for entry in other.entries { put(entry) }
  }
}

extension Picks.Entry {
  /// Reads a line; nil if it is none.
  fileprivate init?(_ line: String, ids: [String]) {
    let (body, mark) = Self.split(line)
    var words = body.split(separator: " ", omittingEmptySubsequences: true)[...]
    guard let number = words.popFirst().flatMap({ Int($0) }), number >= 1 else { return nil }
    self.number = number
    let idAtNumber = ids.indices.contains(number - 1) ? ids[number - 1] : nil
    guard let id = mark ?? idAtNumber else { return nil }
    self.id = id
    (flag, stars, note) = (nil, 0, "")
    if let word = words.first, let flag = Picks.Flag(rawValue: word.uppercased()) {
      self.flag = flag
      words.removeFirst()
    } else if words.first == "-" {
      words.removeFirst()
    }
    if let word = words.first, let stars = Int(word) {
      guard (0...5).contains(stars) else { return nil }
      self.stars = stars
      words.removeFirst()
    } else if words.first == "-" {
      words.removeFirst()
    }
    note = words.joined(separator: " ")
    // A tile found again under another number keeps its decision and takes the new number.
    if let index = ids.firstIndex(of: id) { self.number = index + 1 }
  }

  /// The text before the last `#`, and the id after it.
  private static func split(_ line: String) -> (String, String?) {
    guard let hash = line.lastIndex(of: "#") else { return (line, nil) }
    let mark = line[line.index(after: hash)...].filter { !$0.isWhitespace }
    return mark.count == 5 ? (String(line[..<hash]), mark) : (line, nil)
  }

  fileprivate var line: String {
    let padded = number < 10 ? "0\(number)" : "\(number)"
    let words = [padded, flag?.rawValue ?? "-", stars > 0 ? "\(stars)" : "-", note].filter { !$0.isEmpty }
    return words.joined(separator: " ") + "  #" + id
  }
}

/// Why a decision cannot be read.
public struct PicksError: Error, Hashable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
