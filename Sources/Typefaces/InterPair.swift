import Canvas
import Composition
import Parameters

/// A neutral grotesque, cut tight for headlines.
public struct InterPair: TypePair {
  public static let name = "inter"
  public static let summary = "a neutral grotesque, cut tight for headlines"
  public static let families: [(family: String, package: String)] = [
    ("Inter Display", "fonts-inter"),
    ("Inter", "fonts-inter"),
  ]
  public static let character = PairCharacter(
    moods: ["neutral", "modern", "clear"], contrast: .low, xHeight: 0.52)

  var weight = DisplayWeight.bold
  var scale = 1.333

  public static let parameters: [Parameter<InterPair>] = [
    .choice("weight", \.weight, "weight of the headline"),
    .real("scale", \.scale, 1.2...1.618, scale: .log, "ratio between neighbouring sizes"),
  ]

  public init() {}

  public var system: TypeSystem {
    TypeSystem.pair(
      display: Font("Inter Display", weight: weight.value(300, 700, 900)), tracking: -0.035, leading: 0.94,
      text: Font("Inter", weight: 400), strong: Font("Inter", weight: 600),
      subtitle: Font("Inter Display", weight: 400), ratio: scale)
  }
}
