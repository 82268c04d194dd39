import JSON5
import Parameters
import Studio
import Variation

extension Profile {
  /// The version of the record; readers refuse newer ones.
  public static let version = 1

  /// The profile as JSON, for people to read and edit: `leanings` are theirs, `learned` is worked out anew from the
  /// rounds and only for reading.
  public func json(learned: [(word: String, strength: Double)]) -> JSONTree {
    .members([
      ("maquette", .integer(Self.version)), ("kind", "profile"), ("preset", .string(preset)),
      ("leanings", .object(leanings.map { .init($0.name, .number($0.strength)) })),
      ("learned", .object(learned.map { .init($0.word, .number(($0.strength * 100).rounded() / 100)) })),
      ("rounds", .array(rounds.map(\.json))),
    ])
  }

  /// Reads a profile's text.
  ///
  /// - Throws: `ProfileError` that names the file, the place and what is possible.
  public init(bytes: [UInt8], file: String) throws(ProfileError) {
    let node: JSONNode
    do { node = try parseJSON5(bytes, file: file) } catch { throw .unreadable("\(error)") }
    guard node["kind"]?.string == "profile", let version = node["maquette"]?.integer,
      let preset = node["preset"]?.string
    else {
      throw .unreadable("\(file) is no profile: it has no 'maquette', 'kind: \"profile\"' and 'preset'")
    }
    guard version <= Self.version else { throw .newer(file, version: version) }
    var leanings: [Leaning] = []
    for member in node["leanings"]?.object ?? [] { leanings.append(try Leaning(member, file)) }
    var rounds: [Round] = []
    for item in node["rounds"]?.array ?? [] {
      guard let round = Round(item) else {
        throw .unreadable(
          "\(file):\(item.position): round \(rounds.count + 1) needs 'sheet' and 'tiles', each with worth (-1...5), parameters and seeds"
        )
      }
      rounds.append(round)
    }
    self.init(preset: preset, rounds: rounds, leanings: leanings)
  }
}

extension Profile.Leaning {
  fileprivate init(_ member: JSONMember, _ file: String) throws(ProfileError) {
    guard Profile.leaningNames.contains(member.key) else {
      let hint = nearest(member.key, in: Profile.leaningNames).map { "; did you mean '\($0)'?" } ?? ""
      throw .unreadable(
        "\(file):\(member.keyPosition): leanings.\(member.key) is unknown\(hint) (names such as calm, vivid, layout.kind=swiss)"
      )
    }
    guard let strength = member.value.number, (-3...3).contains(strength) else {
      throw .unreadable("\(file):\(member.value.position): leanings.\(member.key) must be a number of -3...3")
    }
    self.init(member.key, strength)
  }
}

extension Profile.Round {
  fileprivate var json: JSONTree {
    .members([
      ("sheet", .string(sheet)),
      (
        "tiles",
        .array(
          tiles.map {
            .members([
              ("id", .string($0.variant.id)), ("worth", .integer($0.worth)),
              ("parameters", $0.variant.parametersJSON), ("seeds", $0.variant.seedsJSON),
            ])
          })
      ),
    ])
  }

  fileprivate init?(_ node: JSONNode) {
    guard let sheet = node["sheet"]?.string, let list = node["tiles"]?.array else { return nil }
    let tiles = list.compactMap { tile -> Profile.Tile? in
      guard let worth = tile["worth"]?.integer, (-1...5).contains(worth),
        let parameters = tile["parameters"]?.object, let seeds = tile["seeds"]?.object
      else { return nil }
      return Variant(parameters: parameters, seeds: seeds).map { Profile.Tile($0, worth: worth) }
    }
    guard tiles.count == list.count else { return nil }
    self.init(sheet: sheet, tiles: tiles)
  }
}

extension Profile.Round {
  /// What was decided about a sheet.
  public init(_ manifest: SheetManifest, _ picks: Picks, file: String) {
    self.init(
      sheet: file,
      tiles: manifest.tiles.map { tile in
        Profile.Tile(tile.variant, worth: picks.entry(id: tile.variant.id)?.worth ?? 0)
      })
  }
}

extension Picks.Entry {
  /// -1 for a rejected tile, else its stars; a picked one has at least 4.
  fileprivate var worth: Int {
    switch flag {
    case .rejected: -1
    case .picked: max(4, stars)
    case nil: stars
    }
  }
}

/// Why a profile cannot be used.
public enum ProfileError: Error, Hashable, CustomStringConvertible {
  case unreadable(String)
  case newer(String, version: Int)
  case otherPreset(String, theirs: String, ours: String)

  public var description: String {
    switch self {
    case .unreadable(let reason): reason
    case .newer(let file, let version):
      "\(file) was written by a newer Maquette (profile version \(version)); this one reads version \(Profile.version)"
    case .otherPreset(let file, let theirs, let ours):
      "\(file) is a profile of '\(theirs)', not of '\(ours)'; give another file, and it will be made"
    }
  }
}
