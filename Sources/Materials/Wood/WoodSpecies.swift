import Color

/// What tells one wood from another, in millimetres.
public struct WoodSpecies: Sendable {
  let color: SRGB
  /// The mean width of a growth ring.
  let ring: Float
  /// Lightness of early wood (the spring's, full of pores) and of late wood, against the base.
  let early: Float
  let late: Float
  /// How much of a ring is early wood.
  let share: Float
  /// 1 where pores stand in the early wood alone (ring-porous), 0 where they are everywhere.
  let ringPorous: Float
  /// Pores in a square millimetre of end grain, roughly; their width and their length along the grain.
  let pores: Float
  let poreWidth: Float
  let poreLength: Float
  /// Rays: 0 none to be seen, 1 oak's.
  let rays: Float
  /// Dark streaks of heartwood that follow some rings.
  let streaks: Float
  /// Towards red and yellow, of the dark parts.
  let warmth: (red: Float, yellow: Float)
}

/// Which wood.
public protocol WoodKind: Sendable {
  static var name: String { get }
  static var summary: String { get }
  static var species: WoodSpecies { get }
}

/// European oak: ring-porous, coarse, with broad rays.
public enum Oak: WoodKind {
  public static let name = "oak"
  public static let summary = "oak boards: coarse rings of pores, short dark rays, flecks when quarter-sawn"
  public static let species = WoodSpecies(
    color: SRGB(hex: "#c39f72")!, ring: 2.6, early: -0.060, late: 0.020, share: 0.42, ringPorous: 0.9,
    pores: 0.62,
    poreWidth: 0.26, poreLength: 5.5, rays: 1, streaks: 0.25, warmth: (0.004, 0.004))
}

/// American walnut: pores everywhere, dark streaks.
public enum Walnut: WoodKind {
  public static let name = "walnut"
  public static let summary = "walnut boards: deep brown with darker streaks and fine long pores"
  public static let species = WoodSpecies(
    color: SRGB(hex: "#6f4d36")!, ring: 4.2, early: 0.018, late: -0.050, share: 0.62, ringPorous: 0.35,
    pores: 0.34,
    poreWidth: 0.20, poreLength: 7.5, rays: 0.12, streaks: 1, warmth: (0.006, -0.004))
}

/// Ash: pale, ring-porous, with bold even bands and no rays to be seen.
public enum Ash: WoodKind {
  public static let name = "ash"
  public static let summary = "ash boards: pale, with bold bands of pores"
  public static let species = WoodSpecies(
    color: SRGB(hex: "#dcc8a8")!, ring: 3.6, early: -0.085, late: 0.012, share: 0.36, ringPorous: 1,
    pores: 0.60,
    poreWidth: 0.24, poreLength: 6.5, rays: 0, streaks: 0.12, warmth: (0.003, 0.010))
}
