import ImageFiles
import JSON5
import Parameters
import Raster
import Sheets
import Studio

extension Verb {
  static let list = Verb(
    name: "list", usage: "maquette list [FAMILY]", summary: "names the components, all or of one family",
    options: [.json, .catalogue, .photo, .output, .page, .landscape, .columns, .dpi, .seed, .jobs, .force],
    examples: [
      "maquette list", "maquette list generators", "maquette list --json",
      "maquette list materials --sheet -o materials.png",
      "maquette list filters --sheet --photo photo.jpg -o filters.png",
    ],
    run: { arguments in
      guard arguments.operands.count <= 1 else { throw Failure(.usage, "list takes one family at most") }
      if arguments.has(.catalogue) { return try sheet(arguments) }
      let entries =
        try arguments.operands.first.map { try family($0) }.map(Catalog.entries(of:)) ?? Catalog.entries
      if arguments.has(.json) { return try Console.print(JSONTree.array(entries.map(\.json))) }
      var lines: [String] = []
      for family in Family.allCases {
        let own = entries.filter { $0.family == family }
        if own.isEmpty { continue }
        lines.append("\(family.rawValue)  (\(family.selector))")
        lines += own.map { "  \(Help.pad($0.name, 18))\($0.summary)" }
      }
      try Console.print(lines.joined(separator: "\n"))
    })

  /// A catalogue as a picture.
  private static func sheet(_ arguments: Arguments) throws {
    let named = try arguments.operands.first.map { try family($0) }
    guard let chosen = named, [.generator, .filter, .material, .furniture].contains(chosen) else {
      throw Failure(
        .usage,
        "--sheet draws one catalogue: list generators, filters, furniture or list materials --sheet -o FILE")
    }
    // Furniture has no plural.
    let name = chosen == .furniture ? chosen.rawValue : chosen.rawValue + "s"
    let target = Target(arguments.text(.output) ?? "\(name).png", force: arguments.has(.force))
    try target.check(inputs: arguments.all(.photo))
    let page = try PageFormat(
      arguments.text(.page) ?? "A3",
      landscape: arguments.has(.landscape) || !arguments.has(.page) ? true : nil)
    let dpi = try arguments.integer(.dpi, in: 20...2400).map(Double.init) ?? 150
    let seed = UInt64(try arguments.integer(.seed, in: 0...Int.max) ?? 1)
    let workshop = try Workshop(jobs: jobs(arguments))
    let columns = try arguments.integer(.columns, in: 1...32)
    let bitmap =
      switch chosen {
      case .generator:
        try GeneratorSheet(seed: seed).bitmap(page: page, dpi: dpi, columns: columns, in: workshop)
      case .filter:
        try filters(arguments, seed: seed).bitmap(page: page, dpi: dpi, columns: columns, in: workshop)
      case .furniture: try FurnitureSheet().bitmap(page: page, dpi: dpi, columns: columns, in: workshop)
      default: try MaterialSheet(seed: seed).bitmap(page: page, dpi: dpi, columns: columns, in: workshop)
      }
    try target.write(
      encodePNG(
        bitmap, PNGEncoding(dotsPerMetre: Int((dpi / 0.0254).rounded()), texts: [], jobs: workshop.jobs)))
  }

  /// The filters on a photo, or on a drawn landscape if there is none.
  private static func filters(_ arguments: Arguments, seed: UInt64) throws -> FilterSheet {
    guard let path = arguments.text(.photo) else { return try FilterSheet(seed: seed) }
    let bytes = try readFile(path, limit: 2 << 30)
    let picture = try Inputs.naming(path) { try decodePicture(bytes, jobs: Workshop.cores) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return FilterSheet(picture: picture.bitmap(), source: Console.shown(name), seed: seed)
  }

  private static func family(_ word: String) throws(Failure) -> Family {
    if let family = Family.allCases.first(where: { $0.rawValue == word || $0.rawValue + "s" == word }) {
      return family
    }
    let names = Family.allCases.map(\.rawValue)
    let hint = nearest(word, in: names).map { "; did you mean '\($0)'?" } ?? ""
    throw Failure(.usage, "'\(word)' is no family\(hint) (families: \(names.joined(separator: ", ")))")
  }
}

extension CatalogEntry {
  /// As `list --json` prints it.
  var json: JSONTree {
    .members([
      ("family", .string(family.rawValue)), ("name", .string(name)), ("summary", .string(summary)),
      ("parameters", .array(parameters.map { $0.json(group: family.group) })),
    ])
  }
}

extension ParameterDeclaration {
  func json(group: String) -> JSONTree {
    .members([
      ("name", .string("\(group).\(name)")), ("type", .string(domain.typeName)), ("range", domain.json),
      ("default", defaultValue.json), ("unit", unit.map { .string($0) } ?? .null),
      ("summary", .string(summary)),
    ])
  }
}

extension Domain {
  /// Two ends, or all choices.
  var json: JSONTree {
    switch self {
    case .real(let r, _): .array([.number(r.lowerBound), .number(r.upperBound)])
    case .integer(let r): .array([.integer(r.lowerBound), .integer(r.upperBound)])
    case .choice(let names): .array(names.map { .string($0) })
    case .flag: .array([.bool(false), .bool(true)])
    }
  }
}
