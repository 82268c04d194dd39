import CLCMS
import Foundation
import ImageFiles
import Raster
import Testing

@Suite struct ProfileTests {
  /// An RGB profile with Adobe RGB's primaries and one exponent for all channels.
  private func wideProfile(exponent: Double) -> [UInt8] {
    var white = cmsCIExyY(x: 0.3127, y: 0.329, Y: 1)
    var primaries = cmsCIExyYTRIPLE(
      Red: cmsCIExyY(x: 0.64, y: 0.33, Y: 1), Green: cmsCIExyY(x: 0.21, y: 0.71, Y: 1),
      Blue: cmsCIExyY(x: 0.15, y: 0.06, Y: 1))
    let curve = cmsBuildGamma(nil, exponent)
    var curves: [OpaquePointer?] = [curve, curve, curve]
    return saved(cmsCreateRGBProfile(&white, &primaries, &curves))
  }

  private func saved(_ profile: cmsHPROFILE?) -> [UInt8] {
    var count: UInt32 = 0
    cmsSaveProfileToMem(profile, nil, &count)
    var bytes = [UInt8](repeating: 0, count: Int(count))
    cmsSaveProfileToMem(profile, &bytes, &count)
    return bytes
  }

  private func tagged(_ profile: [UInt8], also: [[UInt8]] = [], type: UInt8 = 2, _ row: [UInt8]) -> [UInt8] {
    let chunk = pngChunk("iCCP", Array("test".utf8) + [0, 0] + storedZlib(profile))
    let channels = type == 0 ? 1 : 3
    return plainPNG(
      width: row.count / channels, height: 1, depth: 8, type: type, chunks: [chunk] + also, rows: [row])
  }

  private func samples(_ png: [UInt8]) throws -> [Int] {
    try decodePicture(png).bitmap().pixels.flatMap { pixel in [16, 8, 0].map { Int(pixel >> $0 & 255) } }
  }

  private func encoded(_ light: Double) -> Double {
    let v = max(0, min(1, light))
    return 255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * pow(v, 1 / 2.4) - 0.055)
  }

  /// Adobe RGB to sRGB differs in red alone of what green and blue add, in linear light (the two share red and
  /// blue primaries).
  @Test func aMatrixProfileIsApplied() throws {
    let row: [UInt8] = [255, 255, 255, 0, 0, 0, 128, 128, 128, 90, 120, 60, 200, 130, 140, 10, 250, 20]
    let found = try samples(tagged(wideProfile(exponent: 2.2), row))
    for x in 0..<row.count / 3 {
      let light: [Double] = row[3 * x..<3 * x + 3].map { pow(Double($0) / 255, 2.2) }
      let (red, green, blue) = (light[0], light[1], light[2])
      let wide: [Double] = [1.39836 * red - 0.39836 * green, green, 1.04293 * blue - 0.04293 * green]
      let wanted = wide.map(encoded)
      for channel in 0..<3 { #expect(abs(Double(found[3 * x + channel]) - wanted[channel]) < 0.7) }
    }
  }

  @Test func sRGBUnderAnyNameChangesNothing() throws {
    var row: [UInt8] = []
    for i in 0...84 { row += [UInt8(i * 3), UInt8(255 - i * 2), UInt8(i)] }
    #expect(try samples(tagged(saved(cmsCreate_sRGBProfile()), row)) == row.map { Int($0) })
  }

  @Test func tagsCountInTheStandardsOrder() throws {
    let row: [UInt8] = [90, 120, 60]
    let gamma = pngChunk("gAMA", bigEndian(100_000)), sRGB = pngChunk("sRGB", [0])
    let plain = { (chunks: [[UInt8]]) in
      plainPNG(width: 1, height: 1, depth: 8, type: 2, chunks: chunks, rows: [row])
    }
    #expect(try samples(plain([sRGB, gamma])) == [90, 120, 60])
    #expect(try samples(plain([pngChunk("gAMA", bigEndian(45455))])) == [90, 120, 60])
    #expect(try samples(plain([gamma])) == row.map { Int(encoded(Double($0) / 255).rounded()) })
    let profile = wideProfile(exponent: 1)
    #expect(try samples(tagged(profile, also: [sRGB, gamma], row)) == samples(tagged(profile, row)))
    #expect(try samples(tagged(profile, row)) != [90, 120, 60])
  }

  @Test func aProfileOfAnotherKindIsPassedOver() throws {
    let row: [UInt8] = [90, 120, 60]
    #expect(try samples(tagged(wideProfile(exponent: 1), type: 0, row)).prefix(3) == [90, 90, 90])
    #expect(try samples(tagged([1, 2, 3], row)) == [90, 120, 60])
  }

  @Test func aBrokenOrHugeProfileChunkIsRefused() {
    let broken = pngChunk("iCCP", Array("test".utf8) + [0, 0, 0x78, 0x01, 9, 9, 9])
    for chunk in [broken, pngChunk("iCCP", [65, 66]), pngChunk("iCCP", [])] {
      let png = plainPNG(width: 1, height: 1, depth: 8, type: 0, chunks: [chunk], rows: [[7]])
      #expect(throws: ImageFileError.self) { try decodePicture(png) }
    }
  }

  /// Paper is white and every ink darkens it, whatever the way: a profile of 2 x 2 x 2 x 2 nodes for inks.
  @Test func inkProfilesAreApplied() throws {
    let jpeg = try fixture("cmyk.jpg")
    let profile = inkProfile()
    let head = Array("ICC_PROFILE\0".utf8)
    // In two segments, the second one first.
    let parts = [(2, Array(profile[100...])), (1, Array(profile[..<100]))]
    let segments = parts.flatMap { number, part -> [UInt8] in
      let content = head + [UInt8(number), 2] + part
      return [0xFF, 0xE2, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
    }
    let tagged = Array(jpeg[..<2]) + segments + Array(jpeg[2...])
    let (plain, shown) = try (decodePicture(jpeg).bitmap(), decodePicture(tagged).bitmap())
    #expect(plain != shown)
    // The profile's inks are all neutral.
    let spread = shown.pixels.map { pixel in
      let v = [16, 8, 0].map { Int(pixel >> $0 & 255) }
      return v.max()! - v.min()!
    }
    #expect(spread.max()! <= 3)
    #expect(try decodePicture(tagged, jobs: 8).bitmap() == shown)
    // A part is missing: the profile is passed over.
    let broken = Array(jpeg[..<2]) + segments.dropLast(104 + 14) + Array(jpeg[2...])
    _ = try? decodePicture(broken)
  }

  /// Lightness falls by the mean of the inks.
  private func inkProfile() -> [UInt8] {
    let profile = cmsCreateProfilePlaceholder(nil)
    cmsSetProfileVersion(profile, 2.4)
    cmsSetDeviceClass(profile, cmsSigOutputClass)
    cmsSetColorSpace(profile, cmsSigCmykData)
    cmsSetPCS(profile, cmsSigLabData)
    let nodes: [UInt16] = (0..<16).flatMap { node -> [UInt16] in
      [UInt16(65280 * (4 - node.nonzeroBitCount) / 4), 0x8000, 0x8000]
    }
    let pipeline = cmsPipelineAlloc(nil, 4, 3)
    cmsPipelineInsertStage(pipeline, cmsAT_BEGIN, cmsStageAllocCLut16bit(nil, 2, 4, 3, nodes))
    for tag in [cmsSigAToB0Tag, cmsSigAToB1Tag] { cmsWriteTag(profile, tag, UnsafeRawPointer(pipeline)) }
    return saved(profile)
  }
}
