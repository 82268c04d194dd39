import Color
import JSON5

/// Reads GIMP's palette text: its first line, optional `Name:` and `Columns:`, comments, `red green blue name`.
func readGPL(_ bytes: [UInt8]) throws(PaletteFileProblem) -> SwatchList {
  var lines = try TextLines(bytes)
  let first = lines.next()
  guard let first, trimmed(first.text) == "GIMP Palette" else {
    let found = first.map { "'\(printable($0.text))'" } ?? "nothing"
    let place = PaletteFileError.Place.text(SourcePosition(line: 1, column: 1))
    throw PaletteFileProblem(place, .unexpected(expected: "the line 'GIMP Palette'", found: found))
  }
  var list = SwatchList(swatches: [])
  for line in lines where !line.isBlank && !trimmed(line.text).hasPrefix("#") {
    if try readHeader(line, &list) { continue }
    try list.append(try readColor(line), at: line.place(0))
  }
  return list
}

/// True if the line belongs to the header, which ends with the first colour.
private func readHeader(_ line: TextLine, _ list: inout SwatchList) throws(PaletteFileProblem) -> Bool {
  guard list.swatches.isEmpty, let colon = line.scalars.firstIndex(of: ":") else { return false }
  let value = trimmed(line.text(colon + 1..<line.scalars.count))
  switch trimmed(line.text(0..<colon)).lowercased() {
  case "name": list.name = value.isEmpty ? nil : value
  case "columns": break
  case "channels" where value != "RGB":
    let what = "'Channels: \(printable(value))' is not read; export the palette as RGB"
    throw PaletteFileProblem(line.place(0), .unsupported(what))
  case "channels": break
  default: return false
  }
  return true
}

private func readColor(_ line: TextLine) throws(PaletteFileProblem) -> Swatch {
  var index = 0
  var parts: [Double] = []
  for channel in ["red", "green", "blue"] { parts.append(try readStep(line, &index, channel)) }
  if index < line.scalars.count, !line.scalars[index].properties.isWhitespace {
    throw unexpected(line, index, "a space and the name")
  }
  let name = trimmed(line.text(index..<line.scalars.count))
  return Swatch(name: name.isEmpty ? nil : name, color: SRGB(parts[0], parts[1], parts[2]))
}

/// A whole number 0...255, as a part of 255.
private func readStep(
  _ line: TextLine, _ index: inout Int, _ channel: String
) throws(PaletteFileProblem) -> Double {
  let scalars = line.scalars
  while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
  let start = index
  while index < scalars.count, ("0"..."9").contains(scalars[index]) { index += 1 }
  if start == index { throw unexpected(line, start, "a whole number for \(channel)") }
  let digits = line.text(start..<index)
  guard let value = Int(digits), value <= 255 else {
    let problem = PaletteFileError.Problem.outOfRange(
      what: channel, value: printable(digits), range: "0...255")
    throw PaletteFileProblem(line.place(start), problem)
  }
  return Double(value) / 255
}

private func unexpected(_ line: TextLine, _ index: Int, _ expected: String) -> PaletteFileProblem {
  let rest = trimmed(line.text(index..<min(index + 20, line.scalars.count)))
  let found = rest.isEmpty ? "the end of the line" : "'\(printable(rest))'"
  return PaletteFileProblem(line.place(index), .unexpected(expected: expected, found: found))
}

/// GIMP's palette text, 8 bits a channel; names on one line each.
func gplText(_ list: SwatchList) -> String {
  var text = "GIMP Palette\nName: \(oneLine(list.name ?? ""))\nColumns: 0\n#\n"
  for swatch in list.swatches {
    let packed = swatch.color.packed
    text += [16, 8, 0].map { String(packed >> $0 & 255) }.joined(separator: " ")
    text += swatch.name.map { "\t" + oneLine($0) } ?? ""
    text += "\n"
  }
  return text
}

/// Without spaces at both ends.
func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let rest = scalars.drop(while: \.properties.isWhitespace)
  guard let last = rest.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
  return String(rest[...last])
}

/// Control characters, line ends among them, become spaces.
func oneLine(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isBreak = scalar == "\u{2028}" || scalar == "\u{2029}"
    result.append(isBreak || scalar.properties.generalCategory == .control ? " " : scalar)
  }
  return trimmed(String(result))
}
