import Canvas
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
      .setFilter, .palette, .exemplar, .credit, .style, .mask, .filterSeed, .printDPI, .maxPixels, .jobs,
      .metadata,
      .timings, .force, .quiet,
    ],
    examples: [
      "maquette filter kuwahara photo.jpg painting.png",
      "maquette filter halftone photo.jpg dots.png --set cell=1%",
      "maquette filter duotone photo.jpg duo.png --palette '#0b1d3a,#f4e9d8'",
      "maquette filter color-transfer photo.jpg like.png --exemplar painting.jpg --credit 'K. Holm, 1912'",
      "maquette filter cut-out photo.jpg shapes.svg",
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
  private let exemplars: [Photo]
  private let style: StyleFile?
  private let mask: Photo?
  private let metadata: Metadata
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
    metadata = try Metadata(arguments)
    jobs = try maquette.jobs(arguments)
    exemplars = try Inputs.exemplars(arguments, for: entry)
    style = try Inputs.style(arguments, for: entry)
    mask = try Inputs.mask(arguments, for: entry)
  }

  func run() throws {
    var timings = Timings()
    let isRerun = standsFilteredPicture
    if !isRerun {
      try target.check(
        inputs: [input] + ExemplarWords(arguments).files + arguments.all(.mask) + arguments.all(.style))
    }
    let kind = try documentKind()
    let bytes = try timings.stage("read") { try readFile(input, limit: 2 << 30) }
    let encoded = try Inputs.naming(input) {
      try kind == nil && entry.name == "none" ? copied(bytes, &timings) : filtered(bytes, kind, &timings)
    }
    // The same command again is no overwriting: it finds what it would write.
    let isThere = try isRerun && readFile(target.path, limit: 2 << 30) == encoded
    if !isThere { try timings.stage("write") { try target.write(encoded) } }
    if let file = arguments.text(.timings) { try timings.write(to: file) }
  }

  /// True if the output is a picture that a filter made, perhaps by this very command: that is known only at the end.
  private var standsFilteredPicture: Bool {
    guard !arguments.has(.force), !target.isStream, fileIsThere(target.path),
      let bytes = try? readFile(target.path, limit: 2 << 30)
    else { return false }
    return FilterRecord(png: bytes) != nil
  }

  /// `none` decodes and encodes at the same time, and never holds the picture.
  private func copied(_ bytes: [UInt8], _ timings: inout Timings) throws -> [UInt8] {
    let limit = try Inputs.pixelLimit(arguments)
    let size = try pictureSize(bytes, pixelLimit: limit)
    let frame = try Frame(arguments, entry, width: size.width, height: size.height)
    let options = try encoding(frame)
    return try timings.stage(entry.name, megapixels: frame.megapixels) {
      try copyPicture(bytes, pixelLimit: limit, options)
    }
  }

  private func filtered(_ bytes: [UInt8], _ kind: DocumentKind?, _ timings: inout Timings) throws -> [UInt8] {
    let limit = try Inputs.pixelLimit(arguments)
    let picture = try timings.stage("decode") { try decodePicture(bytes, pixelLimit: limit, jobs: jobs) }
    let frame = try Frame(arguments, entry, width: picture.width, height: picture.height)
    let context = FilterContext(
      pixelsPerMillimetre: frame.scale, stream: SeedStream(seed: frame.seed, path: "finish"), colors: colors,
      exemplars: exemplars, profile: style?.profile, mask: mask, jobs: jobs)
    let filter = Catalog.filter(entry.name) { frame.values[$0] }!
    if let kind, let filter = filter as? any VectorFilter {
      return try document(kind, filter, picture, context, &timings)
    }
    let options = try encoding(frame)
    let result = timings.stage(entry.name, megapixels: frame.megapixels) {
      filter.apply(to: picture, context)
    }
    return try timings.stage("encode", megapixels: frame.megapixels) { try encodePicture(result, options) }
  }

  /// What goes into the file besides pixels. Its resolution is written only if somebody said what it is.
  private func encoding(_ frame: Frame) throws -> PNGEncoding {
    let record = FilterRecord(
      filter: entry.name,
      parameters: entry.parameters.map { ($0.name, frame.values[$0.name] ?? $0.defaultValue) },
      seed: frame.seed, dpi: frame.scale * 25.4, palette: colors.map(\.hex),
      exemplars: exemplars + [mask].compactMap { $0 }, style: style,
      input: Console.shown(input.split(separator: "/").last.map(String.init) ?? input),
      width: frame.width, height: frame.height)
    let dots = arguments.has(.dpi) ? Int((frame.scale * 1000).rounded()) : nil
    return PNGEncoding(dotsPerMetre: dots, texts: metadata.texts(record), jobs: jobs)
  }

  private func document(
    _ kind: DocumentKind, _ filter: any VectorFilter, _ picture: Picture, _ context: FilterContext,
    _ timings: inout Timings
  ) throws -> [UInt8] {
    let megapixels = Double(picture.width * picture.height) / 1e6
    let shapes = timings.stage(entry.name, megapixels: megapixels) { filter.layers(of: picture, context) }
    return try timings.stage("draw") { try Renderer.document(shapes, kind, with: Typesetter()) }
  }

  /// What a name that ends in `.svg` or `.pdf` asks for; nil for pixels.
  private func documentKind() throws -> DocumentKind? {
    guard let dot = target.path.lastIndex(of: "."),
      let kind = DocumentKind(rawValue: target.path[target.path.index(after: dot)...].lowercased())
    else { return nil }
    let names = Catalog.vectorFilters
    guard names.contains(entry.name) else {
      let kinds = kind == .svg ? "an SVG" : "a PDF"
      throw Failure(
        .usage,
        "\(entry.name) works on pixels and makes no shapes for \(kinds); write a .png, or use one of \(names.joined(separator: ", "))"
      )
    }
    return kind
  }

  private static func entry(_ name: String) throws -> CatalogEntry {
    if let entry = Catalog.entry(name, in: .filter) { return entry }
    let names = Catalog.entries(of: .filter).map(\.name)
    let hint = nearest(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    throw Failure(.usage, "there is no filter '\(name)'\(hint) (filters: \(names.joined(separator: ", ")))")
  }
}

