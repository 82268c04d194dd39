/// The marks that a language puts around what is quoted.
struct QuotationMarks {
  let open: String
  let close: String
  let innerOpen: String
  let innerClose: String

  private init(_ open: String, _ close: String, _ innerOpen: String, _ innerClose: String) {
    (self.open, self.close, self.innerOpen, self.innerClose) = (open, close, innerOpen, innerClose)
  }

  /// By an ISO 639 code, with or without a region (Unicode CLDR, `quotationStart` and the like).
  init(language: String) {
    let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
    switch (parts.first.map(String.init) ?? "", parts.dropFirst().first.map(String.init)) {
    case ("de", "ch"), ("it", "ch"): self.init("«", "»", "‹", "›")
    case ("de", _), ("cs", _), ("sk", _), ("sl", _): self.init("„", "“", "‚", "‘")
    case ("pl", _), ("hu", _), ("ro", _): self.init("„", "”", "«", "»")
    // Thin spaces that never break part the marks from the words.
    case ("fr", _): self.init("«\u{202f}", "\u{202f}»", "“", "”")
    case ("it", _), ("es", _), ("pt", "pt"), ("ca", _), ("el", _), ("no", _), ("nb", _), ("nn", _):
      self.init("«", "»", "“", "”")
    case ("ru", _), ("uk", _): self.init("«", "»", "„", "“")
    case ("sv", _), ("fi", _): self.init("”", "”", "’", "’")
    case ("ja", _), ("zh", "tw"), ("zh", "hk"): self.init("「", "」", "『", "』")
    default: self.init("“", "”", "‘", "’")
    }
  }
}

extension PresetReader {
  /// Straight quotes and hyphens between spaces as a typesetter of the preset's language would set them.
  func typographic(_ text: String) -> String {
    let characters = Array(text.replacing(" - ", with: " – ").replacing("...", with: "…"))
    var result = ""
    // A single quote that closes nothing is an apostrophe in every language.
    var isInside = false
    for (index, character) in characters.enumerated() {
      let previous = index == 0 ? " " : characters[index - 1]
      let opens = previous.isWhitespace || "([{–—\"".contains(previous)
      switch character {
      case "\"": result += opens ? quotes.open : quotes.close
      case "'" where opens:
        result += quotes.innerOpen
        isInside = true
      case "'":
        let isInWord = previous.isLetter && index + 1 < characters.count && characters[index + 1].isLetter
        result += isInside && !isInWord ? quotes.innerClose : "’"
        if !isInWord { isInside = false }
      default: result.append(character)
      }
    }
    return result
  }
}
