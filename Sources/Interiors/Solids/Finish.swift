/// What a part of a piece is made of; the room's surfaces say how that looks.
public enum Finish: String, CaseIterable, Hashable, Sendable {
  /// The main upholstery, and the cloth of cushions and throws.
  case textile, accent
  /// Bedding, towels.
  case linen
  case curtain
  case rug, rugBorder
  case timber, darkTimber
  case metal, darkMetal
  case stone
  /// Painted fronts of kitchens and cupboards.
  case lacquer
  case leather
  case ceramic
  /// Lit lampshades.
  case shade
  case glass
  case mirror
  case leaf
  case soil
  /// Spines of books, in the room's own colours.
  case paper
  /// Appliances.
  case steel
  /// Screens and hobs.
  case black
  /// Pictures on a wall.
  case art
  /// Skirtings and casings of the room itself.
  case trim
}
