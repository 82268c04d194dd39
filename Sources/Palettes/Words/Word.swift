/// Pigments with weights; the order is that of the literal.
public struct Mix: Sendable, ExpressibleByDictionaryLiteral {
  public let parts: [(pigment: Pigment, weight: Double)]

  public init(dictionaryLiteral elements: (Pigment, Double)...) {
    parts = elements.map { (pigment: $0.0, weight: $0.1) }
  }

  init(_ parts: [(pigment: Pigment, weight: Double)]) { self.parts = parts }
}

/// How much a word wants deep, paper and coloured grounds; weights of any sum.
public struct Grounds: Hashable, Sendable {
  public let dark: Double
  public let light: Double
  public let color: Double

  public init(dark: Double, light: Double, color: Double) {
    self.dark = dark
    self.light = light
    self.color = color
  }

  /// The weight of one side.
  public subscript(side: Ground) -> Double {
    switch side {
    case .dark: dark
    case .light: light
    case .color: color
    }
  }
}

/// A mood or the name of a style, as distributions over colours.
///
/// A word says what its grounds, leading colours and accents are mixed from, on which side grounds stand, and how
/// much of the pigments' chroma it spends. Sliders follow from these (see ``WordProfile``): hue ranges, chroma
/// range, and the heat, activity and weight of what is mixed.
public struct Word: Sendable {
  public let name: String
  public let on: Grounds
  public let grounds: Mix
  public let leads: Mix
  public let accents: Mix
  /// Factor on the chroma of grounds and leads; below 1 is quieter than the pigments.
  public let strength: Double
  /// How much it counts beside other words, 0...1: styles that name things count more than moods that tune them.
  public let influence: Double

  init(
    _ name: String, on: Grounds, grounds: Mix, leads: Mix, accents: Mix, strength: Double, influence: Double
  ) {
    self.name = name
    self.on = on
    self.grounds = grounds
    self.leads = leads
    self.accents = accents
    self.strength = strength
    self.influence = influence
  }
}
