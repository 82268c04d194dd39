extension JSON5Reader {
  /// A number in any form JSON5 knows, with or without a sign.
  mutating func readNumber() throws(JSONSyntaxError) -> JSONNumber {
    let start = cursor.offset
    let minus = cursor.take(UInt8(ascii: "-"))
    if !minus { _ = cursor.take(UInt8(ascii: "+")) }
    if cursor.peek() == UInt8(ascii: "I") || cursor.peek() == UInt8(ascii: "N") {
      takeRest()
      let text = cursor.text(from: start)
      let isNamed = text.hasSuffix("Infinity") || text.hasSuffix("NaN")
      throw cursor.error(isNamed ? .notFinite(text) : malformed(start, "has no digits"), at: start)
    }
    if cursor.peek() == UInt8(ascii: "0"), cursor.peek(1) | 0x20 == UInt8(ascii: "x") {
      return try readHexNumber(start, minus: minus)
    }
    return try readDecimal(start, minus: minus)
  }

  private mutating func readDecimal(_ start: Int, minus: Bool) throws(JSONSyntaxError) -> JSONNumber {
    let whole = takeDigits()
    let hasPoint = cursor.take(UInt8(ascii: "."))
    let fraction = hasPoint ? takeDigits() : ""
    if whole.isEmpty && fraction.isEmpty { throw failed(start, "has no digits") }
    if whole.count > 1, whole.first == "0" { throw failed(start, "starts with a needless zero") }
    let exponent = try takeExponent(start)
    try endNumber(start)
    let text = cursor.text(from: start)
    let plain = (minus ? "-" : "") + (whole.isEmpty ? "0" : whole)
    let digits = plain + (fraction.isEmpty ? "" : "." + fraction) + (exponent ?? "")
    guard let value = Double(digits), value.isFinite else {
      throw cursor.error(.numberTooLarge(shortened(text)), at: start)
    }
    if !hasPoint, exponent == nil, let magnitude = UInt64(whole) {
      return JSONNumber(value: value, text: text, magnitude: magnitude, minus: minus)
    }
    return JSONNumber(value: value, text: text)
  }

  private mutating func readHexNumber(_ start: Int, minus: Bool) throws(JSONSyntaxError) -> JSONNumber {
    cursor.offset += 2
    let digits = cursor.offset
    while hexDigit(cursor.peek()) != nil { cursor.offset += 1 }
    if cursor.offset == digits { throw failed(start, "has no digits") }
    let magnitude = UInt64(cursor.text(from: digits), radix: 16)
    try endNumber(start)
    let text = cursor.text(from: start)
    guard let magnitude else { throw cursor.error(.numberTooLarge(shortened(text)), at: start) }
    let value = Double(magnitude)
    return JSONNumber(value: minus ? -value : value, text: text, magnitude: magnitude, minus: minus)
  }

  private mutating func takeDigits() -> String {
    let start = cursor.offset
    while isDigit(cursor.peek()) { cursor.offset += 1 }
    return cursor.text(from: start)
  }

  private mutating func takeExponent(_ start: Int) throws(JSONSyntaxError) -> String? {
    guard cursor.peek() | 0x20 == UInt8(ascii: "e") else { return nil }
    cursor.offset += 1
    let minus = cursor.take(UInt8(ascii: "-"))
    if !minus { _ = cursor.take(UInt8(ascii: "+")) }
    let digits = takeDigits()
    if digits.isEmpty { throw failed(start, "has no digits after its e") }
    return "e" + (minus ? "-" : "") + digits
  }

  /// A letter right after a number, as in `3mm`, is an error of the number rather than of what follows.
  private mutating func endNumber(_ start: Int) throws(JSONSyntaxError) {
    guard let (scalar, _) = cursor.scalar() else { return }
    guard scalar.properties.isIDContinue || scalar == "$" || scalar == "." || scalar == "%" else { return }
    throw failed(start, "goes on with a letter or sign; put a number with a unit in quotes")
  }

  private mutating func failed(_ start: Int, _ reason: String) -> JSONSyntaxError {
    takeRest()
    return cursor.error(malformed(start, reason), at: start)
  }

  private func malformed(_ start: Int, _ reason: String) -> JSONSyntaxError.Problem {
    .malformedNumber("'\(shortened(cursor.text(from: start)))'", reason: reason)
  }

  /// Moves past whatever a person would take for part of the same number.
  private mutating func takeRest() {
    while let (scalar, count) = cursor.scalar() {
      guard scalar.properties.isIDContinue || scalar == "." || scalar == "%" else { return }
      cursor.offset += count
    }
  }

  private func shortened(_ text: String) -> String { text.count > 40 ? text.prefix(37) + "..." : text }
}