/// A picture's size and what the command line makes of it.
private struct Frame {
  let width: Int
  let height: Int
  /// Pixels per millimetre: as asked, or such that the long side is that of a large photo print. Files often
  /// claim 72 dpi, which would make a photo two metres wide; what they claim is not used.
  let scale: Double
  let seed: UInt64
  /// Parameters that were set.
  let values: [String: ParameterValue]

  var megapixels: Double { Double(width * height) / 1e6 }

  init(_ arguments: Arguments, _ entry: CatalogEntry, width: Int, height: Int) throws {
    (self.width, self.height) = (width, height)
    let dpi = try arguments.integer(.printDPI, in: 1...10_000)
    scale = dpi.map { Double($0) / 25.4 } ?? Double(max(width, height)) / 150
    seed = UInt64(try arguments.integer(.seed, in: 0...Int.max) ?? 1)
    let settings = FilterSettings(entry, shortSide: min(width, height), pixelsPerMillimetre: scale)
    let exemplars = ExemplarWords(arguments)
    let given = exemplars.files.count + (arguments.has(.style) ? 1 : 0)
    values = try settings.values(exemplars.settings)
    if case .integer(let number)? = values["exemplar"], number > given, Catalog.needsExemplar(entry.name) {
      throw Failure(.usage, "--set exemplar=\(number): only \(given) given with --exemplar and --style")
    }
  }
}

/// The settings of a filter as people write them on the command line.
struct FilterSettings {
  private let entry: CatalogEntry
  private let shortSide: Int
  private let scale: Double

  init(_ entry: CatalogEntry, shortSide: Int, pixelsPerMillimetre: Double) {
    (self.entry, self.shortSide, scale) = (entry, shortSide, pixelsPerMillimetre)
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
      return Double(text.dropLast()).map { $0 / 100 * Double(shortSide) / scale }
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
