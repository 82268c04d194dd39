import ImageFiles
import Parameters
import Sheets
import Studio

extension Verb {
  static let info = Verb(
    name: "info", usage: "maquette info FILE",
    summary: "says what made a sheet or a picture, or what a profile says",
    options: [.tile, .json],
    examples: [
      "maquette info sheet.png", "maquette info sheet.png --tile 7 --json", "maquette info taste.json",
    ],
    run: { arguments in
      guard arguments.operands.count == 1 else { throw Failure(.usage, "info takes one file") }
      let path = arguments.operands[0]
      let bytes = try readFile(path, limit: 2 << 30)
      if !arguments.has(.json), let text = try ProfileFile.text(bytes, file: Console.shown(path)) {
        return try Console.print(text)
      }
      if let record = FilterRecord(png: bytes) {
        guard !arguments.has(.tile) else {
          throw Failure(.usage, "\(Console.shown(path)) is one filtered picture: --tile goes with a sheet")
        }
        return try arguments.has(.json) ? Console.print(record.json) : Console.print(Info.text(record))
      }
      var manifest = try SheetManifest(png: bytes, file: path)
      if let numbers = try arguments.numbers(.tile, in: 1...SheetPlan.countLimit) {
        manifest.tiles = try numbers.map { try manifest.tile($0) }
      }
      if arguments.has(.json) { return try Console.print(manifest.json) }
      try Console.print(Info.text(manifest))
    })
}

/// A manifest for people.
enum Info {
  static func text(_ manifest: SheetManifest) -> String {
    var lines = [
      "\(manifest.kind) of '\(manifest.presetName)', \(manifest.width) x \(manifest.height) px",
      "plan \(manifest.plan), seed \(manifest.seed), engine \(SheetManifest.engine)",
    ]
    lines += manifest.skipped.map { "skipped \($0.count): \($0.reason)" }
    for tile in manifest.tiles { lines += text(tile, isAlone: manifest.tiles.count == 1) }
    return lines.joined(separator: "\n")
  }

  static func text(_ record: FilterRecord) -> String {
    var lines = [
      "filter \(record.filter) of '\(record.input)', \(record.width) x \(record.height) px",
      "seed \(record.seed), \((record.dpi * 100).rounded() / 100) dpi, engine \(record.engine)",
    ]
    if !record.palette.isEmpty { lines.append("palette \(record.palette.joined(separator: " "))") }
    return (lines + record.parameters.map { "  \(Help.pad($0.name, 24))\($0.value)" }).joined(separator: "\n")
  }

  private static func text(_ tile: SheetManifest.Tile, isAlone: Bool) -> [String] {
    let head = "tile \(tile.number)  \(tile.variant.id)"
    if !isAlone {
      let families = tile.variant.families.filter { !$0.isOfBrief }
      let choices = families.map { tile.variant.component($0) }.joined(separator: " · ")
      return ["\(head)  \(choices)"]
    }
    let width = 24
    return [head] + tile.variant.values.map { "  \(Help.pad($0.name, width))\($0.value)" }
      + tile.variant.seeds.map { "  \(Help.pad("seed \($0.group)", width))\($0.seed)" }
      + tile.scores.map { "  \(Help.pad("score \($0.name)", width))\($0.value)" }
  }
}
