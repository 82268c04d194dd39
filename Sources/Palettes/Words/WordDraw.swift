import Color
import Parameters

/// Draws a ground, three leads and an accent from a profile.
struct WordDraw {
  private let profile: WordProfile
  private var stream: SeedStream

  init(_ profile: WordProfile, stream: SeedStream) {
    self.profile = profile
    self.stream = stream
  }

  /// The ground's side at a unit number.
  func side(_ unit: Double) -> Ground {
    let weights = Ground.allCases.map { profile.on[$0] }
    return Ground.allCases[AliasTable(weights: weights)?.index(at: unit) ?? 1]
  }

  /// Colours that show on the ground and differ from each other; a lock takes the lead's place and is kept clear of.
  mutating func picks(_ side: Ground, anchor: OKLCH?) -> WordPicks {
    let fitting = profile.grounds.filter { WordPicks.side(of: $0.color) == side }
    // A side that the words' own grounds lack is made of their leads, at that side's lightness.
    let grounds = fitting.isEmpty ? profile.leads.map { moved($0, to: side) } : fitting
    let ground = pick(grounds) { _ in 1 }
    var taken = [ground] + (anchor.map { [$0] } ?? [])
    var leads: [OKLCH] = []
    for _ in 0..<3 {
      let lead = pick(profile.leads) { Self.room($0, among: taken, ground) }
      leads.append(lead)
      taken.append(lead)
    }
    let accent = pick(profile.accents) {
      // Rare and seen first: chroma times distance to the ground. Yellows that must read on paper turn to mud.
      let muddy = ground.lightness > 0.6 && $0.hue > 62 && $0.hue < 122 && $0.lightness > 0.66
      let pull = 0.02 + $0.chroma * $0.lab.distance(to: ground.lab)
      return Self.room($0, among: taken, ground) * pull * (muddy ? 0.06 : 1)
    }
    // The lead is what carries most: on paper the deepest of the three, on deep grounds the lightest.
    let isDark = ground.lightness < 0.5
    leads.sort { isDark ? $0.lightness > $1.lightness : $0.lightness < $1.lightness }
    return WordPicks(ground: ground, leads: leads, accent: accent, others: grounds.map(\.color))
  }

  /// Full weight for colours well apart from others and from the ground's lightness, little for those near.
  private static func room(_ c: OKLCH, among taken: [OKLCH], _ ground: OKLCH) -> Double {
    let nearest = taken.map { $0.lab.distance(to: c.lab) }.min() ?? 1
    let step = abs(c.lightness - ground.lightness)
    let apart = nearest < 0.07 ? 0.002 : min(1, nearest / 0.16)
    return apart * (step < 0.12 ? 0.02 : min(1, step / 0.3))
  }

  private func moved(_ swatch: WordProfile.Swatch, to side: Ground) -> WordProfile.Swatch {
    let c = swatch.color
    let bright = naturalLightness(c.hue) > 0.7
    let place: OKLCH =
      switch side {
      case .dark: OKLCH(0.22, min(0.04, c.chroma), c.hue)
      case .light: OKLCH(0.95, min(0.02, c.chroma), c.hue)
      case .color: OKLCH(bright ? 0.86 : 0.42, min(0.12, c.chroma), c.hue)
      }
    return WordProfile.Swatch(color: place, weight: swatch.weight)
  }

  private mutating func pick(_ swatches: [WordProfile.Swatch], _ factor: (OKLCH) -> Double) -> OKLCH {
    let weights = swatches.map { $0.weight * factor($0.color) }
    return swatches[AliasTable(weights: weights)?.index(at: stream.unit()) ?? 0].color
  }
}

/// What was drawn from words, before annealing.
struct WordPicks {
  let ground: OKLCH
  /// Three, the one that carries most first.
  let leads: [OKLCH]
  let accent: OKLCH
  /// The other grounds of the same side, for the surface.
  let others: [OKLCH]

  /// Deep below 0.4, paper above 0.86 with little chroma; anything else is a coloured ground.
  static func side(of c: OKLCH) -> Ground {
    if c.lightness < 0.3 || c.lightness < 0.4 && c.chroma < 0.06 { return .dark }
    return c.lightness > 0.86 && c.chroma < 0.045 ? .light : .color
  }

  func slots(strength: Double) -> [Slot] {
    func slot(_ c: OKLCH, _ scatter: Double, _ factor: Double, share: Double) -> Slot {
      let chroma = c.chroma * factor
      return Slot(
        max(0.12, c.lightness - scatter)...min(0.98, c.lightness + scatter), chroma * 0.82...chroma * 1.15,
        hue: c.hue, reach: c.chroma < 0.03 ? 14 : 7, share: share)
    }
    let quiet = 0.35 + 0.65 * strength
    return [slot(ground, 0.012, quiet, share: 0.6)]
      + leads.enumerated().map { slot($1, 0.045, strength, share: [0.14, 0.1, 0.08][$0]) }
      + [slot(accent, 0.035, max(0.85, strength), share: 0.08)]
  }

  /// Another ground of the words beside this one, if it is near enough to be its companion.
  func surface(beside background: SRGB, strength: Double) -> SRGB? {
    let here = OKLCH(background)
    let near = others.filter {
      let step = abs($0.lightness - here.lightness)
      return step > 0.015 && step < 0.1 && $0.lab.distance(to: here.lab) > 0.03
    }
    return near.min { abs($0.lightness - here.lightness) < abs($1.lightness - here.lightness) }.map {
      OKLCH($0.lightness, $0.chroma * (0.35 + 0.65 * strength), $0.hue).srgb.quantized
    }
  }

  /// Type starts from the deepest lead's hue on paper, from the palest one's on deep grounds.
  var text: SRGB {
    let lead = leads[0]
    return ground.lightness < 0.55
      ? OKLCH(0.955, min(0.02, lead.chroma), lead.hue).srgb
      : OKLCH(0.25, min(0.04, lead.chroma), lead.hue).srgb
  }
}
