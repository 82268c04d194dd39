import Raster
import Testing

@Suite struct HistogramTests {
  @Test(arguments: awkwardWidths, [1, 2, 8]) func countsAreExact(width: Int, jobs: Int) {
    let bitmap = testBitmap(width, 150, opaque: false)
    let histogram = Histogram(bitmap, jobs: jobs)
    func twin(_ code: (Int, Int, Int) -> Int) -> [Int] {
      bitmap.pixels.reduce(into: [Int](repeating: 0, count: 256)) { counts, p in
        counts[code(Int(p >> 16 & 255), Int(p >> 8 & 255), Int(p & 255))] += 1
      }
    }
    #expect(histogram.red == twin { r, _, _ in r })
    #expect(histogram.green == twin { _, g, _ in g })
    #expect(histogram.blue == twin { _, _, b in b })
    #expect(histogram.luma == twin { r, g, b in (54 * r + 183 * g + 19 * b + 128) / 256 })
  }

  @Test func quantilesAreCodes() {
    var counts = [Int](repeating: 0, count: 256)
    (counts[10], counts[20], counts[200]) = (1, 2, 1)
    #expect(Histogram.quantile(0, of: counts) == 10 && Histogram.quantile(0.25, of: counts) == 10)
    #expect(Histogram.quantile(0.5, of: counts) == 20 && Histogram.quantile(1, of: counts) == 200)
    #expect(Histogram.quantile(0.5, of: [Int](repeating: 0, count: 256)) == 0)
    #expect(Histogram(Bitmap(width: 3, height: 2, fill: .max)).luma[255] == 6)
  }
}
