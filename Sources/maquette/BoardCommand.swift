import Boards
import Canvas
import Composition
import ImageFiles
import JSON5
import Parameters
import Raster
import Sheets
import Studio
import Variation

extension Verb {
  static let board = Verb(
    name: "board", usage: "maquette board BRIEF|SHEET",
    summary: "makes interior concept boards: a contact sheet of variants, or one board with its schedule",
    options: [
      .output, .boardTile, .boardCount, .seed, .set, .allow, .maxPixels, .plan, .variety, .weights, .vary,
      .condition, .lockGroups, .axes, .effects, .profile, .only, .sort, .dryRun, .page, .columns, .dpi,
      .format, .jobs, .metadata, .force, .json, .timings, .quiet,
    ],
    examples: [
      "maquette board Presets/boards/coastal-living-room.json",
      "maquette board Presets/boards/coastal-living-room.json --tile 5 -o board.png",
      "maquette board coastal-living-room-sheet.png --tile 5 --format pdf",
      "maquette board coastal-living-room-sheet.png --only picked -o picked.png",
    ],
    run: runBoard)

  private static func runBoard(_ arguments: Arguments) throws {
    guard arguments.operands.count == 1 else { throw Failure(.usage, "board takes one brief or one sheet") }
    let path = arguments.operands[0]
    let number = try arguments.integer(.boardTile, in: 1...SheetPlan.countLimit)
    for option in [Option.dryRun, .effects, .only, .sort] where number != nil && arguments.has(option) {
      throw Failure(.usage, "--\(option.name) goes with a sheet of boards, not with --tile")
    }
    if number == nil, arguments.has(.format) {
      throw Failure(.usage, "--format goes with --tile; a sheet of boards is a PNG")
    }
    switch try Input.read(path, arguments) {
    case .preset(let preset, let slug):
      try needBrief(preset, path)
      guard let number else { return try makeSheet(of: preset, slug: slug, arguments) }
      try renderPlanned(preset, number, slug: slug, arguments)
    case .picture(let manifest):
      try needBrief(manifest.preset, path)
      guard let number else {
        guard arguments.has(.only) || arguments.has(.sort) else {
          throw Failure(
            .usage, "which board? name it with --tile K, or make a sheet of some with --only picked")
        }
        return try makeSheet(again: manifest, arguments)
      }
      let variant = try manifest.tile(number).variant
      try BoardRun(arguments, manifest.preset, slug: slug(manifest.presetName), number: number)
        .run(variant, seed: manifest.seed, plan: manifest.plan)
    }
  }

  private static func needBrief(_ preset: Preset, _ path: String) throws {
    guard preset.brief == nil else { return }
    throw Failure(
      .badData,
      "\(Console.shown(path)) is no brief of a board: it has no 'room' and no 'materials' (see Presets/boards)"
    )
  }

  /// The board that stands as tile `number` on the sheet of the same brief, seed and count.
  private static func renderPlanned(_ preset: Preset, _ number: Int, slug: String, _ arguments: Arguments)
    throws
  {
    let preset = try steered(preset, arguments)
    let count = try arguments.integer(.boardCount, in: 1...SheetPlan.countLimit) ?? max(12, number)
    guard number <= count else {
      throw Failure(.usage, "--tile \(number): the sheet has \(count) boards; ask for more with --count")
    }
    let page = try PageFormat("A4", landscape: true)
    var request = SheetRequest(preset: preset, page: page, dpi: page.dpi, fileName: slug)
    (request.count, request.source) = (count, try source(preset, arguments))
    request.seed = try arguments.integer(.seed, in: 0...Int.max).map(UInt64.init) ?? request.seed
    let workshop = try Workshop(jobs: jobs(arguments), language: preset.language)
    let planned = try SheetMaker.plan(request, in: workshop)
    guard number <= planned.tiles.count else {
      throw Failure(
        .badData, "only \(planned.tiles.count) of \(count) variants passed; there is no tile \(number)")
    }
    try BoardRun(arguments, preset, slug: slug, number: number)
      .run(planned.tiles[number - 1].variant, seed: request.seed, plan: request.source.name)
  }
}

/// One run that ends in a board, its schedule and its credits.
private struct BoardRun {
  let arguments: Arguments
  let preset: Preset
  let slug: String
  let number: Int

  init(_ arguments: Arguments, _ preset: Preset, slug: String, number: Int) {
    (self.arguments, self.preset, self.slug, self.number) = (arguments, preset, slug, number)
  }

