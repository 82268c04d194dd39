import Studio

/// One of the ways in which pictures differ, named by the group of parameters that mostly makes it.
public enum Aspect: String, CaseIterable, Hashable, Sendable {
  /// Structure: where type stands.
  case layout
  /// Colour: which, how much and where.
  case palette
  /// Texture: edges and their directions.
  case art
  case type
  case finish

  /// An aspect by its own name or, for the first three, by what it is.
  public init?(name: String) {
    let meanings = ["structure": Aspect.layout, "colour": .palette, "color": .palette, "texture": .art]
    guard let aspect = Aspect(rawValue: name) ?? meanings[name] else { return nil }
    self = aspect
  }

  /// The family whose choice counts towards the aspect.
  var family: Family { Family(group: rawValue)! }
}
