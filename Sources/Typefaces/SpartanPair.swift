import Canvas
import Composition
import Parameters

/// A geometric sans of circles and points with a humanist text face.
public struct SpartanPair: TypePair {
  public static let name = "spartan"
  public static let summary = "a geometric sans of circles and points with a humanist text face"
  public static let families: [(family: String, package: String)] = [
    ("League Spartan", "fonts-league-spartan"),
    ("Lato", "fonts-lato"),
  ]
  public static let character = PairCharacter(
    moods: ["geometric", "bold", "poster"], contrast: .low, xHeight: 0.41)

  var weight = DisplayWeight.bold
  var scale = 1.333

  public static let parameters: [Parameter<SpartanPair>] = [
    .choice("weight", \.weight, "weight of the headline"),
    .real("scale", \.scale, 1.2...1.618, scale: .log, "ratio between neighbouring sizes"),
  ]

  public init() {}

  public var system: TypeSystem {
    TypeSystem.pair(
      display: Font("League Spartan", weight: weight.value(300, 700, 900)), tracking: -0.035, leading: 0.9,
      text: Font("Lato", weight: 400), strong: Font("Lato", weight: 700), ratio: scale)
  }
}
