import Color
import Parameters
import Raster
import Testing

@testable import Filters

@Suite struct PixelSortTests {
  @Test(arguments: [90.0, 0, 35, -60]) func manners(angle: Double) {
    checkManners(
      configured(PixelSort.self, ["angle": .number(angle), "strength": .number(1), "range": .number(1)]))
  }

  @Test(arguments: [0.0, 20, 45, 60, 90, -1, -45, -80, -90])
  func linesHoldEveryPixelOnce(angle: Double) {
    for (width, height) in [(13, 7), (1, 9), (9, 1), (40, 31)] {
      let bitmap = scene(width, height)
      let lines = SlantedLines(width: width, height: height, angle: angle)
      let gathered = lines.gathered(bitmap, jobs: 2)
      #expect((0..<lines.count).reduce(0) { $0 + lines.inside($1).count } == width * height)
      let blank = Bitmap(width: width, height: height)
      #expect(differences(lines.scattered(gathered, over: blank, jobs: 2), bitmap) == 0)
    }
  }

  @Test func linesClimbToTheRight() {
    let lines = SlantedLines(width: 8, height: 8, angle: 45)
    // Pixels of one rising diagonal get numbers that make them one line.
    let bitmap = Bitmap(width: 8, height: 8, pixels: (0..<64).map { UInt32($0 % 8 + $0 / 8) })
    let gathered = lines.gathered(bitmap, jobs: 1)
    for line in 0..<lines.count {
      #expect(Set(lines.inside(line).map { gathered[line * lines.length + $0] }).count <= 1)
    }
  }

  @Test func runsAreSortedStably() {
    var sorter = RunSorter(order: .lightness, length: 64)
    var pixels = scene(1, 60).pixels
    let expected = pixels.enumerated().sorted {
      let (p, q) = (RunSorter.tone($0.element), RunSorter.tone($1.element))
      return p == q ? $0.offset < $1.offset : p < q
    }.map(\.element)
    var span = pixels.mutableSpan
    sorter.sort(&span, 0..<60, feather: 0)
    #expect(pixels == expected)
  }

  @Test func endsMelt() {
    var sorter = RunSorter(order: .lightness, length: 40)
    let before = (0..<40).map { UInt32(0xff00_0000) | UInt32(39 - $0) * 0x60606 }
    var pixels = before
    var span = pixels.mutableSpan
    sorter.sort(&span, 0..<40, feather: 6)
    let (first, last) = (RunSorter.tone(pixels[0]), RunSorter.tone(pixels[39]))
    #expect(first > RunSorter.tone(before[0]) * 3 / 4 && last < RunSorter.tone(before[0]) / 3)
    #expect(pixels[8] == before[31])
  }

  @Test func huesGoAroundTheCircle() {
    let colors: [UInt32] = [0xff0000, 0xffff00, 0x00ff00, 0x00ffff, 0x0000ff, 0xff00ff]
    #expect(colors.map { RunSorter.hue($0) } == [0, 42, 85, 128, 170, 213])
    #expect(RunSorter.hue(0x808080) == 0)
  }

  @Test func colourIsOnlyMoved() {
    let filter = configured(
      PixelSort.self, ["strength": .number(1), "range": .number(1), "angle": .number(0)])
    // Backwards, so that rows get darker to the right.
    let before = Bitmap(width: 64, height: 48, pixels: photo(64, 48).pixels.reversed())
    let after = filtered(filter, before, context(2))
    for shift in [0, 8, 16] {
      #expect(abs(mean(channel(before, shift)) - mean(channel(after, shift))) < 1.5)
    }
    #expect(differences(before, after) > 300)
  }

  @Test func lightsAndDarksStay() {
    // Half of the pixels lie outside the window.
    let ramp = Bitmap(
      width: 8, height: 256, pixels: (0..<2048).map { 0xff00_0000 | UInt32(255 - $0 / 8) * 0x10101 })
    let filter = configured(PixelSort.self, ["range": .number(0.2), "strength": .number(1)])
    let result = filtered(filter, ramp, context(4))
    for y in Array(0..<40) + Array(220..<256) {
      #expect(result.pixels[y * 8] == ramp.pixels[y * 8])
    }
  }
}
