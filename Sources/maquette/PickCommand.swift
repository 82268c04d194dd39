import ImageFiles
import JSON5
import Sheets
import Studio

extension Verb {
  static let pick = Verb(
    name: "pick", usage: "maquette pick SHEET [K=DECISION...]",
    summary: "records decisions about tiles beside the sheet (SHEET.picks.txt)",
    options: [.from, .listPicks, .profile, .forget, .jobs, .json, .quiet],
    examples: [
      "maquette pick blue-hour-sheet.png 7=P 12=4 3=X '5=P4:more air'",
      "maquette pick blue-hour-sheet.png 7=U 12=0",
      "maquette pick blue-hour-sheet.png --list",
      "maquette pick blue-hour-sheet.png 7=P5 3=X --profile taste.json",
      "maquette pick --profile taste.json --forget all",
    ],
    run: runPick)

  private static func runPick(_ arguments: Arguments) throws {
    if let rounds = arguments.text(.forget) {
      guard let profile = arguments.text(.profile), arguments.operands.isEmpty else {
        throw Failure(
          .usage, "--forget goes with --profile alone, as in: maquette pick --profile taste.json --forget 2")
      }
      return try ProfileFile.forget(
        rounds == "all" ? nil : arguments.numbers(.forget, in: 1...1_000_000), in: profile)
    }
    guard let path = arguments.operands.first else {
      throw Failure(.usage, "pick takes a sheet and decisions, as in: maquette pick sheet.png 7=P 12=4 3=X")
    }
    guard case .picture(let manifest) = try Input.read(path, arguments) else {
      throw Failure(.badData, "\(Console.shown(path)) is a preset; pick takes a sheet")
    }
    let ids = manifest.tiles.map(\.variant.id)
    let file = Picks.path(of: path)
    let before = try Picks.of(manifest, at: path)
    var picks = before
    if let other = arguments.text(.from) {
      picks.merge(try Picks(readFile(other, limit: 1 << 20), file: Console.shown(other), ids: ids))
    }
    for word in arguments.operands.dropFirst() {
      do { try picks.apply(word, ids: ids) } catch { throw Failure(.usage, "\(error)") }
    }
    if picks != before { try writeFile(Array(picks.text.utf8), to: file, overwrite: true) }
    if let profile = arguments.text(.profile) {
      let workshop = try Workshop(jobs: jobs(arguments), language: manifest.preset.language)
      let words = try ProfileFile.learn(profile, manifest, picks, sheet: path, workshop)
      if !arguments.has(.quiet), !arguments.has(.json) {
        Console.note("\(Console.shown(profile)): \(ProfileFile.sentence(words))")
      }
    }
    if arguments.has(.json) { return try Console.print(picks.json) }
    if arguments.has(.listPicks) || picks == before {
      return try Console.print(picks.text.isEmpty ? "no decisions yet" : String(picks.text.dropLast()))
    }
    if !arguments.has(.quiet) { Console.note("\(Console.shown(file)): \(picks.entries.count) tiles decided") }
  }
}

extension Picks {
  /// The decisions about a sheet that is there.
  static func of(_ manifest: SheetManifest, at path: String) throws -> Picks {
    let file = Self.path(of: path)
    guard fileIsThere(file) else { return Picks() }
    return try Picks(
      readFile(file, limit: 1 << 20), file: Console.shown(file), ids: manifest.tiles.map(\.variant.id))
  }

  fileprivate var json: JSONTree {
    .array(
      entries.map {
        .members([
          ("number", .integer($0.number)), ("id", .string($0.id)),
          ("flag", $0.flag.map { .string($0.rawValue) } ?? .null), ("stars", .integer($0.stars)),
          ("note", .string($0.note)),
        ])
      })
  }
}
