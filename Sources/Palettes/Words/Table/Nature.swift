extension Word {
  /// Landscapes, plants and light: the colours that are there, the ground being what there is most of.
  static let nature: [Word] = [
    Word(
      "botanical", on: Grounds(dark: 1.5, light: 3, color: 0),
      grounds: [.ivory: 2, .linen: 1, .bone: 1, .bottle: 1],
      leads: [.forest: 3, .fern: 2, .sage: 2, .moss: 1],
      accents: [.terracotta: 1, .rose: 1, .ochre: 1], strength: 0.95, influence: 0.9),
    Word(
      "floral", on: Grounds(dark: 0, light: 3, color: 0.6),
      grounds: [.shell: 2, .ivory: 2, .blush: 1],
      leads: [.rose: 2, .fern: 2, .raspberry: 1, .lilac: 1, .sage: 1],
      accents: [.fuchsia: 1, .saffron: 1], strength: 1, influence: 0.9),
    Word(
      "forest", on: Grounds(dark: 3, light: 1, color: 0),
      grounds: [.bottle: 3, .pine: 2, .linen: 1],
      leads: [.forest: 2, .moss: 2, .fern: 2, .bone: 1, .walnut: 1],
      accents: [.ochre: 1, .rust: 1], strength: 0.95, influence: 0.9),
    Word(
      "jungle", on: Grounds(dark: 3, light: 0.5, color: 1),
      grounds: [.bottle: 3, .forest: 2, .cream: 1],
      leads: [.emerald: 3, .leaf: 2, .lime: 1, .fern: 1],
      accents: [.fuchsia: 1, .tangerine: 1], strength: 1.1, influence: 0.9),
    Word(
      "meadow", on: Grounds(dark: 0, light: 3, color: 0.5),
      grounds: [.ivory: 2, .seafoam: 1, .cream: 1],
      leads: [.leaf: 2, .fern: 2, .cornflower: 1, .straw: 1],
      accents: [.poppy: 1, .sun: 1], strength: 1, influence: 0.9),
    Word(
      "garden", on: Grounds(dark: 0.5, light: 3, color: 0),
      grounds: [.ivory: 2, .seafoam: 1, .bone: 1],
      leads: [.fern: 3, .forest: 1, .rose: 2, .celadon: 1],
      accents: [.raspberry: 1, .honey: 1], strength: 0.95, influence: 0.9),
    Word(
      "citrus", on: Grounds(dark: 0, light: 2, color: 2),
      grounds: [.cream: 2, .butter: 2, .lemon: 1],
      leads: [.lime: 2, .tangerine: 2, .leaf: 1, .forest: 1],
      accents: [.tangerine: 1, .sun: 1], strength: 1.1, influence: 0.9),
    Word(
      "orchard", on: Grounds(dark: 0, light: 3, color: 0),
      grounds: [.cream: 2, .ivory: 1, .linen: 1],
      leads: [.fern: 2, .crimson: 2, .olive: 1, .pistachio: 1],
      accents: [.vermilion: 1, .honey: 1], strength: 1, influence: 0.9),
    Word(
      "ocean", on: Grounds(dark: 3, light: 1.5, color: 0),
      grounds: [.navy: 2, .petrol: 2, .ice: 1, .snow: 1],
      leads: [.sea: 2, .teal: 2, .cobalt: 1, .powder: 1],
      accents: [.aqua: 1, .coral: 1], strength: 1, influence: 0.9),
    Word(
      "marine", on: Grounds(dark: 2, light: 2, color: 0),
      grounds: [.snow: 2, .mist: 1, .navy: 2],
      leads: [.navy: 3, .cobalt: 2, .sky: 1, .ivory: 1],
      accents: [.vermilion: 1, .sun: 1], strength: 1, influence: 0.9),
    Word(
      "arctic", on: Grounds(dark: 0.6, light: 4, color: 0),
      grounds: [.snow: 3, .ice: 3, .fjord: 1],
      leads: [.fjord: 2, .powder: 2, .sky: 2, .steel: 1],
      accents: [.azure: 1, .lilac: 1], strength: 0.8, influence: 0.9),
    Word(
      "alpine", on: Grounds(dark: 1, light: 3, color: 0),
      grounds: [.snow: 2, .mist: 2, .pine: 1],
      leads: [.pine: 2, .fjord: 2, .stone: 1, .sky: 1],
      accents: [.vermilion: 1, .honey: 1], strength: 0.85, influence: 0.8),
    Word(
      "desert", on: Grounds(dark: 0, light: 3, color: 1),
      grounds: [.sand: 2, .shell: 1, .oat: 2, .adobe: 1],
      leads: [.terracotta: 2, .dune: 2, .rust: 2, .mauve: 1],
      accents: [.turquoise: 1, .saffron: 1], strength: 0.95, influence: 0.9),
    Word(
      "savanna", on: Grounds(dark: 0, light: 2, color: 1),
      grounds: [.flax: 2, .sand: 1, .oat: 1],
      leads: [.ochre: 2, .olive: 2, .rust: 2, .umber: 1],
      accents: [.vermilion: 1, .sun: 1], strength: 0.95, influence: 0.9),
    Word(
      "volcanic", on: Grounds(dark: 4, light: 0, color: 0),
      grounds: [.soot: 3, .black: 1, .charcoal: 1],
      leads: [.charcoal: 2, .oxblood: 2, .zinc: 1, .ash: 1],
      accents: [.vermilion: 1, .amber: 1], strength: 1, influence: 0.9),
    Word(
      "mineral", on: Grounds(dark: 1, light: 2, color: 0),
      grounds: [.bone: 1, .mist: 1, .cement: 1, .graphite: 1],
      leads: [.verdigris: 2, .slate: 2, .stone: 2, .rosewood: 1],
      accents: [.copper: 1, .jade: 1], strength: 0.8, influence: 0.8),
    Word(
      "stormy", on: Grounds(dark: 3, light: 0.6, color: 0),
      grounds: [.graphite: 2, .fjord: 2, .mist: 1],
      leads: [.slate: 3, .steel: 2, .petrol: 1, .silver: 1],
      accents: [.mustard: 1, .azure: 1], strength: 0.75, influence: 0.8),
    Word(
      "rainy", on: Grounds(dark: 2, light: 1.5, color: 0),
      grounds: [.mist: 2, .silver: 1, .fjord: 1],
      leads: [.slate: 2, .steel: 2, .sea: 1, .zinc: 1],
      accents: [.sun: 1, .poppy: 1], strength: 0.75, influence: 0.7),
    Word(
      "misty", on: Grounds(dark: 0, light: 4, color: 0),
      grounds: [.mist: 3, .pearl: 1, .silver: 1],
      leads: [.stone: 2, .eucalyptus: 2, .steel: 2, .powder: 1],
      accents: [.heather: 1, .sea: 1], strength: 0.6, influence: 0.8),
    Word(
      "sunny", on: Grounds(dark: 0, light: 2, color: 2),
      grounds: [.cream: 2, .butter: 3, .sun: 1],
      leads: [.honey: 2, .azure: 2, .coral: 1],
      accents: [.tangerine: 1, .cobalt: 1], strength: 1.05, influence: 0.8),
    Word(
      "sunset", on: Grounds(dark: 2, light: 1, color: 1),
      grounds: [.plum: 2, .indigo: 1, .peach: 1, .shell: 1],
      leads: [.coral: 3, .tangerine: 2, .rose: 2, .amethyst: 1],
      accents: [.sun: 1, .amber: 1], strength: 1.05, influence: 0.9),
    Word(
      "dawn", on: Grounds(dark: 0.6, light: 3, color: 0),
      grounds: [.shell: 2, .peach: 1, .pearl: 1, .ice: 1],
      leads: [.salmon: 2, .lavender: 2, .powder: 2, .dusk: 1],
      accents: [.coral: 1, .honey: 1], strength: 0.85, influence: 0.8),
    Word(
      "twilight", on: Grounds(dark: 4, light: 0, color: 0),
      grounds: [.indigo: 3, .midnight: 2, .dusk: 1],
      leads: [.dusk: 2, .lavender: 2, .heather: 2, .powder: 1],
      accents: [.amber: 1, .rose: 1], strength: 0.95, influence: 0.9),
    Word(
      "nocturnal", on: Grounds(dark: 6, light: 0, color: 0),
      grounds: [.midnight: 3, .ink: 3, .black: 1],
      leads: [.indigo: 2, .slate: 2, .powder: 1, .ivory: 1, .dusk: 2],
      accents: [.amber: 1, .brass: 1], strength: 0.85, influence: 0.8),
    Word(
      "lunar", on: Grounds(dark: 3, light: 1.5, color: 0),
      grounds: [.ink: 2, .graphite: 1, .pearl: 1],
      leads: [.silver: 2, .steel: 2, .dusk: 2, .zinc: 1],
      accents: [.ice: 1, .butter: 1], strength: 0.6, influence: 0.8),
    Word(
      "starry", on: Grounds(dark: 5, light: 0, color: 0),
      grounds: [.midnight: 3, .indigo: 1],
      leads: [.ivory: 2, .cornflower: 2, .dusk: 2, .powder: 1],
      accents: [.sun: 1, .gold: 1], strength: 0.95, influence: 0.9),
  ]
}
