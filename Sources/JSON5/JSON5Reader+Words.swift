extension JSON5Reader {
  /// A quoted text or an identifier.
  mutating func readKey() throws(JSONSyntaxError) -> String {
    if cursor.peek() == UInt8(ascii: "\"") || cursor.peek() == UInt8(ascii: "'") { return try readString() }
    if let name = takeIdentifier() { return name }
    let isComma = cursor.peek() == UInt8(ascii: ",")
    throw unexpected("a key or '}'", note: isComma ? nil : "put other keys in quotes")
  }

  /// `null`, `true`, `false`, or an error that guesses what was meant.
  mutating func readWord() throws(JSONSyntaxError) -> JSONValue {
    let start = cursor.offset
    guard let word = takeIdentifier() else { throw unexpected("a value") }
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "Infinity", "NaN": throw cursor.error(.notFinite(word), at: start)
    default: throw cursor.error(wrongWord(word), at: start)
    }
  }

  private func wrongWord(_ word: String) -> JSONSyntaxError.Problem {
    let lower = word.lowercased()
    let isNearlyRight = ["null", "true", "false"].contains(lower)
    let note = isNearlyRight ? "write \(lower) in small letters" : "put text in quotes"
    return .unexpected(expected: "a value", found: "'\(word.prefix(40))'", note: note)
  }

  /// Letters, digits, `$` and `_` of any script, not starting with a digit; nil if there are none.
  private mutating func takeIdentifier() -> String? {
    let start = cursor.offset
    while let (scalar, count) = cursor.scalar(), isPartOfName(scalar, isFirst: cursor.offset == start) {
      cursor.offset += count
    }
    return cursor.offset > start ? cursor.text(from: start) : nil
  }

  private func isPartOfName(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    if scalar == "$" || scalar == "_" { return true }
    if scalar.properties.isIDStart { return true }
    return !isFirst && (scalar.properties.isIDContinue || scalar == "\u{200C}" || scalar == "\u{200D}")
  }

  /// What to do about a key that goes on with a sign such as `.` or `-`.
  func keyNote(_ start: Int) -> String? {
    let first = Unicode.Scalar(cursor.bytes[start])
    let sign = Unicode.Scalar(cursor.peek())
    guard first != "\"", first != "'", sign == "." || sign == "-" else { return nil }
    return "put keys with '\(sign)' in quotes"
  }

  /// Moves past white space, as JSON5 defines it, and comments.
  mutating func skipSpace() throws(JSONSyntaxError) {
    while true {
      switch cursor.peek() {
      case 0x09...0x0D, 0x20: cursor.offset += 1
      case UInt8(ascii: "/"): try skipComment()
      case 0x80...0xFF:
        guard let (scalar, count) = cursor.scalar(), isSpace(scalar) else { return }
        cursor.offset += count
      default: return
      }
    }
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\u{FEFF}" || isLineSeparator(scalar) { return true }
    return scalar.properties.generalCategory == .spaceSeparator
  }

  private mutating func skipComment() throws(JSONSyntaxError) {
    let start = cursor.offset
    switch cursor.peek(1) {
    case UInt8(ascii: "/"): skipLine()
    case UInt8(ascii: "*"):
      cursor.offset += 2
      while cursor.peek() != UInt8(ascii: "*") || cursor.peek(1) != UInt8(ascii: "/") {
        if cursor.isAtEnd { throw cursor.error(.openComment, at: start) }
        cursor.offset += 1
      }
      cursor.offset += 2
    default: throw unexpected("a value or a comment")
    }
  }

  private mutating func skipLine() {
    while let (scalar, count) = cursor.scalar() {
      if scalar == "\n" || scalar == "\r" || isLineSeparator(scalar) { return }
      cursor.offset += count
    }
  }

  /// The error that something else stands here than `expected`.
  func unexpected(
    _ expected: String, note: String? = nil, openedAt opening: Int? = nil
  ) -> JSONSyntaxError {
    var advice = note
    if let opening, cursor.isAtEnd {
      let bracket = Unicode.Scalar(cursor.bytes[opening])
      advice = "the '\(bracket)' at \(cursor.error(.empty, at: opening).position) is not closed"
    }
    return cursor.error(.unexpected(expected: expected, found: whatIsHere(), note: advice))
  }

  private func whatIsHere() -> String {
    guard let (scalar, _) = cursor.scalar() else { return "the end of the file" }
    if scalar == "\n" || scalar == "\r" { return "the end of the line" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .spaceSeparator:
      return "the character U+\(hex(scalar.value, 4))"
    default: return "'\(scalar)'"
    }
  }
}

/// The two line ends that only Unicode knows; JSON5 heeds them, line counts do not.
func isLineSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{2028}" || scalar == "\u{2029}" }
