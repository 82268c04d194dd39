import Canvas
import Composition
import Parameters

/// A modern sans between geometry and handwriting.
public struct ManropePair: TypePair {
  public static let name = "manrope"
  public static let summary = "a modern sans between geometry and handwriting"
  public static let families: [(family: String, package: String)] = [
    ("Manrope", "fonts-manrope")
  ]
  public static let character = PairCharacter(
    moods: ["modern", "friendly", "calm"], contrast: .low, xHeight: 0.54)

  var weight = DisplayWeight.bold
  var scale = 1.333

  public static let parameters: [Parameter<ManropePair>] = [
    .choice("weight", \.weight, "weight of the headline"),
    .real("scale", \.scale, 1.2...1.618, scale: .log, "ratio between neighbouring sizes"),
  ]

  public init() {}

  public var system: TypeSystem {
    TypeSystem.pair(
      display: Font("Manrope", weight: weight.value(300, 700, 800)), tracking: -0.04, leading: 0.95,
      text: Font("Manrope", weight: 400), strong: Font("Manrope", weight: 700), ratio: scale)
  }
}
