import CPNG
import ImageFiles
import Raster
import Testing

@Suite struct EncodePNGTests {
  @Test(arguments: [1, 7, 8, 9, 31, 300], [true, false])
  func roundTrip(width: Int, opaque: Bool) throws {
    for height in [1, 2, 37] {
      let bitmap = testBitmap(width: width, height: height, opaque: opaque, seed: UInt64(width))
      let png = try encodePNG(bitmap, PNGEncoding())
      #expect(try decodePNG(png) == bitmap)
      let holdsAlpha = !bitmap.isOpaque
      let isGrey = bitmap.pixels.allSatisfy { $0 & 255 == $0 >> 8 & 255 && $0 & 255 == $0 >> 16 & 255 }
      #expect(chunkList(png)[0].content[9] == (holdsAlpha ? 6 : isGrey ? 0 : 2))
    }
  }

  @Test(arguments: [true, false])
  func bytesDoNotDependOnJobs(opaque: Bool) throws {
    // Several bands of 256 kB, the last one short.
    let bitmap = testBitmap(width: 700, height: 613, opaque: opaque)
    let one = try encodePNG(bitmap, PNGEncoding(jobs: 1))
    #expect(chunkList(one).count { $0.type == "IDAT" } > 3)
    #expect(try decodePNG(one) == bitmap)
    for jobs in [2, 3, 8] {
      #expect(try encodePNG(bitmap, PNGEncoding(jobs: jobs)) == one, "with \(jobs) jobs")
    }
  }

  /// Flat, grain in every channel, grain in all channels alike: one method of deflate each.
  @Test(arguments: [0, 1, 2])
  func everyDeflateMethodRoundTrips(kind: Int) throws {
    var noise = Noise(seed: 5)
    let bitmap = Bitmap(
      width: 400, height: 500,
      pixels: (0..<200_000).map { index in
        let (x, y) = (index % 400, index / 400)
        let shade = kind == 0 ? UInt32((x / 13 * (y / 17) + (x + y) / 31) % 7 * 20) : UInt32(100 + y / 10)
        let grain = kind == 2 ? noise.next(7) * 0x010101 : 0
        let own = kind == 1 ? noise.next(7) << 16 | noise.next(7) << 8 | noise.next(7) : 0
        return 0xFF00_0000 | shade * 0x010101 + grain + own
      })
    let png = try encodePNG(bitmap, PNGEncoding(jobs: 2))
    #expect(try decodePNG(png) == bitmap)
    // Bounds a little above what each method reaches; the wrong method is well past them.
    #expect(png.count < [12_000, 270_000, 155_000][kind], "\(png.count) bytes")
  }

  @Test func paethAgreesWithTheStandardForAllNeighbours() throws {
    // Two rows that hold many (left, above, corner) triples; libpng undoes the filter by the standard.
    for seed in 1...40 {
      let bitmap = testBitmap(width: 97, height: 8, opaque: seed % 2 == 0, seed: UInt64(seed))
      #expect(try decodePNG(encodePNG(bitmap, PNGEncoding())) == bitmap)
    }
  }

  @Test func everyAlphaAndValueComesBack() throws {
    let values: [(UInt32, UInt32)] = (1...255).flatMap { alpha in (0...alpha).map { (alpha, $0) } }
    let bitmap = Bitmap(
      width: values.count, height: 1, pixels: values.map { $0 << 24 | $1 << 16 | $1 << 8 | $1 })
    let png = try encodePNG(bitmap, PNGEncoding())
    #expect(try decodePNG(png) == bitmap)
  }

  /// A file of one pixel holds a filter type and the pixel itself, whatever the filter: all around is zero.
  @Test func alphaIsDividedOutExactly() throws {
    for index in stride(from: 0, to: 255 * 256, by: 41) {
      let (alpha, value) = (UInt32(index / 256), UInt32(index % 256))
      guard value <= alpha else { continue }
      let png = try encodePNG(Bitmap(width: 1, height: 1, pixels: [alpha << 24 | value]), PNGEncoding())
      let exact = alpha == 0 ? 0 : (Double(value) * 255 / Double(alpha)).rounded(.toNearestOrAwayFromZero)
      #expect(try storedBytes(png).dropFirst() == [0, 0, UInt8(exact), UInt8(alpha)], "\(value) of \(alpha)")
    }
  }

  private func storedBytes(_ png: [UInt8]) throws -> [UInt8] {
    let data = try #require(chunkList(png).first { $0.type == "IDAT" }).content
    var bytes = [UInt8](repeating: 0, count: 5)
    var length = 0
    #expect(cpng_inflate(data, data.count, &bytes, bytes.count, &length) == 0 && length == 5)
    return bytes
  }

  @Test func chunksComeInOrder() throws {
    let texts = [
      PNGText(keyword: "Title", text: "Käfer"), PNGText(keyword: "Plan", text: "{}", compressed: true),
    ]
    let png = try encodePNG(
      testBitmap(width: 9, height: 9, opaque: true), PNGEncoding(dotsPerMetre: 11811, texts: texts))
    let chunks = chunkList(png)
    #expect(chunks.map(\.type) == ["IHDR", "sRGB", "pHYs", "iTXt", "iTXt", "IDAT", "IEND"])
    #expect(chunks[1].content == [0])
    #expect(chunks[2].content == [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1])
    #expect(chunks[3].content == Array("Title\0\0\0\0\0Käfer".utf8))
    let plain = try encodePNG(testBitmap(width: 9, height: 9, opaque: true), PNGEncoding())
    #expect(chunkList(plain).map(\.type) == ["IHDR", "sRGB", "IDAT", "IEND"])
  }

  @Test func refusesWhatTheFormatCannotHold() {
    let bitmap = testBitmap(width: 2, height: 2, opaque: true)
    func refusal(_ options: PNGEncoding) -> ImageFileError? {
      do throws(ImageFileError) {
        _ = try encodePNG(bitmap, options)
        return nil
      } catch {
        return error
      }
    }
    for keyword in ["", " a", "a ", "a  b", "a\nb", "日", "a\0b", String(repeating: "x", count: 80)] {
      #expect(refusal(PNGEncoding(texts: [PNGText(keyword: keyword, text: "")])) == .badKeyword(keyword))
    }
    let nul = PNGText(keyword: "A", text: "a\0b")
    #expect(refusal(PNGEncoding(texts: [nul])) == .badText(keyword: "A"))
    #expect(refusal(PNGEncoding(dotsPerMetre: 0)) == .badDensity(0))
    #expect(refusal(PNGEncoding(dotsPerMetre: 1 << 31)) == .badDensity(1 << 31))
    #expect(throws: ImageFileError.unsupportedSize(width: 0, height: 3)) {
      try encodePNG(Bitmap(width: 0, height: 3), PNGEncoding())
    }
  }
}
