import Color
import Composition
import ImageFiles
import JSON5
import Palettes
import Parameters
import Raster
import Sheets
import Studio
import Variation

extension Verb {
  static let palette = Verb(
    name: "palette", usage: "maquette palette [PHOTO]",
    summary: "makes palettes: from a photo, from words, around locked colours",
    options: [
      .output, .count, .seed, .words, .vocabulary, .lock, .colors, .paints, .paletteFormat, .page, .landscape,
      .dpi, .maxPixels, .jobs,
      .force, .json, .quiet,
    ],
    examples: [
      "maquette palette --words 'calm, botanical' -o palettes.png",
      "maquette palette photo.jpg --colors 6 --json",
      "maquette palette --lock '#0b1d3a' -n 1 --format ase -o palette.ase",
    ],
    run: { try PaletteRun($0).run() })
}

/// One run of `palette`.
private struct PaletteRun {
  private enum Kind: String, CaseIterable { case png, json, css, gpl, ase, aco, tokens }

  private let arguments: Arguments
  private let kind: Kind
  private let seed: UInt64
  private let locks: [SRGB]
  private let words: [String]
  private let vocabulary: Vocabulary
  private let paints: PaintTable?

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    guard arguments.operands.count <= 1 else { throw Failure(.usage, "palette takes one photo at most") }
    kind = try Self.kind(arguments)
    seed = UInt64(try arguments.integer(.seed, in: 0...Int.max) ?? 1)
    locks = try arguments.all(.lock).flatMap { try Inputs.colors($0, option: "--lock") }
    words = (arguments.text(.words) ?? "").split(separator: ",").map { String($0.drop { $0 == " " }) }
    guard locks.count <= 5 else { throw Failure(.usage, "--lock: at most 5 colours can be locked") }
    vocabulary =
      try arguments.text(.vocabulary).map {
        try Vocabulary(bytes: readFile($0, limit: 1 << 20), file: Console.shown($0))
      } ?? .builtIn
    paints = try arguments.text(.paints).map(Self.paints)
  }

  func run() throws {
    let cards = try makeCards()
    let isQuiet = arguments.has(.quiet) || arguments.has(.json)
    if arguments.has(.json) { try Console.print(json(cards)) }
    let usual =
      arguments.has(.json)
      ? nil : "palettes.\(PaletteFormat(rawValue: kind.rawValue)?.fileExtension ?? "png")"
    guard let output = arguments.text(.output) ?? usual else { return }
    let target = Target(output, force: arguments.has(.force))
    try target.check(inputs: arguments.operands)
    try target.write(bytes(cards))
    if !isQuiet {
      Console.note("\(Console.shown(output)): \(cards.count) \(cards.count == 1 ? "palette" : "palettes")")
    }
  }

  private func makeCards() throws -> [PaletteCard] {
    if let photo = arguments.operands.first { return [try card(ofPhoto: photo)] }
    let count = try arguments.integer(.count, in: 1...PaletteSheet.countLimit) ?? 12
    let sampler = Sampler(.whole, seed: seed, plan: .sobol)
    return try (0..<count).map { index in
      if !words.isEmpty {
        let stream = hash64(seed, "palette/\(index)")
        let palette = try vocabulary.palette(words: words, locked: locks, seed: stream)
        return PaletteCard(palette, origin: words.joined(separator: ", "))
      }
      let design = try Design(sampler.variant(at: UInt32(index)))
      return PaletteCard(try design.palette(locked: locks), origin: design.variant.component(.palette))
    }
  }

  private func card(ofPhoto path: String) throws -> PaletteCard {
    guard words.isEmpty, locks.isEmpty else {
      throw Failure(.usage, "a photo gives its own colours; --words and --lock go without one")
    }
    let name = Console.shown(path)
    let count = try arguments.integer(.colors, in: Extraction.counts) ?? 6
    let bitmap = try Inputs.naming(path) {
      let limit = try Inputs.pixelLimit(arguments)
      return try decodePicture(readFile(path, limit: 2 << 30), pixelLimit: limit, jobs: jobs(arguments))
        .bitmap(jobs: jobs(arguments))
    }
    let found: [ExtractedColor]
    do { found = try bitmap.palette(Extraction(count: count), jobs: jobs(arguments)) } catch let error
      as ExtractionError
    {
      throw Failure(.badData, "\(name): \(error)")
    }
    // Roles need a pair: a picture of one colour is answered by its own light or dark.
    let colors = found.map(\.color)
    let pair =
      colors.count > 1 ? Array(colors.prefix(8)) : colors + [colors[0].luminance > 0.3 ? .black : .white]
    let names = ColorName.distinct(colors).map(\.description)
    return PaletteCard(
      palette: try assignRoles(to: pair).palette,
      entries: zip(found, names).map { PaletteCard.Entry(color: $0.color, name: $1, share: $0.share) },
      origin: name.split(separator: "/").last.map(String.init) ?? name)
  }

  private func bytes(_ cards: [PaletteCard]) throws -> [UInt8] {
    if kind == .png { return try picture(cards) }
    if kind == .json { return Array(JSONText.pretty(json(cards)).utf8) }
    let swatches = cards.enumerated().flatMap { index, card in
      card.entries.map { entry in
        let name = cards.count > 1 ? "\(index + 1) \(entry.name)" : entry.name
        return Swatch(name: name, color: entry.color, share: cards.count > 1 ? nil : entry.share)
      }
    }
    return PaletteFormat(rawValue: kind.rawValue)!.write(SwatchList(name: "Maquette", swatches: swatches))
  }

  private func picture(_ cards: [PaletteCard]) throws -> [UInt8] {
    let page = try PageFormat(
      arguments.text(.page) ?? "A4", landscape: arguments.has(.landscape) ? true : nil)
    let dpi = try arguments.integer(.dpi, in: 20...2400).map(Double.init) ?? page.dpi
    let workshop = try Workshop(jobs: jobs(arguments))
    let brief =
      arguments.operands.first.map {
        "From " + Console.shown($0.split(separator: "/").last.map(String.init) ?? $0)
      }
      ?? (words.isEmpty
        ? "Drawn by the palette rules, seed \(seed)" : words.joined(separator: " · ") + " · seed \(seed)")
    let bitmap = try PaletteSheet(cards: cards, title: "Palettes", brief: brief)
      .bitmap(page: page, dpi: dpi, in: workshop)
    return try encodePNG(
      bitmap, PNGEncoding(dotsPerMetre: Int((dpi / 0.0254).rounded()), texts: [], jobs: workshop.jobs))
  }

  private func json(_ cards: [PaletteCard]) -> JSONTree {
    .members([("palettes", .array(cards.map { $0.json(paints) }))])
  }
}

