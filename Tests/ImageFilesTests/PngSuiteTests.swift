import Foundation
import Raster
import Testing

@testable import ImageFiles

/// Every file of PngSuite against a decoder that was written after the specification alone (`plain_png.py`).
@Suite struct PngSuiteTests {
  /// Width, height, channels, depth and a hash of the samples, as the plain decoder prints them.
  private func line(_ name: String) throws -> String {
    let bytes = try readRaw("\(pngSuiteFolder)/\(name)")
    return try withOpenPicture(bytes, pixelLimit: 1 << 20) { open in
      let layout = open.layout
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var band = [UInt8](repeating: 0, count: (layout.bandRows + 1) * layout.rowBytes)
      var rows = 0
      band.withUnsafeMutableBufferPointer { band in
        while let range = open.stream.next(layout.bandRows, into: band) {
          rows += range.count
          for index in 0..<range.count * layout.rowBytes {
            // Samples of 16 bits are in the machine's order, which is little-endian.
            let byte = band[layout.rowBytes + (layout.isDeep ? index ^ 1 : index)]
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
          }
        }
      }
      #expect(rows == layout.height, "\(name)")
      let digits = String(hash, radix: 16)
      let padded = String(repeating: "0", count: 16 - digits.count) + digits
      return "\(name) \(layout.width) \(layout.height) \(layout.channels) \(layout.isDeep ? 16 : 8) \(padded)"
    }
  }

  @Test func everyValidFileHasTheRightSamples() throws {
    guard let names = pngSuiteNames() else { return }
    let text = String(decoding: try fixture("pngsuite.txt"), as: UTF8.self)
    let expected = text.split(separator: "\n").map(String.init)
    let valid = names.filter { !$0.hasPrefix("x") }
    #expect(valid.count == 161 && expected.count == 161)
    #expect(try valid.map(line) == expected)
  }

  /// The same, against a fresh run of the plain decoder.
  @Test func thePlainDecoderAgrees() throws {
    guard let names = pngSuiteNames()?.filter({ !$0.hasPrefix("x") }) else { return }
    let python = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      print("skipped: no \(python)")
      return
    }
    let script = #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Fixtures/plain_png.py"
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["/\(script)"] + names.map { "\(pngSuiteFolder)/\($0)" }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(try names.map(line) == text.split(separator: "\n").map(String.init))
  }

  @Test func everyBrokenFileIsRefusedWithASentence() throws {
    guard let names = pngSuiteNames()?.filter({ $0.hasPrefix("x") }) else { return }
    #expect(names.count == 14)
    for name in names {
      let bytes = try readRaw("\(pngSuiteFolder)/\(name)")
      #expect(throws: ImageFileError.self, "\(name)") { try decodePicture(bytes) }
      #expect(throws: ImageFileError.self, "\(name)") { try copyPicture(bytes, PNGEncoding()) }
    }
  }

  /// Files with `gAMA` look as browsers show them: brightened by their own exponent, then encoded as sRGB.
  @Test(arguments: ["g03n2c08", "g10n2c08", "g25n2c08", "g03n0g16", "g10n3p04", "g25n0g16"])
  func gammaIsApplied(name: String) throws {
    guard pngSuiteNames() != nil else { return }
    let bytes = try readRaw("\(pngSuiteFolder)/\(name).png")
    let stored = try #require(chunkList(bytes).first { $0.type == "gAMA" }).content
    let exponent = 100_000 / Double(stored.reduce(0) { $0 << 8 | Int($1) })
    let plain = try decodePNG(bytes)
    let shown = try decodePicture(bytes).bitmap()
    for (before, after) in zip(plain.pixels, shown.pixels) {
      for shift in [0, 8, 16] as [UInt32] {
        let light = pow(Double(before >> shift & 255) / 255, exponent)
        let wanted = (light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055) * 255
        // A deep file was rounded to 8 bits by the one, dithered by the other.
        let tolerance = name.hasSuffix("16") ? 8.0 : 0.55
        #expect(abs(wanted - Double(after >> shift & 255)) < tolerance)
      }
    }
  }
}
