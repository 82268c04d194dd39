import CSV
import Color
import JSON5
import Parameters

/// Which column of a paint table holds what, by its header: `code`, `name`, and `hex` or `L`, `a`, `b` or both.
struct PaintColumns {
  private let code: Int
  private let name: Int
  private let hex: Int?
  private let lab: [Int]?
  private let titles: [String]
  /// With semicolons between fields, 54,3 is a number as spreadsheets of half of Europe write it.
  private let hasDecimalCommas: Bool

  init(_ header: [CSVField], _ reader: CSVReader, hasDecimalCommas: Bool) throws(PaletteFileProblem) {
    let found = try HeaderSearch(header, reader)
    titles = header.map { $0.text }
    self.hasDecimalCommas = hasDecimalCommas
    code = try found.need("code")
    name = try found.need("name")
    hex = found.index("hex")
    if found.index("l", "l*") ?? found.index("a", "a*") ?? found.index("b", "b*") != nil {
      lab = [try found.need("l", "l*"), try found.need("a", "a*"), try found.need("b", "b*")]
    } else {
      lab = nil
      if hex == nil { throw found.missing("hex") }
    }
  }

  /// The paint of a row; a note if its measured colour lies outside sRGB and no hex says how to show it.
  func paint(
    _ row: [CSVField], _ reader: CSVReader
  ) throws(PaletteFileProblem) -> (paint: Paint, notes: [String]) {
    guard row.count == titles.count else {
      let text = "this row has \(row.count) fields, the header has \(titles.count)"
      throw PaletteFileProblem(reader.place(row[0].offset), .broken(text))
    }
    let code = try needText(row, self.code, reader)
    let name = try needText(row, self.name, reader)
    let shown = try hex.map { (index) throws(PaletteFileProblem) in try color(row, index, reader) }
    guard let lab else { return (Paint(code: code, name: name, color: shown!), []) }
    let parts = [
      try number(row, lab[0], 0...100, reader), try number(row, lab[1], -128...128, reader),
      try number(row, lab[2], -128...128, reader),
    ]
    let measured = CIELAB(parts[0], parts[1], parts[2])
    if let shown { return (Paint(code: code, name: name, color: shown, lab: measured), []) }
    // The numbers are within their ranges already, so nobody will see this place.
    var intake = ColorIntake(.byte(row[0].offset), "paint '\(printable(code))'")
    let mapped = try intake.lab(parts)
    return (Paint(code: code, name: name, color: mapped, lab: measured), intake.notes)
  }

  /// The error for a cell, at its start.
  func problem(
    _ row: [CSVField], _ index: Int, _ reader: CSVReader, _ problem: PaletteFileError.Problem
  ) -> PaletteFileProblem {
    PaletteFileProblem(reader.place(row[index].offset), .cell(column: printable(titles[index]), problem))
  }

  /// The error for a code that an earlier row has.
  func duplicate(_ row: [CSVField], _ reader: CSVReader, firstRow offset: Int) -> PaletteFileProblem {
    let first = sourceLine(reader.place(offset))
    return problem(
      row, code, reader,
      .broken("the code '\(printable(row[code].text))' stands here again, first in line \(first)"))
  }

  private func needText(_ row: [CSVField], _ index: Int, _ reader: CSVReader) throws(PaletteFileProblem)
    -> String
  {
    let text = row[index].text
    guard !text.isEmpty else {
      throw problem(row, index, reader, .unexpected(expected: "a text", found: "nothing"))
    }
    return text
  }

  private func color(_ row: [CSVField], _ index: Int, _ reader: CSVReader) throws(PaletteFileProblem) -> SRGB
  {
    let text = row[index].text
    // In a column of its own, three digits without a hash are no word.
    guard let color = SRGB(hex: text) else {
      let found = text.isEmpty ? "nothing" : "'\(printable(text))'"
      throw problem(row, index, reader, .unexpected(expected: "a colour such as #0b1d3a", found: found))
    }
    return color
  }

  private func number(
    _ row: [CSVField], _ index: Int, _ range: ClosedRange<Double>, _ reader: CSVReader
  ) throws(PaletteFileProblem) -> Double {
    let text = hasDecimalCommas ? row[index].text.replacing(",", with: ".") : row[index].text
    // `Double` also reads words and hexadecimal digits.
    let isPlain = text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    guard isPlain, let value = Double(text) else {
      let found = text.isEmpty ? "nothing" : "'\(printable(text))'"
      throw problem(row, index, reader, .unexpected(expected: "a number", found: found))
    }
    guard range.contains(value) else {
      let bounds = "\(shortNumber(range.lowerBound))...\(shortNumber(range.upperBound))"
      throw problem(
        row, index, reader, .outOfRange(what: "the number", value: printable(text), range: bounds))
    }
    return value
  }
}

/// Looks for titles in a header, upper or lower case.
private struct HeaderSearch {
  let titles: [String]
  let keys: [String]
  let place: PaletteFileError.Place

  init(_ header: [CSVField], _ reader: CSVReader) throws(PaletteFileProblem) {
    titles = header.map { $0.text }
    keys = titles.map { $0.lowercased() }
    place = reader.place(header[0].offset)
    for (index, key) in keys.enumerated() where !key.isEmpty && keys[..<index].contains(key) {
      let text = "the header has two columns '\(printable(titles[index]))'"
      throw PaletteFileProblem(reader.place(header[index].offset), .broken(text))
    }
  }

  func index(_ names: String...) -> Int? { keys.firstIndex { names.contains($0) } }

  /// The index of a column by its first name or another.
  func need(_ names: String...) throws(PaletteFileProblem) -> Int {
    guard let index = keys.firstIndex(where: { names.contains($0) }) else { throw missing(names[0]) }
    return index
  }

  func missing(_ name: String) -> PaletteFileProblem {
    let habits = name == "hex" ? ["rgb", "html", "srgb", "color", "colour"] : []
    let similar = titles.first { habits.contains($0.lowercased()) } ?? nearest(name, in: titles)
    return PaletteFileProblem(place, .noColumn(name: name, similar: similar.map(printable)))
  }
}

private func sourceLine(_ place: PaletteFileError.Place) -> Int {
  if case .text(let position) = place { position.line } else { 1 }
}
