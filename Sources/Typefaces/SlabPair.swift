import Canvas
import Composition
import Parameters

/// A slab serif of even strokes with a grotesque of the same build.
public struct SlabPair: TypePair {
  public static let name = "slab"
  public static let summary = "a slab serif of even strokes with a friendly grotesque"
  public static let families: [(family: String, package: String)] = [
    ("Roboto Slab", "fonts-roboto-slab"),
    ("Karla", "fonts-karla"),
  ]
  public static let character = PairCharacter(
    moods: ["sturdy", "practical", "open"], contrast: .low, xHeight: 0.53)

  var weight = Weight.bold

  enum Weight: String, ParameterOption { case light, regular, bold }

  var scale = 1.333

  public static let parameters: [Parameter<SlabPair>] = [
    .choice("weight", \.weight, "weight of the headline"),
    .real("scale", \.scale, 1.2...1.618, scale: .log, "ratio between neighbouring sizes"),
  ]

  public init() {}

  public var system: TypeSystem {
    TypeSystem.pair(
      display: Font(
        "Roboto Slab", weight: weight == .light ? 300 : weight == .bold ? 700 : 400, companions: .bookish),
      tracking: -0.035, leading: 0.96,
      text: Font("Karla"), strong: Font("Karla", weight: 700), ratio: scale,
      label: Font("Roboto Slab", weight: 500, features: "smcp=1"), smallCapitals: true)
  }
}
