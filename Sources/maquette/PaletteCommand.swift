import Color
import Composition
import ImageFiles
import JSON5
import Palettes
import Parameters
import Sheets
import Studio
import Variation

extension Verb {
  static let palette = Verb(
    name: "palette", usage: "maquette palette [PHOTO]",
    summary: "makes palettes, from nothing, words or colours",
    options: [
      .output, .count, .seed, .words, .lock, .page, .landscape, .dpi, .jobs, .paletteFormat, .force, .json,
      .quiet,
    ],
    examples: [
      "maquette palette --words 'calm, botanical' -o palettes.png",
      "maquette palette --lock '#0b1d3a' -n 6 --format ase -o palettes.ase",
    ],
    run: { try PaletteRun($0).run() })
}

/// One run of `palette`.
private struct PaletteRun {
  private let arguments: Arguments
  private let count: Int
  private let seed: UInt64
  private let locks: [SRGB]
  private let words: [String]

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    count = try arguments.integer(.count, in: 1...PaletteSheet.countLimit) ?? 12
    seed = UInt64(try arguments.integer(.seed, in: 0...Int.max) ?? 1)
    locks = try Self.locks(arguments)
    words = (arguments.text(.words) ?? "").split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  func run() throws {
    let cards = try makeCards()
    if arguments.has(.json) { try Console.print(json(cards)) }
    guard let output = arguments.text(.output) ?? (arguments.has(.json) ? nil : "palettes.png") else {
      return
    }
    let target = Target(output, force: arguments.has(.force))
    try target.check(inputs: arguments.operands)
    try target.write(bytes(cards, output))
    if !arguments.has(.quiet) && !arguments.has(.json) {
      Console.note("\(Console.shown(output)): \(cards.count) \(cards.count == 1 ? "palette" : "palettes")")
    }
  }

  private func makeCards() throws -> [PaletteCard] {
    if !words.isEmpty {
      return try (0..<count).map { index in
        let palette = try Vocabulary.builtIn.palette(
          words: words, locked: locks, seed: seed &* 1000 &+ UInt64(index))
        return PaletteCard(palette, origin: words.joined(separator: ", "))
      }
    }
    let sampler = Sampler(.whole, seed: seed, plan: .sobol)
    return try (0..<count).map { index in
      let design = try Design(sampler.variant(at: UInt32(index)))
      return PaletteCard(try design.palette(locked: locks), origin: design.variant.component(.palette))
    }
  }

  private static func locks(_ arguments: Arguments) throws -> [SRGB] {
    try arguments.all(.lock).flatMap { $0.split(separator: ",") }.map { word in
      guard let color = SRGB(hex: String(word.drop { $0 == " " })) else {
        throw Failure(.usage, "--lock \(word): must be a colour such as '#0b1d3a'")
      }
      return color
    }
  }

  private func bytes(_ cards: [PaletteCard], _ output: String) throws -> [UInt8] {
    let page = try PageFormat(
      arguments.text(.page) ?? "A4", landscape: arguments.has(.landscape) ? true : nil)
    let dpi = try arguments.integer(.dpi, in: 20...2400).map(Double.init) ?? page.dpi
    let workshop = try Workshop(jobs: jobs(arguments))
    let brief = words.isEmpty ? "Drawn by the palette rules" : words.joined(separator: " · ")
    let sheet = PaletteSheet(cards: cards, title: "Palettes", brief: brief)
    let bitmap = try sheet.bitmap(page: page, dpi: dpi, in: workshop)
    return try encodePNG(
      bitmap, PNGEncoding(dotsPerMetre: Int((dpi / 0.0254).rounded()), texts: [], jobs: workshop.jobs))
  }

  private func json(_ cards: [PaletteCard]) -> JSONTree {
    .members([("palettes", .array(cards.map(\.json)))])
  }
}

extension PaletteCard {
  /// As `palette --json` prints it.
  var json: JSONTree {
    .members([
      ("origin", .string(origin)),
      (
        "colors",
        .array(
          entries.map {
            .members([
              ("hex", .string($0.color.hex)), ("name", .string($0.name)), ("share", .number($0.share)),
            ])
          })
      ),
      ("roles", .object(palette.roles.map { .init($0.name, .string($0.color.hex)) })),
    ])
  }
}
