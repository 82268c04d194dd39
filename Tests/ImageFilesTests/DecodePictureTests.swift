import Foundation
import ImageFiles
import Raster
import Testing

@Suite struct DecodePictureTests {
  /// What the JPEG fixtures show: slopes, and a red mark at the upper left.
  private func color(_ x: Int, _ y: Int) -> [Int] {
    if x < 9, y < 6 { return [220, 30, 40] }
    return [x * 255 / 36, y * 255 / 20, x * y * 255 / 720]
  }

  private func parts(_ pixel: UInt32) -> [Int] { [16, 8, 0].map { Int(pixel >> $0 & 255) } }

  /// The mean distance from the colours that were stored, per sample.
  private func distance(_ bitmap: Bitmap, _ wanted: (Int, Int) -> [Int]) -> Double {
    var sum = 0
    for y in 0..<bitmap.height {
      for x in 0..<bitmap.width {
        for (a, b) in zip(parts(bitmap.pixels[y * bitmap.width + x]), wanted(x, y)) { sum += abs(a - b) }
      }
    }
    return Double(sum) / Double(bitmap.pixels.count * 3)
  }

  private func decoded(_ name: String, jobs: Int = 1) throws -> Bitmap {
    guard case .shallow(let bitmap) = try decodePicture(fixture(name), jobs: jobs) else {
      throw TestFailure()
    }
    return bitmap
  }

  @Test(arguments: ["baseline", "progressive", "srgb-profile"])
  func jpegsShowWhatWasStored(name: String) throws {
    let bitmap = try decoded("\(name).jpg")
    #expect(bitmap.width == 37 && bitmap.height == 21 && bitmap.isOpaque)
    #expect(distance(bitmap, color) < 6)
  }

  @Test func greyStaysGrey() throws {
    let bitmap = try decoded("grey.jpg")
    #expect(bitmap.pixels.allSatisfy { parts($0)[0] == parts($0)[1] && parts($0)[1] == parts($0)[2] })
    let luma = distance(bitmap) { x, y in
      let c = color(x, y)
      return [Int](repeating: (299 * c[0] + 587 * c[1] + 114 * c[2]) / 1000, count: 3)
    }
    #expect(luma < 3)
  }

  /// Inks were the complement of the colours under 40 of 255 black; without a profile they multiply.
  @Test func inksBecomeLight() throws {
    let bitmap = try decoded("cmyk.jpg")
    #expect(distance(bitmap) { x, y in color(x, y).map { $0 * 215 / 255 } } < 6)
  }

  /// EXIF orientation 6: the stored picture's left edge is the top, from bottom to top.
  @Test func orientationIsApplied() throws {
    let bitmap = try decoded("turned-6.jpg")
    #expect(bitmap.width == 21 && bitmap.height == 37)
    #expect(distance(bitmap) { x, y in color(y, 20 - x) } < 6)
    #expect(try pictureSize(fixture("turned-6.jpg")) == (21, 37))
  }

