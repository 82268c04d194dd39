extension Word {
  /// Taste and touch: the colour of the thing itself.
  static let characters2: [Word] = [
    Word(
      "fresh", on: Grounds(dark: 0, light: 4, color: 0.6),
      grounds: [.snow: 2, .seafoam: 2, .mint: 1],
      leads: [.leaf: 2, .lagoon: 2, .emerald: 1, .lime: 1],
      accents: [.lemon: 1, .coral: 1], strength: 1.05, influence: 0.7),
    Word(
      "sweet", on: Grounds(dark: 0, light: 3, color: 1.5),
      grounds: [.shell: 2, .candy: 1, .butter: 1],
      leads: [.candy: 3, .peach: 2, .lilac: 1, .raspberry: 1],
      accents: [.fuchsia: 1, .coral: 1], strength: 1, influence: 0.8),
    Word(
      "spicy", on: Grounds(dark: 1.5, light: 1, color: 1.5),
      grounds: [.cream: 1, .oxblood: 1, .saffron: 1],
      leads: [.brick: 2, .saffron: 2, .rust: 2, .oxblood: 1],
      accents: [.vermilion: 1, .sun: 1], strength: 1.1, influence: 0.9),
    Word(
      "juicy", on: Grounds(dark: 0, light: 2, color: 2),
      grounds: [.cream: 2, .peach: 1, .tangerine: 1],
      leads: [.raspberry: 2, .tangerine: 2, .leaf: 2],
      accents: [.fuchsia: 1, .sun: 1], strength: 1.15, influence: 0.8),
    Word(
      "clean", on: Grounds(dark: 0, light: 5, color: 0),
      grounds: [.snow: 4, .ice: 1],
      leads: [.azure: 2, .silver: 2, .slate: 1, .powder: 1],
      accents: [.turquoise: 1, .cobalt: 1], strength: 0.9, influence: 0.6),
    Word(
      "organic", on: Grounds(dark: 0.5, light: 3, color: 0),
      grounds: [.linen: 2, .oat: 2, .bone: 1],
      leads: [.moss: 2, .clay: 2, .walnut: 1, .sage: 2],
      accents: [.ochre: 1, .terracotta: 1], strength: 0.8, influence: 0.7),
    Word(
      "raw", on: Grounds(dark: 1, light: 2, color: 0),
      grounds: [.cement: 2, .oat: 1, .stone: 1, .soot: 1],
      leads: [.charcoal: 2, .clay: 2, .concrete: 2, .umber: 1],
      accents: [.rust: 1, .ochre: 1], strength: 0.7, influence: 0.7),
    Word(
      "velvet", on: Grounds(dark: 4, light: 0, color: 0),
      grounds: [.aubergine: 2, .wine: 1, .bottle: 1, .ink: 1],
      leads: [.plum: 2, .emerald: 2, .wine: 2, .rosewood: 1],
      accents: [.gold: 1, .rose: 1], strength: 1, influence: 0.9),
    Word(
      "metallic", on: Grounds(dark: 2, light: 1.5, color: 0),
      grounds: [.graphite: 2, .silver: 2, .snow: 1],
      leads: [.steel: 2, .zinc: 2, .silver: 2, .slate: 1],
      accents: [.copper: 1, .gold: 1], strength: 0.7, influence: 0.7),
    Word(
      "powdery", on: Grounds(dark: 0, light: 4, color: 0),
      grounds: [.shell: 2, .pearl: 2, .mist: 1],
      leads: [.dustrose: 2, .lavender: 2, .powder: 2, .celadon: 1],
      accents: [.mauve: 1, .salmon: 1], strength: 0.75, influence: 0.7),
  ]
}
