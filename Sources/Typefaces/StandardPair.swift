import Canvas
import Composition
import Parameters

/// A modern roman of strong contrast, as in the journals of 1900, with a plain grotesque.
public struct StandardPair: TypePair {
  public static let name = "standard"
  public static let summary = "a modern roman of strong contrast with a plain grotesque"
  public static let families: [(family: String, package: String)] = [
    ("Old Standard TT", "fonts-oldstandard"),
    ("Karla", "fonts-karla"),
  ]
  public static let character = PairCharacter(
    moods: ["elegant", "scholarly", "precise"], contrast: .high, xHeight: 0.46)

  var weight = Weight.regular

  enum Weight: String, ParameterOption { case regular, bold }

  var scale = 1.5

  public static let parameters: [Parameter<StandardPair>] = [
    .choice("weight", \.weight, "weight of the headline"),
    .real("scale", \.scale, 1.2...1.618, scale: .log, "ratio between neighbouring sizes"),
  ]

  public init() {}

  public var system: TypeSystem {
    TypeSystem.pair(
      display: Font("Old Standard TT", weight: weight == .bold ? 700 : 400, companions: .bookish),
      tracking: -0.03, leading: 0.95,
      text: Font("Karla"), strong: Font("Karla", weight: 700),
      subtitle: Font("Old Standard TT", italic: true, companions: .bookish), ratio: scale)
  }
}
