extension Word {
  /// Landscapes, plants and light: the colours that are there, the ground being what there is most of.
  static let nature2: [Word] = [
    Word(
      "spring", on: Grounds(dark: 0, light: 4, color: 0.6),
      grounds: [.ivory: 2, .mint: 1, .seafoam: 1, .shell: 1],
      leads: [.leaf: 2, .candy: 2, .lilac: 2, .sky: 1],
      accents: [.sun: 1, .coral: 1], strength: 1, influence: 0.8),
    Word(
      "summer", on: Grounds(dark: 0, light: 2, color: 2),
      grounds: [.cream: 2, .butter: 1, .sky: 1],
      leads: [.azure: 2, .coral: 2, .leaf: 1, .turquoise: 1],
      accents: [.sun: 1, .vermilion: 1], strength: 1.1, influence: 0.8),
    Word(
      "autumn", on: Grounds(dark: 1.5, light: 2, color: 0),
      grounds: [.parchment: 2, .cream: 1, .umber: 1],
      leads: [.rust: 3, .ochre: 2, .brick: 2, .olive: 1],
      accents: [.pumpkin: 1, .crimson: 1], strength: 1, influence: 0.9),
    Word(
      "winter", on: Grounds(dark: 1.5, light: 3, color: 0),
      grounds: [.snow: 2, .ice: 2, .navy: 1],
      leads: [.navy: 2, .fjord: 2, .powder: 1, .silver: 1, .pine: 1],
      accents: [.crimson: 1, .ice: 1], strength: 0.85, influence: 0.8),
    Word(
      "earthy", on: Grounds(dark: 1, light: 2, color: 0),
      grounds: [.oat: 2, .linen: 1, .bone: 1, .umber: 1],
      leads: [.umber: 2, .clay: 2, .olive: 2, .sienna: 2],
      accents: [.rust: 1, .ochre: 1], strength: 0.85, influence: 0.9),
    Word(
      "woodland", on: Grounds(dark: 1.5, light: 2, color: 0),
      grounds: [.oat: 1, .linen: 1, .pine: 1],
      leads: [.walnut: 2, .moss: 2, .forest: 2, .oak: 1],
      accents: [.rust: 1, .mustard: 1], strength: 0.85, influence: 0.9),
  ]
}
