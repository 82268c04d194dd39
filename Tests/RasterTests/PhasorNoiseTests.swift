import Testing

@testable import Raster

@Suite struct PhasorNoiseTests {
  private static let noise = LatticeNoise(columns: 6, rows: 4, seed: 9)

  private func sample(_ x: Float, _ y: Float, frequency: Float = 3, _ ux: Float = 1, _ uy: Float = 0)
    -> NoisePhase
  {
    Self.noise.phasor(
      Lanes(repeating: x), Lanes(repeating: y), frequency: frequency, ux: Lanes(repeating: ux),
      uy: Lanes(repeating: uy))
  }

  @Test func liesOnTheUnitCircleAndRepeats() {
    for index in 0..<200 {
      let (x, y) = (Float(index) * 0.0625, Float(index % 37) * 0.125)
      let here = sample(x, y)
      #expect(abs(here.sine[0] * here.sine[0] + here.cosine[0] * here.cosine[0] - 1) < 1e-5)
      for there in [sample(x + 6, y), sample(x, y + 4)] {
        #expect(there.sine == here.sine && there.cosine == here.cosine)
      }
    }
  }

  /// Along its direction the wave turns `frequency` times in a cell; across it hardly at all.
  @Test func hasItsFrequencyAndDirection() {
    func crossings(_ dx: Float, _ dy: Float, _ frequency: Float) -> Int {
      var (count, last) = (0, sample(0, 0.37, frequency: frequency).sine[0])
      for row in 0..<8 {
        for step in 0..<240 {
          let t = Float(step) / 40
          let next = sample(
            t * dx + Float(row) * 0.5 * dy, t * dy + Float(row) * 0.5 * dx, frequency: frequency
          ).sine[0]
          if step > 0, (next > 0) != (last > 0) { count += 1 }
          last = next
        }
      }
      return count
    }
    // Six cells in each of eight rows: two crossings a wave.
    let along = crossings(1, 0, 3), across = crossings(0, 1, 3)
    #expect(abs(Double(along) / (8 * 6 * 2) - 3) < 0.35, "\(along)")
    #expect(across < along / 2, "\(across)")
  }
}
