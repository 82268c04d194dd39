extension ColorName {
  /// A word with the OKLCH lightness, chroma and hue in degrees that it stands for.
  typealias Anchor = (name: String, lightness: Double, chroma: Double, hue: Double)

  static let anchors: [Anchor] = neutrals + reds + earths + greens + blues + violets

  /// A name that a colour may get, with its place.
  struct Candidate {
    let name: ColorName
    let linear: LinearRGB
    let lab: OKLab

    /// A step to the side of a strong colour may leave sRGB: the place is the one after mapping.
    init(_ name: ColorName, _ place: OKLCH) {
      self.name = name
      linear = place.inGamut
      lab = OKLab(linear)
    }
  }

  /// Every word, bare and with the modifiers that make sense for it; nearly 900.
  static let candidates: [Candidate] = anchors.flatMap { anchor in
    let own = OKLCH(anchor.lightness, anchor.chroma, anchor.hue)
    let modified = Modifier.allCases.compactMap { modifier in
      modifier.applied(to: own).map { Candidate(ColorName(anchor.name, modifier), $0) }
    }
    return [Candidate(ColorName(anchor.name, nil), own)] + modified
  }

  /// The nearest candidate whose name is not among `except`.
  ///
  /// Distance in OKLab. A modified name must be nearer by 0.012, about what is just visible.
  static func ranked(_ color: SRGB, except: Set<ColorName> = []) -> Candidate {
    let lab = OKLab(color)
    var best = candidates[0]
    var least = Double.infinity
    for candidate in candidates {
      let distance = candidate.lab.distance(to: lab) + (candidate.name.modifier == nil ? 0 : 0.012)
      if distance < least, !except.contains(candidate.name) { (best, least) = (candidate, distance) }
    }
    precondition(least < .infinity, "more colours than names")
    return best
  }
}

extension ColorName.Modifier {
  /// The colour that this modifier makes of a word's own, or nil where it would say nothing or leave sRGB.
  func applied(to c: OKLCH) -> OKLCH? {
    switch self {
    case .pale:
      return c.lightness < 0.9 && c.lightness > 0 ? OKLCH(c.lightness + 0.075, c.chroma * 0.78, c.hue) : nil
    case .deep:
      return c.lightness > 0.26 && c.lightness < 1 ? OKLCH(c.lightness - 0.075, c.chroma * 0.95, c.hue) : nil
    case .muted:
      return c.chroma >= 0.06 && c.lightness > 0.15 ? OKLCH(c.lightness, c.chroma * 0.62, c.hue) : nil
    case .vivid:
      let vivid = OKLCH(c.lightness, c.chroma * 1.35, c.hue)
      return c.chroma >= 0.045 && vivid.lab.linear.isInGamut(tolerance: 0.02) ? vivid : nil
    }
  }
}
