import Canvas
import Composition
import Parameters

/// Condensed capitals for headlines that fill a wall.
public struct BebasPair: TypePair {
  public static let name = "bebas"
  public static let summary = "condensed capitals for headlines that fill a wall"
  public static let families: [(family: String, package: String)] = [
    ("Bebas Neue", "fonts-bebas-neue"),
    ("Manrope", "fonts-manrope"),
  ]
  public static let character = PairCharacter(
    moods: ["loud", "condensed", "sporting"], contrast: .low, xHeight: 0.7)

  var weight = DisplayWeight.bold
  var scale = 1.333

  public static let parameters: [Parameter<BebasPair>] = [
    .choice("weight", \.weight, "weight of the headline"),
    .real("scale", \.scale, 1.2...1.618, scale: .log, "ratio between neighbouring sizes"),
  ]

  public init() {}

  public var system: TypeSystem {
    TypeSystem.pair(
      display: Font("Bebas Neue", weight: weight.value(300, 400, 700)), tracking: 0, leading: 0.9,
      uppercase: true,
      text: Font("Manrope", weight: 500), strong: Font("Manrope", weight: 700), ratio: scale)
  }
}