  func run(_ variant: Variant, seed: UInt64, plan: String) throws {
    var timings = Timings()
    let kind = try self.kind()
    let output = arguments.text(.output) ?? "\(slug)-\(variant.id).\(kind)"
    let targets = try Targets(output, kind: kind, force: arguments.has(.force), inputs: arguments.operands)
    let workshop = try Workshop(jobs: jobs(arguments), language: preset.language)
    let candidate = try timings.stage("compose") {
      // One board alone: its pictures have all threads.
      switch Helpers.working(workshop.jobs, { Planner.evaluate(variant, preset, workshop.typesetter) }) {
      case .success(let candidate): return candidate
      case .failure(.missingFont(let error)): throw PlanError.font(error)
      case .failure(let rejection):
        throw Failure(.badData, "board \(number) cannot be made: \(rejection.reason)")
      }
    }
    let dpi = try arguments.integer(.dpi, in: 20...2400).map(Double.init)
    let picture = VariantPicture(candidate: candidate, preset: preset, dpi: dpi)
    var manifest = picture.manifest(seed: seed, plan: plan)
    manifest.locateSources(from: output)
    let bytes = try encoded(picture, manifest, kind, workshop, &timings)
    let schedule = try candidate.design.schedule(preset)
    try timings.stage("write") {
      try targets.board.write(bytes)
      try targets.csv?.write(Array(schedule.csv.utf8))
      try targets.json?.write(Array(JSONText.pretty(schedule.json).utf8))
      try targets.credits?.write(Array(Schedule.credits(of: preset.brief!).utf8))
    }
    if let path = arguments.text(.timings) { try timings.write(to: path) }
    try report(output, targets, manifest, schedule)
  }

  private func kind() throws -> String {
    let ending = (arguments.text(.output) ?? "").split(separator: ".").last.map(String.init) ?? ""
    let kinds = ["png", "pdf", "svg"]
    return try arguments.choice(.format, of: kinds) ?? (kinds.contains(ending) ? ending : "png")
  }

  private func encoded(
    _ picture: VariantPicture, _ manifest: SheetManifest, _ kind: String, _ workshop: Workshop,
    _ timings: inout Timings
  ) throws -> [UInt8] {
    guard kind == "png" else {
      return try timings.stage("draw") {
        try picture.document(kind == "pdf" ? .pdf : .svg, workshop.typesetter)
      }
    }
    let metadata = try Metadata(arguments)
    let megapixels = Double(manifest.width * manifest.height) / 1e6
    let bitmap = try timings.stage("draw", megapixels: megapixels) { try picture.bitmap(workshop) }
    return try timings.stage("encode", megapixels: megapixels) {
      try metadata.encode(bitmap, manifest, dpi: picture.resolution, jobs: workshop.jobs)
    }
  }

  private func report(_ output: String, _ targets: Targets, _ manifest: SheetManifest, _ schedule: Schedule)
    throws
  {
    let files = [targets.board, targets.csv, targets.json, targets.credits].compactMap { $0?.path }
    let missing = preset.brief!.allPhotos.filter { $0.credit == nil }.map(\.name)
    if !arguments.has(.quiet) {
      for name in missing { Console.note("maquette: \(Console.shown(name)) has no credit") }
    }
    if arguments.has(.json) {
      return try Console.print(
        JSONTree.members([
          ("file", .string(output)), ("kind", "board"), ("tile", .integer(number)),
          ("id", .string(manifest.tiles[0].variant.id)), ("width", .integer(manifest.width)),
          ("height", .integer(manifest.height)), ("files", .array(files.map { .string($0) })),
          ("schedule", schedule.json), ("withoutCredit", .array(missing.map { .string($0) })),
        ]))
    }
    guard !arguments.has(.quiet) else { return }
    Console.note(
      "\(Console.shown(output)): board \(manifest.tiles[0].variant.id), \(schedule.entries.count) keys; schedule and credits beside it"
    )
  }
}

/// The files of one board. Standard output and devices take the board alone.
private struct Targets {
  let board: Target
  var csv: Target?
  var json: Target?
  var credits: Target?

  init(_ output: String, kind: String, force: Bool, inputs: [String]) throws {
    board = Target(output, force: force)
    try board.check(inputs: inputs)
    guard !board.isStream else { return }
    let base = output.hasSuffix("." + kind) ? String(output.dropLast(kind.count + 1)) : output
    func beside(_ ending: String) throws -> Target {
      let target = Target("\(base)-\(ending)", force: force)
      try target.check(inputs: inputs)
      return target
    }
    csv = try beside("schedule.csv")
    json = try beside("schedule.json")
    credits = try beside("credits.txt")
  }
}
