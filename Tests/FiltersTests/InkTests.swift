import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

/// A grey disc, an open ring and a dark corner on light ground, the same at any scale.
private func still(_ side: Int) -> Bitmap {
  let pixels = (0..<side * side).map { i -> UInt32 in
    let x = (Double(i % side) + 0.5) / Double(side)
    let y = (Double(i / side) + 0.5) / Double(side)
    let disc = (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5)
    if disc < 0.09 { return 0xff58_5044 }
    return x + y > 1.75 ? 0xff10_1010 : 0xffe8_e4d8
  }
  return Bitmap(width: side, height: side, pixels: pixels)
}

private func inked(_ bitmap: Bitmap, scale: Double, colors: [SRGB] = [], jobs: Int = 1, washes: Int = 0)
  -> Bitmap
{
  let filter = Ink.make { $0 == "washes" ? .integer(washes) : nil }
  let context = FilterContext(pixelsPerMillimetre: scale, stream: stream, colors: colors, jobs: jobs)
  return filter.apply(to: .shallow(bitmap), context).bitmap()
}

private func green(_ bitmap: Bitmap, _ x: Int, _ y: Int) -> UInt32 {
  bitmap.pixels[y * bitmap.width + x] >> 8 & 255
}

@Suite struct InkTests {
  @Test func contoursCloseAndDarkIsSolid() {
    let drawing = inked(still(64), scale: 4)
    // From the middle of the disc outwards every ray meets the contour.
    for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)] {
      let darkest = (8..<24).map {
        green(
          drawing, 32 + dx * $0 * (dy == 0 ? 1 : 3) / (dy == 0 || dx == 0 ? 1 : 4),
          32 + dy * $0 * (dx == 0 ? 1 : 3) / (dy == 0 || dx == 0 ? 1 : 4))
      }.min()!
      #expect(darkest < 80, "\(dx) \(dy)")
    }
    #expect(green(drawing, 62, 62) < 40)
    #expect(green(drawing, 32, 32) > 225 && green(drawing, 5, 5) > 225)
  }

  @Test func washesLieBetween() {
    let drawing = inked(still(64), scale: 4, washes: 1)
    #expect((100..<220).contains(green(drawing, 32, 32)))
    #expect(green(drawing, 5, 5) > 225)
  }

  @Test func thePaletteGivesInkPaperAndWash() {
    let colors = [SRGB(hex: "#f4d35e")!, SRGB(hex: "#ee6055")!, SRGB(hex: "#0b1d3a")!]
    let drawing = inked(still(64), scale: 4, colors: colors, washes: 1)
    func near(_ pixel: UInt32, _ color: SRGB) -> Bool {
      [16, 8, 0].allSatisfy { abs(Int(pixel >> $0 & 255) - Int(color.packed >> $0 & 255)) < 3 }
    }
    #expect(near(drawing.pixels[5 * 64 + 5], colors[0]))
    #expect(near(drawing.pixels[32 * 64 + 32], colors[1]))
    #expect(near(drawing.pixels[62 * 64 + 62], colors[2]))
  }

  @Test func thumbnailsPreviewPrints() {
    let small = channel(inked(still(48), scale: 4, washes: 1), 8)
    let large = channel(inked(still(144), scale: 12, washes: 1), 8)
    let reduced = (0..<48 * 48).map { i in
      let corner = i / 48 * 3 * 144 + i % 48 * 3
      return (0..<9).reduce(0.0) { $0 + large[corner + $1 / 3 * 144 + $1 % 3] } / 9
    }
    #expect(mean(zip(small, reduced).map { abs($0 - $1) }) < 8)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31])
  func jobsDoNotReachPixels(width: Int) {
    let one = inked(scene(width, 140), scale: 4, washes: 2)
    #expect(one.isOpaque && one.width == width)
    for jobs in [2, 8] { #expect(inked(scene(width, 140), scale: 4, jobs: jobs, washes: 2) == one) }
  }

  @Test func transparencyAndWhiteArePaper() {
    for color: UInt32 in [0, 0xffff_ffff] {
      for (width, height) in [(0, 0), (1, 1), (20, 20)] {
        let drawing = inked(Bitmap(width: width, height: height, fill: color), scale: 3, washes: 2)
        #expect(drawing.pixels.allSatisfy { $0 >> 8 & 255 > 230 && $0 >> 24 == 255 })
      }
    }
  }

  @Test func coverageIsWhatLiesInside() {
    // A level that rises by 0.5 a sample crosses 0 between the fourth and the fifth.
    var level = Plane(width: 8, height: 3)
    for y in 0..<3 { for x in 0..<8 { level.samples[y * 8 + x] = (Float(x) - 3.7) * 0.5 } }
    var rows = InkPlateRows(InkPlate(level, softness: 0.001, jobs: 1), step: 1, width: 8)
    rows.move(to: 1)
    let expected: [Float] = [1, 1, 1, 1, 0.2, 0, 0, 0]
    for x in 1..<7 { #expect(abs(rows.coverage(at: 0)[x] - expected[x]) < 0.06) }
  }
}
