import ImageFiles
import Raster
import Testing

/// Damage of every kind: the answer is a picture or a sentence, never a crash.
@Suite struct PictureFuzzTests {
  private let jpegs = ["baseline.jpg", "progressive.jpg", "grey.jpg", "cmyk.jpg", "turned-6.jpg"]

  @Test func jpegsCutAtEveryByteAreRefused() throws {
    for name in jpegs {
      let bytes = try fixture(name)
      for count in 0..<bytes.count {
        #expect(throws: ImageFileError.self, "\(name), \(count) of \(bytes.count) bytes") {
          try decodePicture(Array(bytes.prefix(count)))
        }
      }
    }
  }

  @Test func pngsCutAtEveryByteAreRefused() throws {
    let png = try encodePNG(testBitmap(width: 20, height: 11, opaque: false), PNGEncoding())
    for count in 0..<png.count {
      #expect(throws: ImageFileError.self) { try decodePicture(Array(png.prefix(count))) }
      #expect(throws: ImageFileError.self) { try copyPicture(Array(png.prefix(count)), PNGEncoding()) }
    }
  }

  @Test func damageNeverCrashes() throws {
    var noise = Noise(seed: 11)
    let png = try encodePNG(testBitmap(width: 20, height: 11, opaque: false), PNGEncoding())
    for original in try jpegs.map(fixture) + [fixture("srgb-profile.jpg"), png] {
      for round in 0..<150 {
        var bytes = original
        for _ in 0...round % 5 { bytes[Int(noise.next(UInt32(bytes.count)))] = UInt8(noise.next(256)) }
        let size = try? pictureSize(bytes, pixelLimit: 100_000)
        let picture = try? decodePicture(bytes, pixelLimit: 100_000)
        if let picture { #expect(size?.width == picture.width && size?.height == picture.height) }
      }
    }
  }

  /// A directory that points outside, at itself, or has more entries than bytes.
  @Test func exifOfAnyKindIsUprightOrTurned() {
    var noise = Noise(seed: 5)
    for round in 0..<2000 {
      var block: [UInt8] = Array((round % 2 == 0 ? "II*\0" : "MM\0*").utf8)
      for _ in 0..<noise.next(60) { block.append(UInt8(noise.next(noise.next(3) == 0 ? 256 : 20))) }
      let png = plainPNG(
        width: 2, height: 1, depth: 8, type: 0, chunks: [pngChunk("eXIf", block)], rows: [[1, 2]])
      let picture = try? decodePicture(png)
      #expect(picture.map { $0.width * $0.height } == 2)
    }
  }

  /// A frame of many scans, each of which costs the decoder a pass.
  @Test func endlessScansAreRefused() throws {
    let bytes = try fixture("progressive.jpg")
    // The last scan, from its header to the end of the image.
    let start = try #require(bytes.indices.dropLast().last { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xDA })
    let scan = bytes[start..<bytes.count - 2]
    var many = Array(bytes.dropLast(2))
    for _ in 0..<100 { many += scan }
    many += [0xFF, 0xD9]
    #expect(throws: ImageFileError.self) { try decodePicture(many) }
  }

  /// A text chunk that asks for a gigabyte.
  @Test func hugeTextChunksCostNothing() throws {
    let text = pngChunk("zTXt", Array("a".utf8) + [0, 0] + [UInt8](repeating: 0x78, count: 50))
    let png = plainPNG(width: 1, height: 1, depth: 8, type: 0, chunks: [text], rows: [[7]])
    #expect(try decodePicture(png).bitmap().pixels == [0xFF07_0707])
  }
}
