import Canvas
import Composition
import Foundation
import Geometry
import ImageFiles
import Interiors
import Materials
import Parameters
import Raster
import Testing

@testable import Boards
@testable import Studio

/// A folder with a client's pictures, removed when the test lets go of it.
private final class PhotoFolder {
  let path = FileManager.default.temporaryDirectory.path() + "/maquette-boards-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    // Eight upright stripes.
    try put("stripes.png", 96, 96) { x, _ in x / 6 % 2 == 0 ? 0xff20_2020 : 0xffe0_e0e0 }
    try put("speck.png", 24, 24) { _, _ in 0xff80_8080 }
    // A block of 20 x 40 in the middle of nothing, and a white-hearted one on a white ground.
    try put("cut-out.png", 80, 80) { x, y in
      (30..<50).contains(x) && (20..<60).contains(y) ? 0xff90_4030 : 0
    }
    try put("product.png", 80, 80) { x, y in
      guard (30..<50).contains(x), (20..<60).contains(y) else { return 0xfff8_f8f8 }
      return (36..<44).contains(x) && (30..<50).contains(y) ? 0xfff8_f8f8 : 0xff90_4030
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private func put(_ name: String, _ width: Int, _ height: Int, _ pixel: (Int, Int) -> UInt32) throws {
    let pixels = (0..<width * height).map { pixel($0 % width, $0 / width) }
    let bitmap = Bitmap(width: width, height: height, pixels: pixels)
    try writeFile(try encodePNG(bitmap, PNGEncoding()), to: "\(path)/\(name)", overwrite: true)
  }

  func preset(_ text: String) throws -> Preset {
    try Preset(
      bytes: Array(text.utf8), file: "brief.json", files: PresetFiles(FolderAccess(folder: path)))
  }

  func refusal(_ text: String) -> String {
    do {
      _ = try preset(text)
      return "accepted"
    } catch { return "\(error)" }
  }
}

/// Materials and furniture that a client gives by pictures.
@Suite struct PhotoBriefTests {
  private let folder: PhotoFolder

  init() throws { folder = try PhotoFolder() }

  private static let floor = "floor: { name: \"oak\", width: 120, share: 0.3 }"

  private static func text(floor: String = floor, furniture: String? = nil) -> String {
    Sample.text.replacing(Self.floor, with: floor)
      .replacing("{ piece: \"floor-lamp\" }", with: furniture ?? "{ piece: \"floor-lamp\" }")
  }

  private static let stripes =
    "floor: { file: 'stripes.png', width: 400, manner: 'structured', title: 'Stripes', credit: 'Ann', share: 0.3 }"
  private static let pictures = """
    { file: 'cut-out.png', piece: 'armchair', title: 'Shell', width: 0.7, depth: 0.6, height: 0.8, credit: 'Ben' },
    { file: 'product.png', light: true, title: 'Lamp' },
    { file: 'product.png', width: 0.3, depth: 0.3, height: 0.6, title: 'Vase', credit: 'Cy', count: 2 }
    """

  @Test func aPhotoIsAMaterialAtItsScale() throws {
    let preset = try folder.preset(Self.text(floor: Self.stripes))
    let scheme = try Sample.scheme(preset)
    let floor = scheme.samples[3]
    #expect(floor.option.name == "stripes.png" && floor.option.photo?.credit == "Ann")
    // In the room two photos make a tile, and that is 800 mm.
    #expect(scheme.surfaces.floor.material?.tile.width == 800)
    // On the board 40 mm at 1:10 are one photo, and that has eight stripes of each kind.
    let picture = SamplePicture(
      material: floor.option.material, color: floor.color, stream: floor.stream, scale: 10,
      face: Size(40, 20), edge: .card)
    let bitmap = picture.bitmap(crop: Rect(0, 0, 1, 1), width: 54 * 4, height: 34 * 4, pixelsPerMillimetre: 4)
    let row = (0..<160).map { bitmap.pixels[68 * bitmap.width + 28 + $0] & 255 > 128 }
    let changes = zip(row, row.dropFirst()).count { $0 != $1 }
    #expect((14...17).contains(changes), "\(changes)")
  }

  @Test func aPhotoMayBeOneOfSeveralChoices() throws {
    let floor = "floor: { choose: ['oak', { file: 'stripes.png', title: 'Ours' }], share: 0.3 }"
    var preset = try folder.preset(Self.text(floor: floor))
    let item = try #require(preset.brief?.materials[3])
    #expect(item.named == 2 && item.options[1].title == "Ours" && item.options[0].photo == nil)
    try preset.set("material.floor", to: "stripes.png")
  }

