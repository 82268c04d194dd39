import CSV
import JSON5

extension PaintTable {
  /// Reads a table from CSV: a header with `code`, `name` and `hex`, or `L`, `a`, `b` (CIELAB under D50), or both.
  ///
  /// Fields as in RFC 4180, separated by commas or semicolons, whichever the header has more of, or by what a first
  /// line `sep=;` says; UTF-8 with or without a byte order mark. Other columns are passed over, spaces around a value
  /// too. Codes are unique. If a row has both colours, it is compared by Lab and shown by hex. O(bytes).
  /// - Parameters:
  ///   - bytes: the whole file, at most ``SwatchList/largestFile``.
  ///   - file: what to call it in messages.
  ///   - name: what to call the table; the file's name without folder and ending if nil.
  /// - Returns: the table, its rows in the file's order.
  /// - Throws: ``PaletteFileError`` for the first thing that is wrong, with line and column.
  public static func read(
    csv bytes: [UInt8], file: String, name: String? = nil
  ) throws(PaletteFileError) -> PaintTable {
    do throws(PaletteFileProblem) {
      return try parse(bytes, name: name ?? baseName(file))
    } catch {
      throw error.inFile(file)
    }
  }

  private static func parse(_ bytes: [UInt8], name: String) throws(PaletteFileProblem) -> PaintTable {
    let start = PaletteFileError.Place.text(SourcePosition(line: 1, column: 1))
    guard bytes.count <= SwatchList.largestFile else {
      throw PaletteFileProblem(start, .fileTooLarge(bytes: bytes.count, limit: SwatchList.largestFile))
    }
    var reader: CSVReader
    do { reader = try CSVReader(bytes) } catch { throw PaletteFileProblem(error) }
    guard let header = try reader.row() else { throw PaletteFileProblem(start, .empty("header")) }
    let isSemicolon = reader.separator == UInt8(ascii: ";")
    let columns = try PaintColumns(header, reader, hasDecimalCommas: isSemicolon)
    let (paints, notes) = try rows(&reader, columns)
    if paints.isEmpty { throw PaletteFileProblem(start, .empty("paint below its header")) }
    return PaintTable(name: name, paints: paints, notes: notes)
  }

  private static func rows(
    _ reader: inout CSVReader, _ columns: PaintColumns
  ) throws(PaletteFileProblem) -> ([Paint], [String]) {
    var paints: [Paint] = []
    var places: [String: Int] = [:]
    var list = SwatchList(swatches: [])
    while let row = try reader.row() {
      guard paints.count < limit else {
        throw PaletteFileProblem(reader.place(row[0].offset), .tooMany("rows", limit))
      }
      let (paint, notes) = try columns.paint(row, reader)
      if let first = places.updateValue(row[0].offset, forKey: paint.code) {
        throw columns.duplicate(row, reader, firstRow: first)
      }
      paints.append(paint)
      notes.forEach { list.note($0) }
    }
    return (paints, list.notes)
  }

  private static func baseName(_ file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.lowercased().hasSuffix(".csv") && last.count > 4 ? String(last.dropLast(4)) : last
  }
}

extension CSVReader {
  /// The next record as palette files report what is wrong with it.
  fileprivate mutating func row() throws(PaletteFileProblem) -> [CSVField]? {
    do { return try record() } catch { throw PaletteFileProblem(error) }
  }

  /// Where a byte stands, for messages.
  func place(_ offset: Int) -> PaletteFileError.Place { .text(position(offset)) }
}

extension PaletteFileProblem {
  fileprivate init(_ problem: CSVProblem) {
    let place = PaletteFileError.Place.text(problem.position)
    switch problem.reason {
    case .invalidUTF8(let byte): self.init(place, .invalidUTF8(byte: byte))
    case .tooManyColumns(let limit): self.init(place, .tooMany("columns", limit))
    case .strayQuote, .openQuote, .afterQuote: self.init(place, .broken("\(problem.reason)"))
    }
  }
}
