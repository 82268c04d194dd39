import Canvas
import Composition
import Geometry
import Parameters
import Raster
import Studio
import Testing

@testable import Sheets

/// Every filter, generator and material at its defaults, small, side by side in one golden picture each: what no
/// test of one property would notice still moves a pixel.
@Suite struct CatalogGoldenTests {
  @Test func filtersLookAsTheyDid() throws {
    let typesetter = Typesetter()
    let landscape = GeneratorPicture("strata", scheme: .house[2], seed: 3)!
    let scene = try landscape.bitmap(Size(24, 18), width: 64, height: 48, with: typesetter)
    let artwork = GeneratorPicture("contours", scheme: .house[1], seed: 1)!
    let exemplar = Photo(
      name: "", digest: "",
      picture: try artwork.bitmap(Size(24, 24), width: 64, height: 64, with: typesetter)
    ) { nil }
    let context = FilterContext(
      pixelsPerMillimetre: 64 / 24, stream: SeedStream(seed: 1, path: "finish"), exemplars: [exemplar])
    let tiles = Catalog.entries(of: .filter).map { entry in
      Catalog.filter(entry.name) { _ in nil }!.apply(to: .shallow(scene), context).bitmap()
    }
    try expectGolden(grid(tiles), "filters")
  }

  @Test func generatorsLookAsTheyDid() throws {
    let typesetter = Typesetter()
    let tiles = try Catalog.entries(of: .generator).map { entry in
      try GeneratorPicture(entry.name, seed: 1)!.bitmap(
        Size(120, 160), width: 48, height: 64, with: typesetter)
    }
    try expectGolden(grid(tiles), "generators")
  }

  @Test func materialsLookAsTheyDid() throws {
    let tiles = Catalog.entries(of: .material).map { entry in
      let picture = MaterialPicture(entry.name, seed: 1)!
      return picture.bitmap(pixelsPerMillimetre: 40 / picture.sampleSide, width: 40, height: 40)
    }
    try expectGolden(grid(tiles), "materials")
  }
}

/// Pictures of one size, eight to a row.
private func grid(_ tiles: [Bitmap]) -> Bitmap {
  let (width, height) = (tiles[0].width, tiles[0].height)
  var sheet = Bitmap(width: 8 * width, height: (tiles.count + 7) / 8 * height, fill: ~0)
  for (index, tile) in tiles.enumerated() {
    precondition(tile.width == width && tile.height == height)
    for y in 0..<height {
      let start = (index / 8 * height + y) * sheet.width + index % 8 * width
      for x in 0..<width { sheet.pixels[start + x] = tile.pixels[y * width + x] }
    }
  }
  return sheet
}
