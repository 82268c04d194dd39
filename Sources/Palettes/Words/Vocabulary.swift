import Parameters

/// The words that palettes can be asked for with.
public struct Vocabulary: Sendable {
  /// In the order of the groups; a later word of the same name replaces an earlier one.
  public private(set) var words: [Word]

  /// The words that come with the engine.
  public static let builtIn = Vocabulary(
    words: Word.moods + Word.moods2 + Word.characters + Word.characters2 + Word.nature + Word.nature2
      + Word.interiors + Word.interiors2 + Word.culture + Word.culture2)

  init(words: [Word]) { self.words = words }

  /// The word of that name; case, spaces and underscores do not matter: `Art Deco` is `art-deco`.
  public subscript(name: String) -> Word? {
    let wanted = Self.normal(name)
    return words.first { $0.name == wanted }
  }

  /// Lower case, with hyphens between parts.
  static func normal(_ name: String) -> String {
    let parts = name.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }
    return parts.joined(separator: "-")
  }

  mutating func add(_ word: Word) {
    if let index = words.firstIndex(where: { $0.name == word.name }) {
      words[index] = word
    } else {
      words.append(word)
    }
  }

  /// Up to three known words that an unknown one may stand for: by meaning first, then by spelling.
  public func suggestions(for name: String) -> [String] {
    let wanted = Self.normal(name)
    let all = words.map(\.name)
    var found: [String] = []
    func add(_ word: String?) {
      if let word, !found.contains(word), all.contains(word), found.count < 3 { found.append(word) }
    }
    func meaning(of word: String) -> String? { Self.synonyms.first { $0.word == word }?.known }
    add(meaning(of: wanted))
    add(nearest(wanted, in: all))
    add(nearest(wanted, in: Self.synonyms.map(\.word)).flatMap(meaning))
    // A beginning in common: `scandi`, `botanic`.
    for word in all where wanted.count >= 4 && word.hasPrefix(String(wanted.prefix(5))) { add(word) }
    return found
  }

  /// What a text such as `calm, botanical` asks for; throws with suggestions for every word that is unknown.
  public func profile(_ names: [String]) throws(UnknownWords) -> WordProfile {
    let unknown = names.filter { self[$0] == nil }
    guard unknown.isEmpty else {
      throw UnknownWords(words: unknown.map { ($0, suggestions(for: $0)) })
    }
    return WordProfile(names.compactMap { self[$0] })
  }
}

/// Words that no vocabulary holds.
public struct UnknownWords: Error, Sendable, CustomStringConvertible {
  public let words: [(name: String, suggestions: [String])]

  public var description: String {
    words.map { Self.sentence($0.name, $0.suggestions) }.joined(separator: "\n")
  }

  /// `'cosy' is no known word; did you mean 'hygge'?`
  public static func sentence(_ name: String, _ suggestions: [String]) -> String {
    let quoted = suggestions.map { "'\($0)'" }
    guard let last = quoted.last else { return "'\(name)' is no known word" }
    let list = quoted.count == 1 ? last : quoted.dropLast().joined(separator: ", ") + " or " + last
    return "'\(name)' is no known word; did you mean \(list)?"
  }
}
