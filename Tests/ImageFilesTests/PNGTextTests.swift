import ImageFiles
import Raster
import Testing

@Suite struct PNGTextTests {
  private func file(_ texts: [PNGText]) throws -> [UInt8] {
    try encodePNG(testBitmap(width: 3, height: 3, opaque: true), PNGEncoding(texts: texts))
  }

  @Test(arguments: [false, true])
  func textsComeBack(compressed: Bool) throws {
    var noise = Noise(seed: 3)
    let scalars = (0..<200_000).map { _ in Unicode.Scalar(0x20 + noise.next(700))! }
    let long = String(String.UnicodeScalarView(scalars))
    let samples = ["Title": "Käfer 🪲 日本", "Empty": "", "Müller": "x", "Long": long]
    let texts = samples.sorted { $0.key < $1.key }
      .map { PNGText(keyword: $0.key, text: $0.value, compressed: compressed) }
    let png = try file(texts)
    for text in texts {
      #expect(try pngText(keyword: text.keyword, in: png, limit: 1 << 20) == text.text)
    }
    #expect(try pngText(keyword: "Titl", in: png, limit: 100) == nil)
    #expect(try pngText(keyword: "日", in: png, limit: 100) == nil)
  }

  @Test(arguments: [false, true])
  func limitIsExact(compressed: Bool) throws {
    let text = PNGText(keyword: "A", text: String(repeating: "ab", count: 500), compressed: compressed)
    let png = try file([text])
    #expect(try pngText(keyword: "A", in: png, limit: 1000)?.utf8.count == 1000)
    for limit in [999, 1, 0] {
      #expect(throws: ImageFileError.textTooLong(keyword: "A", limit: limit)) {
        try pngText(keyword: "A", in: png, limit: limit)
      }
    }
  }

  @Test(arguments: [false, true])
  func everyDamagedByteOfTheChunkIsNoticed(compressed: Bool) throws {
    let png = try file([PNGText(keyword: "Key", text: "some words, some words", compressed: compressed)])
    let chunk = try #require(chunkList(png).first { $0.type == "iTXt" })
    // From the end of the keyword to the end of the checksum.
    for offset in (chunk.start + 12)..<(chunk.start + 12 + chunk.content.count) {
      var damaged = png
      damaged[offset] ^= 0x04
      #expect(throws: ImageFileError.damaged("a chunk's checksum does not match"), "byte \(offset)") {
        try pngText(keyword: "Key", in: damaged, limit: 1000)
      }
    }
  }

  @Test func truncatedFilesAreRefused() throws {
    let png = try file([PNGText(keyword: "Key", text: "value")])
    for count in 0..<png.count {
      #expect(throws: ImageFileError.self, "\(count) bytes") {
        try pngText(keyword: "Key", in: Array(png.prefix(count)), limit: 1000)
      }
    }
    #expect(try pngText(keyword: "Key", in: png + [1, 2, 3], limit: 1000) == "value")
  }
}
