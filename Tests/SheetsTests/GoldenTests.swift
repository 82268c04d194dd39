import Foundation
import ImageFiles
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

/// Compares with the recorded picture; on a difference writes `expected | difference | actual` to a temporary folder.
private func expectGolden(_ actual: Bitmap, _ name: String) throws {
  let file = testsFolder.appending(path: "Goldens/\(name).png")
  if ProcessInfo.processInfo.environment["MAQUETTE_RECORD"] != nil {
    try Data(encodePNG(actual, PNGEncoding())).write(to: file)
    Issue.record("recorded \(name).png; run again without MAQUETTE_RECORD")
    return
  }
  let bytes = try? Data(contentsOf: file)
  let expected = try decodePNG(
    Array(try #require(bytes, "\(name).png is missing; record it with MAQUETTE_RECORD=1")))
  guard expected != actual else { return }
  let (count, picture) = difference(expected, actual)
  let folder = FileManager.default.temporaryDirectory.appending(path: "maquette-goldens")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let shown = folder.appending(path: "\(name).png")
  try Data(encodePNG(sideBySide([expected, picture, actual]), PNGEncoding())).write(to: shown)
  Issue.record("\(name): \(count) of \(actual.pixels.count) pixels differ; see \(shown.path())")
}

/// How many pixels differ, and a picture of by how much: black where equal, at least visible where not.
private func difference(_ a: Bitmap, _ b: Bitmap) -> (count: Int, picture: Bitmap) {
  guard a.width == b.width, a.height == b.height else { return (a.pixels.count, a) }
  var picture = Bitmap(width: a.width, height: a.height, fill: 0xff00_0000)
  var count = 0
  for (index, (p, q)) in zip(a.pixels, b.pixels).enumerated() where p != q {
    count += 1
    for shift in [0, 8, 16] as [UInt32] {
      let (x, y) = (Int(p >> shift & 255), Int(q >> shift & 255))
      picture.pixels[index] |= UInt32(x == y ? 0 : min(255, 63 + 4 * abs(x - y))) << shift
    }
  }
  return (count, picture)
}

private func sideBySide(_ pictures: [Bitmap]) -> Bitmap {
  let gap = 8
  let width = pictures.reduce(gap * (pictures.count - 1)) { $0 + $1.width }
  var sheet = Bitmap(width: width, height: pictures.map(\.height).max() ?? 0, fill: 0xffff_00ff)
  var left = 0
  for picture in pictures {
    for y in 0..<picture.height {
      for x in 0..<picture.width {
        sheet.pixels[y * width + left + x] = picture.pixels[y * picture.width + x]
      }
    }
    left += picture.width + gap
  }
  return sheet
}
