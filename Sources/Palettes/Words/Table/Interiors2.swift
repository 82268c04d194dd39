extension Word {
  /// Interior styles: grounds are walls, leads the floor, wood and cloth, accents what a room needs one
  /// piece of.
  static let interiors2: [Word] = [
    Word(
      "traditional", on: Grounds(dark: 1, light: 3, color: 0),
      grounds: [.ivory: 2, .cream: 2, .bottle: 1],
      leads: [.wine: 2, .forest: 2, .navy: 2, .oak: 1],
      accents: [.gold: 1, .brick: 1], strength: 0.9, influence: 1),
    Word(
      "victorian", on: Grounds(dark: 3, light: 0.6, color: 0),
      grounds: [.wine: 2, .bottle: 2, .aubergine: 1, .parchment: 1],
      leads: [.oxblood: 2, .forest: 2, .plum: 2, .parchment: 1],
      accents: [.gold: 1, .rose: 1], strength: 0.9, influence: 1),
    Word(
      "colonial", on: Grounds(dark: 0, light: 3, color: 0),
      grounds: [.ivory: 3, .linen: 2],
      leads: [.teak: 2, .fern: 2, .wenge: 2, .straw: 1],
      accents: [.brass: 1, .brick: 1], strength: 0.85, influence: 1),
    Word(
      "gothic", on: Grounds(dark: 6, light: 0, color: 0),
      grounds: [.black: 3, .aubergine: 1, .oxblood: 1],
      leads: [.wine: 2, .zinc: 2, .plum: 2, .bone: 1],
      accents: [.crimson: 1, .gold: 1], strength: 0.85, influence: 1),
    Word(
      "loft", on: Grounds(dark: 1.5, light: 2, color: 0),
      grounds: [.cement: 2, .chalk: 2, .charcoal: 1],
      leads: [.brick: 3, .charcoal: 2, .concrete: 2, .oak: 1],
      accents: [.amber: 1, .petrol: 1], strength: 0.8, influence: 1),
    Word(
      "chalet", on: Grounds(dark: 1, light: 2, color: 0),
      grounds: [.oat: 2, .linen: 1, .walnut: 1],
      leads: [.oak: 2, .walnut: 3, .pine: 2, .stone: 1],
      accents: [.crimson: 1, .amber: 1], strength: 0.85, influence: 1),
    Word(
      "nautical", on: Grounds(dark: 1, light: 4, color: 0),
      grounds: [.snow: 3, .ivory: 1, .navy: 2],
      leads: [.navy: 4, .silver: 1, .sky: 1, .sand: 1],
      accents: [.poppy: 3, .sun: 1], strength: 1.05, influence: 1),
    Word(
      "retro", on: Grounds(dark: 0, light: 2, color: 1.5),
      grounds: [.cream: 3, .parchment: 1, .butter: 1],
      leads: [.pumpkin: 2, .teal: 2, .umber: 2, .mustard: 2],
      accents: [.vermilion: 1, .turquoise: 1], strength: 1, influence: 0.9),
    Word(
      "maximalist", on: Grounds(dark: 1.5, light: 0, color: 2),
      grounds: [.bottle: 1, .aubergine: 1, .petrol: 1, .candy: 1],
      leads: [.fuchsia: 2, .emerald: 2, .cobalt: 2, .saffron: 2],
      accents: [.sun: 1, .tangerine: 1], strength: 1.1, influence: 1),
    Word(
      "memphis", on: Grounds(dark: 0, light: 2, color: 2),
      grounds: [.chalk: 2, .butter: 1, .candy: 1, .mint: 1],
      leads: [.black: 2, .turquoise: 2, .fuchsia: 2, .cobalt: 1],
      accents: [.sun: 1, .vermilion: 1], strength: 1.15, influence: 1),
    Word(
      "biophilic", on: Grounds(dark: 0, light: 4, color: 0),
      grounds: [.linen: 2, .bone: 1, .seafoam: 1],
      leads: [.fern: 3, .moss: 2, .oak: 2, .eucalyptus: 1],
      accents: [.terracotta: 1, .honey: 1], strength: 0.85, influence: 1),
    Word(
      "hygge", on: Grounds(dark: 1, light: 3, color: 0),
      grounds: [.oat: 3, .linen: 2, .cream: 1, .walnut: 1],
      leads: [.camel: 2, .dustrose: 2, .oak: 2, .slate: 1],
      accents: [.rust: 1, .amber: 1], strength: 0.8, influence: 1),
    Word(
      "shaker", on: Grounds(dark: 0, light: 4, color: 0),
      grounds: [.ivory: 3, .chalk: 1, .linen: 1],
      leads: [.delft: 2, .olive: 2, .oak: 2, .oxblood: 1],
      accents: [.mustard: 1, .brick: 1], strength: 0.8, influence: 1),
    Word(
      "kintsugi", on: Grounds(dark: 2, light: 1.5, color: 0),
      grounds: [.ink: 2, .soot: 1, .bone: 1],
      leads: [.slate: 2, .bone: 2, .celadon: 2, .graphite: 1],
      accents: [.gold: 4], strength: 0.8, influence: 1),
  ]
}
