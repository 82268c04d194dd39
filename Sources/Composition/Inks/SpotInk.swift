import Color

/// A spot ink as it looks in a full layer on white paper.
///
/// Our own names and values, chosen in the range in which drums of soy and rice-bran ink measure: brighter
/// than process colours, never at the edge of sRGB, with greys that are never neutral.
public struct SpotInk: Hashable, Sendable {
  /// What the drum is called, lower case.
  public let name: String
  /// A full layer on white paper.
  public let color: SRGB

  init(_ name: String, _ hex: String) {
    self.name = name
    color = SRGB(hex: hex)!
  }

  public static let soot = SpotInk("soot", "#2b2a2e")
  public static let night = SpotInk("night", "#2a3566")
  public static let harbour = SpotInk("harbour", "#23589c")
  public static let lagoon = SpotInk("lagoon", "#0f8a99")
  public static let kingfisher = SpotInk("kingfisher", "#3d9fcf")
  public static let bottle = SpotInk("bottle", "#235c46")
  public static let meadow = SpotInk("meadow", "#3f9a5f")
  public static let pear = SpotInk("pear", "#b9b83a")
  public static let lamp = SpotInk("lamp", "#f3c53c")
  public static let marigold = SpotInk("marigold", "#ee9a3a")
  public static let brick = SpotInk("brick", "#c4482f")
  public static let poppy = SpotInk("poppy", "#e8503f")
  public static let shrimp = SpotInk("shrimp", "#f0826d")
  public static let peony = SpotInk("peony", "#e4618f")
  public static let currant = SpotInk("currant", "#96304f")
  public static let iris = SpotInk("iris", "#6a5aa8")
  public static let cocoa = SpotInk("cocoa", "#6f4a38")
  public static let fog = SpotInk("fog", "#8d949c")

  /// This ink printed over what is there already.
  ///
  /// Both are filters: linear reflectances multiply. A second wet layer takes less well than the first, so it
  /// counts with 92 % of its density.
  public func over(_ ground: SRGB) -> SRGB { overprint(color, on: ground, density: 0.92) }

  /// This ink alone on a tinted paper.
  public func on(_ paper: SRGB) -> SRGB { overprint(color, on: paper, density: 1) }
}

/// A transparent ink on a ground; `density` 0 leaves the ground, 1 is a full layer.
public func overprint(_ ink: SRGB, on ground: SRGB, density: Double = 1) -> SRGB {
  let (p, q) = (ink.linear, ground.linear)
  func film(_ ink: Double, _ ground: Double) -> Double { ground * (1 - density * (1 - ink)) }
  return SRGB(LinearRGB(film(p.red, q.red), film(p.green, q.green), film(p.blue, q.blue))).quantized
}
