import Parameters
import Sheets
import Studio
import Variation

extension Verb {
  static let vary = Verb(
    name: "vary", usage: "maquette vary SHEET --pick K,...",
    summary: "makes a new sheet around picked tiles",
    options: [
      .pick, .lockGroups, .spread, .manner, .condition, .output, .count, .allow, .maxPixels, .seed, .jobs,
      .page, .landscape,
      .columns,
      .dpi, .metadata, .force, .json, .timings, .quiet,
    ],
    examples: [
      "maquette vary blue-hour-sheet.png --pick 7,12 --lock palette -o round-2.png",
      "maquette vary blue-hour-sheet.png --pick 7 --spread 0.6 -n 24 -o wilder.png",
      "maquette vary blue-hour-sheet.png --pick 7,12 --plan between -n 8 -o strip.png",
    ],
    run: runVary)

  private static func runVary(_ arguments: Arguments) throws {
    guard arguments.operands.count == 1 else { throw Failure(.usage, "vary takes one sheet") }
    let path = arguments.operands[0]
    guard case .picture(let manifest) = try Input.read(path, arguments) else {
      throw Failure(
        .badData, "\(Console.shown(path)) is a preset; vary takes a sheet (make one with 'maquette sheet')")
    }
    var preset = manifest.preset
    preset.condition = try arguments.text(.condition).map { try Condition($0) } ?? preset.condition
    let plan = try plan(manifest, path, arguments)
    try SheetRun(
      arguments, preset, slug: slug(manifest.presetName), usualName: "\(slug(manifest.presetName))-vary.png"
    )
    .run(.vary(plan), seed: manifest.seed)
  }

  private static func plan(_ manifest: SheetManifest, _ path: String, _ arguments: Arguments) throws
    -> VaryPlan
  {
    let picks = try numbers(manifest, path, arguments).map { try manifest.tile($0).variant }
    let names = VaryPlan.Manner.allCases.map(\.rawValue)
    let manner = try arguments.choice(.manner, of: names).flatMap(VaryPlan.Manner.init) ?? .around
    guard manner == .around || picks.count == 2 else {
      throw Failure(.usage, "--plan between goes from one pick to another: give two, as in --pick 7,12")
    }
    return VaryPlan(
      picks: picks, manner: manner, locks: try Locks(arguments.names(.lockGroups), in: manifest.preset.space),
      spread: try arguments.number(.spread, in: 0...1) ?? 0.3)
  }

  /// The tiles that were named, or those that were picked before.
  private static func numbers(_ manifest: SheetManifest, _ path: String, _ arguments: Arguments) throws
    -> [Int]
  {
    if let numbers = try arguments.numbers(.pick, in: 1...SheetPlan.countLimit) { return numbers }
    let picked = try Picks.of(manifest, at: path).entries.filter { $0.flag == .picked }.map(\.number)
    if !picked.isEmpty { return picked }
    if manifest.tiles.count == 1 { return [1] }
    throw Failure(
      .usage,
      "which tiles? name them with --pick 7,12, or pick them first: maquette pick \(Console.shown(path)) 7=P")
  }
}