  @Test(arguments: Catalog.boards.map { $0.name }) func picturesAreCaptionedKeyedAndCredited(name: String)
    throws
  {
    let preset = try folder.preset(Self.text(floor: Self.stripes, furniture: Self.pictures))
    let type = try #require(Catalog.boards.first { $0.name == name })
    let board = try Sample.board(type, preset)
    let schedule = Schedule(try Sample.scheme(preset), board: preset.name)
    #expect(Set(board.keys) == Set(schedule.keys))
    #expect(schedule.keys.suffix(5) == ["F1", "F2", "F3", "L1", "F4"])
    let entries = schedule.entries.suffix(3).map { $0 }
    #expect(entries.map(\.description) == ["Shell", "Lamp", "Vase"])
    #expect(entries.map(\.size) == ["700 × 600 × 800", "", "300 × 300 × 600"] && entries[2].quantity == "2")
    let credits = Schedule.credits(of: preset.brief!)
    #expect(credits.contains("stripes.png: photo: Ann") && credits.contains("cut-out.png: photo: Ben"))
    #expect(credits.contains("product.png: WARNING: no credit given"))
    let notes = board.textMarks.filter { $0.element == "notes" }.map(\.line.text).joined(separator: " ")
    #expect(notes.contains("M4 photo: Ann") && notes.contains("L1 photo: no credit given"))
  }

  /// The block is 40 of 80 pixels high: drawn at its scale, the whole picture is twice as high as the piece.
  @Test func picturesAreToScaleWithThePieces() throws {
    let preset = try folder.preset(Self.text(furniture: Self.pictures))
    let board = try Sample.board(GalleryGrid.self, preset)
    let heading = try #require(
      board.textMarks.map(\.line.text).first { $0.lowercased().hasPrefix("furniture and lighting 1:") })
    let scale = try #require(Double(heading.split(separator: ":").last!))
    let vase = try #require(board.pictureMarks.first { $0.element == "piece F4" })
    #expect(abs(vase.frame.height * 0.5 - 600 / scale) < 0.05)
    #expect(abs(vase.frame.width * 0.25 - 300 / scale) < 0.05)
  }

  /// With a piece of the library it stands in the room as large as it is; without one it is only shown.
  @Test func aPieceStandsForThePicture() throws {
    let scheme = try Sample.scheme(try folder.preset(Self.text(furniture: Self.pictures)))
    let placed = scheme.furnishing.pieces.filter { ["F3", "L1", "F4"].contains($0.item.key) }
    #expect(placed.map(\.item.key) == ["F3"])
    #expect(placed[0].item.use == .armchair && placed[0].item.piece.size == Vector3(0.7, 0.6, 0.8))
    let all = placed[0].item.piece.solids.map(\.center.z)
    #expect(all.max()! < 0.8)
  }

  @Test func aPlainGroundIsTakenAwayAndNoMore() throws {
    let preset = try folder.preset(Self.text(furniture: Self.pictures))
    let picture = try #require(preset.brief?.furniture[3].picture)
    #expect(picture.isCutOut && preset.brief?.furniture[2].picture?.backdrop == nil)
    let bitmap = picture.bitmap(crop: Rect(0, 0, 1, 1), width: 80, height: 80, pixelsPerMillimetre: 1)
    #expect(bitmap.pixels[0] == 0 && bitmap.pixels[40 * 80 + 20] == 0)
    // White within the piece stays.
    #expect(bitmap.pixels[40 * 80 + 40] == 0xfff8_f8f8 && bitmap.pixels[40 * 80 + 32] == 0xff90_4030)
    let whole = picture.frame(Rect(0, 0, 20, 40))
    #expect(abs(whole.width - 80) < 1.5 && abs(whole.height - 80) < 1.5)
  }

  @Test(arguments: [
    ("floor: { file: 'none.jpg', share: 0.3 }", nil, "materials.floor.file: "),
    ("floor: { file: 'speck.png', share: 0.3 }", nil, "'speck.png': a photo of 24 x 24 pixels is smaller"),
    ("floor: { file: 'stripes.png', width: 9000, share: 0.3 }", nil, "9000 is out of range"),
    ("floor: { choose: [{ file: 'none.jpg' }], share: 0.3 }", nil, "materials.floor.choose[0].file: "),
    (floor, "{ file: 'none.png', title: 'Chair' }", "furniture[2].file: "),
    (
      floor, "{ file: 'cut-out.png', width: 0.5 }",
      "furniture[2]: needs width, depth and height in metres, or none of them, or a 'piece' that stands for it"
    ),
    (floor, "{ file: 'cut-out.png', piece: 'armchare' }", "did you mean 'armchair'?"),
    (floor, "{ file: 'cut-out.png', light: 'yes' }", "furniture[2].light: must be true or false"),
    (floor, "{ title: 'Chair' }", "must be an object such as { piece: \"sofa\", width: 2.2 } or { file"),
  ]) func wrongPicturesAreRefused(floor: String, furniture: String?, reason: String) {
    let refusal = folder.refusal(Self.text(floor: floor, furniture: furniture))
    #expect(refusal.contains(reason), "\(refusal)")
  }
}
