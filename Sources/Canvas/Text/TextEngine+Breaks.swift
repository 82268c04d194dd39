import CPango

extension TextEngine {
  /// The pieces between which the Unicode standard (UAX 14) lets a line end.
  func pieces(of text: String) -> [TextPiece] {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty else { return [] }
    var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: scalars.count + 1)
    pango_get_log_attrs(text, Int32(text.utf8.count), -1, language, &attributes, Int32(attributes.count))
    var pieces: [TextPiece] = []
    var start = 0
    for end in 1...scalars.count where end == scalars.count || attributes[end].is_line_break != 0 {
      var piece = Substring(String(String.UnicodeScalarView(scalars[start..<end])))
      let full = piece.count
      while piece.last?.isWhitespace == true { piece.removeLast() }
      if !piece.isEmpty { pieces.append(TextPiece(String(piece), isSpaced: piece.count < full)) }
      start = end
    }
    return Self.whole(pieces)
  }

  /// Addresses stay whole: a hyphen at the end of a line would read as part of them.
  private static func whole(_ pieces: [TextPiece]) -> [TextPiece] {
    var result: [TextPiece] = []
    var word: [TextPiece] = []
    for (index, piece) in pieces.enumerated() {
      word.append(piece)
      guard piece.isSpaced || index + 1 == pieces.count else { continue }
      let text = word.line
      let isAddress = text.contains("@") || text.contains("://") || text.hasPrefix("www.")
      result += isAddress ? [TextPiece(text, isSpaced: piece.isSpaced)] : word
      word = []
    }
    return result
  }
}
