import Color

/// One colour of a palette file.
public struct Swatch: Hashable, Sendable {
  /// What the file calls the colour; nil if it says nothing.
  public var name: String?
  /// The colour, inside the gamut of sRGB.
  public var color: SRGB
  /// How much of a page or room it covers, 0...1; nil if unknown.
  public var share: Double?

  /// A colour, its name and its share.
  public init(name: String? = nil, color: SRGB, share: Double? = nil) {
    self.name = name
    self.color = color
    self.share = share
  }
}

/// The colours of a palette file, in its order.
public struct SwatchList: Hashable, Sendable {
  /// What the file calls the palette; nil if it says nothing.
  public var name: String?
  /// The colours.
  public var swatches: [Swatch]
  /// What a reader had to change or leave out, one sentence each; empty if the file was taken as it is.
  public var notes: [String]

  /// Colours under one name.
  public init(name: String? = nil, swatches: [Swatch], notes: [String] = []) {
    self.name = name
    self.swatches = swatches
    self.notes = notes
  }

  /// No more colours than this are read from a file.
  public static let limit = 10_000
  /// No more bytes than this are read as a palette file or paint table (16 MiB).
  public static let largestFile = 16 << 20
}

extension SwatchList {
  /// Adds a colour, or refuses the one that is too many.
  mutating func append(_ swatch: Swatch, at place: PaletteFileError.Place) throws(PaletteFileProblem) {
    guard swatches.count < Self.limit else {
      throw PaletteFileProblem(place, .tooMany("colours", Self.limit))
    }
    swatches.append(swatch)
  }

  /// Adds a sentence once, however many colours it concerns; after 50 sentences the rest is not listed.
  mutating func note(_ sentence: String) {
    guard notes.count <= 50, !notes.contains(sentence) else { return }
    notes.append(notes.count < 50 ? sentence : "further changes are not listed")
  }
}
