import Color

/// Reads Adobe Swatch Exchange, version 1: RGB, LAB, Gray and CMYK, in groups or without.
///
/// Adobe has published no description; this follows what is known of the format: `ASEF`, version, count of blocks;
/// a block is a type, a length and that many bytes. L* is kept as 0...1 and Gray as light. The palette takes the
/// name of the first group; other groups, blocks of unknown kinds and bytes after the last block are passed over.
func readASE(_ bytes: [UInt8]) throws(PaletteFileProblem) -> SwatchList {
  var reader = ByteReader(bytes)
  guard bytes.starts(with: "ASEF".utf8) else {
    throw reader.problem(.unexpected(expected: "'ASEF'", found: "something else"))
  }
  _ = try reader.uint32("the signature")
  let version = reader.place
  let (major, minor) = (try reader.uint16("the version"), try reader.uint16("the version"))
  guard major == 1 else {
    throw PaletteFileProblem(version, .unsupported("version \(major).\(minor) is not read, only version 1"))
  }
  let count = try reader.uint32("the number of blocks")
  // Every block has a type and a length.
  try reader.need(Int(count) * 6, for: "the \(count) blocks that the file declares")
  var list = SwatchList(swatches: [])
  for _ in 0..<count { try readBlock(&reader, &list) }
  if reader.left > 0 { list.note("\(reader.left) bytes after the last block were passed over") }
  return list
}

private func readBlock(_ reader: inout ByteReader, _ list: inout SwatchList) throws(PaletteFileProblem) {
  let type = try reader.uint16("a block's type")
  let length = Int(try reader.uint32("a block's length"))
  var body = try reader.part(length, for: "a block of \(length) bytes")
  switch type {
  case 0xC001:
    let units = Int(try body.uint16("the length of a group's name"))
    let name = try body.utf16(units, "a group's name")
    if list.name == nil { list.name = name }
  case 0x0001:
    let place = body.place
    let units = Int(try body.uint16("the length of a colour's name"))
    let name = try body.utf16(units, "a colour's name")
    let intake = ColorIntake(body.place, colorTitle(list.swatches.count + 1, name))
    try list.append(Swatch(name: name, color: try readColor(&body, intake, &list)), at: place)
  default: break
  }
}

/// The model's name and its numbers; what follows them in the block does not matter to the colour.
private func readColor(
  _ body: inout ByteReader, _ start: ColorIntake, _ list: inout SwatchList
) throws(PaletteFileProblem) -> SRGB {
  var intake = start
  defer { intake.notes.forEach { list.note($0) } }
  try body.need(4, for: "the model of \(start.what)")
  let place = body.place
  let model = String(decoding: body.bytes[body.offset..<body.offset + 4], as: UTF8.self)
  _ = try body.uint32("the model")
  switch model.uppercased() {
  case "RGB ": return try intake.rgb(try numbers(3, &body, start.what).map(exact))
  case "CMYK": return try intake.cmyk(try numbers(4, &body, start.what).map(exact))
  case "GRAY": return try intake.gray(exact(try numbers(1, &body, start.what)[0]))
  case "LAB ":
    let parts = try numbers(3, &body, start.what).map(Double.init)
    return try intake.lab([parts[0] * 100, parts[1], parts[2]])
  default:
    let expected = "the model 'RGB ', 'CMYK', 'LAB ' or 'Gray' of \(start.what)"
    throw PaletteFileProblem(place, .unexpected(expected: expected, found: "'\(printable(model))'"))
  }
}

private func numbers(
  _ count: Int, _ body: inout ByteReader, _ what: String
) throws(PaletteFileProblem) -> [Float] {
  var values: [Float] = []
  for _ in 0..<count { values.append(try body.float("a number of \(what)")) }
  return values
}

/// A `Float` that stands for a step of 8 bits gives that step exactly, so that files read back identical.
private func exact(_ value: Float) -> Double {
  let step = (Double(value) * 255).rounded() / 255
  return Float(step) == value ? step : Double(value)
}

/// What messages call a colour.
func colorTitle(_ number: Int, _ name: String?) -> String {
  name.map { "colour \(number) ('\(printable($0))')" } ?? "colour \(number)"
}
