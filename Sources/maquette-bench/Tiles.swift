import Geometry
import ImageFiles
import Sheets
import Studio
import Variation

extension Task {
  static let tiles = Task(
    name: "tiles", usage: "DIR", summary: "writes the 36 tiles of the demo sheet as single pictures",
    run: { words in
      guard words.count == 1 else { throw Misuse("tiles takes a folder") }
      try makeFolder(words[0])
      try writeTiles(to: words[0])
      return 0
    })
}

/// The pictures as they stand on the sheet, named by number and id.
private func writeTiles(to folder: String) throws {
  let request = try DemoSheet.request()
  let workshop = Workshop(jobs: Workshop.cores, language: request.preset.language)
  let planned = try SheetMaker.plan(request, in: workshop)
  let plan = try SheetMaker.place(planned, request)
  let results = workshop.map(planned.tiles.count) { index, typesetter in
    Result {
      let (tile, box) = (planned.tiles[index], plan.boxes[index])
      let bitmap = try Renderer.bitmap(
        tile.composition, tile.design,
        pixelsPerMillimetre: Double(box.width) / request.preset.format.size.width,
        width: box.width, height: box.height, with: typesetter)
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      try writeFile(
        encodePNG(bitmap, PNGEncoding()), to: "\(folder)/\(number)-\(tile.variant.id).png", overwrite: true)
    }
  }
  for result in results { try result.get() }
}
