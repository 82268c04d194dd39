import JSON5

/// One value of a table and where it starts.
public struct CSVField: Sendable {
  /// Without spaces at both ends.
  public var text: String
  /// Its first byte in the file.
  public let offset: Int
}

/// Reads the records of a CSV file (RFC 4180), line ends LF, CR or CRLF, one by one.
///
/// A field in quotes may hold separators, line ends and doubled quotes; a quote elsewhere is refused. Lines without
/// a character are passed over. The separator is a comma or a semicolon, whichever the first line has more of, or what
/// a first line `sep=;` says; UTF-8 with or without a byte order mark.
public struct CSVReader: Sendable {
  /// The most fields of a record.
  public static let mostFields = 1_000

  /// The byte between fields.
  public let separator: UInt8
  private let bytes: [UInt8]
  private var offset: Int

  /// Refuses bytes that are not UTF-8, and says where.
  public init(_ bytes: [UInt8]) throws(CSVProblem) {
    do { _ = try UTF8Span(validating: bytes.span) } catch {
      let bad = error.byteOffsets.lowerBound
      throw CSVProblem(.invalidUTF8(byte: bytes[bad]), at: bad, in: bytes)
    }
    self.bytes = bytes
    (separator, offset) = Self.dialect(bytes)
  }

  /// The line and column of a byte.
  public func position(_ offset: Int) -> SourcePosition { sourcePosition(offset, in: bytes) }

  /// The fields of the next record; nil at the end.
  public mutating func record() throws(CSVProblem) -> [CSVField]? {
    while offset < bytes.count, isLineEnd(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return nil }
    var fields = [try field()]
    while offset < bytes.count, bytes[offset] == separator {
      guard fields.count < Self.mostFields else { throw problem(.tooManyColumns(Self.mostFields), offset) }
      offset += 1
      fields.append(try field())
    }
    return fields
  }

  private func problem(_ reason: CSVProblem.Reason, _ offset: Int) -> CSVProblem {
    CSVProblem(reason, at: offset, in: bytes)
  }

  private mutating func field() throws(CSVProblem) -> CSVField {
    if offset < bytes.count, bytes[offset] == quote { return try quotedField() }
    let start = offset
    while offset < bytes.count, bytes[offset] != separator, !isLineEnd(bytes[offset]) {
      if bytes[offset] == quote { throw problem(.strayQuote, offset) }
      offset += 1
    }
    return CSVField(text: trimmed(String(decoding: bytes[start..<offset], as: UTF8.self)), offset: start)
  }

  private mutating func quotedField() throws(CSVProblem) -> CSVField {
    let start = offset
    var text: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte != quote {
        text.append(byte)
      } else if offset < bytes.count, bytes[offset] == quote {
        text.append(byte)
        offset += 1
      } else {
        try endQuotes()
        return CSVField(text: trimmed(String(decoding: text, as: UTF8.self)), offset: start)
      }
    }
    throw problem(.openQuote, start)
  }

  private func endQuotes() throws(CSVProblem) {
    guard offset < bytes.count, bytes[offset] != separator, !isLineEnd(bytes[offset]) else { return }
    throw problem(.afterQuote(separator: separator), offset)
  }

  /// The separator, and where the header starts: after the mark and after a line `sep=` as spreadsheets write it.
  private static func dialect(_ bytes: [UInt8]) -> (separator: UInt8, offset: Int) {
    let text = withoutMark(bytes)
    let line = text.prefix { !isLineEnd($0) }
    if line.count == 5, line.starts(with: "sep=".utf8), let last = line.last, ",;".utf8.contains(last) {
      return (last, line.endIndex)
    }
    func count(_ byte: UInt8) -> Int { line.count { $0 == byte } }
    let (comma, semicolon) = (UInt8(ascii: ","), UInt8(ascii: ";"))
    return (count(semicolon) > count(comma) ? semicolon : comma, text.startIndex)
  }
}

private let quote = UInt8(ascii: "\"")
private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

/// Without white space at both ends.
private func trimmed(_ text: String) -> String {
  var rest = text[...]
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
