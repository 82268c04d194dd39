import Color

/// Reads Adobe Color: version 1 alone, version 2 alone, or version 2 after 1, which then counts for its names.
///
/// After Adobe's description of Photoshop's files (2013): RGB, HSB, CMYK (0 is full ink), Lab in hundredths, Gray in
/// ten-thousandths. It does not say which end of Gray is black; as in other readers 0 is white: the number is ink.
func readACO(_ bytes: [UInt8]) throws(PaletteFileProblem) -> SwatchList {
  var reader = ByteReader(bytes)
  let version = try reader.uint16("the version")
  guard version == 1 || version == 2 else {
    throw PaletteFileProblem(.byte(0), .unexpected(expected: "version 1 or 2", found: "version \(version)"))
  }
  let first = try readSection(&reader, isNamed: version == 2)
  if version == 2 || reader.left == 0 { return first }
  let place = reader.place
  guard try reader.uint16("the second version") == 2 else {
    let found = "something else after the colours of version 1"
    throw PaletteFileProblem(place, .unexpected(expected: "version 2 or the end of the file", found: found))
  }
  var second = try readSection(&reader, isNamed: true)
  if first.swatches.count != second.swatches.count {
    let counts = "\(first.swatches.count) colours as version 1 and \(second.swatches.count) as version 2"
    second.note("the file holds \(counts); the latter were taken")
  }
  return second
}

private func readSection(_ reader: inout ByteReader, isNamed: Bool) throws(PaletteFileProblem) -> SwatchList {
  let place = reader.place
  let count = Int(try reader.uint16("the number of colours"))
  guard count <= SwatchList.limit else {
    throw PaletteFileProblem(place, .tooMany("colours", SwatchList.limit))
  }
  try reader.need(count * (isNamed ? 14 : 10), for: "the \(count) colours that the file declares")
  var list = SwatchList(swatches: [])
  for index in 0..<count {
    var intake = ColorIntake(reader.place, "colour \(index + 1)")
    let color = try readColor(&reader, &intake)
    intake.notes.forEach { list.note($0) }
    list.swatches.append(Swatch(name: isNamed ? try readName(&reader) : nil, color: color))
  }
  return list
}

private func readName(_ reader: inout ByteReader) throws(PaletteFileProblem) -> String? {
  let units = Int(try reader.uint32("the length of a colour's name"))
  return try reader.utf16(units, "a colour's name of \(units) characters")
}

private func readColor(
  _ reader: inout ByteReader, _ intake: inout ColorIntake
) throws(PaletteFileProblem) -> SRGB {
  let space = try reader.uint16("the colour space of \(intake.what)")
  var words: [UInt16] = []
  for _ in 0..<4 { words.append(try reader.uint16(intake.what)) }
  let parts = words.map { Double($0) / 65535 }
  switch space {
  case 0: return try intake.rgb(rgbParts(words))
  case 1: return try intake.hsb(Array(parts[..<3]))
  case 2: return try intake.cmyk(parts.map { 1 - $0 })
  case 7:
    let chroma = words[1...2].map { Double(Int16(bitPattern: $0)) / 100 }
    return try intake.lab([Double(words[0]) / 100] + chroma)
  case 8:
    intake.notes.append("Gray was read as ink, from 0 for white to 10000 for black")
    return try intake.gray(1 - Double(words[0]) / 10_000)
  default:
    let spaces = "0 (RGB), 1 (HSB), 2 (CMYK), 7 (Lab) or 8 (Gray) as the colour space of \(intake.what)"
    throw PaletteFileProblem(intake.place, .unexpected(expected: spaces, found: "\(space)"))
  }
}

/// Pure red is 65535, but some programs multiply 8 bits by 256: three words that all end in a zero byte are theirs.
private func rgbParts(_ words: [UInt16]) -> [Double] {
  let isScaledBy256 = words[..<3].allSatisfy { $0 & 255 == 0 }
  return words[..<3].map { isScaledBy256 ? Double($0 >> 8) / 255 : Double($0) / 65535 }
}

/// Adobe Color: the colours as version 1, then once more with their names as version 2, as Photoshop writes them.
func writeACO(_ list: SwatchList) -> [UInt8] {
  var bytes: [UInt8] = []
  for version in [1, 2] as [UInt16] {
    bytes.append(big: version)
    bytes.append(big: UInt16(list.swatches.count))
    for swatch in list.swatches {
      bytes.append(big: UInt16(0))
      for part in [swatch.color.red, swatch.color.green, swatch.color.blue, 0] {
        bytes.append(big: UInt16((part * 65535).rounded()))
      }
      if version == 2 { bytes.append(contentsOf: nameBytes(swatch.name)) }
    }
  }
  return bytes
}

private func nameBytes(_ name: String?) -> [UInt8] {
  let units = nameUnits(name, limit: 0xFFFE)
  var bytes: [UInt8] = []
  bytes.append(big: UInt32(units.count + 1))
  for unit in units + [0] { bytes.append(big: unit) }
  return bytes
}
