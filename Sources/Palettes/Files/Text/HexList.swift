import Color

/// A word that is a colour: `#rgb`, `#rrggbb`, `#rrggbbaa`, or six digits without a hash.
struct HexWord {
  let color: SRGB
  let hasHash: Bool
  /// True for eight digits whose last two are not ff.
  let hasAlpha: Bool

  init?(_ word: some StringProtocol) {
    hasHash = word.hasPrefix("#")
    let digits = String(hasHash ? word.dropFirst() : word[...])
    // Three digits without a hash are words far too often: add, bad, fee.
    guard digits.utf8.count == 6 || hasHash && (digits.utf8.count == 3 || digits.utf8.count == 8) else {
      return nil
    }
    let hasEight = digits.utf8.count == 8
    let alpha = digits.suffix(2)
    guard alpha.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    guard let color = SRGB(hex: hasEight ? String(digits.dropLast(2)) : digits) else { return nil }
    self.color = color
    hasAlpha = hasEight && alpha.lowercased() != "ff"
  }
}

func isHexSeparator(_ character: Character) -> Bool {
  character.isWhitespace || character == "," || character == ";"
}

/// Reads hex colours, several a line or one with its name after it.
///
/// Spaces, commas and semicolons stand between. The first word of a line that is no colour starts the name of the
/// one before; after a colour with a hash the others of its line need one too, so that `#aabbcc decade` has a name.
func readHexList(_ bytes: [UInt8]) throws(PaletteFileProblem) -> SwatchList {
  var list = SwatchList(swatches: [])
  for line in try TextLines(bytes) { try readLine(line, &list) }
  return list
}

private func readLine(_ line: TextLine, _ list: inout SwatchList) throws(PaletteFileProblem) {
  var index = 0
  var needsHash = false
  let before = list.swatches.count
  while let word = nextWord(line, &index) {
    guard let hex = HexWord(line.text(word)), hex.hasHash || !needsHash else {
      guard list.swatches.count > before else {
        let found = "'\(printable(line.text(word.lowerBound..<min(word.upperBound, word.lowerBound + 20))))'"
        throw PaletteFileProblem(
          line.place(word.lowerBound), .unexpected(expected: "a colour such as #0b1d3a", found: found))
      }
      list.swatches[list.swatches.count - 1].name = trimmed(line.text(word.lowerBound..<line.scalars.count))
      return
    }
    if hex.hasAlpha { list.note(alphaNote) }
    needsHash = needsHash || hex.hasHash
    try list.append(Swatch(color: hex.color), at: line.place(word.lowerBound))
  }
}

/// What a palette makes of transparency.
let alphaNote = "transparency was left out: the colours of a palette are opaque"

private func nextWord(_ line: TextLine, _ index: inout Int) -> Range<Int>? {
  func isBreak(_ at: Int) -> Bool { isHexSeparator(Character(line.scalars[at])) }
  while index < line.scalars.count, isBreak(index) { index += 1 }
  let start = index
  while index < line.scalars.count, !isBreak(index) { index += 1 }
  return start < index ? start..<index : nil
}
