import Glibc
import ImageFiles
import JSON5
import Parameters
import Raster
import Sheets
import Studio

/// True if there is something at the path.
func fileIsThere(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0
}

/// A file to be written.
struct Target {
  let path: String
  let force: Bool

  init(_ path: String, force: Bool) {
    self.path = path
    self.force = force
  }

  /// Fails early, before minutes of work, if the file is there and may not be replaced, or if it is one of the files
  /// being read: writing over that would lose it, even with `--force`.
  func check(inputs: [String]) throws {
    var status = stat()
    if force, path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      for input in inputs {
        var other = stat()
        guard stat(input, &other) == 0, other.st_dev == status.st_dev, other.st_ino == status.st_ino else {
          continue
        }
        throw Failure(
          .usage, "the output \(Console.shown(path)) is the input \(Console.shown(input)); give another name")
      }
    }
    guard !force, path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    throw FileError.exists(path)
  }

  /// True for standard output, a device or a pipe: bytes go through, and no file has the name.
  var isStream: Bool {
    var status = stat()
    return path == "-" || stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  func write(_ bytes: [UInt8]) throws { try writeFile(bytes, to: path, overwrite: force) }
}

/// What is written into a picture besides its pixels.
struct Metadata {
  enum Level: String, CaseIterable { case full, minimal, none }

  let level: Level

  init(_ arguments: Arguments) throws {
    level = try arguments.choice(.metadata, of: Level.allCases.map(\.rawValue)).flatMap(Level.init) ?? .full
  }

  /// `minimal` keeps the record that replays the picture; `none` writes pixels only.
  func encode(_ bitmap: Bitmap, _ manifest: SheetManifest, dpi: Double, jobs: Int) throws -> [UInt8] {
    let record = PNGText(
      keyword: SheetManifest.keyword, text: JSONText.compact(manifest.json), compressed: true)
    let texts: [PNGText] =
      switch level {
      case .none: []
      case .minimal: [record]
      case .full: Self.words(manifest) + [record]
      }
    return try encodePNG(
      bitmap, PNGEncoding(dotsPerMetre: Int((dpi / 0.0254).rounded()), texts: texts, jobs: jobs))
  }

  /// What goes into a filtered picture.
  func texts(_ filtered: FilterRecord) -> [PNGText] {
    let record = PNGText(
      keyword: SheetManifest.keyword, text: JSONText.compact(filtered.json), compressed: true)
    switch level {
    case .none: return []
    case .minimal: return [record]
    case .full: return Self.words(filtered) + [record]
    }
  }

  private static func words(_ filtered: FilterRecord) -> [PNGText] {
    let software = PNGText(keyword: "Software", text: "Maquette \(SheetManifest.engine)")
    let description = PNGText(keyword: "Description", text: "filter \(filtered.filter) of \(filtered.input)")
    // A picture that was only decoded and encoded is still of whatever source it was.
    guard filtered.filter != "none" else { return [software, description] }
    let source = PNGText(keyword: "XML:com.adobe.xmp", text: xmp("algorithmicallyEnhanced"))
    return [software, description, source]
  }

  private static func words(_ manifest: SheetManifest) -> [PNGText] {
    [
      PNGText(keyword: "Title", text: manifest.presetName),
      PNGText(keyword: "Software", text: "Maquette \(SheetManifest.engine)"),
      PNGText(
        keyword: "Description",
        text: "\(manifest.kind) of \(manifest.tiles.count), plan \(manifest.plan), seed \(manifest.seed)"),
      PNGText(keyword: "XML:com.adobe.xmp", text: xmp("algorithmicMedia")),
    ]
  }

  /// IPTC's digital source type, unsigned. `algorithmicMedia` is made by an algorithm without sampled training data.
  private static func xmp(_ type: String) -> String {
    """
    <?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">\
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" Iptc4xmpExt:DigitalSourceType=\
    "http://cv.iptc.org/newscodes/digitalsourcetype/\(type)"/></rdf:RDF></x:xmpmeta><?xpacket end="r"?>
    """
  }
}
