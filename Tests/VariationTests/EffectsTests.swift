import Composition
import Elementary
import Foundation
import Testing

@testable import Parameters
@testable import Studio
@testable import Variation

@Suite struct EffectsTests {
  @Test func ishigamiIsExplained() {
    // Ishigami and Homma (1990) with a 7, b 0.1 on -pi...pi; the shares are known in closed form.
    func ishigami(_ x: [Double]) -> [Double] {
      let x = x.map { ($0 * 2 - 1) * Double.pi }
      let wave = Exact.sin(x[1])
      return [Exact.sin(x[0]) + 7 * wave * wave + 0.1 * x[2] * x[2] * x[2] * x[2] * Exact.sin(x[0])]
    }
    let points = (0..<4096 as Range<UInt32>).map { n in
      (0..<6).map { SobolPoints.plain(index: n, dimension: $0) }
    }
    let indices = SobolIndices(
      a: points.map { ishigami(Array($0[..<3])) }, b: points.map { ishigami(Array($0[3...])) },
      mixed: (0..<3).map { input in
        points.map { point in ishigami((0..<3).map { $0 == input ? point[$0 + 3] : point[$0] }) }
      })
    for (found, known) in zip(indices.first, [0.3139, 0.4424, 0]) { #expect(abs(found - known) < 0.02) }
    for (found, known) in zip(indices.total, [0.5576, 0.4424, 0.2437]) { #expect(abs(found - known) < 0.02) }
  }

  @Test func componentsOfAResultAddUp() {
    // One input drives the first component, the other one the second, three times as far.
    let points = (0..<256 as Range<UInt32>).map { n in
      (0..<4).map { SobolPoints.plain(index: n, dimension: $0) }
    }
    func result(_ x: Double, _ y: Double) -> [Double] { [x, 3 * y] }
    let indices = SobolIndices(
      a: points.map { result($0[0], $0[1]) }, b: points.map { result($0[2], $0[3]) },
      mixed: [points.map { result($0[2], $0[1]) }, points.map { result($0[0], $0[3]) }])
    #expect(abs(indices.first[0] - 0.1) < 0.02 && abs(indices.total[1] - 0.9) < 0.03)
    let still = SobolIndices(a: [[1], [1]], b: [[1], [1]], mixed: [[[1], [1]]])
    #expect(still.first == [0] && still.total == [0])
  }

  @Test func whatIsLockedHasNoEffect() throws {
    let preset = preset()
    var effects = Effects(preset, locks: try Locks(["palette", "type"], in: preset.space), seed: 1)
    (effects.trajectories, effects.pairs) = (2, 2)
    let found = effects.measure(in: Workshop(jobs: 2))
    #expect(found.map(\.group) == ["layout", "art", "palette", "type", "finish"])
    for effect in found {
      let isLocked = ["palette", "type"].contains(effect.group)
      #expect(isLocked ? effect.mean == 0 && effect.total == 0 : true, "\(effect)")
    }
    #expect(found[0].mean > 0.1 && found[1].mean > 0.1)
    #expect(effects.measure(in: Workshop(jobs: 1)) == found)
  }
}
