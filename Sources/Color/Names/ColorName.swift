/// A readable name for a colour: one of about two hundred words that designers use, with a modifier between.
///
/// The words and their places in OKLCH were chosen for this engine by eye and spacing; they follow no
/// published table and name no paint. Captions, file names and voice are their uses; identity is not.
public struct ColorName: Hashable, Sendable, CustomStringConvertible {
  /// The word, lower case: "celadon", "ink navy".
  public let base: String
  /// How the colour differs from the word's own; nil close to it.
  public let modifier: Modifier?

  /// A direction away from a word's own colour.
  public enum Modifier: String, CaseIterable, Sendable {
    /// Lighter and softer.
    case pale
    /// Darker.
    case deep
    /// Of the same lightness, with less chroma.
    case muted
    /// Of the same lightness, with more chroma.
    case vivid
  }

  /// The nearest name; every colour has one, and the word's own colour has the bare word.
  public init(nearest color: SRGB) {
    self = Self.ranked(color).name
  }

  /// Names for the colours of a palette, in their order, no two equal (up to 600 colours).
  ///
  /// Each colour takes the nearest name that none before it has taken.
  public static func distinct(_ colors: [SRGB]) -> [ColorName] {
    var taken: Set<ColorName> = []
    return colors.map { color in
      let name = ranked(color, except: taken).name
      taken.insert(name)
      return name
    }
  }

  /// "pale celadon".
  public var description: String { modifier.map { "\($0.rawValue) \(base)" } ?? base }

  /// The colour that the name stands for, nil if the word is not in the vocabulary.
  public var color: SRGB? { Self.candidates.first { $0.name == self }.map { SRGB($0.linear) } }

  /// All bare words, in a fixed order.
  public static let words: [String] = anchors.map(\.name)

  init(_ base: String, _ modifier: Modifier?) {
    self.base = base
    self.modifier = modifier
  }
}
