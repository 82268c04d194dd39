extension Word {
  /// Strong moods: chroma at the top of the budget, opposed hues, lightness far apart; activity and heat
  /// rise.
  static let moods2: [Word] = [
    Word(
      "bold", on: Grounds(dark: 1, light: 1, color: 2),
      grounds: [.chalk: 1, .soot: 1, .vermilion: 1, .cobalt: 1],
      leads: [.black: 2, .cobalt: 2, .vermilion: 2],
      accents: [.sun: 1, .poppy: 1], strength: 1.15, influence: 0.7),
    Word(
      "energetic", on: Grounds(dark: 0.6, light: 1, color: 2),
      grounds: [.chalk: 1, .sun: 1, .tangerine: 1, .ultramarine: 1],
      leads: [.ultramarine: 2, .vermilion: 2, .navy: 1],
      accents: [.sun: 1, .tangerine: 1, .fuchsia: 1], strength: 1.15, influence: 0.8),
    Word(
      "vibrant", on: Grounds(dark: 0.6, light: 1, color: 2),
      grounds: [.chalk: 2, .turquoise: 1, .sun: 1, .fuchsia: 1],
      leads: [.fuchsia: 2, .ultramarine: 2, .turquoise: 2],
      accents: [.tangerine: 1, .sun: 1], strength: 1.15, influence: 0.8),
    Word(
      "playful", on: Grounds(dark: 0, light: 2, color: 2),
      grounds: [.cream: 2, .butter: 1, .candy: 1, .aqua: 1],
      leads: [.cobalt: 2, .coral: 2, .turquoise: 1, .leaf: 1, .candy: 1],
      accents: [.sun: 1, .tangerine: 1], strength: 1.1, influence: 0.8),
    Word(
      "joyful", on: Grounds(dark: 0, light: 2, color: 2),
      grounds: [.butter: 2, .cream: 1, .sun: 1, .peach: 1],
      leads: [.coral: 2, .azure: 2, .leaf: 1, .candy: 1],
      accents: [.tangerine: 1, .fuchsia: 1], strength: 1.1, influence: 0.8),
    Word(
      "cheerful", on: Grounds(dark: 0, light: 3, color: 1.5),
      grounds: [.cream: 2, .butter: 2, .lemon: 1],
      leads: [.azure: 2, .coral: 2, .leaf: 1, .apricot: 1],
      accents: [.sun: 1, .vermilion: 1], strength: 1.05, influence: 0.8),
    Word(
      "festive", on: Grounds(dark: 1.5, light: 1, color: 1),
      grounds: [.cream: 1, .bottle: 1, .crimson: 1],
      leads: [.crimson: 2, .emerald: 2, .gold: 2, .forest: 1],
      accents: [.gold: 1, .poppy: 1], strength: 1.05, influence: 0.9),
    Word(
      "dynamic", on: Grounds(dark: 1.5, light: 1, color: 1),
      grounds: [.chalk: 1, .ink: 1, .navy: 1],
      leads: [.ultramarine: 2, .vermilion: 2, .graphite: 1],
      accents: [.tangerine: 1, .sun: 1], strength: 1.1, influence: 0.6),
    Word(
      "dramatic", on: Grounds(dark: 4, light: 0, color: 0.6),
      grounds: [.soot: 2, .aubergine: 1, .oxblood: 1, .ink: 1],
      leads: [.crimson: 2, .cherry: 2, .bone: 1, .gold: 1],
      accents: [.vermilion: 1, .gold: 1], strength: 1.05, influence: 0.8),
    Word(
      "passionate", on: Grounds(dark: 2, light: 0, color: 1.5),
      grounds: [.oxblood: 2, .wine: 2, .crimson: 1, .shell: 1],
      leads: [.crimson: 2, .cherry: 1, .raspberry: 2, .blush: 1],
      accents: [.vermilion: 1, .coral: 1], strength: 1.1, influence: 0.9),
  ]
}
