import Parameters
import Raster
import Testing

@testable import Filters

@Suite struct RecolourSlicedTests {
  /// Points of one deviation along each axis around a middle.
  private func points(_ count: Int, _ middle: SIMD3<Float>, _ spread: Float, _ path: String) -> [SIMD3<Float>]
  {
    var stream = SeedStream(seed: 1, path: path)
    return (0..<count).map { _ in
      middle + SIMD3(Float(stream.normal()), Float(stream.normal()), Float(stream.normal())) * spread
    }
  }

  @Test(arguments: [300, 211])
  func rankedPlacesMeetTheTargets(count: Int) {
    let target = points(count, SIMD3(0.6, 0.1, -0.1), 0.05, "target")
    var transport = SlicedTransport(points(300, SIMD3(0.3, 0, 0), 0.02, "source"), target)
    transport.step([SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)])
    for axis in 0..<3 {
      let (own, wanted) = (transport.moved.map { $0[axis] }.sorted(), target.map { $0[axis] }.sorted())
      for rank in [0, 75, 150, 299] {
        let match = wanted[min(count - 1, (2 * rank + 1) * count / 600)]
        #expect(abs(own[rank] - match) < 1e-5)
      }
    }
  }

  @Test func movesAreSharedAndCarriedOn() {
    var field = MoveField()
    for _ in 0..<4000 { field.add(SIMD3(0.2, 0, -0.1), at: SIMD3(0.5, 0.5, 0.5)) }
    let moves = field.spread(sweeps: 4)
    let own = moves[MoveField.node(SIMD3(0.5, 0.5, 0.5))]
    #expect(abs(own.x - 0.2) < 1e-5 && abs(own.z + 0.1) < 1e-5)
    let corner = moves[MoveField.node(SIMD3(1, 0, 1))]
    #expect(abs(corner.x - 0.2) < 1e-3)
  }

  @Test func aMoveIsSharedByNearness() {
    var field = MoveField()
    for _ in 0..<4000 {
      field.add(SIMD3(0.2, 0, 0), at: SIMD3(16.25 / 32, 0.5, 0.5))
      field.add(SIMD3(-0.2, 0, 0), at: SIMD3(17.0 / 32, 0.5, 0.5))
    }
    let move = field.spread()[MoveField.node(SIMD3(17.0 / 32, 0.5, 0.5))]
    #expect(abs(move.x + 0.12) < 0.01)
  }

  @Test func changesKeepTextureAndEdges() {
    var picture = Bitmap(width: 48, height: 40, fill: 0xff40_4040)
    for i in picture.pixels.indices where i % 48 >= 24 { picture.pixels[i] = 0xffc0_c0c0 }
    // A flat change with grain on it; the left half only.
    var changed = picture
    for i in picture.pixels.indices where i % 48 < 24 {
      changed.pixels[i] = i * 7 % 5 < 2 ? 0xff60_4040 : 0xff50_4040
    }
    let result = picture.cleaned(changed, radius: 8, jobs: 1)
    let left = (0..<40).map { Double(result.pixels[$0 * 48 + 12] >> 16 & 255) }
    #expect(deviation(left) < 2.5 && abs(mean(left) - 0x56) < 4)
    #expect(result.pixels.indices.allSatisfy { $0 % 48 < 26 || result.pixels[$0] >> 16 & 255 >= 0xbb })
    #expect(differences(picture.cleaned(changed, radius: 8, jobs: 8), result) == 0)
  }

  @Test func mistakesAreNamed() {
    let picture = Bitmap(width: 2, height: 2, fill: .max)
    #expect(throws: RecolouringError.badRotations(0)) {
      try SlicedTransfer(rotations: 0).cube(from: picture, to: picture)
    }
    #expect(throws: RecolouringError.badStrength(3)) {
      try SlicedTransfer(strength: 3).cube(from: picture, to: picture)
    }
    #expect(throws: RecolouringError.nothingVisible) {
      try SlicedTransfer(rotations: 1).cube(from: picture, to: Bitmap(width: 1, height: 1))
    }
  }
}
