import Color
import Testing

@testable import Raster

@Suite struct PixelRowsTests {
  @Test func transferIsNearTheStandard() {
    for step in 0...4000 {
      let v = Double(step) / 4000
      let linear = Transfer.linear(Lanes(repeating: Float(v)))[3]
      #expect(abs(Double(linear) - decodeSRGB(v)) < 2.2e-5)
      let encoded = Transfer.encoded(linear: Lanes(repeating: Float(v)))[5]
      #expect(abs(Double(encoded) - encodeSRGB(v)) * 255 < 0.0095)
    }
  }

  @Test(arguments: awkwardWidths)
  func decodingAgreesWithItsTwin(width: Int) {
    var numbers = TestNumbers(UInt64(width))
    let pixels = (0..<width).map { _ in numbers.bits() | 0xff00_0000 }
    let stride = Rows.padded(width)
    var row = [Float](repeating: -1, count: 3 * stride)
    var span = row.mutableSpan
    PixelRows.decode(pixels.span, planes: 3, into: &span)
    for (plane, channel) in Channel.allCases.enumerated() {
      let light = pixels.map { linearTwin(Float($0 >> channel.rawValue & 255) * (1 / 255)) }
      #expect(Array(row[plane * stride..<plane * stride + width]) == light)
    }
  }

  @Test(arguments: awkwardWidths)
  func encodingAgreesWithItsTwin(width: Int) {
    var numbers = TestNumbers(UInt64(width) + 50)
    let stride = Rows.padded(width)
    let row = numbers.row(3 * stride).map { $0 * 1.4 - 0.2 }
    var pixels = [UInt32](repeating: 0, count: width)
    var span = pixels.mutableSpan
    PixelRows.encode(row.span, planes: 3, dither: Dither(row: 5, seed: 9), into: &span)
    for x in pixels.indices {
      let dither = ditherTwin(x, row: 5, seed: 9)
      let codes = (0..<3).map { plane in
        let root = min(max(row[plane * stride + x], 0), 1).squareRoot()
        return codeTwin(encodedTwin(root: root), dither: dither[plane])
      }
      #expect(pixels[x] == 0xff00_0000 | codes[0] << 16 | codes[1] << 8 | codes[2])
    }
  }

  @Test func ditherKeepsWholeCodesAndTheMean() {
    var noise: [Float] = []
    for y in 0..<40 {
      let dither = Dither(row: y, seed: 3)
      for x in stride(from: 0, to: 256, by: 8) {
        let (r, g, b) = dither.lanes(at: x)
        noise += (0..<8).flatMap { [r[$0], g[$0], b[$0]] }
      }
    }
    #expect(noise.allSatisfy { abs($0) < 0.4501 })
    #expect(abs(noise.reduce(0, +) / Float(noise.count)) < 0.006)
    #expect(noise.map(abs).reduce(0, +) / Float(noise.count) > 0.21)
    #expect(Dither(row: 1, active: false).lanes(at: 8).green == Lanes())
  }

  /// The mean over any 8 x 8 pixels strays a third as far as that of white noise: nothing coarse to be seen.
  @Test func ditherHasNoCoarseGrain() {
    var cells = [Float](repeating: 0, count: 64)
    for y in 0..<64 {
      let dither = Dither(row: y, seed: 5)
      for x in 0..<8 { cells[y / 8 * 8 + x] += dither.lanes(at: 8 * x).green.sum() / 64 }
    }
    let square: Float = cells.reduce(0) { $0 + $1 * $1 } / 64
    let spread = square.squareRoot()
    let white: Float = 0.9 / Float(12).squareRoot() / 8
    #expect(spread < white / 3)
  }

  @Test func channelsAreDitheredApart() {
    var sums = (own: Float(), other: Float())
    for y in 0..<64 {
      for x in stride(from: 0, to: 64, by: 8) {
        let (r, g, b) = Dither(row: y).lanes(at: x)
        sums.own += (r * r).sum()
        sums.other += abs((r * g).sum()) / 8 + abs((g * b).sum()) / 8
      }
    }
    #expect(sums.other < sums.own / 2)
  }
}

@Suite struct PlanarImageTests {
  @Test func everyCodeSurvives() {
    let pixels = (0..<UInt32(256)).map { code -> UInt32 in
      let others: UInt32 = (255 - code) << 8 | (code ^ 0x55)
      return 0xff00_0000 | code << 16 | others
    }
    let bitmap = Bitmap(width: 256, height: 1, pixels: pixels)
    #expect(PlanarImage(bitmap).isOpaque)
    #expect(differences(PlanarImage(bitmap).bitmap(), bitmap) == 0)
  }

  @Test func everyPremultipliedCodeSurvives() {
    var pixels: [UInt32] = []
    for alpha in UInt32(0)..<256 {
      for c in 0...alpha { pixels.append(alpha << 24 | c << 16 | (alpha - c) << 8 | c / 2) }
    }
    let bitmap = Bitmap(width: pixels.count, height: 1, pixels: pixels)
    #expect(PlanarImage(bitmap).planes == 4)
    #expect(differences(PlanarImage(bitmap).bitmap(), bitmap) == 0)
  }

  @Test func valuesAreLinearAndPremultiplied() {
    let image = PlanarImage(Bitmap(width: 1, height: 2, pixels: [0x8040_2000, 0xffff_ffff]))
    let alpha = 128.0 / 255
    #expect(abs(Double(image.row(0, plane: 0).first ?? 0) - decodeSRGB(64.0 / 128) * alpha) < 3e-5)
    #expect(abs(Double(image.row(0, plane: 3).first ?? 0) - alpha) < 1e-6)
    #expect(image.row(1, plane: 2).count == 1)
  }

  @Test(arguments: awkwardWidths)
  func awkwardWidthsSurvive(width: Int) {
    var numbers = TestNumbers(77)
    let opaque = (0..<width * 3).map { _ in numbers.bits() | 0xff00_0000 }
    let bitmap = Bitmap(width: width, height: 3, pixels: opaque)
    #expect(differences(PlanarImage(bitmap).bitmap(), bitmap) == 0)
    #expect(differences(PlanarImage(bitmap).bitmap(dithered: true), bitmap) == 0)
  }

  @Test func jobsDoNotReachPixels() {
    var numbers = TestNumbers(78)
    let pixels = (0..<5 * 200).map { _ in numbers.bits() | 0xff00_0000 }
    let bitmap = Bitmap(width: 5, height: 200, pixels: pixels)
    for jobs in [2, 8] {
      #expect(PlanarImage(bitmap, jobs: jobs).samples == PlanarImage(bitmap).samples)
      #expect(differences(PlanarImage(bitmap, jobs: jobs).bitmap(dithered: true, jobs: jobs), bitmap) == 0)
    }
  }

  @Test(arguments: awkwardWidths)
  func rowsBecomeTheDitheredPicture(width: Int) {
    var image = PlanarImage(width: width, height: 40, isOpaque: true)
    let length = 3 * image.stride
    @Sendable func value(_ y: Int, _ n: Int) -> Float { Float((y * 131 + n * 17) % 97) / 90 }
    image.updateBands(jobs: 1) { band, rows in
      for y in band { for n in 0..<length { rows[(y - band.lowerBound) * length + n] = value(y, n) } }
    }
    let expected = image.bitmap(dithered: true)
    for jobs in [1, 3] {
      let made = Bitmap(width: width, height: 40, jobs: jobs) { y, row in
        for n in 0..<length { row[n] = value(y, n) }
      }
      #expect(made == expected)
    }
  }
}
