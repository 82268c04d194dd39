import Color
import Composition
import Parameters

/// Palettes from words: moods and the names of styles, up to three at once; in a preset that follows a learned style,
/// no word stands for that style.
public struct Words: PaletteRule {
  public static let name = "words"
  public static let summary = "what a mood or the name of a style makes people expect, up to three at once"

  /// One of the built-in words, or `none`.
  struct Choice: ParameterOption {
    let rawValue: String
    static let none = Choice(known: "none")
    static let allCases: [Choice] = [none] + Vocabulary.builtIn.words.map { Choice(known: $0.name) }

    private init(known: String) { rawValue = known }
    init?(rawValue: String) {
      guard rawValue == "none" || Vocabulary.builtIn[rawValue]?.name == rawValue else { return nil }
      self.rawValue = rawValue
    }
  }

  /// Where the ground may stand.
  enum Side: String, ParameterOption {
    case any, dark, light, color
  }

  var word = Choice(rawValue: "calm")!
  var second = Choice.none
  var third = Choice.none
  var side = Side.any
  var vividness = 1.0

  public static let parameters: [Parameter<Words>] = [
    .choice("word", \.word, "the leading word"),
    .choice("second", \.second, "a word to combine it with"),
    .choice("third", \.third, "another word to combine it with"),
    .choice("side", \.side, "deep, paper or coloured ground; any leaves it to the words"),
    .real("vividness", \.vividness, 0.7...1.25, "factor on the chroma that the words ask for"),
  ]

  public init() {}

  /// True if no word is chosen.
  public var isSilent: Bool { [word, second, third].allSatisfy { $0.rawValue == "none" } }

  /// A palette in the colours of a learned style instead of words.
  public func palette(after style: StyleProfile, locked: [SRGB], stream: SeedStream) throws(PaletteFailure)
    -> Palette
  {
    try palette(WordProfile(style), locked: locked, stream: stream)
  }

  public func palette(locked: [SRGB], stream: SeedStream) throws(PaletteFailure) -> Palette {
    var names: [String] = []
    for choice in [word, second, third] where choice.rawValue != "none" && !names.contains(choice.rawValue) {
      names.append(choice.rawValue)
    }
    let words = names.isEmpty ? ["calm"] : names
    return try palette(
      WordProfile(words.compactMap { Vocabulary.builtIn[$0] }), locked: locked, stream: stream)
  }

  private func palette(_ profile: WordProfile, locked: [SRGB], stream: SeedStream) throws(PaletteFailure)
    -> Palette
  {
    try profile.palette(
      locked: locked, side: Ground(rawValue: side.rawValue), vividness: vividness, stream: stream)
  }
}
