/// Numbers as SVG writes them: parted by spaces or commas, or by nothing where a sign or a second point begins the next.
struct SVGNumbers {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// All of a text; nil if anything in it is no number.
  static func list(_ text: String) -> [Double]? {
    var numbers = SVGNumbers(text)
    var values: [Double] = []
    while let value = numbers.number() { values.append(value) }
    return numbers.isAtEnd ? values : nil
  }

  static func single(_ text: String) -> Double? {
    list(text).flatMap { $0.count == 1 ? $0[0] : nil }
  }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index >= bytes.count
    }
  }

  /// The next number; nil if what comes next is none.
  mutating func number() -> Double? {
    skipSpace()
    let start = index
    if isNext("+-") { index += 1 }
    digits()
    if isNext(".") {
      index += 1
      digits()
    }
    let mantissa = index
    if isNext("eE") {
      index += 1
      if isNext("+-") { index += 1 }
      let first = index
      digits()
      if index == first { index = mantissa }
    }
    let value = Double(String(decoding: bytes[start..<index], as: UTF8.self))
    guard let value, value.isFinite else {
      index = start
      return nil
    }
    return value
  }

  /// The next flag of an arc, `0` or `1`, which nothing need part from what follows.
  mutating func flag() -> Bool? {
    skipSpace()
    guard isNext("01") else { return nil }
    defer { index += 1 }
    return bytes[index] == UInt8(ascii: "1")
  }

  /// The next letter, if a letter comes next.
  mutating func letter() -> Character? {
    skipSpace()
    guard index < bytes.count else { return nil }
    let character = Character(Unicode.Scalar(bytes[index]))
    guard character.isLetter, character.isASCII else { return nil }
    index += 1
    return character
  }

  private mutating func digits() { while isNext("0123456789") { index += 1 } }

  private func isNext(_ set: StaticString) -> Bool {
    index < bytes.count
      && set.withUTF8Buffer { buffer in buffer.contains(bytes[index]) }
  }

  private mutating func skipSpace() { while isNext(" \t\r\n,") { index += 1 } }
}
