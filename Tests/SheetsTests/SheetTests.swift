import JSON5
import Geometry
import ImageFiles
import JSON5
import Parameters
import Raster
import Studio
import Testing
import Variation

@testable import Sheets

@Suite struct SheetTests {
  @Test func jobsChangeNoByte() throws {
    let request = try request(count: 6)
    let sheets = try [1, 2, 8].map { try SheetMaker.make(request, in: Workshop(jobs: $0)) }
    let files = try zip(sheets, [1, 2, 8]).map { try file($0, jobs: $1) }
    for (sheet, bytes) in zip(sheets, files) {
      #expect(sheet.bitmap == sheets[0].bitmap && bytes == files[0])
    }
    #expect(sheets[0].bitmap.isOpaque)
    #expect(try decodePNG(files[0]) == sheets[0].bitmap)
  }

  /// Tile 2 of a sheet of 3 is tile 2 of a sheet of 4: the same variant, and where sizes agree the same pixels.
  @Test func countChangesNoTile() throws {
    let workshop = Workshop(jobs: 2)
    let few = try SheetMaker.make(request(count: 3), in: workshop)
    let many = try SheetMaker.make(request(count: 8), in: workshop)
    for (a, b) in zip(few.manifest.tiles, many.manifest.tiles) {
      #expect(
        a.variant == b.variant && a.number == b.number && a.scores.map(\.value) == b.scores.map(\.value))
    }
  }

  @Test func theSheetAloneReplaysItsTiles() throws {
    let sheet = try SheetMaker.make(
      request("posters/form-and-light", count: 3, seed: 5), in: Workshop(jobs: 2))
    let bytes = try file(sheet)
    let manifest = try SheetManifest(png: bytes, file: "sheet.png")
    let picture = try decodePNG(bytes)
    let workshop = Workshop(jobs: 1, language: manifest.preset.language)
    for number in 1...3 {
      let tile = try manifest.tile(number)
      let candidate = try Planner.evaluate(tile.variant, manifest.preset, workshop.typesetter).get()
      let again = try Renderer.bitmap(
        candidate.composition, candidate.design,
        pixelsPerMillimetre: Double(tile.box.width) / manifest.preset.format.size.width,
        width: tile.box.width,
        height: tile.box.height, with: workshop.typesetter)
      #expect(again == picture.cropped(tile.box), "tile \(number)")
    }
  }

  @Test func settingsAreReplayedToo() throws {
    var request = try request(count: 2)
    try request.preset.set("finish.filter", to: "none")
    try request.preset.set("palette.hue", to: "{ range: [10, 20] }")
    let sheet = try SheetMaker.make(request, in: Workshop(jobs: 2))
    let manifest = try SheetManifest(png: file(sheet), file: "sheet.png")
    #expect(manifest.preset.settings.map(\.name) == ["finish.filter", "palette.hue"])
    #expect(manifest.preset.settings.map(\.text) == ["none", "{ range: [10, 20] }"])
    #expect(manifest.json == sheet.manifest.json)
    #expect(manifest.tiles.allSatisfy { $0.variant["finish.filter"] == .choice("none") })
  }

  @Test func anotherSeedIsAnotherSheet() throws {
    let workshop = Workshop(jobs: 2)
    let one = try SheetMaker.make(request(count: 2), in: workshop)
    let two = try SheetMaker.make(request(count: 2, seed: 2), in: workshop)
    #expect(Set(one.manifest.tiles.map(\.variant.id)).isDisjoint(with: two.manifest.tiles.map(\.variant.id)))
  }
}

@Suite struct ManifestTests {
  private func sheet() throws -> Sheet { try SheetMaker.make(request(count: 2), in: Workshop(jobs: 2)) }

  private func png(record text: String) throws -> [UInt8] {
    let record = PNGText(keyword: SheetManifest.keyword, text: text, compressed: true)
    return try encodePNG(Bitmap(width: 2, height: 2), PNGEncoding(texts: [record]))
  }

  private func error(_ bytes: [UInt8]) -> SheetError? {
    do throws(SheetError) {
      _ = try SheetManifest(png: bytes, file: "s.png")
      return nil
    } catch { return error }
  }

