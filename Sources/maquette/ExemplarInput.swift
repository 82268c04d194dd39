import Composition
import ImageFiles
import Raster
import Studio

extension Inputs {
  /// The exemplars of the command line with their credits; refused where the filter takes none, missed where it
  /// needs one.
  static func exemplars(_ arguments: Arguments, for entry: CatalogEntry) throws -> [Photo] {
    let (files, credits) = (arguments.all(.exemplar), arguments.all(.credit))
    guard Catalog.needsExemplar(entry.name) == !files.isEmpty else {
      throw Failure(
        .usage,
        files.isEmpty
          ? "\(entry.name) works after a picture: add --exemplar FILE"
          : "--exemplar: \(entry.name) works after no picture")
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
