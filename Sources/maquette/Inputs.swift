import Color
import ImageFiles
import Palettes
import Parameters
import Sheets
import Studio

/// What a file on the command line turned out to be.
enum Input {
  case preset(Preset, slug: String)
  case picture(SheetManifest)

  /// Reads a preset or a picture made by Maquette; which one is found by content.
  static func read(_ path: String, _ arguments: Arguments) throws -> Input {
    let bytes = try readFile(path, limit: 512 << 20)
    let name = Console.shown(path)
    let access = FolderAccess(besides: path, allowed: arguments.all(.allow))
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]) {
      return .picture(try SheetManifest(png: bytes, file: name, access: access))
    }
    let files = PresetFiles(access, pixelLimit: try Inputs.pixelLimit(arguments), jobs: try jobs(arguments))
    var preset = try Preset(bytes: bytes, file: name, files: files)
    for setting in arguments.all(.set) {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw Failure(.usage, "--set \(setting): must be P=V, as in art.kind=contours")
      }
      try preset.set(parts[0], to: parts[1])
    }
    return .preset(preset, slug: slug(preset.name))
  }
}

/// A name as part of a file name: lower-case letters and digits joined by hyphens.
func slug(_ name: String) -> String {
  let words = name.lowercased().replacing("&", with: " and ").split { !($0.isLetter || $0.isNumber) }
  return words.isEmpty ? "preset" : words.joined(separator: "-")
}

/// The number of threads asked for, or all cores.
func jobs(_ arguments: Arguments) throws -> Int {
  try arguments.integer(.jobs, in: 1...256) ?? Workshop.cores
}

/// Values of options that several verbs read alike.
enum Inputs {
  /// The most pixels that a picture may have.
  static func pixelLimit(_ arguments: Arguments) throws -> Int {
    (try arguments.integer(.maxPixels, in: 1...100_000) ?? 200) * 1_000_000
  }

  /// Runs `body` and puts the file's name before what is wrong with its content.
  static func naming<R>(_ path: String, _ body: () throws -> R) throws -> R {
    do { return try body() } catch let error as ImageFileError {
      throw Failure(.badData, "\(Console.shown(path)): \(error)")
    }
  }

  /// Colours such as `#0b1d3a,#f2b134`, or the colours of a palette file.
  static func colors(_ text: String, option: String) throws -> [SRGB] {
    let words = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
    let colors = words.compactMap(SRGB.init(hex:))
    if colors.count == words.count { return colors }
    guard words.count == 1, !text.hasPrefix("#") else {
      throw Failure(.usage, "\(option) \(text): must be colours such as '#0b1d3a,#f2b134', or a palette file")
    }
    let bytes = try readFile(text, limit: SwatchList.largestFile)
    return try PaletteFormat.read(detecting: bytes, file: Console.shown(text)).swatches.map(\.color)
  }
}
