extension Word {
  /// Characters: what a brand says of itself. Price and trust are low chroma and deep; youth and ease are
  /// light and warm.
  static let characters: [Word] = [
    Word(
      "premium", on: Grounds(dark: 3, light: 1.5, color: 0),
      grounds: [.ink: 2, .soot: 2, .ivory: 1, .bone: 1],
      leads: [.bone: 2, .graphite: 2, .walnut: 1, .navy: 1],
      accents: [.brass: 1, .gold: 1, .copper: 1], strength: 0.75, influence: 0.7),
    Word(
      "luxurious", on: Grounds(dark: 4, light: 0.6, color: 0),
      grounds: [.black: 2, .aubergine: 1, .bottle: 1, .ivory: 1],
      leads: [.ivory: 2, .wine: 1, .emerald: 1, .plum: 1],
      accents: [.gold: 3, .brass: 1], strength: 0.9, influence: 0.8),
    Word(
      "elegant", on: Grounds(dark: 2, light: 2, color: 0),
      grounds: [.ivory: 2, .pearl: 1, .ink: 1, .soot: 1],
      leads: [.graphite: 2, .mauve: 1, .stone: 1, .wine: 1],
      accents: [.brass: 1, .rosewood: 1], strength: 0.7, influence: 0.6),
    Word(
      "refined", on: Grounds(dark: 1, light: 3, color: 0),
      grounds: [.bone: 2, .linen: 1, .pearl: 1, .ink: 1],
      leads: [.slate: 2, .greige: 2, .juniper: 1],
      accents: [.rosewood: 1, .brass: 1], strength: 0.65, influence: 0.6),
    Word(
      "sophisticated", on: Grounds(dark: 2, light: 1.5, color: 0),
      grounds: [.bone: 1, .ink: 2, .graphite: 1],
      leads: [.plum: 2, .slate: 2, .greige: 1, .petrol: 1],
      accents: [.copper: 1, .rosewood: 1], strength: 0.75, influence: 0.6),
    Word(
      "classic", on: Grounds(dark: 1, light: 3, color: 0),
      grounds: [.ivory: 3, .bone: 1, .navy: 1],
      leads: [.navy: 3, .wine: 2, .forest: 2, .stone: 1],
      accents: [.crimson: 1, .gold: 1], strength: 0.9, influence: 0.7),
    Word(
      "timeless", on: Grounds(dark: 1, light: 3, color: 0),
      grounds: [.ivory: 2, .linen: 2, .ink: 1],
      leads: [.navy: 2, .charcoal: 2, .stone: 1, .olive: 1],
      accents: [.brick: 1, .brass: 1], strength: 0.75, influence: 0.6),
    Word(
      "corporate", on: Grounds(dark: 1, light: 4, color: 0),
      grounds: [.snow: 2, .mist: 2, .navy: 1],
      leads: [.navy: 3, .slate: 2, .silver: 1, .cobalt: 2],
      accents: [.azure: 1, .amber: 1], strength: 0.9, influence: 0.7),
    Word(
      "trustworthy", on: Grounds(dark: 1, light: 4, color: 0),
      grounds: [.snow: 1, .mist: 2, .navy: 1],
      leads: [.navy: 3, .cobalt: 2, .steel: 1, .powder: 1],
      accents: [.amber: 1, .teal: 1], strength: 0.9, influence: 0.7),
    Word(
      "technical", on: Grounds(dark: 2, light: 2, color: 0),
      grounds: [.snow: 1, .ink: 1, .graphite: 2],
      leads: [.slate: 2, .steel: 2, .cobalt: 1, .graphite: 1],
      accents: [.turquoise: 1, .tangerine: 1], strength: 0.95, influence: 0.7),
    Word(
      "futuristic", on: Grounds(dark: 4, light: 0.6, color: 0),
      grounds: [.ink: 2, .midnight: 2, .black: 1, .snow: 1],
      leads: [.violet: 2, .azure: 2, .silver: 1, .slate: 1],
      accents: [.turquoise: 1, .lime: 1], strength: 1.05, influence: 0.8),
    Word(
      "scientific", on: Grounds(dark: 1, light: 3, color: 0),
      grounds: [.snow: 2, .ice: 1, .ink: 1],
      leads: [.petrol: 2, .slate: 2, .azure: 1, .steel: 1],
      accents: [.lime: 1, .vermilion: 1], strength: 0.9, influence: 0.6),
    Word(
      "friendly", on: Grounds(dark: 0, light: 3, color: 1),
      grounds: [.cream: 3, .shell: 1, .chalk: 1],
      leads: [.teal: 2, .coral: 2, .apricot: 1, .denim: 1],
      accents: [.sun: 1, .tangerine: 1], strength: 1, influence: 0.7),
    Word(
      "honest", on: Grounds(dark: 0, light: 3, color: 0),
      grounds: [.linen: 2, .chalk: 1, .oat: 1],
      leads: [.denim: 2, .oak: 2, .moss: 1, .charcoal: 1],
      accents: [.brick: 1, .mustard: 1], strength: 0.8, influence: 0.6),
    Word(
      "handmade", on: Grounds(dark: 0, light: 3, color: 0.4),
      grounds: [.oat: 2, .linen: 2, .parchment: 1],
      leads: [.terracotta: 2, .indigo: 2, .olive: 2, .umber: 1],
      accents: [.mustard: 1, .vermilion: 1], strength: 0.95, influence: 0.8),
    Word(
      "artisanal", on: Grounds(dark: 0.6, light: 3, color: 0),
      grounds: [.oat: 2, .parchment: 2, .bone: 1, .espresso: 1],
      leads: [.saddle: 2, .olive: 2, .umber: 1, .clay: 1],
      accents: [.ochre: 1, .brick: 1], strength: 0.85, influence: 0.8),
    Word(
      "youthful", on: Grounds(dark: 0, light: 2, color: 2),
      grounds: [.cream: 1, .lemon: 1, .candy: 1, .aqua: 1],
      leads: [.azure: 2, .fuchsia: 2, .leaf: 1, .violet: 1],
      accents: [.tangerine: 1, .sun: 1], strength: 1.1, influence: 0.8),
    Word(
      "feminine", on: Grounds(dark: 0, light: 3, color: 1),
      grounds: [.shell: 3, .blush: 2, .pearl: 1],
      leads: [.rose: 2, .dustrose: 2, .mauve: 1, .wine: 1],
      accents: [.raspberry: 1, .coral: 1], strength: 0.95, influence: 0.7),
    Word(
      "masculine", on: Grounds(dark: 3, light: 1, color: 0),
      grounds: [.graphite: 2, .ink: 2, .stone: 1],
      leads: [.slate: 2, .saddle: 2, .forest: 1, .stone: 1],
      accents: [.rust: 1, .brass: 1], strength: 0.8, influence: 0.7),
    Word(
      "innocent", on: Grounds(dark: 0, light: 4, color: 0),
      grounds: [.snow: 2, .shell: 2, .ivory: 1],
      leads: [.powder: 2, .blush: 2, .mint: 1, .butter: 1],
      accents: [.rose: 1, .azure: 1], strength: 0.8, influence: 0.7),
    Word(
      "mysterious", on: Grounds(dark: 5, light: 0, color: 0),
      grounds: [.ink: 2, .aubergine: 2, .midnight: 1],
      leads: [.plum: 2, .dusk: 2, .juniper: 1, .mauve: 1],
      accents: [.amethyst: 1, .brass: 1], strength: 0.85, influence: 0.8),
    Word(
      "nostalgic", on: Grounds(dark: 0, light: 3, color: 1),
      grounds: [.parchment: 3, .cream: 2, .oat: 1],
      leads: [.brick: 2, .teal: 2, .mustard: 1, .umber: 1],
      accents: [.pumpkin: 1, .rust: 1], strength: 0.85, influence: 0.8),
    Word(
      "romantic", on: Grounds(dark: 1.5, light: 2, color: 0),
      grounds: [.shell: 2, .blush: 2, .wine: 1],
      leads: [.rose: 2, .dustrose: 2, .wine: 2, .mauve: 1],
      accents: [.crimson: 1, .gold: 1], strength: 0.95, influence: 0.8),
    Word(
      "melancholic", on: Grounds(dark: 2, light: 1.5, color: 0),
      grounds: [.fjord: 2, .ink: 1, .mist: 1],
      leads: [.slate: 2, .dusk: 2, .heather: 1, .steel: 1],
      accents: [.mauve: 1, .ochre: 1], strength: 0.65, influence: 0.7),
  ]
}