  /// Every orientation of a 3 x 2 picture, as CIPA DC-008 draws them.
  @Test(arguments: [
    (1, "abcdef"), (2, "cbafed"), (3, "fedcba"), (4, "defabc"), (5, "adbecf"), (6, "daebfc"), (7, "fcebda"),
    (8, "cfbead"),
  ])
  func allOrientations(code: UInt8, order: String) throws {
    let exif = Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, code, 0, 0, 0, 0, 0, 0, 0]
    let png = plainPNG(
      width: 3, height: 2, depth: 8, type: 0, chunks: [pngChunk("eXIf", exif)],
      rows: [Array("abc".utf8), Array("def".utf8)])
    let picture = try decodePicture(png)
    #expect(picture.width == (code < 5 ? 3 : 2) && picture.height == (code < 5 ? 2 : 3))
    #expect(picture.bitmap().pixels.map { UInt8($0 & 255) } == Array(order.utf8))
    #expect(try decodePNG(copyPicture(png, PNGEncoding())) == picture.bitmap())
  }

  @Test func deepFilesStayDeep() throws {
    let row: [UInt8] = (0..<6).flatMap { [UInt8(17 * $0), UInt8(201 - $0), 3, 4, 0xFF, 0x80, 0x12, 0x34] }
    let png = plainPNG(width: 6, height: 1, depth: 16, type: 6, rows: [row])
    guard case .deep(let bitmap) = try decodePicture(png) else { throw TestFailure() }
    for (x, pixel) in bitmap.pixels.enumerated() {
      let red = UInt64(17 * x) << 8 | UInt64(201 - x)
      #expect(pixel == 0x1234_0000_0000_0000 | red << 32 | 0x0304_FF80)
    }
    let again = try encodePicture(.deep(bitmap), PNGEncoding())
    #expect(chunkList(again)[0].content[8] == 16)
    #expect(try decodePicture(again) == .deep(bitmap))
    #expect(try decodePicture(copyPicture(png, PNGEncoding())) == .deep(bitmap))
  }

  @Test func jobsChangeNothing() throws {
    let bitmap = testBitmap(width: 700, height: 613, opaque: false)
    let png = try encodePNG(bitmap, PNGEncoding())
    let one = try copyPicture(png, PNGEncoding(jobs: 1))
    for jobs in [2, 8] {
      #expect(try decodePicture(png, jobs: jobs) == .shallow(bitmap))
      #expect(try copyPicture(png, PNGEncoding(jobs: jobs)) == one)
      #expect(try decoded("turned-6.jpg", jobs: jobs) == decoded("turned-6.jpg"))
    }
    #expect(try decodePNG(one) == bitmap)
  }

  /// The same rows in a different order on disk, and a copy of an interlaced picture.
  @Test func interlacedFilesAreCopied() throws {
    guard pngSuiteNames() != nil else { return }
    for type in ["0g16", "2c08", "3p04", "6a16"] {
      let bytes = try readRaw("\(pngSuiteFolder)/basi\(type).png")
      #expect(try decodePicture(copyPicture(bytes, PNGEncoding())) == decodePicture(bytes), "\(type)")
    }
  }

  @Test func otherFormatsAreNamed() {
    func refusal(_ bytes: [UInt8]) -> String {
      do throws(ImageFileError) {
        _ = try decodePicture(bytes)
        return ""
      } catch {
        return "\(error)"
      }
    }
    let brand = { (name: String) in [0, 0, 0, 24] + Array("ftyp\(name)".utf8) + [0, 0] }
    let known: [(String, [UInt8])] = [
      ("HEIC", brand("heic")), ("HEIC", brand("mif1")), ("AVIF", brand("avif")),
      ("GIF", Array("GIF89a".utf8)),
      ("WebP", Array("RIFF\0\0\0\0WEBPVP8 ".utf8)), ("TIFF", Array("II*\0".utf8)),
      ("BMP", Array("BM66".utf8)),
      ("SVG", Array("<?xml version='1.0'?>\n<svg xmlns=".utf8)), ("Photoshop", Array("8BPS\0".utf8)),
      ("PDF", Array("%PDF-1.7".utf8)), ("JPEG XL", [0xFF, 0x0A, 1]), ("is text", Array("hello\n".utf8)),
      ("knows", [0, 1, 2, 3]), ("is empty", []),
    ]
    for (word, bytes) in known {
      let sentence = refusal(bytes)
      #expect(sentence.contains(word), "\(sentence)")
      let isForeign = !["is text", "knows", "is empty"].contains(word)
      #expect(sentence.contains("convert it first") == isForeign, "\(sentence)")
    }
  }

  @Test func pixelLimitHoldsForBothFormats() throws {
    for bytes in try [fixture("baseline.jpg"), plainPNG(width: 37, height: 21, depth: 1, type: 0, rows: [])] {
      #expect(throws: ImageFileError.tooManyPixels(width: 37, height: 21, limit: 776)) {
        try decodePicture(bytes, pixelLimit: 776)
      }
    }
    #expect(try decodePicture(fixture("baseline.jpg"), pixelLimit: 777).width == 37)
  }
}
