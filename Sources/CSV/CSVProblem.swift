import JSON5

/// Why a CSV file could not be read, and where.
public struct CSVProblem: Error, Equatable, Sendable {
  /// What is wrong with the text.
  public enum Reason: Equatable, Sendable {
    /// A byte that is no UTF-8.
    case invalidUTF8(byte: UInt8)
    /// A quote inside a field that does not begin with one.
    case strayQuote
    /// A quote that is not closed.
    case openQuote
    /// Something between a closing quote and the next separator.
    case afterQuote(separator: UInt8)
    /// More columns than the limit.
    case tooManyColumns(Int)
  }

  public let reason: Reason
  public let position: SourcePosition

  init(_ reason: Reason, at offset: Int, in bytes: [UInt8]) {
    (self.reason, position) = (reason, sourcePosition(offset, in: bytes))
  }
}

extension CSVProblem.Reason: CustomStringConvertible {
  /// One sentence for a person.
  public var description: String {
    switch self {
    case .invalidUTF8(let byte):
      "byte 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true)) is not UTF-8; save the file as UTF-8"
    case .strayQuote:
      "a quote stands inside a field without quotes; put the field in quotes and double this one"
    case .openQuote: "this quote is not closed before the file ends"
    case .afterQuote(let separator):
      "after the quote that closes a field only '\(Unicode.Scalar(separator))' or a line end may stand"
    case .tooManyColumns(let limit): "there are more than \(limit) columns, the limit"
    }
  }
}

/// The line and column of the byte at `offset`, counted from the start of the file; O(offset).
public func sourcePosition(_ offset: Int, in bytes: [UInt8]) -> SourcePosition {
  var place = SourcePosition(line: 1, column: 1)
  for index in withoutMark(bytes).startIndex..<max(offset, withoutMark(bytes).startIndex) {
    switch bytes[index] {
    case 0x0A where index > 0 && bytes[index - 1] == 0x0D: break  // the CR has ended the line
    case 0x0A, 0x0D: place = SourcePosition(line: place.line + 1, column: 1)
    case 0x80...0xBF: break  // the character was counted with its first byte
    default: place.column += 1
    }
  }
  return place
}

/// A file's bytes after its byte order mark, if it has one.
public func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
  bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
}
