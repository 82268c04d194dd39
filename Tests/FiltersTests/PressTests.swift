import Composition
import Parameters
import Raster
import Testing

@testable import Filters

@Suite struct PressTests {
  @Test func declaresItself() {
    #expect(Press.declarations.map(\.name) == ["grain", "grain-size", "misregistration", "ink-texture"])
    #expect(Press.declarations.allSatisfy { $0.domain.contains($0.defaultValue) })
    #expect(Press.name == "press" && None.name == "none" && None.declarations.isEmpty)
  }

  @Test func nothingChangesNothing() {
    #expect(differences(printed(press(), scene(37, 70)), scene(37, 70)) == 0)
    let untouched = None().apply(
      to: .shallow(scene(9, 9)), FilterContext(pixelsPerMillimetre: 3, stream: stream)
    ).bitmap()
    #expect(differences(untouched, scene(9, 9)) == 0)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31])
  func awkwardWidthsAreCutFromTheSameCloth(width: Int) {
    // Without a shift, a pixel depends on its place and colour alone: narrow pictures are parts of wide ones.
    let wide = printed(press(grain: 1, ink: 1), Bitmap(width: 64, height: 3, fill: 0xff30_5070), scale: 5)
    let cut = Bitmap(width: width, height: 3, fill: 0xff30_5070)
    let narrow = printed(press(grain: 1, ink: 1), cut, scale: 5)
    for y in 0..<3 {
      let row = narrow.pixels[y * width..<(y + 1) * width]
      #expect(row.elementsEqual(wide.pixels[y * 64..<y * 64 + width]))
    }
  }

  @Test func jobsDoNotReachPixels() {
    for scale in [1.11, 11.8] {
      let one = printed(Press(), scene(45, 200), scale: scale)
      #expect(differences(one, scene(45, 200)) > 1000)
      #expect(one.isOpaque)
      for jobs in [2, 8] {
        #expect(differences(printed(Press(), scene(45, 200), scale: scale, jobs: jobs), one) == 0)
      }
    }
  }

  @Test func otherSeedsGiveOtherPaper() {
    let paper = Bitmap(width: 40, height: 40, fill: 0xfff3_ebdc)
    let other = press(grain: 1).apply(
      to: .shallow(paper),
      FilterContext(pixelsPerMillimetre: 4, stream: SeedStream(seed: 5, path: "finish"))
    ).bitmap()
    #expect(differences(printed(press(grain: 1), paper, scale: 4), other) > 500)
  }

  @Test(arguments: [0x0b1d3a, 0xf3ebdc, 0xf26b4f, 0x101014, 0x000000, 0xffffff, 0x808080] as [UInt32])
  func meanToneStays(color: UInt32) {
    for (scale, side) in [(1.11, 160), (11.8, 320)] {
      let flat = Bitmap(width: side, height: side, fill: 0xff00_0000 | color)
      let result = printed(press(grain: 1, size: 0.1), flat, scale: scale)
      for shift in [0, 8, 16] {
        let drift = mean(channel(result, shift)) - Double(color >> UInt32(shift) & 255)
        #expect(abs(drift) < 0.5, "\(color) \(scale) \(drift)")
      }
    }
  }

  @Test(arguments: [0x0b1d3a, 0xf26b4f, 0x101014, 0x2f6f6b] as [UInt32])
  func inkTextureKeepsTheMeanTone(color: UInt32) {
    let flat = Bitmap(width: 240, height: 240, fill: 0xff00_0000 | color)
    let result = printed(press(ink: 1), flat, scale: 2)
    for shift in [0, 8, 16] {
      let drift = mean(channel(result, shift)) - Double(color >> UInt32(shift) & 255)
      #expect(abs(drift) < 0.5, "\(color) \(drift)")
    }
  }

  @Test func grainIsFeltNotSeen() {
    let paper = channel(
      printed(press(grain: 1), Bitmap(width: 200, height: 200, fill: 0xfff3_ebdc), scale: 11.8), 8)
    let navy = channel(
      printed(press(grain: 1), Bitmap(width: 200, height: 200, fill: 0xff0b_1d3a), scale: 11.8), 8)
    // ±1.5 % of 255 is 3.8 codes: two deviations on paper.
    #expect(deviation(paper) > 1 && deviation(paper) < 1.95)
    #expect(deviation(navy) > deviation(paper) * 1.2 && deviation(navy) < 4)
  }

  @Test func inkTextureLeavesPaperClean() {
    let paper = Bitmap(width: 64, height: 64, fill: 0xfff3_ebdc)
    #expect(differences(printed(press(ink: 1), paper, scale: 5), paper) == 0)
    let navy = printed(press(ink: 1), Bitmap(width: 64, height: 64, fill: 0xff0b_1d3a), scale: 5)
    #expect(deviation(channel(navy, 8)) > 1.5)
  }
}

@Suite struct PressPreviewTests {
  /// A ramp from `low` to `high`, the same at any scale.
  private func ramp(_ side: Int, _ low: Double, _ high: Double) -> Bitmap {
    let pixels = (0..<side * side).map { i in
      let code = UInt32(low + (high - low) * (Double(i % side) + 0.5) / Double(side))
      return 0xff00_0000 | code << 16 | code << 8 | code
    }
    return Bitmap(width: side, height: side, pixels: pixels)
  }

  private func noise(_ filter: Press, _ bitmap: Bitmap, scale: Double) -> [Double] {
    zip(channel(printed(filter, bitmap, scale: scale), 8), channel(bitmap, 8)).map { $0 - $1 }
  }

  @Test func smallTilesPreviewPrints() {
    let cases = [(press(grain: 1, size: 0.3), 200.0, 235.0), (press(ink: 1), 20.0, 70.0)]
    for (filter, low, high) in cases {
      let large = noise(filter, ramp(384, low, high), scale: 4.44)
      let small = noise(filter, ramp(96, low, high), scale: 1.11)
      let reduced = (0..<96 * 96).map { i in
        let corner = i / 96 * 4 * 384 + i % 96 * 4
        return (0..<16).reduce(0.0) { $0 + large[corner + $1 / 4 * 384 + $1 % 4] } / 16
      }
      let ratio = deviation(small) / deviation(reduced)
      #expect(ratio > 0.5 && ratio < 2, "\(ratio)")
      #expect(abs(mean(small) - mean(reduced)) < 0.2, "\(mean(small)) \(mean(reduced))")
    }
  }
}
