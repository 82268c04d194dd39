import JSON5

/// Why a palette file or paint table could not be read, and where.
public struct PaletteFileError: Error, Equatable, Sendable {
  /// The file as the caller named it.
  public let file: String
  /// Where the trouble starts.
  public let place: Place
  /// What the trouble is.
  public let problem: Problem

  /// A place in a file.
  public enum Place: Equatable, Sendable {
    /// In a binary file: bytes before the place.
    case byte(Int)
    /// In a text file.
    case text(SourcePosition)
  }

  /// What can be wrong with a file.
  public enum Problem: Equatable, Sendable {
    /// More bytes than the limit.
    case fileTooLarge(bytes: Int, limit: Int)
    /// Neither the content nor the name tells the format.
    case unknownFormat
    /// The format can be written but not read.
    case writeOnly(PaletteFormat)
    /// The bytes end too early.
    case truncated(what: String, needs: Int, left: Int)
    /// One thing was expected and another found.
    case unexpected(expected: String, found: String)
    /// A number outside its range.
    case outOfRange(what: String, value: String, range: String)
    /// A part of the format that is not read; the text says what is.
    case unsupported(String)
    /// More things than the limit.
    case tooMany(String, Int)
    /// Not a single colour, or row.
    case empty(String)
    /// A byte that is no UTF-8.
    case invalidUTF8(byte: UInt8)
    /// No JSON.
    case syntax(JSONSyntaxError.Problem)
    /// A rule of the format is broken; the text says which.
    case broken(String)
    /// A column of a table that its header lacks.
    case noColumn(name: String, similar: String?)
    /// What is wrong with one cell of a table.
    indirect case cell(column: String, Problem)
  }
}

extension PaletteFileError: CustomStringConvertible {
  /// `file:place: ` and one sentence.
  public var description: String {
    switch place {
    case .byte(let offset): "\(printable(file)): byte \(offset): \(problem)"
    case .text(let position): "\(printable(file)):\(position): \(problem)"
    }
  }
}

extension PaletteFileError.Problem: CustomStringConvertible {
  /// One sentence for a person.
  public var description: String {
    switch self {
    case .fileTooLarge(let bytes, let limit): "the file has \(bytes) bytes, more than the limit of \(limit)"
    case .unknownFormat:
      "this is no palette: ASE, ACO, GPL, design tokens and lists of hex colours can be read"
    case .writeOnly(let format):
      "\(format.title) can be written but not read; use ASE, ACO, GPL, design tokens or a list of hex colours"
    case .truncated(let what, let needs, let left):
      "the file ends inside \(what): \(needs) bytes are needed, \(left) are left"
    case .unexpected(let expected, let found): "expected \(expected), found \(found)"
    case .outOfRange(let what, let value, let range): "\(what) is \(value), outside \(range)"
    case .unsupported(let text), .broken(let text): text
    case .tooMany(let what, let limit): "there are more than \(limit) \(what), the limit"
    case .empty(let what): "the file holds no \(what)"
    case .invalidUTF8(let byte): "byte 0x\(hexadecimal(byte)) is not UTF-8; save the file as UTF-8"
    case .syntax(let problem): "\(problem)"
    case .noColumn(let name, let similar):
      "the header has no column '\(name)'" + (similar.map { "; did you mean '\($0)'?" } ?? "")
    case .cell(let column, let problem): "column '\(column)': \(problem)"
    }
  }
}

/// An error that does not know its file yet.
struct PaletteFileProblem: Error {
  let place: PaletteFileError.Place
  let problem: PaletteFileError.Problem

  init(_ place: PaletteFileError.Place, _ problem: PaletteFileError.Problem) {
    self.place = place
    self.problem = problem
  }

  func inFile(_ file: String) -> PaletteFileError {
    PaletteFileError(file: file, place: place, problem: problem)
  }
}

/// Two capital digits.
func hexadecimal(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

/// A text on one line, in an error, whatever it holds: control characters escaped, long ones cut.
func printable(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let shown = scalars.prefix(200).map { scalar in
    scalar.properties.generalCategory == .control ? scalar.escaped(asASCII: true) : "\(scalar)"
  }
  return shown.joined() + (scalars.dropFirst(200).isEmpty ? "" : "...")
}
