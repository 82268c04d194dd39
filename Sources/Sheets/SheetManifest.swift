import ImageFiles
import JSON5
import Parameters
import Studio
import Variation

/// What a picture says of itself: enough to make every tile again.
public struct SheetManifest: Sendable {
  /// The version of this record; readers refuse newer ones.
  public static let version = 1
  /// The engine's version; pixels may change between versions, records may not.
  public static let engine = "0.1.0"
  /// The PNG text chunk that holds the record.
  public static let keyword = "maquette"

  /// `sheet`, or `tile` for a single variant.
  public var kind: String
  public var preset: Preset
  /// From the picture's folder to the preset's, for the files that the preset names; nil where it names none.
  public var folder: String?
  /// The files that the picture draws from.
  public var sources: [Source] = []
  public var presetName: String
  public var plan: String
  public var seed: UInt64
  public var width: Int
  public var height: Int
  public var skipped: [(reason: String, count: Int)]
  /// How many candidates were seen at a small size before the tiles were chosen; 0 for plans that do not choose.
  public var seen = 0
  /// How many of those were left out because they look like a chosen one.
  public var duplicates = 0
  /// How much each group of parameters changes the picture, if that was asked.
  public var effects: [GroupEffect] = []
  public var tiles: [Tile]

  /// One tile: its number, place, variant and scores.
  public struct Tile: Sendable {
    public var number: Int
    public var box: SheetPlan.Box
    public var variant: Variant
    public var scores: [(name: String, value: Double)]
    /// Lines of type that took another colour to be read.
    public var mended = 0
    /// Where the variant comes from; nil for a fresh draw.
    public var lineage: Lineage?
  }
}

extension SheetManifest {
  /// The record as JSON; keys in a fixed order.
  public var json: JSONTree {
    .members([
      ("maquette", .integer(Self.version)), ("engine", .string(Self.engine)), ("kind", .string(kind)),
      ("name", .string(presetName)), ("preset", preset.source),
      (
        "settings",
        preset.settings.isEmpty
          ? nil : .array(preset.settings.map { .array([.string($0.name), .string($0.text)]) })
      ),
      ("folder", folder.map { .string($0) }),
      ("sources", sources.isEmpty ? nil : .array(sources.map(\.json))),
      ("plan", .string(plan)), ("seed", .integer(seed)), ("width", .integer(width)),
      ("height", .integer(height)),
      (
        "skipped",
        .array(skipped.map { .members([("reason", .string($0.reason)), ("count", .integer($0.count))]) })
      ),
      ("seen", .integer(seen)), ("duplicates", .integer(duplicates)),
      ("effects", effects.isEmpty ? nil : .array(effects.map(\.json))),
      ("tiles", .array(tiles.map(\.json))),
    ])
  }

  /// Notes the way from the picture at `output` to the files that the preset names.
  public mutating func locateSources(from output: String) {
    guard !sources.isEmpty, let access = preset.files?.access else { return }
    folder = access.relativePath(from: FolderAccess(besides: output).folder)
  }

  /// Reads the record of a PNG that this engine wrote.
  ///
  /// - Parameters:
  ///   - bytes: the PNG.
  ///   - file: its name, for messages.
  ///   - access: the picture's folder and further ones, to read the preset's files; nil to leave them unread, for
  ///     those who only want to know.
  /// - Throws: what is wrong with the file, or with the files that its preset names.
  public init(png bytes: [UInt8], file: String, access: FolderAccess? = nil) throws(SheetError) {
    let text: String?
    do { text = try pngText(keyword: Self.keyword, in: bytes, limit: 16 << 20) } catch {
      throw .notASheet(file, reason: "\(error)")
    }
    guard let text else { throw .notASheet(file, reason: "it carries no Maquette manifest") }
    let node: JSONNode
    do {
      node = try parseJSON5(Array(text.utf8), file: file)
    } catch {
      throw .notASheet(file, reason: "\(error)")
    }
    try self.init(node, file: file, access: access)
  }

