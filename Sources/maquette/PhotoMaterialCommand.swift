import Geometry
import ImageFiles
import Parameters
import Raster
import Studio

/// `render material/photo --photo FILE`: a seamless swatch from a client's photo.
struct PhotoMaterialRender {
  private let arguments: Arguments
  private let photo: String
  private let target: Target

  /// The operand that asks for it.
  static let operand = MaterialRender.prefix + PhotoSwatch.name

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    guard arguments.operands.count == 1 else { throw Failure(.usage, "render takes one material at a time") }
    for option in [Option.tile, .format, .palette, .color] where arguments.has(option) {
      throw Failure(.usage, "--\(option.name) does not go with \(Self.operand)")
    }
    guard let photo = arguments.text(.photo) else {
      throw Failure(.usage, "\(Self.operand) needs the picture of a material: --photo FILE")
    }
    self.photo = photo
    target = Target(arguments.text(.output) ?? "photo.png", force: arguments.has(.force))
  }

  func run() throws {
    var timings = Timings()
    try target.check(inputs: [photo])
    let entry = Catalog.photoTiling
    let values = try ComponentSettings(entry).values(arguments.all(.set))
    let seed = UInt64(try arguments.integer(.seed, in: 0...Int.max) ?? 1)
    let jobs = try maquette.jobs(arguments)
    let bytes = try readFile(photo, limit: 2 << 30)
    let limit = try Inputs.pixelLimit(arguments)
    let picture = try Inputs.naming(photo) { try decodePicture(bytes, pixelLimit: limit, jobs: jobs) }
    let size = try size(of: picture)
    let bitmap = try timings.stage(entry.name, megapixels: Double(size.width * size.height) / 1e6) {
      try PhotoSwatch.seamless(
        picture, from: Console.shown(photo), width: size.width, height: size.height, seed: seed
      ) { values[$0] }
    }
    let encoded = try timings.stage("encode") {
      try encodePNG(
        bitmap, PNGEncoding(dotsPerMetre: Int((size.scale * 1000).rounded()), texts: [], jobs: jobs))
    }
    try timings.stage("write") { try target.write(encoded) }
    if let file = arguments.text(.timings) { try timings.write(to: file) }
    if !arguments.has(.quiet) {
      Console.note("\(Console.shown(target.path)): \(bitmap.width) x \(bitmap.height) pixels, seamless")
    }
  }

  /// The asked size, or the photo's own.
  private func size(of picture: Picture) throws -> ComponentSize {
    try ComponentSize(
      arguments, default: "\(picture.width)x\(picture.height)px", limit: MaterialPicture.pixelLimit)
  }
}
