extension Word {
  /// Press, stage and street: what the medium itself prints, lights or paints.
  static let culture2: [Word] = [
    Word(
      "monochrome", on: Grounds(dark: 2, light: 2, color: 0),
      grounds: [.snow: 2, .pearl: 1, .black: 2, .soot: 1],
      leads: [.graphite: 3, .silver: 2, .zinc: 2, .charcoal: 1],
      accents: [.ice: 1, .stone: 1], strength: 0.25, influence: 1),
    Word(
      "muted", on: Grounds(dark: 1, light: 3, color: 0),
      grounds: [.bone: 2, .mist: 1, .graphite: 1],
      leads: [.slate: 2, .greige: 2, .sage: 2, .dustrose: 1, .heather: 1],
      accents: [.clay: 1, .petrol: 1], strength: 0.6, influence: 0.5),
    Word(
      "vivid", on: Grounds(dark: 1, light: 1, color: 2),
      grounds: [.chalk: 1, .ink: 1, .cobalt: 1],
      leads: [.ultramarine: 2, .fuchsia: 2, .emerald: 2, .vermilion: 1],
      accents: [.sun: 1, .tangerine: 1], strength: 1.2, influence: 0.6),
    Word(
      "dark", on: Grounds(dark: 6, light: 0, color: 0),
      grounds: [.ink: 2, .soot: 2, .bottle: 1, .midnight: 1, .aubergine: 1],
      leads: [.slate: 2, .graphite: 2, .bone: 1, .walnut: 1],
      accents: [.amber: 1, .vermilion: 1], strength: 0.9, influence: 0.6),
    Word(
      "light", on: Grounds(dark: 0, light: 6, color: 0),
      grounds: [.snow: 3, .chalk: 2, .ivory: 2],
      leads: [.powder: 2, .stone: 2, .sage: 1, .silver: 1],
      accents: [.coral: 1, .azure: 1], strength: 0.85, influence: 0.6),
  ]
}
