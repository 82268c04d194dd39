import Color
import Geometry
import ImageFiles
import Parameters
import Raster
import Sheets
import Studio

/// `render material/NAME`: one material alone.
struct MaterialRender {
  private let arguments: Arguments
  private let entry: CatalogEntry
  private let target: Target

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    guard arguments.operands.count == 1 else { throw Failure(.usage, "render takes one material at a time") }
    for option in [Option.tile, .format, .palette] where arguments.has(option) {
      throw Failure(.usage, "--\(option.name) goes with a preset or a sheet, not with a material")
    }
    entry = try ComponentSettings.entry(
      String(arguments.operands[0].dropFirst(Self.prefix.count)), in: .material)
    target = Target(arguments.text(.output) ?? "\(entry.name).png", force: arguments.has(.force))
  }

  static let prefix = "material/"

  func run() throws {
    var timings = Timings()
    try target.check(inputs: [])
    let values = try ComponentSettings(entry).values(arguments.all(.set))
    let seed = UInt64(try arguments.integer(.seed, in: 0...Int.max) ?? 1)
    let color = try arguments.text(.color).map(Self.color)
    let picture = MaterialPicture(entry.name, color: color, seed: seed) { values[$0] }!
    let format = try ComponentSize(arguments, default: "1024x1024px", limit: MaterialPicture.pixelLimit)
    let (size, width, height) = (format.format, format.width, format.height)
    let dpi = try arguments.integer(.dpi, in: 20...2400).map(Double.init)
    let jobs = try maquette.jobs(arguments)
    let megapixels = Double(width * height) / 1e6
    let bitmap = timings.stage(entry.name, megapixels: megapixels) {
      guard let scale = scale(size, dpi) else {
        return picture.seamless(width: width, height: height, jobs: jobs)
      }
      return picture.bitmap(pixelsPerMillimetre: scale, width: width, height: height, jobs: jobs)
    }
    let shown = scale(size, dpi) ?? Double(width) / picture.seamlessWidth(width: width, height: height)
    let encoded = try timings.stage("encode", megapixels: megapixels) {
      try encodePNG(
        bitmap, PNGEncoding(dotsPerMetre: Int((shown * 1000).rounded()), texts: [], jobs: jobs))
    }
    try timings.stage("write") { try target.write(encoded) }
    if let file = arguments.text(.timings) { try timings.write(to: file) }
    if !arguments.has(.quiet) {
      let (w, h) = (Int((Double(width) / shown).rounded()), Int((Double(height) / shown).rounded()))
      Console.note("\(Console.shown(target.path)): \(width) x \(height) pixels, \(w) x \(h) mm")
    }
  }

  /// True scale where a resolution or a printed size is asked for; nil for whole repeats that fill the picture.
  private func scale(_ size: PageFormat, _ dpi: Double?) -> Double? {
    if let dpi { return dpi / 25.4 }
    return size.dpi == PageFormat.screenDPI ? nil : size.dpi / 25.4
  }

  private static func color(_ text: String) throws -> SRGB {
    guard let color = SRGB(hex: text) else {
      throw Failure(.usage, "--color \(text): must be a colour such as '#8fa3a2'")
    }
    return color
  }
}

/// The settings of a component alone, as people write them: `P=V`, lengths in the parameter's own unit.
struct ComponentSettings {
  private let entry: CatalogEntry

  init(_ entry: CatalogEntry) { self.entry = entry }

  /// The component of that name in a family.
  static func entry(_ name: String, in family: Family) throws -> CatalogEntry {
    if let entry = Catalog.entry(name, in: family) { return entry }
    let names = Catalog.entries(of: family).map(\.name)
    let hint = nearest(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    throw Failure(
      .usage,
      "there is no \(family.rawValue) '\(name)'\(hint) (\(family.rawValue)s: \(names.joined(separator: ", ")))"
    )
  }

  /// The values of `P=V` words by parameter name; later ones win.
  func values(_ settings: [String]) throws -> [String: ParameterValue] {
    var values: [String: ParameterValue] = [:]
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw Failure(.usage, "--set \(setting): must be P=V") }
      let declared = try declaration(parts[0])
      values[declared.name] = try value(parts[1], declared)
    }
    return values
  }

  private func declaration(_ word: String) throws -> ParameterDeclaration {
    let group = entry.family.group + "."
    let name = word.hasPrefix(group) ? String(word.dropFirst(group.count)) : word
    if let found = entry.parameters.first(where: { $0.name == name }) { return found }
    let names = entry.parameters.map(\.name)
    let hint = nearest(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    throw Failure(
      .usage,
      "--set \(word): \(entry.name) has no such parameter\(hint) (parameters: \(names.joined(separator: ", ")))"
    )
  }

  private func value(_ text: String, _ declared: ParameterDeclaration) throws -> ParameterValue {
    let unit = declared.unit ?? ""
    let bare = !unit.isEmpty && text.hasSuffix(unit) ? String(text.dropLast(unit.count)) : text
    let value: ParameterValue? =
      switch declared.domain {
      case .real: Double(bare).map { .number($0) }
      case .integer: Int(bare).map { .integer($0) }
      case .choice: .choice(text)
      case .flag: text == "true" ? .flag(true) : text == "false" ? .flag(false) : nil
      }
    if let value, declared.domain.contains(value) { return value }
    let range = declared.domain.text + (unit.isEmpty ? "" : " \(unit)")
    throw Failure(.usage, "--set \(declared.name)=\(text): must be \(declared.domain.typeName) of \(range)")
  }
}
