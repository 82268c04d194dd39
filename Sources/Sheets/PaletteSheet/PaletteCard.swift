import Color
import Composition

/// A palette as people look at it: its colours with names and shares, and where it comes from.
public struct PaletteCard: Sendable {
  /// A colour, its readable name, and how much of the whole it takes (0...1).
  public struct Entry: Sendable {
    public let color: SRGB
    public let name: String
    public let share: Double

    public init(color: SRGB, name: String, share: Double) {
      self.color = color
      self.name = name
      self.share = share
    }
  }

  public let palette: Palette
  public let entries: [Entry]
  /// What made it: the rule, the words or the photo.
  public let origin: String

  public init(palette: Palette, entries: [Entry], origin: String) {
    self.palette = palette
    self.entries = entries
    self.origin = origin
  }

  /// The colours that a palette puts on a page, the largest first: ground, companions, inks, accent.
  public init(_ palette: Palette, origin: String) {
    let shares = palette.shares
    let companions = palette.inks.filter { $0 != palette.accent && $0 != palette.background }.prefix(4)
    var colors = [(palette.background, shares.background)]
    colors += companions.enumerated().map { ($1, shares.surface * Self.falling($0, of: companions.count)) }
    colors.append((palette.accent, shares.accent))
    let names = ColorName.distinct(colors.map(\.0)).map(\.description)
    self.init(
      palette: palette,
      entries: zip(colors, names).map { Entry(color: $0.0, name: $1, share: $0.1) }, origin: origin)
  }

  /// Shares that halve from one colour to the next and sum to 1.
  private static func falling(_ index: Int, of count: Int) -> Double {
    let sum = (0..<count).reduce(0.0) { $0 + 1 / Double(1 << $1) }
    return 1 / Double(1 << index) / sum
  }
}
