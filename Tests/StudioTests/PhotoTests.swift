import Composition
import Geometry
import ImageFiles
import Raster
import Studio
import Testing

@Suite struct PhotoTests {
  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  /// A ramp from black to white, left to right, as a file beside a preset.
  private func folder() throws -> FolderAccess {
    let ramp = Bitmap(
      width: 256, height: 128, pixels: (0..<256 * 128).map { 0xff00_0000 | UInt32($0 % 256) * 0x10101 })
    try writeFile(try encodePNG(ramp, PNGEncoding()), to: "\(place.path)/ramp.png", overwrite: true)
    return FolderAccess(folder: place.path)
  }

  private func preset(_ image: String, _ access: FolderAccess?) throws -> Preset {
    let text = """
      { maquette: 1, name: "P", format: { page: "A5" },
        content: [{ role: "title", text: "T" }, { role: "image", \(image) }] }
      """
    return try Preset(bytes: Array(text.utf8), file: "p.json", files: access.map { PresetFiles($0) })
  }

  @Test func imagesAreReadWithWhatIsSaidOfThem() throws {
    let photos = try preset(
      "file: 'ramp.png', focus: [0.25, 0.5], credit: 'Ann', license: 'own'", folder()
    ).photos
    let photo = try #require(photos.first)
    #expect(photos.count == 1 && photo.width == 256 && photo.height == 128 && photo.aspect == 2)
    #expect(photo.focus == [Point(0.25, 0.5)] && photo.credit == "Ann" && photo.license == "own")
    #expect(photo.digest.count == 64)
  }

  @Test func cropsShowThatPartOnly() throws {
    let photo = try #require(try preset("file: 'ramp.png'", folder()).photos.first)
    let right = photo.bitmap(crop: Rect(0.5, 0, 0.5, 1), width: 8, height: 8, pixelsPerMillimetre: 1)
    #expect(right.width == 8 && right.height == 8)
    let values = right.pixels.map { Int($0 & 255) }
    #expect(values.min()! >= 120 && values.max()! <= 255 && values[0] < 145 && values[7] > 235)
  }

  /// Larger than any waiting copy: the file's own pixels, not an enlargement.
  @Test func greatSizesGoBackToTheFile() {
    let large = Bitmap(
      width: 4096, height: 8, pixels: (0..<4096 * 8).map { $0 % 2 == 0 ? 0xff00_0000 : 0xffff_ffff })
    let photo = Photo(name: "p", digest: "d", picture: large) { large }
    let shown = photo.bitmap(crop: Rect(0, 0, 1, 1), width: 4096, height: 8, pixelsPerMillimetre: 1)
    #expect(shown == large)
    let small = photo.bitmap(crop: Rect(0, 0, 1, 1), width: 64, height: 8, pixelsPerMillimetre: 1)
    #expect(small.pixels.allSatisfy { (180...195).contains($0 & 255) }, "half of the light is 188 in sRGB")
  }

  @Test(arguments: [
    ("file: 'none.png'", "there is no file 'none.png'"),
    ("file: '../../etc/passwd'", "there is no file|lies outside"),
    ("file: 'ramp.png', focus: [2, 0]", "must be a point such as"),
    ("file: 'ramp.png', text: 'x'", "'text'|is unknown"),
    ("credit: 'Ann'", "is missing"),
  ])
  func problemsAreNamed(image: String, expected: String) throws {
    let access = try folder()
    let error = #expect(throws: PresetError.self) { try preset(image, access) }
    let text = error?.description ?? ""
    #expect(expected.split(separator: "|").contains { text.contains($0) }, "\(text)")
  }

  @Test func withoutAFolderNoFileIsNamed() {
    #expect(throws: PresetError.self) { try preset("file: 'ramp.png'", nil) }
  }
}
