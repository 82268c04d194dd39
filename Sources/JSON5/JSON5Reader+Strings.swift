extension JSON5Reader {
  /// A text in the quotes that stand here.
  mutating func readString() throws(JSONSyntaxError) -> String {
    let start = cursor.offset
    let quote = cursor.peek()
    cursor.offset += 1
    var text: [UInt8] = []
    while !cursor.take(quote) {
      switch cursor.peek() {
      case 0x0A, 0x0D: throw cursor.error(.openString, at: start)
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case let byte:
        if cursor.isAtEnd { throw cursor.error(.openString, at: start) }
        text.append(byte)
        cursor.offset += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONSyntaxError) {
    let start = cursor.offset
    cursor.offset += 1
    guard let (scalar, count) = cursor.scalar() else { throw cursor.error(.badEscape("\\"), at: start) }
    cursor.offset += count
    switch scalar {
    case "\n", "\u{2028}", "\u{2029}": return
    case "\r": _ = cursor.take(0x0A)
    case "u": text.append(contentsOf: "\(try readSurrogatePair(start))".utf8)
    case "x": text.append(contentsOf: "\(Unicode.Scalar(UInt8(try readHex(2, start))))".utf8)
    case "0" where !isDigit(cursor.peek()): text.append(0)
    case "0"..."9": throw cursor.error(.badEscape(cursor.text(from: start)), at: start)
    default: text.append(contentsOf: "\(Self.controls[scalar] ?? scalar)".utf8)
    }
  }

  private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
    "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}",
  ]

  /// The character whose four digits, or first of two times four digits, come next.
  private mutating func readSurrogatePair(_ start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try readHex(4, start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    let text = cursor.text(from: start)
    let second = cursor.offset
    if first < 0xDC00, cursor.take(UInt8(ascii: "\\")), cursor.take(UInt8(ascii: "u")) {
      let low = try readHex(4, second)
      let isLow = (0xDC00...0xDFFF).contains(low)
      if isLow, let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (low & 0x3FF)) { return scalar }
    }
    throw cursor.error(.loneSurrogate(text), at: start)
  }

  private mutating func readHex(_ count: Int, _ start: Int) throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = hexDigit(cursor.peek()) else {
        throw cursor.error(.badEscape(cursor.text(from: start)), at: start)
      }
      value = value << 4 | UInt32(digit)
      cursor.offset += 1
    }
    return value
  }
}

func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
