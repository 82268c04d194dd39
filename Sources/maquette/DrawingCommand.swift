import Canvas
import Color
import Composition
import Geometry
import ImageFiles
import Parameters
import Raster
import Studio

/// `render generator/NAME` and `render furniture/NAME`: one artwork or one piece alone, on its ground.
struct DrawingRender {
  private let arguments: Arguments
  private let entry: CatalogEntry
  private let kind: String
  private let target: Target

  /// The families that are drawn in marks.
  private static let families = [Family.generator, .furniture]

  /// True if an operand asks for one.
  static func isMeant(_ operand: String) -> Bool {
    families.contains { operand.hasPrefix($0.rawValue + "/") }
  }

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    guard arguments.operands.count == 1 else { throw Failure(.usage, "render takes one component at a time") }
    let words = arguments.operands[0].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let family = Family(rawValue: String(words[0]))!
    for option in [Option.tile, .color] + (family == .furniture ? [.palette, .seed] : [])
    where arguments.has(option) {
      let what = family == .furniture ? "piece of furniture" : "generator"
      throw Failure(.usage, "--\(option.name) does not go with a \(what)")
    }
    entry = try ComponentSettings.entry(String(words[1]), in: family)
    let kinds = ["png", "pdf", "svg"]
    let output = arguments.text(.output)
    let ending = output?.split(separator: ".").last.map(String.init) ?? ""
    kind = try arguments.choice(.format, of: kinds) ?? (kinds.contains(ending) ? ending : "png")
    target = Target(output ?? "\(entry.name).\(kind)", force: arguments.has(.force))
  }

  func run() throws {
    var timings = Timings()
    try target.check(inputs: [])
    let picture = try picture()
    let size = try ComponentSize(
      arguments, default: entry.family == .furniture ? "800x800px" : "600x800px",
      limit: MaterialPicture.pixelLimit)
    let bytes = try kind == "png" ? png(picture, size, &timings) : document(picture, size, &timings)
    try timings.stage("write") { try target.write(bytes) }
    if let file = arguments.text(.timings) { try timings.write(to: file) }
    if !arguments.has(.quiet) {
      let shown =
        kind == "png"
        ? "\(size.width) x \(size.height) pixels"
        : "\(Int(size.format.size.width.rounded())) x \(Int(size.format.size.height.rounded())) mm"
      Console.note("\(Console.shown(target.path)): \(shown)")
    }
  }

  private func picture() throws -> any ComponentDrawing {
    let values = try ComponentSettings(entry).values(arguments.all(.set))
    guard entry.family == .generator else { return PiecePicture(entry.name) { values[$0] }! }
    let seed = UInt64(try arguments.integer(.seed, in: 0...Int.max) ?? 1)
    let colors = try arguments.all(.palette).flatMap { try Inputs.colors($0, option: "--palette") }
    guard !arguments.has(.palette) || colors.count > 1 else {
      throw Failure(.usage, "--palette: a generator takes two colours or more, the ground first")
    }
    return GeneratorPicture(entry.name, scheme: GeneratorPicture.Scheme(colors), seed: seed) { values[$0] }!
  }

  private func png(_ picture: any ComponentDrawing, _ size: ComponentSize, _ timings: inout Timings) throws
    -> [UInt8]
  {
    let megapixels = Double(size.width * size.height) / 1e6
    let bitmap = try timings.stage(entry.name, megapixels: megapixels) {
      try picture.bitmap(
        size.format.size, width: size.width, height: size.height, with: Typesetter())
    }
    return try timings.stage("encode", megapixels: megapixels) {
      try encodePNG(
        bitmap,
        PNGEncoding(
          dotsPerMetre: Int((size.scale * 1000).rounded()), texts: [], jobs: maquette.jobs(arguments)))
    }
  }

  private func document(_ picture: any ComponentDrawing, _ size: ComponentSize, _ timings: inout Timings)
    throws
    -> [UInt8]
  {
    try timings.stage(entry.name) {
      try Renderer.document(
        picture.composition(size.format.size), kind == "pdf" ? .pdf : .svg, with: Typesetter())
    }
  }
}

/// `--size` and `--dpi` of a component that is drawn alone.
struct ComponentSize {
  let format: PageFormat
  /// In pixels.
  let width: Int
  /// In pixels.
  let height: Int
  /// Pixels per millimetre.
  let scale: Double

  init(_ arguments: Arguments, default size: String, limit: Int) throws {
    format = try PageFormat(arguments.text(.size) ?? size)
    let dpi = try arguments.integer(.dpi, in: 20...2400).map(Double.init)
    // A size in pixels is what it says at any resolution.
    scale = (format.dpi == PageFormat.screenDPI ? format.dpi : dpi ?? format.dpi) / 25.4
    width = Int((format.size.width * scale).rounded())
    height = Int((format.size.height * scale).rounded())
    guard width > 0, height > 0, width * height <= limit else {
      throw Failure(
        .usage,
        "--size \(format.name) is \(width) x \(height) pixels; at most \(limit / 1_000_000) million can be drawn"
      )
    }
  }
}
