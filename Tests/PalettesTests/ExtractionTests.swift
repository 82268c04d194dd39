import Color
import Raster
import Testing

@testable import Palettes

/// A picture of blocks of colours, in the proportions given, top to bottom.
func blocks(_ parts: [(UInt32, Int)], width: Int = 40) -> Bitmap {
  let rows = parts.flatMap { [UInt32](repeating: $0.0, count: $0.1 * width) }
  return Bitmap(width: width, height: rows.count / width, pixels: rows)
}

/// Any deterministic mixture of colours, some half transparent.
func mixture(_ width: Int, _ height: Int, alpha: Bool = false) -> Bitmap {
  let pixels = (0..<width * height).map { i -> UInt32 in
    let bits = UInt32(truncatingIfNeeded: i / 7) &* 0x9E37_79B1
    if alpha, i % 3 == 0 { return 0x8000_0000 | bits >> 9 & 0x7f_7f7f }
    return 0xff00_0000 | bits >> 8
  }
  return Bitmap(width: width, height: height, pixels: pixels)
}

@Suite struct ExtractionTests {
  @Test func blocksComeBackWithTheirShares() throws {
    let picture = blocks([(0xfff2_e3c6, 60), (0xff1f_6f78, 30), (0xffc8_553d, 10)])
    let palette = try picture.palette()
    #expect(palette.map(\.color.hex) == ["#f2e3c6", "#1f6f78", "#c8553d"])
    #expect(zip(palette, [0.6, 0.3, 0.1]).allSatisfy { abs($0.share - $1) < 1e-9 })
    #expect(palette[2].saliency > palette[0].saliency)
  }

  @Test func aSmallAccentIsFoundAmongShades() throws {
    var picture = blocks([(0xff80_8080, 20), (0xff60_6060, 20), (0xffa0_a0a0, 20), (0xff40_4040, 20)])
    for y in 30..<36 { for x in 10..<16 { picture.pixels[y * 40 + x] = 0xffd0_2010 } }
    #expect(try picture.palette(Extraction(count: 3)).contains { $0.color.hex == "#d02010" })
  }

  @Test(arguments: [3, 7, 12])
  func neverTooManyOrTooAlike(count: Int) throws {
    let palette = try mixture(97, 61).palette(Extraction(count: count))
    #expect(palette.count == count)
    #expect(abs(palette.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    for (i, p) in palette.enumerated() {
      for q in palette[..<i] { #expect(OKLab(p.color).distance(to: OKLab(q.color)) >= 0.1) }
    }
  }

  @Test func threadsDoNotReachThePalette() throws {
    let picture = mixture(83, 200, alpha: true)
    let one = try picture.palette(Extraction(count: 8))
    for jobs in [2, 8] { #expect(try picture.palette(Extraction(count: 8), jobs: jobs) == one) }
  }

  @Test func poorPicturesGiveWhatTheyHave() throws {
    #expect(try Bitmap(width: 1, height: 1, fill: 0xff12_3456).palette().map(\.color.hex) == ["#123456"])
    #expect(try blocks([(0xff77_7777, 9)]).palette(Extraction(count: 12)).count == 1)
    let greys = (0..<64).map { (UInt32(0xff00_0000) | UInt32($0 * 4) * 0x1_0101, 1) }
    let palette = try blocks(greys).palette(Extraction(count: 6))
    #expect(palette.count >= 4)
    #expect(palette.allSatisfy { OKLCH($0.color).chroma < 0.001 })
  }

  @Test func transparencyIsNotAColour() throws {
    var picture = Bitmap(width: 9, height: 9)
    #expect(throws: ExtractionError.transparent(width: 9, height: 9)) { try picture.palette() }
    picture.pixels[40] = 0x8000_8000  // half covered
    #expect(try picture.palette().map(\.color.hex) == ["#00ff00"])
  }

  @Test func optionsOutOfRangeAreNamed() {
    let picture = Bitmap(width: 2, height: 2, fill: .max)
    #expect(throws: ExtractionError.badCount(2)) { try picture.palette(Extraction(count: 2)) }
    #expect(throws: ExtractionError.badDistance(0)) { try picture.palette(Extraction(distance: 0)) }
    #expect(throws: ExtractionError.badEmphasis(2)) { try picture.palette(Extraction(emphasis: 2)) }
    #expect(throws: ExtractionError.empty) { try Bitmap(width: 0, height: 3).palette() }
  }

  @Test func binsHoldTheMeansOfTheirPixels() {
    let picture = blocks([(0xff10_2030, 2), (0xff11_2131, 2)], width: 13)
    let bins = ColorHistogram(picture, jobs: 1).bins.filter { $0.weight > 0 }
    #expect(bins.map(\.weight) == [255 * 52])
    let (p, q) = (OKLab(SRGB(hex: "#102030")!), OKLab(SRGB(hex: "#112131")!))
    #expect(abs(bins[0].mean.x - (p.lightness + q.lightness) / 2) < 1e-4)
    #expect(abs(bins[0].mean.z - (p.b + q.b) / 2) < 1e-4)
  }
}
