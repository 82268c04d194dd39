import ImageFiles
import JSON5
import Parameters
import Raster
import Sheets
import Studio
import Variation

extension Verb {
  static let sheet = Verb(
    name: "sheet", usage: "maquette sheet PRESET", summary: "makes a contact sheet of variants",
    options: [
      .output, .count, .seed, .jobs, .set, .plan, .page, .landscape, .columns, .dpi, .metadata, .force, .json,
      .timings, .quiet,
    ],
    examples: [
      "maquette sheet Presets/posters/blue-hour.json",
      "maquette sheet Presets/posters/blue-hour.json --set layout.kind=swiss -n 12 --seed 5 -o swiss.png",
    ],
    run: runSheet)

  private static func runSheet(_ arguments: Arguments) throws {
    guard arguments.operands.count == 1 else { throw Failure(.usage, "sheet takes one preset") }
    var timings = Timings()
    guard case .preset(let preset, let slug) = try Input.read(arguments.operands[0], arguments) else {
      throw Failure(.badData, "\(arguments.operands[0]) is a picture; sheet takes a preset")
    }
    let output = arguments.text(.output) ?? "\(slug)-sheet.png"
    let target = Target(output, force: arguments.has(.force))
    try target.check(inputs: arguments.operands)
    let request = try request(preset, slug, arguments)
    let workshop = try Workshop(jobs: jobs(arguments), language: preset.language)
    let sheet = try timings.stage("sheet") { try SheetMaker.make(request, in: workshop) }
    let metadata = try Metadata(arguments)
    let megapixels = Double(sheet.bitmap.width * sheet.bitmap.height) / 1e6
    let bytes = try timings.stage("encode", megapixels: megapixels) {
      try metadata.encode(sheet.bitmap, sheet.manifest, dpi: sheet.dpi, jobs: workshop.jobs)
    }
    try timings.stage("write") { try target.write(bytes) }
    if let path = arguments.text(.timings) { try timings.write(to: path) }
    try report(sheet, output, arguments)
  }

  private static func request(_ preset: Preset, _ slug: String, _ arguments: Arguments) throws -> SheetRequest
  {
    let landscape = arguments.has(.landscape)
    let page = try PageFormat(arguments.text(.page) ?? "A4", landscape: landscape ? true : nil)
    let dpi = try arguments.integer(.dpi, in: 20...2400).map(Double.init) ?? page.dpi
    var request = SheetRequest(preset: preset, page: page, dpi: dpi, fileName: "\(slug)-sheet.png")
    request.count = try arguments.integer(.count, in: 1...SheetPlan.countLimit) ?? request.count
    request.seed = UInt64(try arguments.integer(.seed, in: 0...Int.max) ?? 1)
    request.columns = try arguments.integer(.columns, in: 1...100)
    request.plan =
      try arguments.choice(.plan, of: Plan.allCases.map(\.rawValue)).flatMap(Plan.init) ?? .diverse
    return request
  }

  private static func report(_ sheet: Sheet, _ output: String, _ arguments: Arguments) throws {
    let manifest = sheet.manifest
    if !arguments.has(.quiet) && !arguments.has(.json) {
      let skipped = manifest.skipped.reduce(0) { $0 + $1.count }
      let tail = skipped == 0 ? "" : ", \(skipped) candidates replaced"
      Console.note(
        "\(Console.shown(output)): \(manifest.tiles.count) tiles, \(manifest.width) x \(manifest.height) px\(tail)"
      )
    }
    if let asked = try arguments.integer(.count, in: 1...SheetPlan.countLimit), manifest.tiles.count < asked {
      Console.note(
        "maquette: only \(manifest.tiles.count) of \(asked) variants passed; see 'skipped' in --json")
    }
    if arguments.has(.json) {
      try Console.print(
        JSONTree.members([
          ("file", .string(output)), ("kind", "sheet"), ("name", .string(manifest.presetName)),
          ("plan", .string(manifest.plan)), ("seed", .integer(manifest.seed)),
          ("width", .integer(manifest.width)),
          ("height", .integer(manifest.height)), ("tiles", .array(manifest.tiles.map(\.json))),
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
