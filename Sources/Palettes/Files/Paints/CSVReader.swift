import JSON5

/// One value of a table and where it starts.
struct CSVField {
  var text: String
  let offset: Int
}

/// Reads the records of a CSV file (RFC 4180), line ends LF, CR or CRLF, one by one.
///
/// A field in quotes may hold separators, line ends and doubled quotes; a quote elsewhere is refused. Lines without
/// a character are passed over.
struct CSVReader {
  static let mostFields = 1_000

  private let bytes: [UInt8]
  private let separator: UInt8
  private var offset: Int

  init(_ bytes: [UInt8], separator: UInt8, from offset: Int) {
    self.bytes = bytes
    self.separator = separator
    self.offset = offset
  }

  func place(_ offset: Int) -> PaletteFileError.Place { .text(sourcePosition(offset, in: bytes)) }

  /// The fields of the next record; nil at the end.
  mutating func record() throws(PaletteFileProblem) -> [CSVField]? {
    while offset < bytes.count, isLineEnd(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return nil }
    var fields = [try field()]
    while offset < bytes.count, bytes[offset] == separator {
      guard fields.count < Self.mostFields else {
        throw PaletteFileProblem(place(offset), .tooMany("columns", Self.mostFields))
      }
      offset += 1
      fields.append(try field())
    }
    return fields
  }

  private mutating func field() throws(PaletteFileProblem) -> CSVField {
    if offset < bytes.count, bytes[offset] == quote { return try quotedField() }
    let start = offset
    while offset < bytes.count, bytes[offset] != separator, !isLineEnd(bytes[offset]) {
      if bytes[offset] == quote {
        let text = "a quote stands inside a field without quotes; put the field in quotes and double this one"
        throw PaletteFileProblem(place(offset), .broken(text))
      }
      offset += 1
    }
    return CSVField(text: trimmed(String(decoding: bytes[start..<offset], as: UTF8.self)), offset: start)
  }

  private mutating func quotedField() throws(PaletteFileProblem) -> CSVField {
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
    throw PaletteFileProblem(place(start), .broken("this quote is not closed before the file ends"))
  }

  private func endQuotes() throws(PaletteFileProblem) {
    guard offset < bytes.count, bytes[offset] != separator, !isLineEnd(bytes[offset]) else { return }
    let text =
      "after the quote that closes a field only '\(Unicode.Scalar(separator))' or a line end may stand"
    throw PaletteFileProblem(place(offset), .broken(text))
  }
}

private let quote = UInt8(ascii: "\"")
private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
