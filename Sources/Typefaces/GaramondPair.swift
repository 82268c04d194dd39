import Canvas
import Composition
import Parameters

/// A Renaissance roman with its italic, for quiet voices.
public struct GaramondPair: TypePair {
  public static let name = "garamond"
  public static let summary = "a Renaissance roman with its italic, for quiet voices"
  public static let families: [(family: String, package: String)] = [
    ("EB Garamond 12", "fonts-ebgaramond")
  ]
  public static let character = PairCharacter(
    moods: ["quiet", "literary", "classical"], contrast: .medium, xHeight: 0.4)

  var scale = 1.333

  public static let parameters: [Parameter<GaramondPair>] = [
    .real("scale", \.scale, 1.2...1.618, scale: .log, "ratio between neighbouring sizes")
  ]

  public init() {}

  public var system: TypeSystem {
    TypeSystem.pair(
      display: Font("EB Garamond 12", weight: 400, companions: .bookish), tracking: -0.02, leading: 0.95,
      text: Font("EB Garamond 12", weight: 400, features: "onum=1", companions: .bookish),
      strong: Font("EB Garamond 12", weight: 400, italic: true, features: "onum=1", companions: .bookish),
      subtitle: Font("EB Garamond 12", weight: 400, italic: true, companions: .bookish), ratio: scale,
      label: Font("EB Garamond 12", weight: 400, features: "smcp=1, c2sc=1", companions: .bookish),
      smallCapitals: true,
      textScale: 1.12)
  }
}
