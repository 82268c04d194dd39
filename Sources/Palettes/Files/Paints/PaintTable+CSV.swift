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
    try checkUTF8(bytes)
    let (separator, offset) = dialect(bytes)
    var reader = CSVReader(bytes, separator: separator, from: offset)
    guard let header = try reader.record() else { throw PaletteFileProblem(start, .empty("header")) }
    let isSemicolon = separator == UInt8(ascii: ";")
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
    while let row = try reader.record() {
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

  /// The separator, and where the header starts: after the mark and after a line `sep=` as spreadsheets write it.
  private static func dialect(_ bytes: [UInt8]) -> (separator: UInt8, offset: Int) {
    let text = withoutMark(bytes)
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    if line.count == 5, line.starts(with: "sep=".utf8), let last = line.last, ",;".utf8.contains(last) {
      return (last, line.endIndex)
    }
    func count(_ byte: UInt8) -> Int { line.count { $0 == byte } }
    let (comma, semicolon) = (UInt8(ascii: ","), UInt8(ascii: ";"))
    return (count(semicolon) > count(comma) ? semicolon : comma, text.startIndex)
  }

  private static func baseName(_ file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.lowercased().hasSuffix(".csv") && last.count > 4 ? String(last.dropLast(4)) : last
  }
}
