import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster
import Testing
import Variation

@testable import Layouts
@testable import Studio

/// Type on a photo stands where the photo is calm, in a colour that reads, under no more veil than it needs.
@Suite struct PhotoGroundTests {
  /// Stripes of two greys where `busy` holds (in fractions), one grey elsewhere.
  private func photo(_ base: UInt32, _ stripe: UInt32, busy: @escaping (Double, Double) -> Bool) -> Photo {
    let (width, height) = (120, 160)
    func pixel(_ grey: UInt32) -> UInt32 { 0xff00_0000 | grey << 16 | grey << 8 | grey }
    let pixels = (0..<width * height).map { i -> UInt32 in
      let (x, y) = (i % width, i / width)
      let isBusy = busy(Double(x) / Double(width), Double(y) / Double(height))
      return pixel(isBusy && (x / 5 + y / 5) % 2 == 0 ? stripe : base)
    }
    return Photo(name: "p", digest: "d", picture: Bitmap(width: width, height: height, pixels: pixels)) {
      nil
    }
  }

  private func palette() throws -> Palette {
    try Design(Sampler(presets[0].space, seed: 5, plan: .random).variant(at: 1)).palette(presets[0])
  }

  private let whole = Rect(0, 0, 1, 1)

  @Test func evenGroundsNeedNoVeil() throws {
    for grey in [UInt32(10), 245] {
      let ground = PhotoSurvey(photo(grey, grey) { _, _ in false }, crop: whole, frame: whole).ground(
        under: Rect(0.1, 0.1, 0.5, 0.5))
      let remedy = ground.remedy(try palette())
      #expect(remedy.alpha == 0)
      #expect(contrastRatio(remedy.text, ground.mean) >= 4.5)
    }
  }

  /// Light and dark side by side: the veil brings both far enough from the type, and no further.
  @Test func restlessGroundsAreVeiledAsLittleAsCanBe() throws {
    let ground = PhotoSurvey(photo(40, 215) { _, _ in true }, crop: whole, frame: whole).ground(
      under: Rect(0, 0, 1, 1))
    let remedy = ground.remedy(try palette())
    #expect((0.3...0.97).contains(remedy.alpha))
    func under(_ color: SRGB, _ alpha: Double) -> SRGB {
      SRGB(
        color.red + (remedy.veil.red - color.red) * alpha,
        color.green + (remedy.veil.green - color.green) * alpha,
        color.blue + (remedy.veil.blue - color.blue) * alpha)
    }
    let least = [ground.dark, ground.light].map { contrastRatio(remedy.text, under($0, remedy.alpha)) }.min()!
    #expect((5.1...5.6).contains(least), "\(least)")
  }

  @Test(arguments: [true, false]) func typeGoesWhereThePhotoIsCalm(calmBelow: Bool) throws {
    let layout = FullBleed.make { $0 == "place" ? .choice("calm") : nil }
    let picture = photo(200, 90) { _, y in (y < 0.5) == calmBelow }
    let content = Content([
      ContentElement(role: .title, items: ["Blue Hour"], importance: 1),
      ContentElement(role: .date, items: ["Friday"]), ContentElement(role: .image, items: [], photo: picture),
    ])
    let design = try Design(Sampler(presets[0].space, seed: 5, plan: .random).variant(at: 1))
    let job = LayoutJob(
      page: Page(size: Size(210, 280)), content: content, type: design.pair.system, palette: try palette(),
      typesetter: typesetter, stream: design.stream(.layout), art: { _ in [] })
    let page = try layout.compose(job)
    let middle = page.textMarks.map(\.box.center.y).reduce(0, +) / Double(page.textMarks.count)
    #expect(calmBelow == (middle > 140), "the type stands about \(middle) mm")
    #expect(faults(page).isEmpty)
    let scores = try Scores.measure(page, with: typesetter)
    #expect(scores.textContrast >= 4.5 && scores.displayContrast >= 3)
  }
}
