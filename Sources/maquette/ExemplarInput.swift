import Composition
import ImageFiles
import Raster
import Studio
import Styles

/// The exemplars that a command line names: with `--exemplar FILE`, or with `--set exemplar=FILE` as any parameter.
struct ExemplarWords {
  /// Those of `--exemplar`, then those of `--set`.
  private(set) var files: [String]
  /// The settings with a file's number in the file's place.
  private(set) var settings: [String] = []

  private static let prefix = "exemplar="

  init(_ arguments: Arguments) {
    files = arguments.all(.exemplar)
    for setting in arguments.all(.set) {
      let value = setting.dropFirst(Self.prefix.count)
      guard setting.hasPrefix(Self.prefix), !value.isEmpty, Int(value) == nil else {
        settings.append(setting)
        continue
      }
      files.append(String(value))
      settings.append("\(Self.prefix)\(files.count)")
    }
  }
}

extension Inputs {
  /// The exemplars of the command line with their credits; refused where the filter takes none, missed where it
  /// needs one.
  static func exemplars(_ arguments: Arguments, for entry: CatalogEntry) throws -> [Photo] {
    let (files, credits) = (ExemplarWords(arguments).files, arguments.all(.credit))
    guard files.isEmpty || Catalog.needsExemplar(entry.name) else {
      throw Failure(.usage, "--exemplar: \(entry.name) works after no picture")
    }
    let takesProfile = Catalog.takesProfile(entry.name)
    guard !files.isEmpty || !Catalog.needsExemplar(entry.name) || takesProfile && arguments.has(.style) else {
      let also = takesProfile ? ", or a style profile with --style FILE" : ""
      throw Failure(.usage, "\(entry.name) works after a picture: add --exemplar FILE\(also)")
    }
    guard files.count <= Catalog.exemplarLimit else {
      throw Failure(.usage, "--exemplar: at most \(Catalog.exemplarLimit) pictures")
    }
    guard credits.count <= files.count else {
      throw Failure(.usage, "--credit: \(credits.count) given for \(files.count) --exemplar")
    }
    return try files.enumerated().map { index, file in
      try photo(file, credit: index < credits.count ? credits[index] : nil, arguments)
    }
  }

  /// The style profile of the command line; refused where numbers are not enough.
  static func style(_ arguments: Arguments, for entry: CatalogEntry) throws -> StyleFile? {
    guard let file = arguments.text(.style) else { return nil }
    guard Catalog.takesProfile(entry.name) else {
      let names = Catalog.entries(of: .filter).map(\.name).filter(Catalog.takesProfile)
      throw Failure(
        .usage,
        "--style: \(entry.name) works after no profile; profiles go with \(names.joined(separator: ", "))")
    }
    return try style(file)
  }

  /// A style profile, named as the command line names it.
  static func style(_ file: String) throws -> StyleFile {
    let bytes = try readFile(file, limit: 4 << 20)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return StyleFile(
      name: Console.shown(name), digest: sha256(bytes),
      profile: try StyleProfile(bytes: bytes, file: Console.shown(file)))
  }

  /// The mask of the command line; refused where the filter takes none.
  static func mask(_ arguments: Arguments, for entry: CatalogEntry) throws -> Photo? {
    guard let file = arguments.text(.mask) else { return nil }
    guard Catalog.maskFilters.contains(entry.name) else {
      let names = Catalog.maskFilters.joined(separator: ", ")
      throw Failure(.usage, "--mask: \(entry.name) works everywhere; masks go with \(names)")
    }
    return try photo(file, credit: nil, arguments)
  }

  /// A picture file, decoded and named as the command line names it.
  static func photo(_ file: String, credit: String?, _ arguments: Arguments) throws -> Photo {
    let bytes = try readFile(file, limit: 2 << 30)
    let limit = try pixelLimit(arguments)
    let picture = try naming(file) {
      try decodePicture(bytes, pixelLimit: limit, jobs: jobs(arguments)).bitmap()
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return Photo(name: Console.shown(name), digest: sha256(bytes), picture: picture, credit: credit) {
      try? decodePicture(bytes, pixelLimit: limit).bitmap()
    }
  }
}
