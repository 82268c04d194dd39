/// Why an image could not be encoded or decoded.
public enum ImageFileError: Error, Equatable, Sendable {
  /// The bytes do not begin with a PNG signature.
  case notPNG
  /// The bytes end inside the image.
  case truncated
  /// A rule of the format is broken; the text says which.
  case damaged(String)
  /// As `damaged`, of a JPEG file.
  case damagedJPEG(String)
  /// A picture in a format that is not read, and a command that converts it.
  case foreign(name: String, command: String)
  /// Neither a PNG, a JPEG nor any other known picture.
  case notPicture(isText: Bool)
  /// There are no bytes.
  case emptyFile
  /// The header promises more pixels than the caller allows.
  case tooManyPixels(width: Int, height: Int, limit: Int)
  /// A text chunk holds more bytes than the caller allows.
  case textTooLong(keyword: String, limit: Int)
  /// The bitmap has no pixels, or more of them in a row or column than the format can say.
  case unsupportedSize(width: Int, height: Int)
  /// The keyword is not 1 to 79 printable Latin-1 characters with single spaces between words.
  case badKeyword(String)
  /// The text holds a NUL character, which the format forbids.
  case badText(keyword: String)
  /// The density is not between 1 and 2,147,483,647 dots per metre.
  case badDensity(Int)
  /// libpng or zlib refused to write; the text is theirs.
  case encoder(String)
}

extension ImageFileError: CustomStringConvertible {
  /// One sentence for a person, without the file's name.
  public var description: String {
    switch self {
    case .notPNG: "this is not a PNG file"
    case .truncated: "the PNG file ends too early"
    case .damaged(let reason): "the PNG file is damaged: \(reason)"
    case .damagedJPEG(let reason): "the JPEG file is damaged: \(reason)"
    case .foreign(let name, let command):
      "this is \(name), and Maquette reads PNG and JPEG; convert it first, as in `\(command)`"
    case .notPicture(let isText):
      isText
        ? "this is text, not a picture; Maquette reads PNG and JPEG"
        : "this is no picture in a format that Maquette knows; it reads PNG and JPEG"
    case .emptyFile: "the file is empty"
    case .tooManyPixels(let width, let height, let limit):
      "the image has \(width) x \(height) pixels, more than the limit of \(limit)"
    case .textTooLong(let keyword, let limit):
      "the text `\(keyword)` in the PNG file is longer than the limit of \(limit) bytes"
    case .unsupportedSize(let width, let height): "a PNG file cannot hold \(width) x \(height) pixels"
    case .badKeyword(let keyword):
      "`\(keyword)` is not a PNG keyword: 1 to 79 Latin-1 characters, no double or outer spaces"
    case .badText(let keyword): "the text for `\(keyword)` holds a NUL character"
    case .badDensity(let value): "\(value) dots per metre is outside 1 to 2147483647"
    case .encoder(let reason): "the PNG encoder failed: \(reason)"
    }
  }
}
