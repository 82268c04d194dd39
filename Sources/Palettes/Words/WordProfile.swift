import Color
import Elementary

/// What one word or several together ask of a palette: weighted colours for each part, and the sliders they imply.
///
/// Several words combine as follows. Colours: the mean of the words' mixtures, weighted by influence, where every
/// colour's weight is multiplied by how far the other words agree with it (a product with a floor, so that words
/// which contradict each other still both show). Grounds: the product of the weights, with the same floor.
/// Strength: the product, so that calm and premium together are quieter than each.
public struct WordProfile: Sendable {
  /// A colour with a weight.
  public struct Swatch: Hashable, Sendable {
    public let color: OKLCH
    public var weight: Double
  }

  public let words: [String]
  public let grounds: [Swatch]
  public let leads: [Swatch]
  public let accents: [Swatch]
  public let on: Grounds
  public let strength: Double

  /// The profile of at least one word.
  public init(_ words: [Word]) {
    precondition(!words.isEmpty, "a profile needs a word")
    self.words = words.map(\.name)
    grounds = Self.mixed(words, \.grounds)
    leads = Self.mixed(words, \.leads)
    accents = Self.mixed(words, \.accents)
    func side(_ s: Ground) -> Double {
      words.reduce(1) { product, word in
        let total = word.on.dark + word.on.light + word.on.color
        return product * (word.on[s] / total * 0.94 + 0.02)
      }
    }
    // One word keeps its own weights, so that a side it never asked for stays out.
    on = words.count == 1 ? words[0].on : Grounds(dark: side(.dark), light: side(.light), color: side(.color))
    strength = clamp(words.reduce(1) { $0 * $1.strength }, 0.25...1.25)
  }

  /// A profile of ready mixtures, none of them empty, without words.
  init(grounds: [Swatch], leads: [Swatch], accents: [Swatch], on: Grounds, strength: Double) {
    words = []
    (self.grounds, self.leads, self.accents) = (grounds, leads, accents)
    (self.on, self.strength) = (on, strength)
  }

  private static func mixed(_ words: [Word], _ part: KeyPath<Word, Mix>) -> [Swatch] {
    let mixtures = words.map { word -> [Swatch] in
      let parts = word[keyPath: part].parts
      let total = parts.reduce(0) { $0 + $1.weight }
      return parts.map { Swatch(color: $0.pigment.color, weight: $0.weight / total * word.influence) }
    }
    var result: [Swatch] = []
    for (index, mixture) in mixtures.enumerated() {
      for var swatch in mixture {
        for (other, words) in mixtures.enumerated() where other != index {
          swatch.weight *= 0.25 + agreement(swatch.color, words)
        }
        if let same = result.firstIndex(where: { $0.color == swatch.color }) {
          result[same].weight += swatch.weight
        } else {
          result.append(swatch)
        }
      }
    }
    return result
  }

  /// How near a mixture comes to a colour: 1 if it holds it, falling with a width of 0.08 in OKLab.
  private static func agreement(_ color: OKLCH, _ mixture: [Swatch]) -> Double {
    mixture.map { swatch in
      let d = swatch.color.lab.distance(to: color.lab) / 0.08
      return Exact.exp(-d * d / 2)
    }.max() ?? 0
  }
}

extension WordProfile {
  /// Weights of 72 hues, 0, 5 ... 355 degrees in OKLCH: of the leads and accents that have a hue.
  public var hues: [Double] {
    var bins = [Double](repeating: 0, count: 72)
    for (swatches, factor) in [(leads, 1.0), (accents, 0.5)] {
      for swatch in swatches {
        for bin in bins.indices {
          let distance = abs(wrapped(Double(bin) * 5 - swatch.color.hue + 180) - 180) / 9
          let strength = min(1, swatch.color.chroma / 0.06)
          bins[bin] += factor * swatch.weight * strength * Exact.exp(-distance * distance / 2)
        }
      }
    }
    let top = bins.max() ?? 0
    return bins.map { top > 0 ? ($0 < top * 0.08 ? 0 : $0 / top) : 1 }
  }

  /// Chroma of the leads, mean and about one deviation to both sides.
  public var chroma: ClosedRange<Double> {
    let (mean, deviation) = Self.spread(leads.map { ($0.color.chroma * strength, $0.weight) })
    return max(0, mean - deviation)...mean + deviation
  }

  /// Heat, activity and weight of the colours in proportion 60/30/10, and how far they scatter.
  public var mood: (mean: Mood, deviation: Mood) {
    let parts = [(grounds, 0.6), (leads, 0.3), (accents, 0.1)].flatMap { swatches, share in
      let total = swatches.reduce(0) { $0 + $1.weight }
      return swatches.map { (Mood($0.color.srgb), $0.weight / total * share) }
    }
    let heat = Self.spread(parts.map { ($0.0.heat, $0.1) })
    let activity = Self.spread(parts.map { ($0.0.activity, $0.1) })
    let weight = Self.spread(parts.map { ($0.0.weight, $0.1) })
    return (
      Mood(heat: heat.mean, activity: activity.mean, weight: weight.mean),
      Mood(heat: heat.deviation, activity: activity.deviation, weight: weight.deviation)
    )
  }

  /// How well each template covers the hues from its best key; narrow templates win where they cover as much.
  public var templates: [(template: HueTemplate, weight: Double)] {
    let hues = self.hues
    let total = hues.reduce(0, +)
    return HueTemplate.allCases.map { template in
      let width = template.sectors.reduce(0) { $0 + $1.width }
      let best = (0..<72).map { key in
        hues.indices.filter { bin in
          template.sectors.contains {
            abs(wrapped(Double(bin - key) * 5 - $0.center + 180) - 180) <= $0.width / 2
          }
        }.reduce(0) { $0 + hues[$1] } / total
      }.max()!
      return (template, Exact.pow(best, 3) * (1.2 - width / 240))
    }
  }

  private static func spread(_ values: [(value: Double, weight: Double)]) -> (mean: Double, deviation: Double)
  {
    let total = values.reduce(0) { $0 + $1.weight }
    let mean = values.reduce(0) { $0 + $1.value * $1.weight } / total
    let variance = values.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * $1.weight } / total
    return (mean, variance.squareRoot())
  }
}
