import Canvas
import Glibc
import ImageFiles
import JSON5
import Parameters
import Sheets
import Studio
import Variation

extension Verb {
  static let render = Verb(
    name: "render", usage: "maquette render PRESET|SHEET|material/NAME|generator/NAME...",
    summary: "writes single variants at full size",
    options: [
      .output, .tile, .seed, .set, .allow, .maxPixels, .size, .color, .palette, .photo, .dpi, .format, .jobs,
      .metadata, .force, .json, .timings,
      .quiet,
    ],
    examples: [
      "maquette render sheet.png --tile 7,12 -o picks/",
      "maquette render Presets/posters/*.json --seed 1..20 -o renders/ --json",
      "maquette render material/oak --size 1024x1024px -o oak.png",
      "maquette render material/photo --photo linen.jpg --size 2000x2000px -o linen.png",
      "maquette render generator/truchet --set columns=5 --size 300x400mm -o truchet.pdf",
    ],
    run: { arguments in
      if arguments.operands.contains(PhotoMaterialRender.operand) {
        return try PhotoMaterialRender(arguments).run()
      }
      if arguments.has(.photo) { throw Failure(.usage, "--photo goes with \(PhotoMaterialRender.operand)") }
      if arguments.operands.contains(where: { $0.hasPrefix(MaterialRender.prefix) }) {
        return try MaterialRender(arguments).run()
      }
      if arguments.operands.contains(where: DrawingRender.isMeant) {
        return try DrawingRender(arguments).run()
      }
      for option in [Option.size, .color, .palette] where arguments.has(option) {
        throw Failure(.usage, "--\(option.name) goes with material/NAME or generator/NAME")
      }
      var run = try RenderRun(arguments)
      try run.run()
    })
}

/// One run of `render`: many inputs, one folder, one report.
private struct RenderRun {
  /// Something to write: a variant that has been chosen, and the picture's record.
  private struct Job {
    let path: String
    let candidate: Candidate
    let preset: Preset
    let manifest: SheetManifest
  }

