import Raster
import Testing

@Suite struct PlaneNoiseTests {
  /// Even noise of that whole width, on a slope.
  private func noisy(_ width: Int, _ height: Int, _ spread: Float) -> Plane {
    var plane = Plane(width: width, height: height)
    var state: UInt32 = 9
    for y in 0..<height {
      for x in 0..<width {
        state = state &* 1_664_525 &+ 1_013_904_223
        let noise = Float(state >> 8) / 16_777_216 - 0.5
        plane.samples[y * plane.stride + x] = Float(x) * 0.01 + Float(y) * 0.02 + noise * spread
      }
    }
    return plane
  }

  @Test func slopesAndEdgesAreNoNoise() {
    #expect(noisy(40, 30, 0).noise() < 1e-5)
    var step = noisy(40, 30, 0)
    for y in 0..<30 { for x in 20..<40 { step.samples[y * step.stride + x] += 0.5 } }
    #expect(step.noise() < 1e-5)
  }

  @Test func evenNoiseIsMeasured() {
    // The deviation of an even spread is its width over the root of 12.
    for spread in [Float(0.05), 0.2] {
      #expect(abs(noisy(128, 128, spread).noise() / (spread / 3.4641) - 1) < 0.12)
    }
  }

  @Test(arguments: [0, 1, 2, 3, 9]) func smallPlanesHaveNone(side: Int) {
    let noise = noisy(side, side, 0.1).noise()
    #expect(side < 3 ? noise == 0 : noise > 0)
  }

  @Test func theMiddleIsCut() {
    let bitmap = Bitmap(width: 5, height: 4, pixels: (0..<20).map { UInt32($0) })
    #expect(bitmap.middle(width: 3, height: 2).pixels == [6, 7, 8, 11, 12, 13])
    #expect(bitmap.middle(width: 9, height: 9) == bitmap)
    #expect(bitmap.middle(width: 1, height: 9).pixels == [2, 7, 12, 17])
  }
}
