import ImageFiles
import JSON5
import Sheets
import Studio
import Variation

/// Profiles on disk.
enum ProfileFile {
  private static let limit = 64 << 20

  /// The profile of a preset; an empty one if the file is not there yet.
  static func read(_ path: String, _ preset: Preset) throws -> Profile {
    guard fileIsThere(path) else { return Profile(preset: preset.name) }
    let profile = try Profile(bytes: readFile(path, limit: limit), file: Console.shown(path))
    guard profile.preset == preset.name else {
      throw ProfileError.otherPreset(Console.shown(path), theirs: profile.preset, ours: preset.name)
    }
    return profile
  }

  /// Takes a sheet's decisions into the profile and writes it, with what it says now; gives that.
  static func learn(
    _ path: String, _ manifest: SheetManifest, _ picks: Picks, sheet: String, _ workshop: Workshop
  ) throws -> [(word: String, strength: Double)] {
    var profile = try read(path, manifest.preset)
    let name = sheet.split(separator: "/").last.map(String.init) ?? sheet
    profile.take(Profile.Round(manifest, picks, file: name))
    let words = try profile.words(manifest.preset, in: workshop)
    try write(profile, words, to: path)
    return words
  }

  /// Takes rounds out, by number from 1, or all of them. What had been learned is worked out with the next round.
  static func forget(_ rounds: [Int]?, in path: String) throws {
    var profile = try Profile(bytes: readFile(path, limit: limit), file: Console.shown(path))
    for number in rounds ?? [] where !profile.rounds.indices.contains(number - 1) {
      throw Failure(
        .usage, "--forget \(number): \(Console.shown(path)) has \(profile.rounds.count) rounds")
    }
    profile.rounds = profile.rounds.enumerated().filter { index, _ in
      rounds.map { !$0.contains(index + 1) } ?? false
    }.map(\.element)
    if rounds == nil { profile.leanings = [] }
    try write(profile, [], to: path)
  }

  private static func write(_ profile: Profile, _ words: [(word: String, strength: Double)], to path: String)
    throws
  {
    try writeFile(Array(JSONText.pretty(profile.json(learned: words)).utf8), to: path, overwrite: true)
  }

  /// What a profile says, for people; nil if the file is none.
  static func text(_ bytes: [UInt8], file: String) throws -> String? {
    guard let node = try? parseJSON5(bytes, file: file), node["kind"]?.string == "profile" else { return nil }
    let profile = try Profile(bytes: bytes, file: file)
    let decided = profile.rounds.reduce(0) { $0 + $1.tiles.count { $0.worth != 0 } }
    var lines = [
      "profile of '\(profile.preset)': \(profile.rounds.count) rounds, \(decided) tiles decided"
    ]
    lines += profile.rounds.enumerated().map { index, round in
      "  \(index + 1)  \(round.sheet): \(round.tiles.count { $0.worth > 0 }) liked, \(round.tiles.count { $0.worth < 0 }) rejected, of \(round.tiles.count)"
    }
    let own = profile.leanings.map { "\($0.name) \($0.strength)" }
    if !own.isEmpty { lines.append("you said: \(own.joined(separator: ", "))") }
    return (lines + [sentence(learned(node))]).joined(separator: "\n")
  }

  private static func learned(_ node: JSONNode) -> [(word: String, strength: Double)] {
    (node["learned"]?.object ?? []).compactMap { member in member.value.number.map { (member.key, $0) } }
  }

  /// The strongest words, surest first.
  static func sentence(_ words: [(word: String, strength: Double)]) -> String {
    let strong = words.filter { $0.strength >= 0.5 }.prefix(5).map(\.word)
    let weak = words.filter { $0.strength < 0.5 }.prefix(5).map(\.word)
    guard !words.isEmpty else { return "nothing learned yet: pick some tiles with --profile" }
    return [
      strong.isEmpty ? nil : "you seem to like: " + strong.joined(separator: ", "),
      weak.isEmpty ? nil : "perhaps: " + weak.joined(separator: ", "),
    ].compactMap { $0 }.joined(separator: "\n")
  }
}
