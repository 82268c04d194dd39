extension ColorName {
  /// Greys, near-whites and near-blacks, from light to dark where the list allows.
  static let neutrals: [Anchor] = [
    ("white", 1, 0, 0), ("chalk", 0.972, 0.006, 95), ("porcelain", 0.955, 0.009, 230),
    ("ivory", 0.965, 0.024, 98), ("bone", 0.922, 0.021, 88), ("linen", 0.936, 0.016, 62),
    ("plaster", 0.9, 0.011, 50), ("fog", 0.895, 0.008, 240), ("dove grey", 0.8, 0.01, 265),
    ("pebble", 0.765, 0.013, 80), ("silver", 0.842, 0.003, 250), ("stone", 0.68, 0.02, 88),
    ("mushroom", 0.71, 0.024, 45), ("zinc", 0.625, 0.01, 250), ("concrete", 0.6, 0.004, 100),
    ("driftwood", 0.61, 0.032, 70), ("lead", 0.51, 0.008, 255), ("flint", 0.46, 0.015, 215),
    ("iron", 0.405, 0.005, 260), ("slate", 0.44, 0.032, 250), ("gunmetal", 0.36, 0.02, 230),
    ("graphite", 0.325, 0.004, 270), ("charcoal", 0.27, 0.005, 60), ("soot", 0.2, 0.004, 60),
    ("ink", 0.185, 0.022, 270), ("pitch", 0.12, 0.004, 280), ("black", 0, 0, 0), ("taupe", 0.54, 0.024, 45),
    ("mocha", 0.44, 0.036, 52), ("storm", 0.5, 0.028, 262), ("pewter", 0.56, 0.014, 180),
  ]
}