extension PaletteRun {
  private static func kind(_ arguments: Arguments) throws -> Kind {
    let named = try arguments.choice(.paletteFormat, of: Kind.allCases.map(\.rawValue)).flatMap(Kind.init)
    let ending = arguments.text(.output).flatMap { PaletteFormat(fileName: $0) }
    return named ?? ending.flatMap { Kind(rawValue: $0.rawValue) } ?? .png
  }

  private static func paints(_ path: String) throws -> PaintTable {
    if path == "example" { return .example }
    return try PaintTable.read(csv: readFile(path, limit: 64 << 20), file: Console.shown(path))
  }
}

extension PaletteCard {
  /// As `palette --json` prints it; with a paint table, the nearest paint of every colour.
  fileprivate func json(_ paints: PaintTable?) -> JSONTree {
    .members([
      ("origin", .string(origin)), ("colors", .array(entries.map { $0.json(paints) })),
      ("roles", .object(palette.roles.map { .init($0.name, .string($0.color.hex)) })),
    ])
  }
}

extension PaletteCard.Entry {
  fileprivate func json(_ paints: PaintTable?) -> JSONTree {
    let match = paints?.nearest(to: color)
    return .members([
      ("hex", .string(color.hex)), ("name", .string(name)), ("share", .number((share * 1e4).rounded() / 1e4)),
      (
        "paint",
        match.map {
          .members([
            ("code", .string($0.paint.code)), ("name", .string($0.paint.name)), ("table", .string($0.table)),
            ("deltaE", .number(($0.difference * 100).rounded() / 100)),
          ])
        }
      ),
    ])
  }
}
