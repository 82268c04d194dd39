import Glibc
import ImageFiles
import Raster
import Testing

@Suite struct DecodePNGTests {
  @Test func truncatedAtEveryByteIsRefused() throws {
    let png = try encodePNG(testBitmap(width: 20, height: 11, opaque: false), PNGEncoding(dotsPerMetre: 5))
    for count in 0..<png.count {
      #expect(throws: count == 0 ? ImageFileError.notPNG : .truncated, "\(count) bytes") {
        try decodePNG(Array(png.prefix(count)))
      }
    }
    #expect(try decodePNG(png).width == 20)
  }

  @Test func damagedImageDataIsRefused() throws {
    let png = try encodePNG(testBitmap(width: 20, height: 11, opaque: true), PNGEncoding())
    let data = try #require(chunkList(png).first { $0.type == "IDAT" })
    for offset in stride(from: data.start + 8, to: data.start + 12 + data.content.count, by: 7) {
      var damaged = png
      damaged[offset] ^= 0x10
      #expect(throws: ImageFileError.self, "byte \(offset)") { try decodePNG(damaged) }
    }
  }

  @Test func pixelLimitIsExact() throws {
    let png = try encodePNG(testBitmap(width: 20, height: 11, opaque: true), PNGEncoding())
    #expect(try decodePNG(png, pixelLimit: 220).height == 11)
    #expect(throws: ImageFileError.tooManyPixels(width: 20, height: 11, limit: 219)) {
      try decodePNG(png, pixelLimit: 219)
    }
  }

  @Test func hugeHeadersAreRefusedBeforeMemoryIsTaken() throws {
    let small = try encodePNG(testBitmap(width: 3, height: 3, opaque: true), PNGEncoding())
    let header = resized(small, width: 0x7FFF_FFFF, height: 0x7FFF_FFFF)
    #expect(throws: ImageFileError.self) { try decodePNG(header) }
    #expect(try pngSize(in: header) == (0x7FFF_FFFF, 0x7FFF_FFFF))
    // Within the limit, but more than the file's few bytes of data can hold.
    #expect(throws: ImageFileError.damaged("it holds too little image data")) {
      try decodePNG(resized(small, width: 10_000, height: 10_000))
    }
    #expect(throws: ImageFileError.damaged("its header is impossible")) {
      try decodePNG(resized(small, width: 0, height: 3))
    }
  }

  private func resized(_ png: [UInt8], width: UInt32, height: UInt32) -> [UInt8] {
    let size = [width, height].flatMap { value in (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) } }
    var content = Array("IHDR".utf8) + size + png[24..<29]
    content += bigEndian(plainCRC(content))
    return Array(png[0..<12]) + content + png[33...]
  }

  /// One grey pixel of 16 bits, 0x00FF: nearest to 1 of 255, though its high byte is 0.
  @Test func deepSamplesAreRounded() throws {
    let header: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 1, 16, 0, 0, 0, 0]
    let data: [UInt8] = [0x78, 0x01, 0x01, 3, 0, 0xFC, 0xFF, 0, 0x00, 0xFF, 0x01, 0x02, 0x01, 0x00]
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let png = signature + chunk("IHDR", header) + chunk("IDAT", data) + chunk("IEND", [])
    #expect(try decodePNG(png).pixels == [0xFF01_0101])
  }

  private func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + content
    return bigEndian(UInt32(content.count)) + body + bigEndian(plainCRC(body))
  }

  @Test func sizeNeedsOnlyTheHeader() throws {
    let png = try encodePNG(testBitmap(width: 20, height: 11, opaque: true), PNGEncoding())
    #expect(try pngSize(in: Array(png.prefix(33))) == (20, 11))
    #expect(throws: ImageFileError.truncated) { try pngSize(in: Array(png.prefix(32))) }
    let other = Array("GIF89a, and more than 33 bytes of it".utf8)
    #expect(throws: ImageFileError.notPNG) { try pngSize(in: other) }
  }

  @Test func aChunkLongerThanTheFileIsRefused() throws {
    var png = try encodePNG(testBitmap(width: 3, height: 3, opaque: true), PNGEncoding())
    png.insert(contentsOf: [0x40, 0, 0, 0] + Array("tEXta\0".utf8), at: 33)
    #expect(throws: ImageFileError.truncated) { try decodePNG(png) }
    #expect(throws: ImageFileError.truncated) { try pngText(keyword: "a", in: png, limit: 10) }
  }

  /// The conformance suite by Willem van Schaik: files whose names begin with x are broken on purpose.
  @Test func decodesPngSuite() throws {
    let folder = pngSuiteFolder
    guard let names = pngSuiteNames() else { return }
    #expect(names.count > 100)
    for name in names {
      let bytes = try readRaw("\(folder)/\(name)")
      if name.hasPrefix("x") {
        #expect(throws: ImageFileError.self, "\(name)") { try decodePNG(bytes) }
      } else {
        let bitmap = try decodePNG(bytes)
        #expect(try pngSize(in: bytes) == (bitmap.width, bitmap.height), "\(name)")
        #expect(try decodePNG(encodePNG(bitmap, PNGEncoding())) == bitmap, "\(name)")
      }
    }
    // The same picture stored in two ways: interlaced and not.
    for type in ["0g01", "0g08", "0g16", "2c08", "2c16", "3p01", "3p08", "4a08", "4a16", "6a08", "6a16"] {
      let plain = try decodePNG(readRaw("\(folder)/basn\(type).png"))
      #expect(try decodePNG(readRaw("\(folder)/basi\(type).png")) == plain, "\(type)")
    }
  }
}