  @Test func readsBackWhatItWrote() throws {
    let sheet = try sheet()
    let again = try SheetManifest(png: file(sheet), file: "sheet.png")
    #expect(again.json == sheet.manifest.json)
    #expect(again.tiles.map(\.variant) == sheet.manifest.tiles.map(\.variant))
    #expect(again.tiles.map(\.variant.id) == sheet.manifest.tiles.map(\.variant.id))
    #expect(again.tiles.map(\.box) == sheet.manifest.tiles.map(\.box))
    #expect(again.width == sheet.bitmap.width && again.height == sheet.bitmap.height)
  }

  /// Whole numbers of a real parameter come back as such: 1 in JSON is not the integer 1 here.
  @Test func everyVariantSurvivesJSON() throws {
    let sheet = try sheet()
    var manifest = sheet.manifest
    let sampler = Sampler(Space.whole, seed: 2, plan: .random)
    let drawn = (0..<150).map { sampler.variant(at: UInt32($0)) }
    manifest.tiles = (drawn + ends()).enumerated().map { index, variant in
      var tile = manifest.tiles[0]
      (tile.number, tile.variant) = (index + 1, variant)
      return tile
    }
    let again = try SheetManifest(png: png(record: JSONText.compact(manifest.json)), file: "s.png")
    let wrong = zip(again.tiles, manifest.tiles).count { $0.variant != $1.variant }
    #expect(wrong == 0 && again.tiles.count == manifest.tiles.count)
  }

  /// Every component with all parameters at the ends of their ranges, which are often whole numbers.
  private func ends() -> [Variant] {
    Catalog.entries.filter { Family.planned.contains($0.family) }.flatMap { entry in
      [0, 1.0.nextDown].map { unit in
        let values = entry.parameters.map {
          Variant.NamedValue("\(entry.family.group).\($0.name)", $0.domain.value(at: unit))
        }
        return Variant(values: values, seeds: [.init(entry.family.group, .max)])
      }
    }
  }

  @Test func refusesNewerRecords() throws {
    let text = JSONText.compact(try sheet().manifest.json)
    let newer = text.replacing("{\"maquette\":1,", with: "{\"maquette\":2,", maxReplacements: 1)
    #expect(newer != text)
    #expect(error(try png(record: newer)) == .newer("s.png", version: 2))
  }

  @Test func refusesWhatIsNoSheet() throws {
    let bytes = try file(sheet())
    for part in [0, 7, 8, 33, bytes.count / 2, bytes.count - 1] {
      let found = error(Array(bytes.prefix(part)))
      #expect(
        found?.description.contains("s.png is no contact sheet") == true,
        "\(part) bytes: \(String(describing: found))")
    }
    let plain = try encodePNG(Bitmap(width: 2, height: 2), PNGEncoding())
    #expect(error(plain)?.description.contains("it carries no Maquette manifest") == true)
    for text in [
      "", "[]", "{", "null", "{\"maquette\":1}", "{\"maquette\":\"1\"}", String(repeating: "[", count: 5000),
    ] {
      #expect(error(try png(record: text)) != nil, "\(text.prefix(30))")
    }
  }

  /// A record from elsewhere, with any one piece missing or of another kind, is refused and never traps.
  @Test func refusesDamagedRecords() throws {
    guard case .object(let members) = try sheet().manifest.json else { return }
    let needed = ["maquette", "kind", "name", "preset", "plan", "seed", "width", "height", "tiles"]
    for index in members.indices {
      for value in [nil, JSONTree.null, .string("x"), .array([.null]), .number(-1.5)] as [JSONTree?] {
        var changed = members
        if let value { changed[index].value = value } else { changed.remove(at: index) }
        let found = error(try png(record: JSONText.compact(.object(changed))))
        guard needed.contains(members[index].key) else { continue }
        let isText = ["name", "kind", "plan"].contains(members[index].key) && value == .string("x")
        #expect(found != nil || isText, "\(members[index].key) \(String(describing: value))")
      }
    }
  }

  @Test func namesTheTilesThereAre() throws {
    let manifest = try sheet().manifest
    #expect(throws: SheetError.noTile(3, count: 2)) { try manifest.tile(3) }
    #expect("\(SheetError.noTile(3, count: 2))" == "there is no tile 3; the sheet has tiles 1...2")
  }
}
