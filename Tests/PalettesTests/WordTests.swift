import Color
import Composition
import Palettes
import Parameters
import Testing

@Suite struct WordTests {
  private let vocabulary = Vocabulary.builtIn

  @Test func thereAreManyWordsEachOnce() {
    let names = vocabulary.words.map(\.name)
    #expect(names.count >= 150)
    #expect(Set(names).count == names.count)
    #expect(names == names.map { $0.lowercased() })
  }

  @Test func everyWordMakesAGoodPalette() throws {
    for word in vocabulary.words {
      let palette = try vocabulary.palette(words: [word.name], seed: 4)
      #expect(brokenRoles(palette).isEmpty, "\(word.name): \(brokenRoles(palette))")
    }
  }

  @Test func wordsMeanWhatTheySay() throws {
    func mean(_ word: String, _ value: (OKLCH) -> Double) throws -> Double {
      try (0..<6).reduce(0) { sum, seed in
        let p = try vocabulary.palette(words: [word], seed: UInt64(seed))
        return sum + value(OKLCH(p.background)) / 6
      }
    }
    #expect(try mean("nocturnal", \.lightness) < 0.3)
    #expect(try mean("scandinavian", \.lightness) > 0.9)
    #expect(try mean("synthwave", \.lightness) < 0.45)
    let warm = try #require(vocabulary["warm"]), cool = try #require(vocabulary["cool"])
    #expect(WordProfile([warm]).mood.mean.heat > WordProfile([cool]).mood.mean.heat + 0.2)
    let calm = try #require(vocabulary["calm"]), vivid = try #require(vocabulary["vivid"])
    #expect(WordProfile([calm]).chroma.upperBound < WordProfile([vivid]).chroma.lowerBound + 0.05)
  }

  @Test func wordsCombine() throws {
    let both = try vocabulary.profile(["calm", "Botanical"])
    #expect(both.words == ["calm", "botanical"])
    #expect(abs(both.strength - 0.75 * 0.95) < 1e-12)
    #expect(both.on.light > both.on.dark)
    let alone = WordProfile([try #require(vocabulary["botanical"])])
    #expect(both.leads.count > alone.leads.count)
  }

  @Test func locksAndSeedsCount() throws {
    let blue = SRGB(hex: "#0b1d3a")!
    for word in ["coastal", "art deco", "playful"] {
      let p = try vocabulary.palette(words: [word], locked: [blue], seed: 1)
      #expect(([p.background] + p.inks).contains(blue), "\(word)")
      #expect(try vocabulary.palette(words: [word], locked: [blue], seed: 1) == p)
      #expect(try vocabulary.palette(words: [word], locked: [blue], seed: 2) != p)
    }
  }

  @Test(arguments: [
    ("costal", "coastal"), ("japandy", "japandi"), ("cosy", "hygge"), ("scandi", "scandinavian"),
  ])
  func unknownWordsGetTheNearest(word: String, hint: String) {
    #expect(vocabulary.suggestions(for: word).first == hint)
    let failure = #expect(throws: WordPaletteFailure.self) { try vocabulary.palette(words: [word], seed: 1) }
    #expect(failure?.description.contains("did you mean '\(hint)'") == true)
  }

  @Test func aFileAddsWords() throws {
    let text =
      "{ words: { 'harbour-night': { on: { dark: 1 }, grounds: { navy: 2 }, leads: { slate: 1, bone: 2, "
      + "denim: 1 }, accents: { amber: 1 } } } }"
    let more = try Vocabulary(bytes: Array(text.utf8), file: "w.json")
    #expect(more.words.count == vocabulary.words.count + 1)
    #expect(OKLCH(try more.palette(words: ["harbour night"], seed: 3).background).lightness < 0.35)
  }

  @Test func aWrongFileNamesEveryProblem() {
    let text =
      "{ words: {\n  Bad: {},\n  fine: { grounds: { navi: 1 }, leads: { bone: -1 }, strength: 9 } } }"
    let failure = #expect(throws: VocabularyError.self) {
      try Vocabulary(bytes: Array(text.utf8), file: "w.json")
    }
    let all = failure?.description ?? ""
    for part in [
      "w.json:2:3: words.Bad", "'navy'", "leads.bone", "accents", "strength: must be a number of 0.2...1.3",
    ] {
      #expect(all.contains(part), "\(part) in \(all)")
    }
  }

  @Test func wordsNarrowParameters() throws {
    let profile = try vocabulary.profile(["nocturnal", "calm"])
    func values(_ name: String, _ rule: String, _ domain: Domain) -> [(ParameterValue, Double)] {
      guard case .values(let values, let weights)? = profile.narrowed(name, of: rule, domain) else {
        return []
      }
      return Array(zip(values, weights))
    }
    let grounds = values("ground", "tonal", .choice(["dark", "light", "color"]))
    #expect(grounds.first { $0.0 == .choice("dark") }!.1 > grounds.first { $0.0 == .choice("color") }!.1)
    let names = ["none"] + vocabulary.words.map(\.name)
    #expect(values("word", "words", .choice(names)).map(\.0) == [.choice("nocturnal")])
    #expect(values("second", "words", .choice(names)).map(\.0) == [.choice("calm")])
    #expect(values("third", "words", .choice(names)).map(\.0) == [.choice("none")])
    #expect(values("side", "words", .choice(["any", "dark"])).map(\.0) == [.choice("any")])
    let hues = values("hue", "sectors", .real(0...360, .linear))
    #expect(hues.count == 72)
    #expect(hues[54].1 > 0.3)  // blue, 270 degrees
    #expect(hues[24].1 < 0.1)  // no yellow-green, 120 degrees
    guard case .range(let chroma)? = profile.narrowed("chroma", of: "tonal", .real(0...1, .linear)) else {
      Issue.record("no range of chroma")
      return
    }
    #expect(chroma.upperBound < 0.9)
    #expect(profile.narrowed("answer", of: "tonal", .real(100...230, .linear)) == nil)
  }
}
