/// What kind of file bytes are, by their beginning and never by the file's name.
enum PictureFormat: Equatable {
  case png, jpeg
  /// A picture that is not read: its name and a command that converts it.
  case foreign(name: String, command: String)
  case empty, text, unknown

  init(_ bytes: [UInt8]) {
    if bytes.isEmpty {
      self = .empty
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      self = .jpeg
    } else if let foreign = Self.signatures.first(where: { $0.matches(bytes) }) {
      self = .foreign(name: foreign.name, command: foreign.command)
    } else if Self.isSVG(bytes) {
      self = .foreign(name: "an SVG drawing", command: "rsvg-convert -d 300 -p 300 -o out.png in.svg")
    } else {
      self = Self.isText(bytes) ? .text : .unknown
    }
  }

  /// Bytes that a format has at a certain place.
  private struct Signature {
    let offset: Int
    let bytes: [UInt8]
    let name: String
    let command: String

    init(_ text: String, at offset: Int = 0, _ name: String, _ command: String) {
      self.init(Array(text.utf8), at: offset, name, command)
    }

    init(_ bytes: [UInt8], at offset: Int = 0, _ name: String, _ command: String) {
      (self.bytes, self.offset, self.name, self.command) = (bytes, offset, name, command)
    }

    func matches(_ file: [UInt8]) -> Bool { file.dropFirst(offset).starts(with: bytes) }
  }

  private static let signatures =
    ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"].map {
      Signature("ftyp" + $0, at: 4, "a HEIC photo", "heif-convert in.heic out.png")
    }
    + ["avif", "avis"].map { Signature("ftyp" + $0, at: 4, "an AVIF picture", "magick in.avif out.png") } + [
      Signature("WEBP", at: 8, "a WebP picture", "magick in.webp out.png"),
      Signature("GIF8", "a GIF picture", "magick 'in.gif[0]' out.png"),
      Signature([0x49, 0x49, 42, 0], "a TIFF picture or a camera's raw photo", "magick in.tif out.png"),
      Signature([0x4D, 0x4D, 0, 42], "a TIFF picture or a camera's raw photo", "magick in.tif out.png"),
      Signature([0x49, 0x49, 43, 0], "a BigTIFF picture", "vips copy in.tif out.png"),
      Signature([0x4D, 0x4D, 0, 43], "a BigTIFF picture", "vips copy in.tif out.png"),
      Signature("8BPS", "a Photoshop document", "magick 'in.psd[0]' out.png"),
      Signature("%PDF", "a PDF document", "pdftoppm -png -r 300 in.pdf out"),
      Signature("%!PS", "a PostScript document", "gs -sDEVICE=png16m -r300 -o out.png in.ps"),
      Signature([0, 0, 0, 12, 0x4A, 0x58, 0x4C, 0x20], "a JPEG XL picture", "djxl in.jxl out.png"),
      Signature([0xFF, 0x0A], "a JPEG XL picture", "djxl in.jxl out.png"),
      Signature([0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20], "a JPEG 2000 picture", "magick in.jp2 out.png"),
      Signature("BM", "a BMP picture", "magick in.bmp out.png"),
    ]

  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(4096)
    let words = String(decoding: start, as: UTF8.self)
    return start.contains(UInt8(ascii: "<")) && words.contains("<svg") && isText(bytes)
  }

  /// Valid UTF-8 without control characters, as far as one looks.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(4096)
    guard !start.contains(where: { $0 < 9 || (14..<32).contains($0) }) else { return false }
    // The last character may be cut.
    return (0...3).contains { String(validating: start.dropLast($0), as: UTF8.self) != nil }
  }
}
