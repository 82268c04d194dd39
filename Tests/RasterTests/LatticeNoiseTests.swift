import Testing

@testable import Raster

@Suite struct LatticeNoiseTests {
  private static let kinds: [NoiseKind] = [
    .gradient, .value, .nearest, .second, .difference, .fractal(octaves: 4), .ridged(octaves: 3),
    .warped(octaves: 3, reach: 1.5),
  ]

  private func row(
    _ kind: NoiseKind, _ width: Int, x: Float = -2.3, y: Float = 1.7, seed: UInt32 = 5
  ) -> [Float] {
    let noise = LatticeNoise(columns: 6, rows: 4, seed: seed)
    var row = [Float](repeating: 0, count: Rows.padded(width))
    var span = row.mutableSpan
    noise.fill(&span, kind, x: x, step: 0.37, y: y)
    return Array(row.prefix(width))
  }

  @Test(arguments: awkwardWidths) func agreesWithItsTwin(width: Int) {
    let twin = LatticeTwin(columns: 6, rows: 4, seed: 5)
    for kind in Self.kinds {
      let expected = (0..<width).map { twin.sample(kind, Float($0) * 0.37 + -2.3, 1.7) }
      let isSame = row(kind, width) == expected
      #expect(isSame, "\(kind)")
    }
  }

  /// Samples of one row of cells share a hash; those further apart, of several rows or seeds do not. Both must give
  /// what one sample alone gives.
  @Test(arguments: [0.003, 0.11, 0.26, 0.4, 0.9, -0.2] as [Float], [0, 0.07, -0.6] as [Float])
  func neighboursAgreeWithTheirTwins(step: Float, tilt: Float) {
    let seeds: [SIMD8<UInt32>] = [SIMD8(repeating: 3), SIMD8(3, 3, 3, 3, 3, 3, 3, 4)]
    for start in stride(from: Float(-7.3), to: 9, by: 0.71) {
      let index = Lanes(0, 1, 2, 3, 4, 5, 6, 7)
      let (x, y) = (index * step + start, index * (step * tilt) + start * 0.37)
      for seed in seeds {
        let noise = LatticeNoise(columns: 6, rows: 4, seed: 0).seeded(seed)
        let (wave, cells) = (noise.gradient(x, y), noise.cells(x, y))
        for lane in 0..<8 {
          let twin = LatticeTwin(columns: 6, rows: 4, seed: noise.seed[lane])
          #expect(wave[lane] == twin.sample(.gradient, x[lane], y[lane]))
          #expect(cells.first[lane] == twin.sample(.nearest, x[lane], y[lane]))
          #expect(cells.second[lane] == twin.sample(.second, x[lane], y[lane]))
        }
      }
    }
  }

  /// A whole period on, the samples are the same.
  @Test(arguments: kinds) func repeatsExactly(kind: NoiseKind) {
    let noise = LatticeNoise(columns: 6, rows: 4, seed: 9)
    func samples(_ x: Float, _ y: Float) -> [Float] {
      var row = [Float](repeating: 0, count: 48)
      var span = row.mutableSpan
      // Eighths, so that the sums themselves are exact.
      noise.fill(&span, kind, x: x, step: 0.125, y: y)
      return row
    }
    for y in stride(from: Float(-2), to: 2, by: 0.375) {
      let here = samples(-3, y)
      for there in [samples(3, y), samples(-3, y + 4), samples(-3, y - 4)] {
        let most = zip(here, there).map { abs($0 - $1) }.max()!
        // A warp adds its way to a larger number there, which costs the sum a last bit.
        if case .warped = kind { #expect(most < 1e-4) } else { #expect(most == 0) }
      }
    }
  }

  @Test func gradientNoiseIsCentredAndOfKnownStrength() {
    let noise = LatticeNoise(seed: 3)
    var (sum, squares, most) = (0.0, 0.0, Float(0))
    var row = [Float](repeating: 0, count: 256)
    for y in 0..<256 {
      var span = row.mutableSpan
      noise.fill(&span, .gradient, x: 0.11, step: 0.473, y: Float(y) * 0.519)
      for v in row {
        sum += Double(v)
        squares += Double(v * v)
        most = max(most, abs(v))
      }
    }
    let count = 65_536.0
    #expect(abs(sum / count) < 0.01)
    #expect(abs((squares / count).squareRoot() - 0.33) < 0.02)
    #expect(most > 0.85 && most <= 1.06)
  }

  /// Differences along the axes and along the diagonals are of one strength: no direction stands out.
  @Test func gradientNoiseHasNoDirection() {
    let noise = LatticeNoise(seed: 4)
    func roughness(_ dx: Float, _ dy: Float) -> Float {
      var sum: Float = 0
      for i in 0..<4096 {
        let (x, y) = (Float(i % 64) * 0.83, Float(i / 64) * 0.79)
        let a = noise.gradient(Lanes(repeating: x), Lanes(repeating: y))[0]
        let b = noise.gradient(Lanes(repeating: x + dx), Lanes(repeating: y + dy))[0]
        sum += (a - b) * (a - b)
      }
      return sum
    }
    let (across, down, slant) = (roughness(0.1, 0), roughness(0, 0.1), roughness(0.0707, 0.0707))
    #expect(abs(across / down - 1) < 0.1)
    #expect(abs(across / slant - 1) < 0.1)
  }

  @Test func cellsAreOrderedAndTheirBordersMeet() {
    let noise = LatticeNoise(columns: 8, rows: 8, seed: 6)
    for i in 0..<400 {
      let (x, y) = (Lanes(repeating: Float(i) * 0.0731), Lanes(repeating: Float(i) * 0.0417))
      let found = noise.cells(x, y)
      #expect(found.first[0] <= found.second[0] && found.border[0] >= 0)
      // Half the difference bounds the way to the border from below, by the triangle's inequality.
      #expect(found.border[0] >= (found.second[0] - found.first[0]) / 2 - 1e-5)
      let there = noise.cells(x + found.dx, y + found.dy)
      #expect(there.first[0] < 1e-4 && there.id == found.id)
    }
  }

  /// A stream function's flow leaves no more than it brings.
  @Test func curlHasNoSources() {
    let noise = LatticeNoise(columns: 8, rows: 8, seed: 2)
    let e: Float = 1 / 16
    func flow(_ x: Float, _ y: Float) -> (Float, Float) {
      let v = noise.curl(Lanes(repeating: x), Lanes(repeating: y))
      return (v.x[0], v.y[0])
    }
    for i in 0..<200 {
      let (x, y) = (Float(i) * 0.137, Float(i) * 0.071)
      let across = (flow(x + e, y).0 - flow(x - e, y).0) / (2 * e)
      let down = (flow(x, y + e).1 - flow(x, y - e).1) / (2 * e)
      #expect(abs(across + down) < 0.35, "at \(x), \(y)")
    }
  }

  @Test func seedsAndLanesDiffer() {
    #expect(row(.gradient, 16) != row(.gradient, 16, seed: 6))
    let noise = LatticeNoise(seed: 1)
    let apart = noise.seeded(SIMD8(0, 1, 2, 3, 4, 5, 6, 7))
      .gradient(Lanes(repeating: 0.4), Lanes(repeating: 0.3))
    #expect(Set((0..<8).map { apart[$0] }).count == 8)
    let whole = noise.number(Lanes(0, 0.9, 1, 1.5, 2, 3, 4, -0.5), Lanes(repeating: 2.5))
    #expect(whole[0] == whole[1] && whole[2] == whole[3] && whole[0] != whole[2])
  }
}
