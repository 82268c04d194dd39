/// A reading position in valid UTF-8 that can say its line and column.
struct ByteCursor {
  let bytes: [UInt8]
  let file: String
  var offset = 0
  private let textStart: Int
  private var marked: Int
  private var mark = SourcePosition(line: 1, column: 1)

  /// Refuses bytes that are not UTF-8; skips a byte order mark.
  init(_ bytes: [UInt8], file: String) throws(JSONSyntaxError) {
    self.bytes = bytes
    self.file = file
    textStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    marked = textStart
    offset = textStart
    while let count = utf8Length(bytes, at: offset) { offset += count }
    if offset < bytes.count { throw error(.invalidUTF8(byte: bytes[offset])) }
    offset = textStart
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The byte `ahead` of the current one, or zero past the end (a NUL in the file is refused everywhere a
  /// byte is looked for, so the two need no telling apart there).
  @inline(__always)
  func peek(_ ahead: Int = 0) -> UInt8 {
    let at = offset + ahead
    return at < bytes.count ? bytes[at] : 0
  }

  /// Moves past `byte` if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard !isAtEnd, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// The character at `offset`, and how many bytes it has.
  func scalar() -> (Unicode.Scalar, count: Int)? {
    guard !isAtEnd else { return nil }
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(count))
    for index in 1..<count { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, count) }
  }

  /// The text from `start` to here.
  func text(from start: Int) -> String { String(decoding: bytes[start..<offset], as: UTF8.self) }

  /// Where `offset` is. Counts on from the last call, so that all calls together cost O(bytes).
  mutating func position() -> SourcePosition {
    if offset < marked { return position(at: offset) }
    while marked < min(offset, bytes.count) {
      step(&mark, over: marked)
      marked += 1
    }
    return mark
  }

  /// Where `target` is, counted from the start of the file.
  private func position(at target: Int) -> SourcePosition {
    var place = SourcePosition(line: 1, column: 1)
    for index in textStart..<max(target, textStart) { step(&place, over: index) }
    return place
  }

  private func step(_ place: inout SourcePosition, over index: Int) {
    switch bytes[index] {
    case 0x0A where index > 0 && bytes[index - 1] == 0x0D: break  // the CR has ended the line
    case 0x0A, 0x0D: place = SourcePosition(line: place.line + 1, column: 1)
    case 0x80...0xBF: break  // the character was counted with its first byte
    default: place.column += 1
    }
  }

  /// An error at `offset`.
  func error(_ problem: JSONSyntaxError.Problem) -> JSONSyntaxError { error(problem, at: offset) }

  /// An error at another place in the file.
  func error(_ problem: JSONSyntaxError.Problem, at offset: Int) -> JSONSyntaxError {
    JSONSyntaxError(file: file, position: position(at: min(offset, bytes.count)), problem: problem)
  }
}

/// How many bytes the character at `offset` has, or nil at the end and where the bytes are not UTF-8.
///
/// The ranges are those of table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing above
/// U+10FFFF.
private func utf8Length(_ bytes: [UInt8], at offset: Int) -> Int? {
  guard offset < bytes.count else { return nil }
  let first = bytes[offset]
  if first < 0x80 { return 1 }
  let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard (0xC2...0xF4).contains(first), offset + count <= bytes.count else { return nil }
  let second: ClosedRange<UInt8>
  switch first {
  case 0xE0: second = 0xA0...0xBF
  case 0xED: second = 0x80...0x9F
  case 0xF0: second = 0x90...0xBF
  case 0xF4: second = 0x80...0x8F
  default: second = 0x80...0xBF
  }
  guard second.contains(bytes[offset + 1]) else { return nil }
  for index in 2..<max(count, 2) where bytes[offset + index] & 0xC0 != 0x80 { return nil }
  return count
}
