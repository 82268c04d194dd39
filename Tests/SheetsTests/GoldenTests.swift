import Raster
import Studio
import Testing
import Variation

@testable import Sheets

/// Small sheets whose every pixel is kept in `Goldens`. After a wanted change run
/// `MAQUETTE_RECORD=1 swift test --filter Golden`, which records them and fails, and look at the new pictures.
@Suite struct GoldenTests {
  @Test(arguments: ["posters/blue-hour", "posters/form-and-light", "social/summer-market"])
  func sheetsLookAsTheyDid(name: String) throws {
    let sheet = try SheetMaker.make(
      request(name, count: 4, plan: .diverse, page: "240x320px"), in: Workshop(jobs: 2))
    try expectGolden(sheet.bitmap, name.split(separator: "/").last.map(String.init)!)
  }

  /// One variant with its bleed.
  @Test func aTileLooksAsItDid() throws {
    let preset = try preset("posters/blue-hour")
    let planned = try Planner(preset, seed: 4, plan: .sobol).run(count: 1, in: Workshop(jobs: 1))
    let picture = VariantPicture(candidate: planned.tiles[0], preset: preset, dpi: 20)
    try expectGolden(picture.bitmap(Workshop(jobs: 1)), "tile")
  }

  @Test func differencesAreShown() throws {
    let a = Bitmap(width: 2, height: 1, pixels: [0xff00_0000, 0xff10_2030])
    let b = Bitmap(width: 2, height: 1, pixels: [0xff00_0000, 0xff10_2031])
    #expect(difference(a, a).count == 0 && difference(a, b).count == 1)
    #expect(difference(a, b).picture.pixels == [0xff00_0000, 0xff00_0043])
    #expect(difference(a, Bitmap(width: 1, height: 1)).count == 2)
    #expect(sideBySide([a, b]).width == 4 + 8)
  }
}
