import Canvas
import Composition
import Parameters

/// Letters of one width for headlines, as on tickets and timetables.
public struct MonoPair: TypePair {
  public static let name = "mono"
  public static let summary = "letters of one width, as on tickets and timetables"
  public static let families: [(family: String, package: String)] = [
    ("JetBrains Mono", "fonts-jetbrains-mono"),
    ("Inter", "fonts-inter"),
  ]
  public static let character = PairCharacter(
    moods: ["technical", "dry", "urban"], contrast: .low, xHeight: 0.55)

  var weight = DisplayWeight.bold
  var scale = 1.25

  public static let parameters: [Parameter<MonoPair>] = [
    .choice("weight", \.weight, "weight of the headline"),
    .real("scale", \.scale, 1.2...1.618, scale: .log, "ratio between neighbouring sizes"),
  ]

  public init() {}

  public var system: TypeSystem {
    TypeSystem.pair(
      display: Font("JetBrains Mono", weight: weight.value(200, 700, 800), features: "calt=0"),
      tracking: -0.07,
      leading: 1, text: Font("Inter"), strong: Font("JetBrains Mono", weight: 700, features: "calt=0"),
      ratio: scale, label: Font("JetBrains Mono", weight: 500, features: "calt=0"))
  }
}
