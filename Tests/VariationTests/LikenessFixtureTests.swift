import Foundation
import Raster
import Testing

@testable import Variation

/// Hashes and colour distances against an independent program: `Fixtures/likeness.py`, which also looks for near pairs
/// in finished sheets.
@Suite struct LikenessFixtureTests {
  private struct Fixture: Decodable {
    let hashes: [String]
    /// Two numbers of pictures, the bits that differ and the distance of colours.
    let pairs: [[Double]]
  }

  /// The same formula as the program's.
  private func picture(_ number: Int) -> Thumbnail {
    let k = number + 1
    func code(_ value: Int) -> UInt32 { UInt32((value % 256 / 8 * 255 + 15) / 31) }
    let pixels = (0..<37 * 48).map { i -> UInt32 in
      let (x, y) = (i % 37, i / 37)
      let (dx, dy) = (x - 18, y - 8 * k)
      let (red, green) = (code(x * k * 3 + y * 5), code((dx * dx + dy * dy) / (4 * k)))
      return 0xff00_0000 | red << 16 | green << 8 | code(x * y / k + 40 * number)
    }
    return Thumbnail(Bitmap(width: 37, height: 48, pixels: pixels))
  }

  @Test func anIndependentProgramAgrees() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/likeness.json")
    let fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
    let looks = fixture.hashes.indices.map { Likeness(picture($0)) }
    for (look, hash) in zip(looks, fixture.hashes) {
      // A frequency that is the median but for rounding may fall to either side of it.
      #expect((look.hash.bits ^ UInt64(hash, radix: 16)!).nonzeroBitCount <= 1)
    }
    #expect(fixture.pairs.count == 15)
    for pair in fixture.pairs {
      let (a, b) = (looks[Int(pair[0])], looks[Int(pair[1])])
      #expect(abs(a.hash.distance(to: b.hash) - Int(pair[2])) <= 2)
      #expect(abs(Double(a.colorDistance(to: b)) - pair[3]) < 1e-3)
    }
  }
}
