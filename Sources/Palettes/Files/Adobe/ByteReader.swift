/// Reads numbers and texts from the front of a binary file, most significant byte first.
///
/// Every read names what it is for, so that a file that ends too early can say where and in what.
struct ByteReader {
  let bytes: [UInt8]
  private(set) var offset = 0
  /// Reads stop before this byte.
  private var end: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
  }

  /// The bytes that are left.
  var left: Int { end - offset }

  var place: PaletteFileError.Place { .byte(offset) }

  func problem(_ problem: PaletteFileError.Problem) -> PaletteFileProblem {
    PaletteFileProblem(place, problem)
  }

  /// Refuses to go on with fewer than `count` bytes.
  func need(_ count: Int, for what: String) throws(PaletteFileProblem) {
    guard count <= left else { throw problem(.truncated(what: what, needs: count, left: left)) }
  }

  /// Moves over `count` bytes and gives them to a reader of their own, which keeps counting from the file's start.
  mutating func part(_ count: Int, for what: String) throws(PaletteFileProblem) -> ByteReader {
    try need(count, for: what)
    var part = self
    part.end = offset + count
    offset += count
    return part
  }

  mutating func uint16(_ what: String) throws(PaletteFileProblem) -> UInt16 {
    try need(2, for: what)
    offset += 2
    return UInt16(bytes[offset - 2]) << 8 | UInt16(bytes[offset - 1])
  }

  mutating func uint32(_ what: String) throws(PaletteFileProblem) -> UInt32 {
    try need(4, for: what)
    return UInt32(try uint16(what)) << 16 | UInt32(try uint16(what))
  }

  /// A finite IEEE number of 32 bits.
  mutating func float(_ what: String) throws(PaletteFileProblem) -> Float {
    let start = self
    let value = Float(bitPattern: try uint32(what))
    guard value.isFinite else {
      throw start.problem(.outOfRange(what: what, value: "\(value)", range: "the finite numbers"))
    }
    return value
  }

  /// UTF-16 of `count` units up to the first NUL; nil if that leaves nothing. Lone surrogates become U+FFFD.
  mutating func utf16(_ count: Int, _ what: String) throws(PaletteFileProblem) -> String? {
    try need(2 * count, for: what)
    var units: [UInt16] = []
    units.reserveCapacity(count)
    for _ in 0..<count { units.append(try uint16(what)) }
    let text = String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
    return text.isEmpty ? nil : text
  }
}

extension [UInt8] {
  mutating func append(big value: UInt16) { append(contentsOf: [UInt8(value >> 8), UInt8(value & 255)]) }

  mutating func append(big value: UInt32) {
    append(big: UInt16(value >> 16))
    append(big: UInt16(value & 0xFFFF))
  }
}

/// UTF-16 without NULs, which end names, at most `limit` units and no half of a pair.
func nameUnits(_ name: String?, limit: Int) -> [UInt16] {
  var units = (name ?? "").utf16.filter { $0 != 0 }
  if units.count > limit { units.removeLast(units.count - limit) }
  if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
  return units
}
