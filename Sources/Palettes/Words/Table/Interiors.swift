extension Word {
  /// Interior styles: grounds are walls, leads the floor, wood and cloth, accents what a room needs one
  /// piece of.
  static let interiors: [Word] = [
    Word(
      "japandi", on: Grounds(dark: 0, light: 5, color: 0),
      grounds: [.linen: 3, .bone: 2, .oat: 2],
      leads: [.oak: 3, .greige: 3, .charcoal: 2, .sage: 1, .stone: 2],
      accents: [.clay: 1, .juniper: 1], strength: 0.7, influence: 1),
    Word(
      "scandinavian", on: Grounds(dark: 0, light: 5, color: 0),
      grounds: [.snow: 2, .chalk: 3, .mist: 1],
      leads: [.ash: 2, .powder: 2, .slate: 2, .silver: 2, .oak: 1],
      accents: [.mustard: 1, .dustrose: 1, .rust: 1, .cornflower: 1], strength: 0.75, influence: 1),
    Word(
      "mid-century", on: Grounds(dark: 0, light: 3, color: 1),
      grounds: [.ivory: 2, .oat: 1, .bone: 1],
      leads: [.teak: 3, .teal: 2, .olive: 2, .mustard: 1, .walnut: 1],
      accents: [.pumpkin: 1, .mustard: 1], strength: 1, influence: 1),
    Word(
      "industrial", on: Grounds(dark: 3, light: 1.5, color: 0),
      grounds: [.graphite: 2, .charcoal: 2, .cement: 2],
      leads: [.zinc: 2, .brick: 2, .saddle: 2, .concrete: 2, .soot: 1],
      accents: [.rust: 1, .amber: 1], strength: 0.8, influence: 1),
    Word(
      "coastal", on: Grounds(dark: 0, light: 5, color: 0),
      grounds: [.chalk: 3, .snow: 1, .mist: 2, .seafoam: 1],
      leads: [.navy: 1, .denim: 3, .sand: 3, .seaglass: 2, .sky: 2],
      accents: [.coral: 1, .sea: 1], strength: 0.85, influence: 1),
    Word(
      "mediterranean", on: Grounds(dark: 0, light: 4, color: 0.5),
      grounds: [.chalk: 3, .ivory: 2, .shell: 1],
      leads: [.cobalt: 3, .terracotta: 3, .olive: 2, .ochre: 1],
      accents: [.sun: 1, .turquoise: 1], strength: 1, influence: 1),
    Word(
      "bauhaus", on: Grounds(dark: 0, light: 4, color: 0),
      grounds: [.ivory: 3, .chalk: 2, .bone: 1],
      leads: [.soot: 3, .cobalt: 3, .vermilion: 3, .sun: 2],
      accents: [.vermilion: 1, .sun: 1], strength: 1.1, influence: 1),
    Word(
      "art-deco", on: Grounds(dark: 4, light: 1, color: 0),
      grounds: [.black: 2, .bottle: 1, .ink: 1, .navy: 1, .ivory: 1],
      leads: [.emerald: 2, .ivory: 2, .petrol: 2, .bronze: 1],
      accents: [.gold: 3, .brass: 1], strength: 0.95, influence: 1),
    Word(
      "art-nouveau", on: Grounds(dark: 1, light: 2, color: 0),
      grounds: [.parchment: 2, .ivory: 1, .bottle: 1],
      leads: [.olive: 2, .verdigris: 2, .bronze: 2, .plum: 1],
      accents: [.ochre: 1, .rust: 1], strength: 0.85, influence: 1),
    Word(
      "bohemian", on: Grounds(dark: 0, light: 2, color: 1),
      grounds: [.oat: 2, .parchment: 1, .shell: 1],
      leads: [.rust: 2, .teal: 2, .plum: 2, .mustard: 2],
      accents: [.fuchsia: 1, .saffron: 1], strength: 1, influence: 1),
    Word(
      "farmhouse", on: Grounds(dark: 0, light: 5, color: 0),
      grounds: [.chalk: 2, .ivory: 3, .linen: 1],
      leads: [.sage: 2, .oak: 2, .slate: 2, .stone: 1],
      accents: [.brick: 1, .mustard: 1], strength: 0.75, influence: 1),
    Word(
      "rustic", on: Grounds(dark: 1, light: 2, color: 0),
      grounds: [.oat: 2, .parchment: 1, .linen: 1, .umber: 1],
      leads: [.walnut: 2, .saddle: 2, .moss: 2, .brick: 1],
      accents: [.rust: 1, .ochre: 1], strength: 0.85, influence: 1),
    Word(
      "cottage", on: Grounds(dark: 0, light: 4, color: 0),
      grounds: [.ivory: 3, .shell: 1, .cream: 1],
      leads: [.sage: 2, .dustrose: 2, .powder: 2, .oak: 1],
      accents: [.rose: 1, .cornflower: 1], strength: 0.8, influence: 1),
    Word(
      "country-house", on: Grounds(dark: 1.5, light: 2, color: 0),
      grounds: [.parchment: 2, .ivory: 1, .forest: 1],
      leads: [.forest: 2, .oxblood: 2, .walnut: 2, .flax: 1],
      accents: [.brass: 1, .crimson: 1], strength: 0.9, influence: 1),
    Word(
      "parisian", on: Grounds(dark: 0.5, light: 4, color: 0),
      grounds: [.pearl: 2, .chalk: 2, .ivory: 1],
      leads: [.graphite: 2, .stone: 2, .powder: 1, .oak: 1],
      accents: [.brass: 1, .rosewood: 1], strength: 0.65, influence: 1),
    Word(
      "hollywood-regency", on: Grounds(dark: 2, light: 2, color: 0),
      grounds: [.soot: 1, .chalk: 2, .blush: 1],
      leads: [.emerald: 2, .black: 2, .candy: 1, .ivory: 1],
      accents: [.gold: 1, .fuchsia: 1], strength: 1.05, influence: 1),
    Word(
      "tropical", on: Grounds(dark: 0, light: 2, color: 1.5),
      grounds: [.cream: 2, .seafoam: 1, .peach: 1],
      leads: [.emerald: 3, .turquoise: 2, .leaf: 2, .coral: 1],
      accents: [.fuchsia: 1, .sun: 1], strength: 1.1, influence: 1),
    Word(
      "moroccan", on: Grounds(dark: 1, light: 1.5, color: 1),
      grounds: [.shell: 2, .cream: 1, .indigo: 1],
      leads: [.ultramarine: 2, .terracotta: 3, .emerald: 1, .saffron: 1],
      accents: [.saffron: 1, .fuchsia: 1], strength: 1.05, influence: 1),
    Word(
      "southwestern", on: Grounds(dark: 0, light: 3, color: 0.6),
      grounds: [.sand: 2, .shell: 2, .bone: 1],
      leads: [.terracotta: 3, .adobe: 2, .sage: 2, .rust: 1],
      accents: [.turquoise: 3, .saffron: 1], strength: 0.95, influence: 1),
    Word(
      "tuscan", on: Grounds(dark: 0, light: 3, color: 0.6),
      grounds: [.cream: 3, .parchment: 2],
      leads: [.ochre: 2, .sienna: 3, .olive: 3, .brick: 1],
      accents: [.rust: 1, .wine: 1], strength: 0.95, influence: 1),
    Word(
      "provencal", on: Grounds(dark: 0, light: 4, color: 0),
      grounds: [.cream: 3, .ivory: 1, .butter: 1],
      leads: [.lavender: 3, .sage: 2, .delft: 2, .straw: 1],
      accents: [.honey: 1, .poppy: 1], strength: 0.9, influence: 1),
    Word(
      "zen", on: Grounds(dark: 0.5, light: 4, color: 0),
      grounds: [.bone: 3, .linen: 2, .chalk: 1],
      leads: [.stone: 3, .moss: 2, .charcoal: 2, .ash: 1],
      accents: [.juniper: 1, .crimson: 1], strength: 0.65, influence: 1),
    Word(
      "wabi-sabi", on: Grounds(dark: 0.6, light: 3, color: 0),
      grounds: [.oat: 2, .bone: 2, .stone: 1],
      leads: [.greige: 3, .clay: 2, .umber: 2, .concrete: 2],
      accents: [.rust: 1, .lichen: 1], strength: 0.6, influence: 1),
    Word(
      "brutalist", on: Grounds(dark: 1.5, light: 1, color: 0),
      grounds: [.cement: 3, .concrete: 2, .charcoal: 1],
      leads: [.concrete: 3, .charcoal: 3, .zinc: 1],
      accents: [.vermilion: 1, .sun: 1], strength: 0.75, influence: 1),
    Word(
      "contemporary", on: Grounds(dark: 1, light: 3, color: 0),
      grounds: [.chalk: 3, .pearl: 1, .graphite: 1],
      leads: [.graphite: 2, .greige: 2, .stone: 2, .teal: 1],
      accents: [.tangerine: 1, .petrol: 1], strength: 0.75, influence: 0.8),
    Word(
      "modern", on: Grounds(dark: 1, light: 3, color: 0),
      grounds: [.snow: 2, .chalk: 2, .soot: 1],
      leads: [.graphite: 3, .silver: 2, .cobalt: 2],
      accents: [.vermilion: 1, .sun: 1], strength: 0.95, influence: 0.8),
  ]
}
