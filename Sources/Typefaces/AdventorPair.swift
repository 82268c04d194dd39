import Canvas
import Composition
import Parameters

/// Round geometric letters of the seventies, set very tight.
public struct AdventorPair: TypePair {
  public static let name = "adventor"
  public static let summary = "round geometric letters of the seventies, set very tight"
  public static let families: [(family: String, package: String)] = [
    ("TeX Gyre Adventor", "fonts-texgyre"),
    ("Inter", "fonts-inter"),
  ]
  public static let character = PairCharacter(
    moods: ["geometric", "round", "nostalgic"], contrast: .low, xHeight: 0.55)

  var scale = 1.333

  public static let parameters: [Parameter<AdventorPair>] = [
    .real("scale", \.scale, 1.2...1.618, scale: .log, "ratio between neighbouring sizes")
  ]

  public init() {}

  public var system: TypeSystem {
    TypeSystem.pair(
      display: Font("TeX Gyre Adventor", weight: 700), tracking: -0.055, leading: 0.92,
      text: Font("Inter", weight: 400), strong: Font("Inter", weight: 600),
      subtitle: Font("TeX Gyre Adventor", weight: 400), ratio: scale)
  }
}
