/// Why a file is not JSON5, and where.
public struct JSONSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file as the caller named it.
  public let file: String
  /// Where the trouble starts.
  public let position: SourcePosition
  /// What the trouble is.
  public let problem: Problem

  /// What can be wrong with a file.
  public enum Problem: Sendable, Equatable {
    /// Nothing but spaces and comments.
    case empty
    /// More bytes than the limit.
    case fileTooLarge(bytes: Int, limit: Int)
    /// A byte that is no UTF-8.
    case invalidUTF8(byte: UInt8)
    /// One thing was expected and another found; `note` says what to do about it.
    case unexpected(expected: String, found: String, note: String?)
    /// A key that the same object has already.
    case duplicateKey(String, first: SourcePosition)
    /// Infinity or NaN.
    case notFinite(String)
    /// A number beyond the range of 64 bits, floating or (hexadecimal) whole.
    case numberTooLarge(String)
    /// A number that is written wrongly.
    case malformedNumber(String, reason: String)
    /// More lists and objects within each other than the limit.
    case tooDeep(limit: Int)
    /// A text that is not closed before its line ends.
    case openString
    /// A comment that is not closed before the file ends; its start.
    case openComment
    /// A backslash before something that it cannot stand before.
    case badEscape(String)
    /// Half of a surrogate pair.
    case loneSurrogate(String)
  }

  /// `file:line:column: ` and one sentence.
  public var description: String { "\(file):\(position): \(problem)" }
}

extension JSONSyntaxError.Problem: CustomStringConvertible {
  /// One sentence for a person.
  public var description: String {
    switch self {
    case .empty: "the file has no content"
    case .fileTooLarge(let bytes, let limit): "the file has \(bytes) bytes, more than the limit of \(limit)"
    case .invalidUTF8(let byte): "byte 0x\(hex(UInt32(byte), 2)) is not UTF-8; save the file as UTF-8"
    case .unexpected(let expected, let found, let note):
      "expected \(expected), found \(found)" + (note.map { "; \($0)" } ?? "")
    case .duplicateKey(let key, let first): "the key '\(key)' stands here again, first at \(first)"
    case .notFinite(let text): "\(text) is not a finite number"
    case .numberTooLarge(let text): "the number \(text) is too large"
    case .malformedNumber(let text, let reason): "the number \(text) \(reason)"
    case .tooDeep(let limit): "lists and objects are nested more than \(limit) deep"
    case .openString: "this text is not closed before its line ends"
    case .openComment: "this comment is not closed before the file ends"
    case .badEscape(let text): "\(text) is not an escape; write \\\\ for a backslash"
    case .loneSurrogate(let text): "\(text) is half of a surrogate pair without its other half"
    }
  }
}

/// At least `width` hexadecimal digits in capitals.
func hex(_ number: UInt32, _ width: Int) -> String {
  let digits = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
