import Parameters
import Studio

/// What someone decided about the tiles of some sheets of one preset, and what they said of their taste themselves.
public struct Profile: Hashable, Sendable {
  /// The preset's name.
  public let preset: String
  public var rounds: [Round]
  /// Names of features, such as `calm` or `layout.kind=swiss`, and how much they are wanted: -3...3. Written by hand.
  public var leanings: [Leaning]

  public init(preset: String, rounds: [Round] = [], leanings: [Leaning] = []) {
    (self.preset, self.rounds, self.leanings) = (preset, rounds, leanings)
  }

  public struct Leaning: Hashable, Sendable {
    public let name: String
    public let strength: Double

    public init(_ name: String, _ strength: Double) { (self.name, self.strength) = (name, strength) }
  }

  /// One sheet's tiles, all that were seen.
  public struct Round: Hashable, Sendable {
    /// The sheet's file name, for people.
    public let sheet: String
    public let tiles: [Tile]

    public init(sheet: String, tiles: [Tile]) { (self.sheet, self.tiles) = (sheet, tiles) }
  }

  /// A tile and how much it was liked.
  public struct Tile: Hashable, Sendable {
    public let variant: Variant
    /// -1 for a rejected one, 0 for one without a decision, 1...5 by stars; a picked one has at least 4.
    public let worth: Int

    public init(_ variant: Variant, worth: Int) { (self.variant, self.worth) = (variant, worth) }
  }

  /// Takes a sheet's decisions in; the same tiles again replace what was decided about them before.
  public mutating func take(_ round: Round) {
    let ids = Set(round.tiles.map(\.variant.id))
    rounds.removeAll { Set($0.tiles.map(\.variant.id)) == ids }
    if round.tiles.contains(where: { $0.worth != 0 }) { rounds.append(round) }
  }

  /// Names that leanings may have, in the whole catalogue.
  public static let leaningNames: [String] =
    Look.allCases.flatMap { [$0.rawValue, $0.opposite] }
    + Family.planned.flatMap { family in
      Catalog.entries(of: family).map { "\(family.selector)=\($0.name)" }
    }
}
