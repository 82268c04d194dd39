import Canvas
import Composition
import Parameters

/// A sturdy book face, black for headlines, with a plain sans.
public struct VollkornPair: TypePair {
  public static let name = "vollkorn"
  public static let summary = "a sturdy book face, black for headlines, with a plain sans"
  public static let families: [(family: String, package: String)] = [
    ("Vollkorn", "fonts-vollkorn"),
    ("Lato", "fonts-lato"),
  ]
  public static let character = PairCharacter(
    moods: ["sturdy", "warm", "bookish"], contrast: .medium, xHeight: 0.46)

  var weight = DisplayWeight.black
  var scale = 1.333

  public static let parameters: [Parameter<VollkornPair>] = [
    .choice("weight", \.weight, "weight of the headline"),
    .real("scale", \.scale, 1.2...1.618, scale: .log, "ratio between neighbouring sizes"),
  ]

  public init() {}

  public var system: TypeSystem {
    TypeSystem.pair(
      display: Font("Vollkorn", weight: weight.value(400, 700, 900), companions: .bookish), tracking: -0.025,
      leading: 0.92,
      text: Font("Lato", weight: 400, features: "onum=1, pnum=1"),
      strong: Font("Lato", weight: 700, features: "onum=1, pnum=1"),
      subtitle: Font("Vollkorn", weight: 400, italic: true, companions: .bookish), ratio: scale,
      label: Font("Vollkorn", weight: 500, features: "smcp=1, c2sc=1", companions: .bookish),
      smallCapitals: true)
  }
}
