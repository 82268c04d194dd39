import Color
import Parameters
import Raster
import Testing

@testable import Filters

private func grain(
  _ strength: Double = 1, size: Double = 0.1, clumps: Double = 0.35, colour: Double = 0
) -> FilmGrain {
  configured(
    FilmGrain.self,
    [
      "strength": .number(strength), "size": .number(size), "clumps": .number(clumps),
      "colour": .number(colour),
    ])
}

@Suite struct FilmGrainTests {
  @Test func manners() { checkManners(FilmGrain()) }

  @Test(arguments: [0x000000, 0x0b1d3a, 0x404040, 0x808080, 0xf26b4f, 0xf3ebdc, 0xffffff] as [UInt32])
  func meanToneStays(color: UInt32) {
    for (scale, colour) in [(1.11, 1.0), (6, 0.5)] {
      let result = filtered(grain(size: 0.05, colour: colour), flat(color, 160, 160), context(scale))
      for shift in [0, 8, 16] {
        let drift = mean(channel(result, shift)) - Double(color >> UInt32(shift) & 255)
        #expect(abs(drift) < 0.5, "\(drift)")
      }
    }
  }

  @Test func midtonesHaveMost() {
    let steps = [0x000000, 0x202020, 0x707070, 0xe0e0e0, 0xffffff].map { (color: UInt32) in
      deviation(channel(filtered(grain(), flat(color, 96, 96), context(12)), 8))
    }
    #expect(steps[0] == 0 && steps[4] == 0)
    #expect(steps[2] > steps[1] && steps[2] > 1.3 * steps[3])
    #expect(steps[2] > 8 && steps[2] < 30)
  }

  /// The correlation of neighbouring pixels.
  private func likeness(_ bitmap: Bitmap) -> Double {
    let values = channel(bitmap, 8)
    let m = mean(values)
    let pairs = zip(values, values.dropFirst()).map { ($0 - m) * ($1 - m) }
    return mean(pairs) / (deviation(values) * deviation(values))
  }

  @Test func grainIsNoWhiteNoise() {
    #expect(likeness(filtered(grain(size: 0.15), flat(0x808080, 96, 96), context(12))) > 0.5)
    #expect(likeness(filtered(grain(size: 0.5), flat(0x808080, 96, 96), context(12))) > 0.9)
  }

  @Test func coloursGoTheirOwnWay() {
    func spread(_ colour: Double) -> Double {
      let result = filtered(grain(colour: colour), flat(0x808080, 64, 64), context(12))
      return deviation(zip(channel(result, 16), channel(result, 0)).map { $0 - $1 })
    }
    #expect(spread(0) < 1 && spread(1) > 5)
  }

  @Test func tilesPreviewPrints() {
    func noise(_ side: Int, _ scale: Double) -> [Double] {
      channel(filtered(grain(size: 0.3), flat(0x808080, side, side), context(scale)), 8)
    }
    let reduced = boxReduced(noise(256, 8), width: 256, by: 4)
    let ratio = deviation(noise(64, 2)) / deviation(reduced)
    #expect(ratio > 0.7 && ratio < 1.4, "\(ratio)")
  }
}
