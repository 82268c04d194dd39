import ImageFiles
import JSON5
import Parameters
import Raster
import Sheets
import Studio
import Variation

extension Verb {
  static let sheet = Verb(
    name: "sheet", usage: "maquette sheet PRESET|SHEET", summary: "makes a contact sheet of variants",
    options: [
      .output, .count, .seed, .jobs, .set, .allow, .maxPixels, .plan, .variety, .weights, .vary, .condition,
      .lockGroups, .axes, .effects, .profile, .only, .sort, .dryRun, .page, .landscape, .columns, .dpi,
      .metadata, .force,
      .json, .timings, .quiet,
    ],
    examples: [
      "maquette sheet Presets/posters/blue-hour.json",
      "maquette sheet Presets/posters/blue-hour.json --set layout.kind=swiss -n 12 --seed 5 -o swiss.png",
      "maquette sheet Presets/posters/blue-hour.json --vary layout.kind=swiss,band --vary art.kind=* -o grid.png",
      "maquette sheet blue-hour-sheet.png --only picked --sort stars -o picked.png",
    ],
    run: runSheet)

  private static func runSheet(_ arguments: Arguments) throws {
    guard arguments.operands.count == 1 else { throw Failure(.usage, "sheet takes one preset or one sheet") }
    switch try Input.read(arguments.operands[0], arguments) {
    case .preset(let preset, let slug): try makeSheet(of: preset, slug: slug, arguments)
    case .picture(let manifest): try makeSheet(again: manifest, arguments)
    }
  }

  /// A sheet of new variants.
  static func makeSheet(of preset: Preset, slug: String, _ arguments: Arguments) throws {
    for option in [Option.only, .sort] where arguments.has(option) {
      throw Failure(.usage, "--\(option.name) goes with a sheet, not with a preset")
    }
    let preset = try steered(preset, arguments)
    try SheetRun(arguments, preset, slug: slug, usualName: "\(slug)-sheet.png")
      .run(try source(preset, arguments))
  }

  /// A sheet of tiles that have been seen before.
  static func makeSheet(again manifest: SheetManifest, _ arguments: Arguments) throws {
    for option in [Option.dryRun, .profile, .effects, .axes] where arguments.has(option) {
      throw Failure(.usage, "--\(option.name) goes with a preset, not with a sheet")
    }
    let slug = slug(manifest.presetName)
    let chosen = try Chosen(manifest, of: arguments.operands[0], arguments)
    try SheetRun(arguments, manifest.preset, slug: slug, usualName: "\(slug)-\(chosen.name).png")
      .run(.chosen(chosen.proposals), picks: chosen.picks, seed: manifest.seed)
  }

  /// The preset with the command line's condition, and open where it is swept.
  static func steered(_ preset: Preset, _ arguments: Arguments) throws -> Preset {
    var preset = preset
    preset.condition = try arguments.text(.condition).map { try Condition($0) } ?? preset.condition
    for family in preset.space.groups.map(\.family)
    where arguments.all(.vary).contains(where: { $0.hasPrefix(family.selector + "=") }) {
      preset.space.widen(family, exemplars: preset.exemplarCount)
    }
    return preset
  }

  /// Sweeps make a grid unless another plan is named; then they narrow what that plan draws from.
  static func source(_ preset: Preset, _ arguments: Arguments) throws -> SheetSource {
    let names = Plan.allCases.map(\.rawValue) + ["grid", "map"]
    let named = try arguments.choice(.plan, of: names)
    guard named == "map" || !arguments.has(.axes) else {
      throw Failure(.usage, "--axes goes with --plan map")
    }
    let sweeps = try arguments.all(.vary).map { try Sweep($0, in: preset.space) }
    guard named == "grid" || named == nil && !sweeps.isEmpty else {
      let locks = try Locks(arguments.names(.lockGroups), in: preset.space)
      if let path = arguments.text(.profile) {
        guard named == nil, sweeps.isEmpty, !arguments.has(.variety), !arguments.has(.weights) else {
          throw Failure(
            .usage, "--profile makes a plan of its own; leave out --plan, --vary, --variety, --weights")
        }
        return .profile(ProfilePlan(try ProfileFile.read(path, preset), locks: locks))
      }
      if named == "map" {
        guard sweeps.isEmpty else { throw Failure(.usage, "--vary goes not with --plan map") }
        _ = try variety(arguments, "map")
        return .map(
          MapPlan(try MapAxis.pair(arguments.text(.axes) ?? "calm-busy,muted-vivid"), locks: locks))
      }
      let plan = named.flatMap(Plan.init) ?? .diverse
      return .plan(plan, locks: locks, sweeps: sweeps, variety: try variety(arguments, plan.rawValue))
    }
    _ = try variety(arguments, "grid")
    return .grid(try GridPlan(SweepAxis.axes(sweeps, zipped: preset.zipped)))
  }
}

