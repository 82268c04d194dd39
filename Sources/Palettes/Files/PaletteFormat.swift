import CSV
import Color
import JSON5

/// How colours are kept in a file.
public enum PaletteFormat: String, CaseIterable, Hashable, Sendable {
  /// Adobe Swatch Exchange.
  case ase
  /// Adobe Color, the swatches of Photoshop.
  case aco
  /// The palette text of GIMP, Inkscape and Krita.
  case gpl
  /// CSS custom properties; written only.
  case css
  /// Plain JSON for scripts; written only.
  case json
  /// Design tokens of the W3C community group, 2025.10.
  case tokens
  /// One hex colour a line.
  case hex

  /// What a message calls the format.
  public var title: String {
    switch self {
    case .ase: "ASE"
    case .aco: "ACO"
    case .gpl: "GPL"
    case .css: "CSS"
    case .json: "JSON"
    case .tokens: "design tokens"
    case .hex: "a list of hex colours"
    }
  }

  /// How the names of its files end, without the dot.
  public var fileExtension: String { self == .tokens ? "tokens.json" : rawValue }

  /// The format that the end of a file's name tells, upper or lower case; nil if it tells none.
  public init?(fileName: String) {
    let name = fileName.lowercased()
    let ends = [("tokens", Self.tokens), ("txt", .hex)] + Self.allCases.map { ($0.fileExtension, $0) }
    guard let best = ends.filter({ name.hasSuffix("." + $0.0) }).max(by: { $0.0.count < $1.0.count })
    else { return nil }
    self = best.1
  }

  /// The format that the first bytes tell; nil if they tell none.
  public init?(sniffing bytes: [UInt8]) {
    if bytes.starts(with: "ASEF".utf8) {
      self = .ase
    } else if bytes.count >= 4, bytes[0] == 0, bytes[1] == 1 || bytes[1] == 2 {
      self = .aco
    } else {
      self.init(sniffingText: String(decoding: withoutMark(bytes).prefix(512), as: UTF8.self))
    }
  }

  private init?(sniffingText start: String) {
    let text = start.drop { $0.isWhitespace }
    if text.hasPrefix("GIMP Palette") {
      self = .gpl
    } else if text.hasPrefix("{") || text.hasPrefix("//") || text.hasPrefix("/*") && text.contains("{\"") {
      self = .tokens
    } else if text.hasPrefix(":root") || text.hasPrefix("/*") || text.hasPrefix("--") {
      self = .css
    } else if let word = text.split(whereSeparator: isHexSeparator).first, HexWord(word) != nil {
      self = .hex
    } else {
      return nil
    }
  }
}

extension PaletteFormat {
  /// The whole file; the same bytes for the same list.
  ///
  /// ASE, ACO, GPL and design tokens read back with the same 8-bit colours and names. What a format cannot hold
  /// is left out: shares everywhere but in JSON and tokens, names in a hex list, line ends in names of GPL.
  /// - Parameter list: at most ``SwatchList/limit`` colours, each inside the gamut and finite.
  /// - Returns: the bytes of the file.
  public func write(_ list: SwatchList) -> [UInt8] {
    precondition(list.swatches.count <= SwatchList.limit, "more than \(SwatchList.limit) colours")
    return switch self {
    case .ase: writeASE(list)
    case .aco: writeACO(list)
    case .gpl: Array(gplText(list).utf8)
    case .css: Array(cssText(list).utf8)
    case .json: Array(jsonText(list).utf8)
    case .tokens: Array(tokensText(list).utf8)
    case .hex: Array(list.swatches.map { $0.color.hex + "\n" }.joined().utf8)
    }
  }

  /// The colours of a file of this format; O(bytes).
  ///
  /// - Parameters:
  ///   - bytes: the whole file, at most ``SwatchList/largestFile``.
  ///   - file: what to call it in messages.
  /// - Returns: at least one colour, every one inside the gamut of sRGB; what was changed stands in the notes.
  /// - Throws: ``PaletteFileError`` for the first thing that is wrong.
  public func read(_ bytes: [UInt8], file: String) throws(PaletteFileError) -> SwatchList {
    do throws(PaletteFileProblem) {
      guard bytes.count <= SwatchList.largestFile else {
        throw PaletteFileProblem(start, .fileTooLarge(bytes: bytes.count, limit: SwatchList.largestFile))
      }
      let list = try parse(bytes, file: file)
      if list.swatches.isEmpty { throw PaletteFileProblem(start, .empty("colour")) }
      return list
    } catch {
      throw error.inFile(file)
    }
  }

  /// The colours of a file whose content, or else whose name, tells the format.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, at most ``SwatchList/largestFile``.
  ///   - file: its name, also for messages.
  /// - Returns: as ``read(_:file:)-(_,_)`` of the format.
  /// - Throws: ``PaletteFileError`` for the first thing that is wrong.
  public static func read(detecting bytes: [UInt8], file: String) throws(PaletteFileError) -> SwatchList {
    guard let format = PaletteFormat(sniffing: bytes) ?? PaletteFormat(fileName: file) else {
      throw PaletteFileError(file: file, place: .byte(0), problem: .unknownFormat)
    }
    return try format.read(bytes, file: file)
  }

  private var start: PaletteFileError.Place {
    self == .ase || self == .aco ? .byte(0) : .text(SourcePosition(line: 1, column: 1))
  }

  private func parse(_ bytes: [UInt8], file: String) throws(PaletteFileProblem) -> SwatchList {
    switch self {
    case .ase: try readASE(bytes)
    case .aco: try readACO(bytes)
    case .gpl: try readGPL(bytes)
    case .tokens: try readTokens(bytes, file: file)
    case .hex: try readHexList(bytes)
    case .css, .json: throw PaletteFileProblem(start, .writeOnly(self))
    }
  }
}
