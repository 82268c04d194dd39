import Canvas

/// Opening marks that hang outside a straight edge where lines begin, and closing ones outside one where they end: the
/// eye follows letters (Bringhurst, "The elements of typographic style", 2.1.10 and 5.4).
///
/// Which side that is follows from the writing: a line of Hebrew begins at the right.
enum HangingPunctuation {
  private static let opening: Set<Character> = ["“", "‘", "„", "‚", "«", "‹", "「", "『", "(", "*"]
  private static let closing: Set<Character> = [
    "”", "’", "“", "»", "›", "」", "』", ")", ".", ",", "-", "‐", "–", "。", "、", "،",
  ]
  /// Those that weigh enough to be half inside.
  private static let heavy: Set<Character> = ["(", ")", "–"]

  /// How far the line's first character hangs, in em.
  static func start(_ text: String, font: Font, tracking: Double, _ typesetter: Typesetter) -> Double {
    guard let first = text.first, opening.contains(first), text.count > 1 else { return 0 }
    let width = advance(text, font, tracking, typesetter)
    let rest = advance(String(text.dropFirst()), font, tracking, typesetter)
    return (width - rest) * (heavy.contains(first) ? 0.5 : 1)
  }

  /// How far the line's last character hangs, in em.
  static func end(_ text: String, font: Font, tracking: Double, _ typesetter: Typesetter) -> Double {
    guard let last = text.last, closing.contains(last), text.count > 1 else { return 0 }
    let width = advance(text, font, tracking, typesetter)
    let rest = advance(String(text.dropLast()), font, tracking, typesetter)
    return (width - rest) * (heavy.contains(last) ? 0.5 : 1)
  }

  private static func advance(
    _ text: String, _ font: Font, _ tracking: Double, _ typesetter: Typesetter
  ) -> Double {
    typesetter.metrics(of: TextLine(text, font: font, size: 1, tracking: tracking)).advance
  }
}
