import Color
import Parameters
import Raster
import Testing

@testable import Filters

private func paper(_ values: [String: Double], folds: Int = 0) -> PaperPrint {
  let zeros = Dictionary(
    uniqueKeysWithValues: PaperPrint.declarations.map { ($0.name, ParameterValue.number(0)) })
  var all = zeros.merging(values.mapValues { .number($0) }) { $1 }
  all["folds"] = .integer(folds)
  return configured(PaperPrint.self, all)
}

@Suite struct PaperPrintTests {
  @Test func manners() {
    checkManners(PaperPrint())
    checkManners(paper(["tooth": 1, "fibres": 1], folds: 3))
  }

  @Test(arguments: [0x000000, 0x0b1d3a, 0x808080, 0xf26b4f, 0xf3ebdc, 0xffffff] as [UInt32])
  func surfaceKeepsTheMeanTone(color: UInt32) {
    for scale in [1.11, 6] {
      for surface in [["tooth": 1.0], ["fibres": 1.0]] {
        let settings = ["tint": 0.4, "absorption": 0.5]
        let bare = filtered(paper(settings), flat(color, 160, 160), context(scale))
        let full = filtered(
          paper(settings.merging(surface) { $1 }), flat(color, 160, 160), context(scale))
        for shift in [0, 8, 16] {
          let drift = mean(channel(full, shift)) - mean(channel(bare, shift))
          #expect(abs(drift) < 0.5, "\(surface) \(drift)")
        }
      }
    }
  }

  @Test func toothIsFeltOnPaperAndInk() {
    for color: UInt32 in [0xffffff, 0x808080] {
      let spread = deviation(
        channel(filtered(paper(["tooth": 1]), flat(color, 96, 96), context(11.8)), 8))
      #expect(spread > 2 && spread < 9, "\(spread)")
    }
  }

  @Test func reliefIsShadedFromOneSide() {
    // Facing slopes: a place differs from the one up and to the left far less than from the one up to the right.
    let values = channel(filtered(paper(["tooth": 1]), flat(0xa0a0a0, 128, 128), context(20)), 8)
    func likeness(_ step: Int) -> Double {
      let m = mean(values)
      let pairs = (4 * 128..<124 * 128).map { (values[$0] - m) * (values[$0 + step] - m) }
      return mean(pairs) / (deviation(values) * deviation(values))
    }
    #expect(likeness(3 * 128 + 3) < likeness(3 * 128 - 3) - 0.05)
  }

  @Test func tintWarmsTheSheet() {
    let white = filtered(paper([:]), flat(0xffffff, 16, 16))
    let cream = filtered(paper(["tint": 1]), flat(0xffffff, 16, 16))
    #expect(mean(channel(white, 0)) > 240 && mean(channel(cream, 0)) < 228)
    #expect(mean(channel(cream, 16)) > mean(channel(cream, 0)) + 15)
  }

  @Test func inkSinksIn() {
    let black = filtered(paper(["absorption": 1]), flat(0, 16, 16))
    #expect(mean(channel(black, 8)) > 35 && mean(channel(filtered(paper([:]), flat(0, 16, 16)), 8)) < 1)
  }

  @Test func foldsCrossTheSheet() {
    let once = channel(filtered(paper([:], folds: 1), flat(0x606060, 150, 100), context(1)), 8)
    // Worn ink along the middle column, none far from it.
    let middle = (70..<80).map { x in mean((0..<100).map { once[$0 * 150 + x] }) }.max()!
    let side = mean((0..<100).map { once[$0 * 150 + 20] })
    #expect(middle > side + 5 && abs(side - 0x60) < 6)
    #expect(
      differences(
        filtered(paper([:], folds: 2), photo(60, 40)), filtered(paper([:], folds: 3), photo(60, 40))) > 50)
  }

  @Test func fibresAreThinAndFew() {
    let result = channel(filtered(paper(["fibres": 1]), flat(0x808080, 200, 200), context(8)), 8)
    let plain = channel(filtered(paper([:]), flat(0x808080, 200, 200), context(8)), 8)
    let touched = zip(result, plain).count { abs($0 - $1) > 3 }
    #expect(touched > 150 && touched < 8000, "\(touched)")
  }
}
