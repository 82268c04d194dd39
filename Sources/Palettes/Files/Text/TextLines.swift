import CSV
import JSON5

/// One line of a text file, without its end.
struct TextLine {
  /// Counted from 1.
  let number: Int
  let scalars: [Unicode.Scalar]

  /// The place of the scalar at `index`.
  func place(_ index: Int) -> PaletteFileError.Place {
    .text(SourcePosition(line: number, column: index + 1))
  }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  var text: String { text(0..<scalars.count) }
  var isBlank: Bool { scalars.allSatisfy(\.properties.isWhitespace) }
}

/// Gives the lines of a text file one by one; they end at LF, CR or CRLF.
struct TextLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var offset: Int
  private var number = 0

  /// Refuses bytes that are not UTF-8; skips a byte order mark.
  init(_ bytes: [UInt8]) throws(PaletteFileProblem) {
    try checkUTF8(bytes)
    self.bytes = bytes
    offset = withoutMark(bytes).startIndex
  }

  mutating func next() -> TextLine? {
    guard offset < bytes.count else { return nil }
    let end = bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let text = String(decoding: bytes[offset..<end], as: UTF8.self)
    let isCRLF = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
    offset = end + (isCRLF ? 2 : 1)
    number += 1
    return TextLine(number: number, scalars: Array(text.unicodeScalars))
  }
}

/// Refuses bytes that are not UTF-8, and says where.
func checkUTF8(_ bytes: [UInt8]) throws(PaletteFileProblem) {
  let bad: Int
  do {
    _ = try UTF8Span(validating: bytes.span)
    return
  } catch {
    bad = error.byteOffsets.lowerBound
  }
  throw PaletteFileProblem(.text(sourcePosition(bad, in: bytes)), .invalidUTF8(byte: bytes[bad]))
}