extension Verb {
  /// What counts as different; only a diverse plan asks.
  private static func variety(_ arguments: Arguments, _ plan: String) throws -> Variety {
    for option in [Option.variety, .weights] where arguments.has(option) && plan != Plan.diverse.rawValue {
      throw Failure(.usage, "--\(option.name) goes with --plan diverse, not with --plan \(plan)")
    }
    return try Variety(
      percent: arguments.integer(.variety, in: 0...100) ?? Variety.standard.percent,
      weights: arguments.text(.weights))
  }
}

/// One run that ends in a sheet.
struct SheetRun {
  private let arguments: Arguments
  private let preset: Preset
  private let usualName: String

  init(_ arguments: Arguments, _ preset: Preset, slug: String, usualName: String) {
    self.arguments = arguments
    self.preset = preset
    self.usualName = usualName
  }

  /// Plans, draws and writes the sheet. `picks` are printed with the tiles; without any, those beside the output are.
  func run(_ source: SheetSource, picks: Picks? = nil, seed: UInt64 = 1) throws {
    var timings = Timings()
    if arguments.has(.dryRun) { return try rehearse(source, seed: seed) }
    let output = arguments.text(.output) ?? usualName
    let target = Target(output, force: arguments.has(.force))
    try target.check(inputs: arguments.operands)
    var request = try request(source, seed: seed)
    request.picks = try picks ?? Picks.beside(output)
    let workshop = try Workshop(jobs: jobs(arguments), language: preset.language)
    var sheet = try timings.stage("sheet") { try SheetMaker.make(request, in: workshop) }
    sheet.manifest.locateSources(from: output)
    let metadata = try Metadata(arguments)
    let megapixels = Double(sheet.bitmap.width * sheet.bitmap.height) / 1e6
    let bytes = try timings.stage("encode", megapixels: megapixels) {
      try metadata.encode(sheet.bitmap, sheet.manifest, dpi: sheet.dpi, jobs: workshop.jobs)
    }
    try timings.stage("write") { try target.write(bytes) }
    if let path = arguments.text(.timings) { try timings.write(to: path) }
    try report(sheet, output)
  }

  /// Says what would be made; of any number of variants, since none is drawn.
  private func rehearse(_ source: SheetSource, seed: UInt64) throws {
    var request = try request(source, seed: seed, countLimit: DryRun.countLimit)
    if case .grid(let grid) = source { request.count = grid.count }
    let workshop = try Workshop(jobs: jobs(arguments), language: preset.language)
    let run = DryRun(request: request, count: request.count, workshop: workshop)
    try arguments.has(.json) ? run.printJSON() : run.printText()
  }

  private func request(
    _ source: SheetSource, seed: UInt64, countLimit: Int = SheetPlan.countLimit
  ) throws -> SheetRequest {
    // Boards lie on their side, and so do their sheets.
    let landscape = preset.brief != nil || arguments.has(.landscape)
    let page = try PageFormat(arguments.text(.page) ?? "A4", landscape: landscape ? true : nil)
    let dpi = try arguments.integer(.dpi, in: 20...2400).map(Double.init) ?? page.dpi
    var request = SheetRequest(preset: preset, page: page, dpi: dpi, fileName: usualName)
    // Boards need to be seen larger, and take longer.
    let usualCount = preset.brief == nil ? request.count : 12
    request.count = try arguments.integer(.count, in: 1...countLimit) ?? usualCount
    request.seed = try arguments.integer(.seed, in: 0...Int.max).map(UInt64.init) ?? seed
    request.columns = try arguments.integer(.columns, in: 1...100)
    request.source = source
    request.measuresEffects = arguments.has(.effects)
    return request
  }

  /// The effects as a table: the mean change and its spread, and the shares of variance.
  private static func text(_ effects: [GroupEffect]) -> String {
    func cell(_ text: String) -> String { String(repeating: " ", count: max(1, 12 - text.count)) + text }
    func percent(_ share: Double) -> String { cell("\(Int((share * 100).rounded())) %") }
    let head = "what matters" + ["change", "spread", "alone", "with others"].map(cell).joined()
    return
      ([head]
      + effects.map { effect in
        Help.pad(effect.group, 12) + cell("\((effect.mean * 100).rounded() / 100)")
          + cell("\((effect.deviation * 100).rounded() / 100)") + percent(effect.alone)
          + percent(effect.total)
      }).joined(separator: "\n")
  }

