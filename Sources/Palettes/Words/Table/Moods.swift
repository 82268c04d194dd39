extension Word {
  /// Quiet moods: little chroma, small steps, pale grounds; blue-greens and tinted greys lower activity
  /// and heat (Ou 2004).
  static let moods: [Word] = [
    Word(
      "calm", on: Grounds(dark: 0.3, light: 3, color: 0),
      grounds: [.chalk: 1, .mist: 2, .linen: 1],
      leads: [.slate: 1, .eucalyptus: 2, .powder: 2, .sage: 1, .seaglass: 1],
      accents: [.dustrose: 1, .sea: 1], strength: 0.75, influence: 0.6),
    Word(
      "serene", on: Grounds(dark: 0, light: 3, color: 0),
      grounds: [.snow: 1, .mist: 2, .ice: 1],
      leads: [.sea: 1, .powder: 2, .seaglass: 2, .lavender: 1],
      accents: [.lagoon: 1, .lilac: 1], strength: 0.8, influence: 0.7),
    Word(
      "quiet", on: Grounds(dark: 0, light: 3, color: 0),
      grounds: [.linen: 2, .bone: 1, .pearl: 1],
      leads: [.greige: 2, .stone: 2, .slate: 1, .sage: 1],
      accents: [.dustrose: 1, .fjord: 1], strength: 0.6, influence: 0.6),
    Word(
      "gentle", on: Grounds(dark: 0, light: 3, color: 0),
      grounds: [.shell: 2, .ivory: 1, .linen: 1],
      leads: [.dustrose: 2, .lavender: 1, .sage: 2, .stone: 1],
      accents: [.salmon: 1, .apricot: 1], strength: 0.75, influence: 0.6),
    Word(
      "soft", on: Grounds(dark: 0, light: 3, color: 0),
      grounds: [.shell: 2, .pearl: 2, .cream: 1],
      leads: [.blush: 2, .powder: 2, .celadon: 1, .lilac: 1, .greige: 1],
      accents: [.rose: 1, .salmon: 1], strength: 0.75, influence: 0.6),
    Word(
      "tender", on: Grounds(dark: 0, light: 3, color: 0),
      grounds: [.shell: 3, .ivory: 1],
      leads: [.blush: 2, .dustrose: 2, .lilac: 1, .mauve: 1],
      accents: [.rose: 1, .coral: 1], strength: 0.85, influence: 0.7),
    Word(
      "peaceful", on: Grounds(dark: 0.4, light: 3, color: 0),
      grounds: [.mist: 2, .linen: 1, .seafoam: 1],
      leads: [.eucalyptus: 2, .sea: 1, .sage: 2, .powder: 1],
      accents: [.apricot: 1, .honey: 1], strength: 0.75, influence: 0.6),
    Word(
      "meditative", on: Grounds(dark: 1.5, light: 2, color: 0),
      grounds: [.bone: 1, .stone: 1, .linen: 1, .ink: 1],
      leads: [.slate: 2, .juniper: 2, .greige: 1, .walnut: 1],
      accents: [.brass: 1, .clay: 1], strength: 0.65, influence: 0.6),
    Word(
      "minimal", on: Grounds(dark: 0.6, light: 4, color: 0),
      grounds: [.snow: 3, .chalk: 3, .soot: 1],
      leads: [.graphite: 3, .silver: 2, .stone: 1, .cement: 1],
      accents: [.vermilion: 1, .cobalt: 1], strength: 0.6, influence: 0.5),
    Word(
      "airy", on: Grounds(dark: 0, light: 5, color: 0),
      grounds: [.snow: 2, .ice: 2, .mist: 1],
      leads: [.powder: 2, .sky: 2, .seafoam: 1, .silver: 1],
      accents: [.azure: 1, .coral: 1], strength: 0.8, influence: 0.6),
    Word(
      "dreamy", on: Grounds(dark: 1, light: 2, color: 0.5),
      grounds: [.pearl: 2, .shell: 1, .indigo: 1],
      leads: [.lavender: 3, .lilac: 2, .powder: 2, .blush: 1],
      accents: [.orchid: 1, .salmon: 1], strength: 0.9, influence: 0.7),
  ]
}
