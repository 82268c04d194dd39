import CPNG

/// What the chunks before a PNG's image data say of its colours and of how it is to be turned.
struct PNGTags: Equatable {
  private(set) var colors = ColorTags.standard
  private(set) var orientation = Orientation.upright

  /// The most bytes that a profile may have when inflated; those of printing presses have up to 4 MB.
  private static let profileLimit = 16 << 20

  /// - Throws: `damaged` if a chunk that is used has a wrong checksum or cannot be inflated.
  init(_ chunks: [PNGChunk], in bytes: [UInt8]) throws(ImageFileError) {
    let head = Array(chunks.prefix { !$0.isType("IDAT") })
    func content(_ type: StaticString) throws(ImageFileError) -> ArraySlice<UInt8>? {
      guard let chunk = head.first(where: { $0.isType(type) }) else { return nil }
      try checkCRC(of: chunk, in: bytes)
      return bytes[chunk.content]
    }
    if let block = try content("eXIf") { orientation = exifOrientation(block) }
    // The later a tag stands here, the less it counts (PNG, third edition, 4.3).
    if let profile = try content("iCCP") {
      colors = .profile(try Self.inflated(profile))
    } else if try content("sRGB") != nil {
      colors = .standard
    } else if let gamma = try content("gAMA").flatMap({ Self.numbers($0, count: 1) }), gamma[0] > 0 {
      let points = try content("cHRM").flatMap { Self.numbers($0, count: 8) }
      colors = .gamma(
        exponent: 100_000 / Double(gamma[0]), chromaticities: points?.map { Double($0) / 100_000 })
    }
  }

  private static func numbers(_ content: ArraySlice<UInt8>, count: Int) -> [UInt32]? {
    guard content.count == 4 * count else { return nil }
    return (0..<count).map { index in
      content.dropFirst(4 * index).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// A name, NUL, the method 0, and the profile deflated.
  private static func inflated(_ content: ArraySlice<UInt8>) throws(ImageFileError) -> [UInt8] {
    guard let end = content.firstIndex(of: 0), content.endIndex - end > 2, content[end + 1] == 0 else {
      throw .damaged("its colour profile is malformed")
    }
    let input = Array(content[(end + 2)...])
    let capacity = min(profileLimit, input.count * 1032 + 64)
    var status: Int32 = 1
    let output = [UInt8](unsafeUninitializedCapacity: capacity) { out, length in
      status = cpng_inflate(input, input.count, out.baseAddress!, capacity, &length)
    }
    guard status == 0 else {
      throw .damaged(status == 2 ? "its colour profile is larger than 16 MB" : "its colour profile is broken")
    }
    return output
  }
}
