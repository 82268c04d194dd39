/// Reads a JSON5 file: JSON with comments, trailing commas, unquoted keys, single quotes and looser numbers.
///
/// As in json5.org, version 1.0, except that Infinity and NaN, numbers that overflow, duplicate keys and lone
/// surrogates are refused, and that unquoted keys may not contain escapes. Objects keep the order of the file.
/// O(bytes).
/// - Parameters:
///   - bytes: the whole file in UTF-8, with or without a byte order mark; at most 16 MiB.
///   - file: what to call it in messages.
/// - Returns: the one value in the file.
/// - Throws: ``JSONSyntaxError`` for the first thing that is wrong.
public func parseJSON5(_ bytes: [UInt8], file: String) throws(JSONSyntaxError) -> JSONNode {
  guard bytes.count <= JSON5Reader.largestFile else {
    let problem = JSONSyntaxError.Problem.fileTooLarge(bytes: bytes.count, limit: JSON5Reader.largestFile)
    throw JSONSyntaxError(file: file, position: SourcePosition(line: 1, column: 1), problem: problem)
  }
  var reader = JSON5Reader(cursor: try ByteCursor(bytes, file: file))
  return try reader.readFile()
}

/// A recursive descent over the grammar; the depth limit keeps the stack small.
struct JSON5Reader {
  static let largestFile = 16 << 20
  static let deepestNesting = 100

  var cursor: ByteCursor
  private var depth = 0

  init(cursor: ByteCursor) { self.cursor = cursor }

  mutating func readFile() throws(JSONSyntaxError) -> JSONNode {
    try skipSpace()
    if cursor.isAtEnd { throw cursor.error(.empty, at: 0) }
    let node = try readValue()
    try skipSpace()
    if !cursor.isAtEnd { throw unexpected("the end of the file after this value") }
    return node
  }

  private mutating func readValue() throws(JSONSyntaxError) -> JSONNode {
    let position = cursor.position()
    return JSONNode(value: try readBareValue(), position: position)
  }

  private mutating func readBareValue() throws(JSONSyntaxError) -> JSONValue {
    switch cursor.peek() {
    case UInt8(ascii: "{"): return .object(try nested { (r) throws(JSONSyntaxError) in try r.readMembers() })
    case UInt8(ascii: "["): return .array(try nested { (r) throws(JSONSyntaxError) in try r.readElements() })
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try readString())
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"):
      return .number(try readNumber())
    default: return try readWord()
    }
  }

  private mutating func nested<T>(
    _ read: (inout JSON5Reader) throws(JSONSyntaxError) -> T
  ) throws(JSONSyntaxError) -> T {
    if depth == Self.deepestNesting { throw cursor.error(.tooDeep(limit: Self.deepestNesting)) }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func readElements() throws(JSONSyntaxError) -> [JSONNode] {
    let opening = cursor.offset
    cursor.offset += 1
    var elements: [JSONNode] = []
    try skipSpace()
    while !cursor.take(UInt8(ascii: "]")) {
      if cursor.isAtEnd { throw unexpected("a value or ']'", openedAt: opening) }
      elements.append(try readValue())
      try readSeparator(before: UInt8(ascii: "]"), opening)
    }
    return elements
  }

  private mutating func readMembers() throws(JSONSyntaxError) -> [JSONMember] {
    let opening = cursor.offset
    cursor.offset += 1
    var members: [JSONMember] = []
    var places: [String: SourcePosition] = [:]
    try skipSpace()
    while !cursor.take(UInt8(ascii: "}")) {
      if cursor.isAtEnd { throw unexpected("a key or '}'", openedAt: opening) }
      let member = try readMember { (key, start) throws(JSONSyntaxError) in
        guard let first = places[key] else { return }
        throw start.error(.duplicateKey(key, first: first))
      }
      places[member.key] = member.keyPosition
      members.append(member)
      try readSeparator(before: UInt8(ascii: "}"), opening)
    }
    return members
  }

  /// A key and its value; `check` sees the key, and the cursor at its start, before the value is read.
  private mutating func readMember(
    _ check: (String, ByteCursor) throws(JSONSyntaxError) -> Void
  ) throws(JSONSyntaxError) -> JSONMember {
    let position = cursor.position()
    let start = cursor
    let key = try readKey()
    try check(key, start)
    try skipSpace()
    if !cursor.take(UInt8(ascii: ":")) {
      throw unexpected("':' after this key", note: keyNote(start.offset))
    }
    try skipSpace()
    return JSONMember(key: key, keyPosition: position, value: try readValue())
  }

  /// A comma, or the closing bracket, which stays.
  private mutating func readSeparator(before closing: UInt8, _ opening: Int) throws(JSONSyntaxError) {
    try skipSpace()
    if cursor.take(UInt8(ascii: ",")) { return try skipSpace() }
    if cursor.isAtEnd || cursor.peek() != closing {
      throw unexpected("',' or '\(Unicode.Scalar(closing))' after this value", openedAt: opening)
    }
  }
}
