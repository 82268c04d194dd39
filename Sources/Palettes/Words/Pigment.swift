import Color

/// Our pigments: colours that people can name, from which every word is mixed.
///
/// Written in OKLCH by eye and by what the things measure like; lightness and chroma scatter a little around them.
public enum Pigment: String, CaseIterable, Sendable {
  // Whites, papers and pale grounds.
  case chalk, linen, bone, ivory, cream, parchment, pearl, mist, ice, shell, oat, snow
  // Greys, never neutral.
  case silver, cement, stone, greige, concrete, zinc, steel, slate, graphite, charcoal, soot, black
  // Sands, woods and hides.
  case sand, dune, flax, straw, oak, ash, teak, walnut, wenge, espresso, camel, cognac, saddle, cork
  // Earths.
  case clay, terracotta, brick, rust, sienna, umber, adobe, ochre, mustard, saffron, copper, brass,
    gold, bronze
  // Yellows and oranges.
  case butter, lemon, sun, honey, apricot, peach, tangerine, amber, pumpkin
  // Reds and pinks.
  case coral, salmon, vermilion, poppy, crimson, cherry, oxblood, wine, blush, rosewood, rose,
    dustrose, candy, fuchsia, raspberry
  // Purples.
  case mauve, plum, aubergine, orchid, lilac, lavender, amethyst, violet, heather
  // Blues.
  case midnight, ink, navy, indigo, ultramarine, cobalt, denim, cornflower, delft, dusk, sky,
    powder, azure, sea, fjord
  // Blue-greens.
  case petrol, teal, lagoon, aqua, turquoise, seaglass, seafoam, verdigris
  // Greens.
  case mint, jade, emerald, pine, forest, bottle, fern, moss, olive, sage, eucalyptus, celadon,
    pistachio, leaf, lime, juniper, lichen
}
