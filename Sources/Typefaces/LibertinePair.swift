import Canvas
import Composition
import Parameters

/// A display cut of a book face with its humanist sans.
public struct LibertinePair: TypePair {
  public static let name = "libertine"
  public static let summary = "a display cut of a book face with its humanist sans"
  public static let families: [(family: String, package: String)] = [
    ("Linux Libertine Display O", "fonts-linuxlibertine"),
    ("Linux Libertine O", "fonts-linuxlibertine"),
    ("Linux Biolinum O", "fonts-linuxlibertine"),
  ]
  public static let character = PairCharacter(
    moods: ["calm", "literary", "warm"], contrast: .medium, xHeight: 0.43)

  var scale = 1.414

  public static let parameters: [Parameter<LibertinePair>] = [
    .real("scale", \.scale, 1.2...1.618, scale: .log, "ratio between neighbouring sizes")
  ]

  public init() {}

  public var system: TypeSystem {
    TypeSystem.pair(
      display: Font("Linux Libertine Display O", companions: .bookish), tracking: -0.02, leading: 0.95,
      text: Font("Linux Biolinum O", features: "onum=1"),
      strong: Font("Linux Biolinum O", weight: 700, features: "onum=1"),
      subtitle: Font("Linux Libertine O", italic: true, companions: .bookish), ratio: scale,
      label: Font("Linux Biolinum O", features: "smcp=1, c2sc=1"), smallCapitals: true, textScale: 1.08)
  }
}
