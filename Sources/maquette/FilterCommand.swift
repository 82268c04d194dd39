import Color
import Composition
import ImageFiles
import Palettes
import Parameters
import Raster
import Sheets
import Studio

extension Verb {
  static let filter = Verb(
    name: "filter", usage: "maquette filter NAME IN OUT", summary: "applies one filter to a picture",
    options: [
      .setFilter, .palette, .filterSeed, .printDPI, .jobs, .metadata, .timings, .force, .quiet,
    ],
    examples: [
      "maquette filter kuwahara photo.jpg painting.png",
      "maquette filter halftone photo.jpg dots.png --set cell=1%",
      "maquette filter duotone photo.jpg duo.png --palette '#0b1d3a,#f4e9d8'",
    ],
    run: { try FilterRun($0).run() })
}

/// One run of `filter`.
private struct FilterRun {
  private let arguments: Arguments
  private let entry: CatalogEntry
  private let input: String
  private let target: Target
  private let colors: [SRGB]
  private let jobs: Int

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    guard arguments.operands.count == 3 else {
      throw Failure(.usage, "filter takes a name, a picture and an output: maquette filter NAME IN OUT")
    }
    entry = try Self.entry(arguments.operands[0])
    input = arguments.operands[1]
    target = Target(arguments.operands[2], force: arguments.has(.force))
    colors = try arguments.all(.palette).flatMap { try Inputs.colors($0, option: "--palette") }
    jobs = try maquette.jobs(arguments)
  }

  func run() throws {
    var timings = Timings()
    try target.check(inputs: [input])
    let bytes = try timings.stage("read") { try readFile(input, limit: 2 << 30) }
    let picture = try timings.stage("decode") {
      try decodePicture(bytes, jobs: jobs)
    }
    let megapixels = Double(picture.width * picture.height) / 1e6
    let scale = try Self.scale(arguments, picture)
    let settings = FilterSettings(entry, picture, pixelsPerMillimetre: scale)
    let values = try settings.values(arguments.all(.set))
    let seed = UInt64(try arguments.integer(.seed, in: 0...Int.max) ?? 1)
    let context = FilterContext(
      pixelsPerMillimetre: scale, stream: SeedStream(seed: seed, path: "finish"), colors: colors, jobs: jobs)
    let filter = Catalog.filter(entry.name) { values[$0] }!
    let result = timings.stage(entry.name, megapixels: megapixels) { filter.apply(to: picture, context) }
    let encoded = try timings.stage("encode", megapixels: megapixels) {
      try encodePicture(result, PNGEncoding(jobs: jobs))
    }
    try timings.stage("write") { try target.write(encoded) }
    if let file = arguments.text(.timings) { try timings.write(to: file) }
  }

  private static func entry(_ name: String) throws -> CatalogEntry {
    if let entry = Catalog.entry(name, in: .filter) { return entry }
    let names = Catalog.entries(of: .filter).map(\.name)
    let hint = nearest(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    throw Failure(.usage, "there is no filter '\(name)'\(hint) (filters: \(names.joined(separator: ", ")))")
  }

  /// Pixels per millimetre: as asked, or such that the long side is that of a large photo print. Files often
  /// claim 72 dpi, which would make a photo two metres wide; what they claim is not used.
  private static func scale(_ arguments: Arguments, _ picture: Picture) throws -> Double {
    if let dpi = try arguments.integer(.dpi, in: 1...10_000) { return Double(dpi) / 25.4 }
    return Double(max(picture.width, picture.height)) / 150
  }
}

/// The settings of a filter as people write them on the command line.
struct FilterSettings {
  private let entry: CatalogEntry
  private let picture: Picture
  private let scale: Double

  init(_ entry: CatalogEntry, _ picture: Picture, pixelsPerMillimetre: Double) {
    (self.entry, self.picture, scale) = (entry, picture, pixelsPerMillimetre)
  }

  /// The values of `P=V` words by parameter name; later ones win.
  func values(_ settings: [String]) throws -> [String: ParameterValue] {
    var values: [String: ParameterValue] = [:]
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw Failure(
          .usage, "--set \(setting): must be P=V, as in \(entry.parameters.first?.name ?? "name")=1")
      }
      let declaration = try declaration(parts[0])
      values[declaration.name] = try value(parts[1], declaration)
    }
    return values
  }

  private func declaration(_ word: String) throws -> ParameterDeclaration {
    let name = word.hasPrefix("finish.") ? String(word.dropFirst(7)) : word
    if let found = entry.parameters.first(where: { $0.name == name }) { return found }
    let names = entry.parameters.map(\.name)
    let hint = nearest(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    throw Failure(
      .usage,
      "--set \(word): \(entry.name) has no such parameter\(hint) (parameters: \(names.joined(separator: ", ")))"
    )
  }

  private func value(_ text: String, _ declaration: ParameterDeclaration) throws -> ParameterValue {
    let value: ParameterValue? =
      switch declaration.domain {
      case .real:
        declaration.unit == "mm" ? length(text).map { .number($0) } : Double(text).map { .number($0) }
      case .integer: Int(text).map { .integer($0) }
      case .choice: .choice(text)
      case .flag: text == "true" ? .flag(true) : text == "false" ? .flag(false) : nil
      }
    if let value, declaration.domain.contains(value) { return value }
    throw Failure(.usage, "--set \(declaration.name)=\(text): must be \(range(declaration))")
  }

  /// Millimetres of a length: `8` is in pixels, `2mm`, `1%` of the short side.
  private func length(_ text: String) -> Double? {
    if text.hasSuffix("mm") { return Double(text.dropLast(2)) }
    if text.hasSuffix("px") { return Double(text.dropLast(2)).map { $0 / scale } }
    if text.hasSuffix("%") {
      return Double(text.dropLast()).map { $0 / 100 * Double(min(picture.width, picture.height)) / scale }
    }
    return Double(text).map { $0 / scale }
  }

  private func range(_ declaration: ParameterDeclaration) -> String {
    let domain = declaration.domain
    guard case .real(let r, _) = domain, declaration.unit == "mm" else {
      return "\(domain.typeName) of \(domain.text)"
    }
    func px(_ v: Double) -> String { "\((v * scale * 10).rounded() / 10)" }
    return
      "a length of \(domain.text) mm, which here is \(px(r.lowerBound))...\(px(r.upperBound)) pixels (write 8, 2mm or 1%)"
  }
}
