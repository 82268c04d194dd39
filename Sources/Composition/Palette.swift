import Color

/// The colours of a variant: roles for layout and type, inks for artwork.
public struct Palette: Hashable, Sendable {
  /// The page: about 60 % of it.
  public let background: SRGB
  /// A field beside the background: about 30 %.
  public let surface: SRGB
  /// Reads on background and surface at 4.5:1 or more.
  public let text: SRGB
  /// Quieter than text, still 4.5:1 on background and surface.
  public let muted: SRGB
  /// Rare: about 10 %. At least 3:1 on the background, so that it can set display type.
  public let accent: SRGB
  /// Reads on the accent at 4.5:1 or more.
  public let onAccent: SRGB
  /// Hairlines on the background.
  public let border: SRGB
  /// For artwork, the leading one first, three to five; all differ from the background and from each other.
  public let inks: [SRGB]
  /// How much of a page each part should take.
  public let shares: Shares

  /// Parts of a page's area; they sum to 1.
  public struct Shares: Hashable, Sendable {
    public let background: Double
    public let surface: Double
    public let accent: Double

    public init(background: Double, surface: Double, accent: Double) {
      self.background = background
      self.surface = surface
      self.accent = accent
    }

    /// The rule of interiors and pages: a ground, its companion, and a rare accent.
    public static let classic = Shares(background: 0.6, surface: 0.3, accent: 0.1)
  }

  public init(
    background: SRGB, surface: SRGB, text: SRGB, muted: SRGB, accent: SRGB, onAccent: SRGB, border: SRGB,
    inks: [SRGB], shares: Shares = .classic
  ) {
    self.background = background
    self.surface = surface
    self.text = text
    self.muted = muted
    self.accent = accent
    self.onAccent = onAccent
    self.border = border
    self.inks = inks
    self.shares = shares
  }

  /// The ground and the inks, the leading one first.
  public var colors: [SRGB] { [background] + inks }

  /// Background and surface for a page of two fields, the first of which takes `share` of it: whichever way round comes
  /// nearer to the palette's own proportions.
  public func fields(share: Double) -> (first: SRGB, second: SRGB) {
    func miss(_ first: Double, _ second: Double) -> Double { abs(share - first) + abs(1 - share - second) }
    let surfaceFirst = miss(shares.surface, shares.background) <= miss(shares.background, shares.surface)
    return surfaceFirst ? (surface, background) : (background, surface)
  }

  /// True if light stands on dark.
  public var isDark: Bool { background.luminance < 0.18 }

  /// The role names and colours, in reading order.
  public var roles: [(name: String, color: SRGB)] {
    [
      ("background", background), ("surface", surface), ("text", text), ("muted", muted),
      ("accent", accent), ("onAccent", onAccent), ("border", border),
    ]
  }
}
