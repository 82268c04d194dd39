import Color
import Composition
import Parameters

/// What words leave of a parameter's domain.
public enum Narrowed: Sendable {
  /// A part of the range.
  case range(ClosedRange<Double>)
  /// Values with weights, one for each, not all 0.
  case values([ParameterValue], [Double])
}

extension WordProfile {
  /// How often each palette rule should be taken where the rule is open: the words' own rule most.
  public func weight(ofRule name: String) -> Double {
    name == Words.name ? 8 : name == Sectors.name ? 2 : 0.6
  }

  /// What these words leave of a palette rule's parameter; nil if they say nothing of it.
  ///
  /// Hues become a weighted list in steps of 5 degrees, choices get weights, sliders a part of their range. Words
  /// that come from a file are no choices of the rule `words`; they narrow all other parameters.
  public func narrowed(_ parameter: String, of rule: String, _ domain: Domain) -> Narrowed? {
    switch (parameter, domain) {
    case ("hue", .real): hueValues
    case ("chroma", .real(let range, _)): .range(part(of: range, at: chromaLevel, width: 0.4))
    case ("vividness", .real(let range, _)): .range(max(range.lowerBound, 0.9)...min(range.upperBound, 1.1))
    case ("heat", .real(let range, _)):
      .range(part(of: range, at: (mood.mean.heat + 0.35 + 0.5), width: 0.35))
    case ("activity", .real(let range, _)): .range(part(of: range, at: mood.mean.activity - 0.3, width: 0.35))
    case ("weight", .real(let range, _)): .range(part(of: range, at: weightLevel, width: 0.35))
    case ("template", .choice(let names)):
      weighted(names) { name in templates.first { $0.template.rawValue == name }?.weight ?? 0 }
    case ("ground", .choice(let names)): weighted(names) { Ground(rawValue: $0).map { on[$0] } ?? 0 }
    case ("cover", .choice(let names)):
      weighted(names) { $0 == "deep" ? on.dark : $0 == "paper" ? on.light : on.color }
    case ("flood", .flag):
      .values([.flag(true), .flag(false)], [on.dark + 0.3 * on.color + 0.01, on.light + on.color + 0.01])
    case ("paper", .choice(let names)):
      weighted(names) {
        PaperTint(rawValue: $0).map { nearness(of: $0.color, to: grounds, width: 0.06) } ?? 0
      }
    case ("set", .choice(let names)):
      weighted(names) { name in
        let inks = InkSet(rawValue: name)?.inks ?? []
        let sum = inks.reduce(0) { $0 + nearness(of: $1.color, to: leads + accents, width: 0.12) }
        return sum * sum * sum
      }
    case ("side", .choice): .values([.choice("any")], [1])  // then the words themselves choose
    case ("word", .choice(let names)): chosen(names, from: 0)
    case ("second", .choice(let names)): chosen(names, from: 1)
    case ("third", .choice(let names)): chosen(names, from: 2)
    default: nil
    }
  }

  private var hueValues: Narrowed {
    .values((0..<72).map { .number(Double($0) * 5) }, hues)
  }

  /// 0 for greys, 1 for leads that spend the whole budget.
  private var chromaLevel: Double { min(1, (chroma.lowerBound + chroma.upperBound) / 2 / 0.13) }

  /// The mean weight against what its side of the ground weighs anyway.
  private var weightLevel: Double {
    let typical = on.dark > on.light + on.color ? 1.4 : on.light >= on.color ? -1.0 : 0.2
    return 0.5 + (mood.mean.weight - typical) * 0.5
  }

  /// A part of a range around a place of 0...1, kept inside.
  private func part(of range: ClosedRange<Double>, at place: Double, width: Double) -> ClosedRange<Double> {
    let span = range.upperBound - range.lowerBound
    let low = max(0, min(1 - width, place - width / 2))
    return range.lowerBound + low * span...range.lowerBound + (low + width) * span
  }

  private func weighted(_ names: [String], _ weight: (String) -> Double) -> Narrowed? {
    let weights = names.map(weight)
    guard weights.contains(where: { $0 > 0 }) else { return nil }
    return .values(names.map { .choice($0) }, weights)
  }

  /// The word at a place of the list, which the rule `words` then takes; `none` after the last.
  private func chosen(_ names: [String], from place: Int) -> Narrowed? {
    let known = words.filter(names.contains)
    // Words of a file are no choices; a learned style has none at all.
    guard !known.isEmpty || words.isEmpty else { return nil }
    return .values([.choice(place < known.count ? known[place] : "none")], [1])
  }

  private func nearness(of color: SRGB, to swatches: [Swatch], width: Double) -> Double {
    let place = OKLab(color)
    return swatches.reduce(0) { sum, swatch in
      let d = swatch.color.lab.distance(to: place) / width
      return sum + swatch.weight / (1 + d * d * d * d)
    }
  }
}
