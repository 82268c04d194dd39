import Color
import Parameters
import Raster
import Testing

@testable import Filters

private func mosaic(_ shape: Mosaic.Shape, _ values: [String: Double] = [:]) -> Mosaic {
  configured(
    Mosaic.self, values.mapValues { .number($0) }.merging(["shape": .choice(shape.rawValue)]) { $1 })
}

@Suite struct MosaicTests {
  @Test(arguments: Mosaic.Shape.allCases) func manners(shape: Mosaic.Shape) { checkManners(mosaic(shape)) }

  @Test(arguments: Mosaic.Shape.allCases) func nearestOfNineBinsIsNearestOfAll(shape: Mosaic.Shape) {
    let coarse = CoarseLight(.shallow(photo(60, 44)), step: 1, jobs: 1)
    var stones = Stones(mosaic(shape), size: 7, coarse, stream: stream)
    if shape == .tesserae { stones.settle(coarse, jobs: 1) }
    let labels = stones.labels(coarse, jobs: 2)
    for y in stride(from: 0, to: 44, by: 3) {
      for x in 0..<60 {
        let (px, py) = (Float(x) + 0.5, Float(y) + 0.5)
        let distances = stones.stones.map { stones.metric.distance($0, px, py) }
        #expect(distances[Int(labels[y * 60 + x])] == distances.min()!)
      }
    }
  }

  @Test(arguments: Mosaic.Shape.allCases) func stonesHaveTheirArea(shape: Mosaic.Shape) {
    let coarse = CoarseLight(.shallow(flat(0x808080, 84, 84)), step: 1, jobs: 1)
    let stones = Stones(mosaic(shape), size: 7, coarse, stream: stream)
    let inside = stones.stones.count { $0.x > 0 && $0.x < 84 && $0.y > 0 && $0.y < 84 }
    #expect(abs(inside - 144) < 22, "\(inside)")
  }

  @Test func stonesHaveTheMeanLightOfWhatTheyCover() {
    let filter = mosaic(.hexagons, ["irregularity": 0, "relief": 0, "grout": 0.04])
    let result = filtered(filter, flat(0x5a7dc8, 60, 60), context(8))
    let kept = result.pixels.count { pixel in
      [(16, 0x5a), (8, 0x7d), (0, 0xc8)].allSatisfy { abs(Int(pixel >> $0.0 & 255) - $0.1) <= 1 }
    }
    #expect(kept > 60 * 60 * 8 / 10)
  }

  @Test func tesseraeFollowForms() {
    // A diagonal edge: stones near it are turned by half a right angle, far ones as it is nearest to.
    let pixels = (0..<64 * 64).map { i in i % 64 + i / 64 < 64 ? UInt32(0xff20_2020) : 0xffe0_e0e0 }
    let coarse = CoarseLight(.shallow(Bitmap(width: 64, height: 64, pixels: pixels)), step: 1, jobs: 1)
    var stones = Stones(mosaic(.tesserae), size: 8, coarse, stream: stream)
    stones.settle(coarse, jobs: 1)
    let near = stones.stones.filter { abs($0.x + $0.y - 64) < 8 && $0.x > 8 && $0.x < 56 }
    #expect(!near.isEmpty && near.allSatisfy { abs(abs($0.cos * $0.sin) - 0.5) < 0.08 })
  }

  @Test func jointsLieBetweenStones() {
    func dark(_ grout: Double) -> Int {
      let filter = mosaic(.bricks, ["tile": 2.6, "grout": grout, "joint": 0, "relief": 0, "irregularity": 0])
      return filtered(filter, flat(0xf0f0f0, 80, 80), context(6)).pixels.count { $0 & 255 < 128 }
    }
    #expect(dark(0.05) > 200 && dark(0.25) > 3 * dark(0.05))
  }
}
