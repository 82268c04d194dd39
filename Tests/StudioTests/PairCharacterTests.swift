import Canvas
import Composition
import Parameters
import Testing

@testable import Studio

/// What pairs say of their faces is what the installed faces measure.
@Suite struct PairCharacterTests {
  private static let typesetter = Typesetter()

  @Test(arguments: Catalog.entries(of: .type).map(\.name)) func saysTheTruth(name: String) throws {
    let pair = try #require(Catalog.pairs.first { $0.name == name })
    for (family, package) in pair.families { try Self.typesetter.require(Font(family), package: package) }
    let measured = Self.typesetter.face(pair.init().system.display.font).xHeight
    #expect(abs(measured - pair.character.xHeight) < 0.02, "\(name) measures \(measured)")
    #expect((2...5).contains(pair.character.moods.count))
  }

  @Test func thereAreTenPairsAndThreeContrasts() {
    #expect(Catalog.pairs.count >= 10)
    #expect(Set(Catalog.pairs.map { $0.character.contrast.rawValue }).count == 3)
  }
}