  private let arguments: Arguments
  private let kind: String
  private let dpi: Int?
  private let metadata: Metadata
  private let output: String
  private let jobs: Int
  private var report = RenderReport()
  private var timings = Timings()
  private var firstFailure: Failure?

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    guard !arguments.operands.isEmpty else { throw Failure(.usage, "render takes presets or sheets") }
    output = arguments.text(.output) ?? "."
    let ending = output.split(separator: ".").last.map(String.init) ?? ""
    let kinds = ["png", "pdf", "svg"]
    kind = try arguments.choice(.format, of: kinds) ?? (kinds.contains(ending) ? ending : "png")
    dpi = try arguments.integer(.dpi, in: 20...2400)
    metadata = try Metadata(arguments)
    jobs = try maquette.jobs(arguments)
  }

  mutating func run() throws {
    for path in arguments.operands {
      do { try render(path) } catch { note(path, Failure(error)) }
    }
    if arguments.has(.json) { try Console.print(report.json) }
    let isTold = arguments.operands.count == 1 && report.written.isEmpty && firstFailure != nil
    if !arguments.has(.json), !arguments.has(.quiet), !isTold { Console.note(report.summary) }
    if let path = arguments.text(.timings) { try timings.write(to: path) }
    if let firstFailure { throw firstFailure }
  }

  /// Standard output, a device, or a name with the format's ending; anything else is a folder.
  private var isSingleFile: Bool {
    if output == "-" || output.hasSuffix("." + kind) { return true }
    var status = stat()
    return stat(output, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// A failure of one input does not stop the others; the first one decides the exit code.
  private mutating func note(_ path: String, _ failure: Failure) {
    report.failed.append((path, failure.message))
    if arguments.operands.count > 1 || firstFailure != nil { Console.note("maquette: \(failure.message)") }
    if firstFailure == nil {
      firstFailure =
        arguments.operands.count > 1 ? Failure(failure.code, "\(Console.shown(path)) failed") : failure
    }
  }

  private mutating func render(_ path: String) throws {
    switch try Input.read(path, arguments) {
    case .preset(let preset, let slug):
      guard !arguments.has(.tile) else {
        throw Failure(.usage, "--tile goes with a sheet; a preset takes --seed")
      }
      let seeds = try arguments.numbers(.seed, in: 0...Int.max) ?? [1]
      try checkSingle(seeds.count)
      let workshop = Workshop(jobs: jobs, language: preset.language)
      for seed in seeds { try renderSeed(UInt64(seed), preset, slug, workshop) }
    case .picture(let manifest):
      guard !arguments.has(.seed) else {
        throw Failure(.usage, "--seed goes with a preset; a sheet takes --tile")
      }
      try renderTiles(manifest, of: path)
    }
  }

  private func checkSingle(_ count: Int) throws {
    guard isSingleFile, count * arguments.operands.count > 1 else { return }
    throw Failure(
      .usage,
      "\(Console.shown(output)) is one file but \(count * arguments.operands.count) pictures are asked for; give a folder"
    )
  }

  private mutating func renderSeed(_ seed: UInt64, _ preset: Preset, _ slug: String, _ workshop: Workshop)
    throws
  {
    let planned = try Planner(preset, seed: seed, plan: .sobol).run(count: 1, in: workshop)
    let candidate = planned.tiles[0]
    try write(
      candidate, preset, name: "\(slug)-s\(seed)-\(candidate.variant.id)", seed: seed, plan: "sobol", workshop
    )
  }

  private mutating func renderTiles(_ manifest: SheetManifest, of path: String) throws {
    let numbers: [Int]
    if arguments.text(.tile) == "all" {
      numbers = manifest.tiles.map(\.number)
    } else {
      let asked = try arguments.numbers(.tile, in: 1...SheetPlan.countLimit)
      guard let asked = asked ?? (manifest.tiles.count == 1 ? [manifest.tiles[0].number] : nil) else {
        throw Failure(
          .usage, "\(path) holds \(manifest.tiles.count) tiles; choose with --tile 7,12 or --tile all")
      }
      numbers = asked
    }
    try checkSingle(numbers.count)
    let workshop = Workshop(jobs: jobs, language: manifest.preset.language)
    for number in numbers {
      let tile = try manifest.tile(number)
      switch Planner.evaluate(tile.variant, manifest.preset, workshop.typesetter) {
      case .success(let candidate):
        let name = "\(slug(manifest.presetName))-\(tile.variant.id)"
        try write(candidate, manifest.preset, name: name, seed: manifest.seed, plan: manifest.plan, workshop)
      case .failure(.missingFont(let error)): throw PlanError.font(error)
      case .failure(let rejection):
        let reason = rejection.reason
        throw Failure(
          .badData, "tile \(number) of \(path) cannot be made by this version of Maquette: \(reason)")
      }
    }
  }

  private mutating func write(
    _ candidate: Candidate, _ preset: Preset, name: String, seed: UInt64, plan: String, _ workshop: Workshop
  ) throws {
    let path = isSingleFile ? output : "\(output)/\(name).\(kind)"
    let picture = VariantPicture(candidate: candidate, preset: preset, dpi: dpi.map(Double.init))
    var manifest = picture.manifest(seed: seed, plan: plan)
    manifest.locateSources(from: path)
    if !arguments.has(.force), isThere(path, manifest) {
      report.kept.append((path, candidate.variant.id))
      return
    }
    if !isSingleFile { try makeFolder(output) }
    let target = Target(path, force: arguments.has(.force))
    try target.check(inputs: arguments.operands)
    let bytes = try encoded(picture, manifest, workshop)
    try timings.stage("write") { try target.write(bytes) }
    report.written.append(
      RenderReport.Written(
        path: path, id: candidate.variant.id, seed: seed, width: manifest.width, height: manifest.height))
  }

  /// True if the file is the very picture that would be written, whole: a second run then skips it.
  private func isThere(_ path: String, _ manifest: SheetManifest) -> Bool {
    guard kind == "png", metadata.level != .none, path != "-",
      let bytes = try? readFile(path, limit: 1 << 30),
      let there = try? SheetManifest(png: bytes, file: path)
    else { return false }
    return there.json == manifest.json
  }

  private mutating func encoded(
    _ picture: VariantPicture, _ manifest: SheetManifest, _ workshop: Workshop
  ) throws -> [UInt8] {
    if kind != "png" {
      return try timings.stage("draw") {
        try picture.document(kind == "pdf" ? .pdf : .svg, workshop.typesetter)
      }
    }
    let megapixels = Double(manifest.width * manifest.height) / 1e6
    let bitmap = try timings.stage("draw", megapixels: megapixels) { try picture.bitmap(workshop) }
    return try timings.stage("encode", megapixels: megapixels) {
      try metadata.encode(bitmap, manifest, dpi: picture.resolution, jobs: workshop.jobs)
    }
  }
}

/// What `render` did.
private struct RenderReport {
  struct Written {
    let path: String
    let id: String
    let seed: UInt64
    let width: Int
    let height: Int
  }

  var written: [Written] = []
  /// Files that were already there and whole.
  var kept: [(path: String, id: String)] = []
  var failed: [(input: String, reason: String)] = []

  var summary: String {
    var parts = ["\(written.count) written"]
    if !kept.isEmpty { parts.append("\(kept.count) already there") }
    if !failed.isEmpty { parts.append("\(failed.count) failed") }
    return parts.joined(separator: ", ")
  }

  var json: JSONTree {
    .members([
      (
        "written",
        .array(
          written.map {
            .members([
              ("file", .string($0.path)), ("id", .string($0.id)), ("seed", .integer($0.seed)),
              ("width", .integer($0.width)), ("height", .integer($0.height)),
            ])
          })
      ),
      ("kept", .array(kept.map { .members([("file", .string($0.path)), ("id", .string($0.id))]) })),
      (
        "failed",
        .array(failed.map { .members([("input", .string($0.input)), ("reason", .string($0.reason))]) })
      ),
    ])
  }
}