  init(_ node: JSONNode, file: String, access: FolderAccess?) throws(SheetError) {
    func bad(_ what: String) -> SheetError { .notASheet(file, reason: "its manifest has no valid \(what)") }
    guard let version = node["maquette"]?.integer else { throw bad("version") }
    guard version <= Self.version else { throw .newer(file, version: version) }
    if let filter = node["filter"]?.string {
      throw .notASheet(file, reason: "it is a picture that the filter '\(filter)' made")
    }
    guard let kind = node["kind"]?.string, let name = node["name"]?.string, let source = node["preset"],
      let plan = node["plan"]?.string, let seed = node["seed"]?.unsigned, let width = node["width"]?.integer,
      let height = node["height"]?.integer, let list = node["tiles"]?.array
    else { throw bad("head") }
    let folder = node["folder"]?.string
    let files = PresetFiles(
      access.map { access in
        FolderAccess(
          folder: folder.map { "\(access.folder)/\($0)" } ?? access.folder,
          allowed: [access.folder] + access.allowed)
      })
    do {
      preset = try Preset(
        bytes: Array(JSONText.compact(JSONTree(source)).utf8), file: "\(file), preset", files: files)
      for setting in node["settings"]?.array ?? [] {
        guard let name = setting[0]?.string, let text = setting[1]?.string else { throw bad("settings") }
        try preset.set(name, to: text)
      }
    } catch { throw .notASheet(file, reason: "\(error)") }
    sources = (node["sources"]?.array ?? []).compactMap(Source.init)
    let read = preset.sources
    if access != nil, let changed = sources.first(where: { !read.contains($0) }) {
      throw .changedSource(file, source: changed.file)
    }
    self.folder = folder
    (self.kind, presetName, self.plan, self.seed) = (kind, name, plan, seed)
    (self.width, self.height) = (width, height)
    skipped = (node["skipped"]?.array ?? []).compactMap { item in
      item["reason"]?.string.flatMap { reason in item["count"]?.integer.map { (reason, $0) } }
    }
    seen = node["seen"]?.integer ?? 0
    duplicates = node["duplicates"]?.integer ?? 0
    var tiles: [Tile] = []
    for item in list {
      guard let tile = Tile(item) else { throw bad("tile \(tiles.count + 1)") }
      tiles.append(tile)
    }
    self.tiles = tiles
  }
}

extension SheetManifest.Tile {
  /// As `info --json` prints it.
  public var json: JSONTree {
    .members([
      ("number", .integer(number)), ("id", .string(variant.id)),
      ("box", .array([.integer(box.x), .integer(box.y), .integer(box.width), .integer(box.height)])),
      ("parameters", variant.parametersJSON), ("seeds", variant.seedsJSON),
      ("parents", .array((lineage?.parents ?? []).map { .string($0) })),
      ("manner", lineage.map { .string($0.manner.rawValue) }),
      ("changed", lineage.map { .array($0.changed.map { .string($0) }) }),
      (
        "reasons",
        lineage.flatMap { $0.reasons.isEmpty ? nil : .array($0.reasons.map { .string($0) }) }
      ),
      ("mended", mended > 0 ? .integer(mended) : nil),
      ("scores", .object(scores.map { .init($0.name, .number(rounded($0.value))) })),
    ])
  }

  init?(_ node: JSONNode) {
    guard let number = node["number"]?.integer, let box = node["box"]?.array?.compactMap(\.integer),
      box.count == 4,
      let parameters = node["parameters"]?.object, let seeds = node["seeds"]?.object
    else { return nil }
    self.number = number
    self.box = SheetPlan.Box(x: box[0], y: box[1], width: box[2], height: box[3])
    guard let variant = Variant(parameters: parameters, seeds: seeds) else { return nil }
    self.variant = variant
    scores = (node["scores"]?.object ?? []).compactMap { member in
      member.value.number.map { (member.key, $0) }
    }
    lineage = node["manner"]?.string.flatMap(Lineage.Manner.init).map { manner in
      func texts(_ key: String) -> [String] { (node[key]?.array ?? []).compactMap(\.string) }
      return Lineage(manner, parents: texts("parents"), changed: texts("changed"), reasons: texts("reasons"))
    }
  }
}

/// Six decimals: enough to compare, and the same text everywhere.
private func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

extension SheetManifest {
  /// The tile of that number.
  public func tile(_ number: Int) throws(SheetError) -> Tile {
    guard let tile = tiles.first(where: { $0.number == number }) else {
      throw .noTile(number, count: tiles.count)
    }
    return tile
  }
}
