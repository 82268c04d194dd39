extension Word {
  /// Press, stage and street: what the medium itself prints, lights or paints.
  static let culture: [Word] = [
    Word(
      "swiss", on: Grounds(dark: 0, light: 4, color: 1),
      grounds: [.snow: 3, .chalk: 2, .vermilion: 1],
      leads: [.soot: 4, .silver: 1, .graphite: 2],
      accents: [.vermilion: 3, .poppy: 1], strength: 1, influence: 1),
    Word(
      "editorial", on: Grounds(dark: 0.5, light: 4, color: 0),
      grounds: [.chalk: 3, .bone: 2, .soot: 1],
      leads: [.soot: 3, .stone: 2, .greige: 1],
      accents: [.vermilion: 1, .crimson: 1], strength: 0.75, influence: 0.8),
    Word(
      "vintage", on: Grounds(dark: 0, light: 3, color: 0.5),
      grounds: [.parchment: 3, .cream: 2],
      leads: [.brick: 2, .petrol: 2, .mustard: 2, .umber: 1],
      accents: [.rust: 1, .crimson: 1], strength: 0.85, influence: 0.9),
    Word(
      "psychedelic", on: Grounds(dark: 1, light: 0, color: 3),
      grounds: [.fuchsia: 1, .tangerine: 1, .violet: 1],
      leads: [.violet: 2, .fuchsia: 2, .tangerine: 2, .lime: 1],
      accents: [.sun: 1, .turquoise: 1], strength: 1.2, influence: 1),
    Word(
      "synthwave", on: Grounds(dark: 5, light: 0, color: 0),
      grounds: [.midnight: 2, .violet: 1, .indigo: 1, .aubergine: 1],
      leads: [.fuchsia: 3, .violet: 2, .azure: 2, .ink: 1],
      accents: [.turquoise: 1, .candy: 1], strength: 1.15, influence: 1),
    Word(
      "cyberpunk", on: Grounds(dark: 5, light: 0, color: 0),
      grounds: [.ink: 3, .black: 2, .midnight: 1],
      leads: [.fuchsia: 2, .teal: 2, .violet: 2, .slate: 1],
      accents: [.sun: 1, .turquoise: 1], strength: 1.15, influence: 1),
    Word(
      "punk", on: Grounds(dark: 1.5, light: 1, color: 1),
      grounds: [.chalk: 1, .black: 2, .candy: 1],
      leads: [.black: 3, .fuchsia: 2, .graphite: 1],
      accents: [.lime: 1, .sun: 1], strength: 1.15, influence: 1),
    Word(
      "jazz", on: Grounds(dark: 4, light: 0.6, color: 0),
      grounds: [.ink: 3, .oxblood: 1, .midnight: 1, .parchment: 1],
      leads: [.cobalt: 2, .ivory: 2, .cognac: 2, .dusk: 1],
      accents: [.amber: 3, .vermilion: 1], strength: 0.95, influence: 0.9),
    Word(
      "soul", on: Grounds(dark: 2, light: 1, color: 1),
      grounds: [.umber: 2, .parchment: 1, .oxblood: 1],
      leads: [.rust: 2, .mustard: 2, .plum: 2, .teal: 1],
      accents: [.pumpkin: 1, .saffron: 1], strength: 1, influence: 0.9),
    Word(
      "techno", on: Grounds(dark: 5, light: 0, color: 0),
      grounds: [.black: 3, .soot: 2],
      leads: [.zinc: 2, .graphite: 2, .silver: 1],
      accents: [.lime: 1, .turquoise: 1, .vermilion: 1], strength: 1.05, influence: 0.9),
    Word(
      "cinematic", on: Grounds(dark: 5, light: 0, color: 0),
      grounds: [.ink: 3, .petrol: 2, .soot: 1],
      leads: [.teal: 2, .sienna: 2, .slate: 1],
      accents: [.amber: 1, .tangerine: 1], strength: 0.9, influence: 0.8),
    Word(
      "theatrical", on: Grounds(dark: 4, light: 0, color: 0),
      grounds: [.oxblood: 3, .wine: 1, .black: 1],
      leads: [.crimson: 3, .bone: 1, .plum: 1],
      accents: [.gold: 3], strength: 1.05, influence: 0.9),
    Word(
      "circus", on: Grounds(dark: 0, light: 2, color: 2),
      grounds: [.cream: 3, .butter: 1],
      leads: [.crimson: 3, .cobalt: 2, .navy: 1],
      accents: [.sun: 3, .vermilion: 1], strength: 1.1, influence: 1),
    Word(
      "gallery", on: Grounds(dark: 0, light: 5, color: 0),
      grounds: [.snow: 4, .chalk: 2],
      leads: [.charcoal: 2, .stone: 1, .silver: 1],
      accents: [.ultramarine: 1, .vermilion: 1], strength: 0.8, influence: 0.6),
    Word(
      "literary", on: Grounds(dark: 1, light: 3, color: 0),
      grounds: [.parchment: 2, .ivory: 2, .bottle: 1],
      leads: [.oxblood: 2, .forest: 2, .umber: 2, .navy: 1],
      accents: [.brass: 1, .brick: 1], strength: 0.8, influence: 0.8),
    Word(
      "scholarly", on: Grounds(dark: 2, light: 2, color: 0),
      grounds: [.ivory: 2, .parchment: 1, .navy: 1, .bottle: 1],
      leads: [.navy: 2, .oxblood: 2, .forest: 2, .saddle: 1],
      accents: [.gold: 1], strength: 0.85, influence: 0.9),
    Word(
      "culinary", on: Grounds(dark: 0, light: 3, color: 0.5),
      grounds: [.cream: 2, .linen: 1, .ivory: 1],
      leads: [.olive: 2, .brick: 2, .wine: 1, .fern: 1],
      accents: [.saffron: 1, .poppy: 1], strength: 1, influence: 0.9),
    Word(
      "coffee", on: Grounds(dark: 2, light: 2, color: 0),
      grounds: [.cream: 2, .oat: 2, .espresso: 2],
      leads: [.espresso: 3, .saddle: 2, .camel: 2, .cork: 1],
      accents: [.copper: 1, .rust: 1], strength: 0.85, influence: 1),
    Word(
      "wine-bar", on: Grounds(dark: 3, light: 1, color: 0),
      grounds: [.wine: 3, .oxblood: 1, .ivory: 1],
      leads: [.wine: 2, .rosewood: 2, .bone: 1, .plum: 2],
      accents: [.brass: 1, .rose: 1], strength: 0.9, influence: 1),
    Word(
      "wellness", on: Grounds(dark: 0, light: 4, color: 0),
      grounds: [.chalk: 1, .seafoam: 2, .linen: 2],
      leads: [.eucalyptus: 3, .celadon: 2, .sage: 1, .clay: 1],
      accents: [.apricot: 1, .verdigris: 1], strength: 0.75, influence: 0.8),
    Word(
      "spa", on: Grounds(dark: 0, light: 4, color: 0),
      grounds: [.snow: 1, .mist: 1, .seafoam: 2],
      leads: [.seaglass: 3, .eucalyptus: 2, .stone: 2, .oak: 1],
      accents: [.verdigris: 1, .apricot: 1], strength: 0.7, influence: 0.9),
    Word(
      "sporty", on: Grounds(dark: 2, light: 1, color: 1),
      grounds: [.snow: 1, .ink: 1, .navy: 2],
      leads: [.cobalt: 2, .graphite: 2, .silver: 1],
      accents: [.lime: 1, .vermilion: 1, .tangerine: 1], strength: 1.15, influence: 0.8),
    Word(
      "folk", on: Grounds(dark: 0, light: 3, color: 0.5),
      grounds: [.ivory: 3, .oat: 1],
      leads: [.crimson: 3, .navy: 2, .forest: 2, .mustard: 1],
      accents: [.sun: 1, .cobalt: 1], strength: 1, influence: 1),
    Word(
      "warm", on: Grounds(dark: 1, light: 2, color: 1),
      grounds: [.cream: 2, .shell: 1, .oat: 1, .oxblood: 1],
      leads: [.terracotta: 2, .camel: 2, .honey: 2, .rosewood: 1],
      accents: [.tangerine: 1, .amber: 1, .vermilion: 1], strength: 1, influence: 0.6),
    Word(
      "cool", on: Grounds(dark: 2, light: 2, color: 0),
      grounds: [.mist: 2, .ice: 1, .navy: 2],
      leads: [.denim: 2, .teal: 2, .slate: 2, .powder: 1],
      accents: [.turquoise: 1, .lilac: 1], strength: 0.9, influence: 0.6),
    Word(
      "pastel", on: Grounds(dark: 0, light: 5, color: 0.5),
      grounds: [.shell: 2, .pearl: 2, .mint: 2, .ice: 1],
      leads: [.candy: 2, .sky: 2, .lilac: 2, .pistachio: 2, .peach: 1],
      accents: [.coral: 1, .azure: 1], strength: 0.8, influence: 0.8),
  ]
}