  /// How the tiles were come by, in words.
  private func tail(_ manifest: SheetManifest) -> String {
    let failed = manifest.skipped.reduce(0) { $0 + $1.count }
    let mended = manifest.tiles.count { $0.mended > 0 }
    let parts = [
      manifest.seen > 0 ? "of \(manifest.seen) candidates" : nil,
      failed > 0 ? "\(failed) failed a gate" : nil,
      mended > 0 ? "\(mended) tiles mended" : nil,
      manifest.duplicates > 0 ? "\(manifest.duplicates) near-duplicates left out" : nil,
    ]
    return parts.compactMap { $0 }.map { ", \($0)" }.joined()
  }

  private func report(_ sheet: Sheet, _ output: String) throws {
    let manifest = sheet.manifest
    if !arguments.has(.quiet) && !arguments.has(.json) {
      Console.note(
        "\(Console.shown(output)): \(manifest.tiles.count) tiles, \(manifest.width) x \(manifest.height) px\(tail(manifest))"
      )
    }
    if !arguments.has(.quiet), !arguments.has(.json), !manifest.effects.isEmpty {
      Console.note(Self.text(manifest.effects))
    }
    let isList = ["grid", "chosen", "map"].contains(manifest.plan)
    if !isList, let asked = try arguments.integer(.count, in: 1...SheetPlan.countLimit),
      manifest.tiles.count < asked
    {
      Console.note(
        "maquette: only \(manifest.tiles.count) of \(asked) variants passed; see 'skipped' in --json")
    }
    if arguments.has(.json) {
      try Console.print(
        JSONTree.members([
          ("file", .string(output)), ("kind", "sheet"), ("name", .string(manifest.presetName)),
          ("plan", .string(manifest.plan)), ("seed", .integer(manifest.seed)),
          ("width", .integer(manifest.width)), ("seen", .integer(manifest.seen)),
          ("duplicates", .integer(manifest.duplicates)),
          ("effects", manifest.effects.isEmpty ? nil : .array(manifest.effects.map(\.json))),
          ("height", .integer(manifest.height)), ("tiles", .array(manifest.tiles.map(\.json))),
          (
            "withheld",
            .array(
              preset.withheld.map {
                .members([("layout", .string($0.layout)), ("reason", .string($0.reason))])
              })
          ),
          (
            "skipped",
            .array(
              manifest.skipped.map {
                .members([("reason", .string($0.reason)), ("count", .integer($0.count))])
              })
          ),
        ]))
    }
  }
}

extension Picks {
  /// The file of decisions about a sheet.
  static func path(of sheet: String) -> String { sheet + ".picks.txt" }

  /// The decisions beside a sheet that is about to be written; none if there are none.
  static func beside(_ output: String) throws -> Picks {
    let path = path(of: output)
    guard output != "-", fileIsThere(path) else { return Picks() }
    return try Picks(readFile(path, limit: 1 << 20), file: Console.shown(path), ids: [])
  }

  /// Reads a file's bytes.
  init(_ bytes: [UInt8], file: String, ids: [String]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badData, "\(file) is not a text file in UTF-8")
    }
    try self.init(text: text, file: file, ids: ids)
  }
}

/// Tiles of a sheet that are to be seen again.
private struct Chosen {
  let proposals: [Proposal]
  let picks: Picks
  /// For the file's usual name.
  let name: String

  init(_ manifest: SheetManifest, of path: String, _ arguments: Arguments) throws {
    let picks = try Picks.of(manifest, at: path)
    let which = try arguments.choice(.only, of: ["picked", "rejected", "starred", "rated"])
    var tiles = manifest.tiles.filter { tile in
      let entry = picks.entry(id: tile.variant.id)
      switch which {
      case "picked": return entry?.flag == .picked
      case "rejected": return entry?.flag == .rejected
      case "starred": return entry?.stars ?? 0 > 0
      case "rated": return entry != nil
      default: return true
      }
    }
    guard !tiles.isEmpty else {
      throw Failure(
        .badData, "no tile of \(Console.shown(path)) is \(which!); see 'maquette pick \(path) --list'")
    }
    if let order = try arguments.choice(.sort, of: ["stars", "number"] + Scores.names) {
      func worth(_ tile: SheetManifest.Tile) -> Double {
        switch order {
        case "stars": Double(picks.entry(id: tile.variant.id)?.stars ?? 0)
        case "number": -Double(tile.number)
        default: tile.scores.first { $0.name == order }?.value ?? -.infinity
        }
      }
      tiles.sort { (worth($0), -$0.number) > (worth($1), -$1.number) }
    }
    proposals = tiles.map { Proposal($0.variant, lineage: $0.lineage) }
    self.picks = picks
    name = which ?? "sorted"
  }
}
