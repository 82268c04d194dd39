import Canvas
import Composition
import Geometry
import Parameters
import Raster
import Testing

@testable import Studio

@Suite struct PictureTests {
  /// A grey photo with one bright disc at (u, v).
  private func photo(_ width: Int, _ height: Int, disc: Point? = nil, focus: [Point] = []) -> Photo {
    let pixels = (0..<width * height).map { i -> UInt32 in
      guard let disc else { return 0xff80_8080 }
      let dx = Double(i % width) - disc.x * Double(width), dy = Double(i / width) - disc.y * Double(height)
      return dx * dx + dy * dy < Double(height * height) / 60 ? 0xffff_4010 : 0xff80_8080
    }
    return Photo(
      name: "p", digest: "d", picture: Bitmap(width: width, height: height, pixels: pixels), focus: focus
    ) { nil }
  }

  private func image(_ photo: Photo, drop: Bool = false) -> ContentElement {
    ContentElement(role: .image, items: [], mayDrop: drop, photo: photo)
  }

  @Test func cropsGoWhereInterestLies() throws {
    for (u, side) in [(0.12, -1.0), (0.88, 1.0)] {
      let crop = try #require(photo(192, 64, disc: Point(u, 0.5)).crop(aspect: 1))
      #expect(abs(crop.width - 1.0 / 3) < 1e-9 && crop.height == 1)
      #expect((crop.center.x - 0.5) * side > 0.1, "the disc at \(u) is in \(crop)")
    }
  }

  /// A cut never passes through a marked point, whatever the shape; where no cut can hold them all there is none.
  @Test func cutsKeepMarkedPoints() {
    let marks = [[Point(0.05, 0.5)], [Point(0.97, 0.1)], [Point(0.3, 0.2), Point(0.6, 0.9)], [Point(1, 1)]]
    for focus in marks {
      for aspect in [0.3, 0.7, 1, 1.6, 4] {
        guard let crop = photo(120, 90, disc: Point(0.5, 0.5), focus: focus).crop(aspect: aspect) else {
          continue
        }
        #expect(focus.allSatisfy { crop.inset(by: -1e-9).contains($0) }, "\(focus) in \(crop)")
        #expect(crop.left > -1e-9 && crop.right < 1 + 1e-9 && crop.top > -1e-9 && crop.bottom < 1 + 1e-9)
      }
    }
    #expect(photo(100, 100, focus: [Point(0.1, 0.5), Point(0.9, 0.5)]).crop(aspect: 0.4) == nil)
  }

  private func brief(_ more: [ContentElement]) -> Content {
    Content([ContentElement(role: .title, items: ["Blue Hour"], importance: 1)] + more)
  }

  private func marks(_ composition: Composition) -> [PictureMark] {
    composition.layers.flatMap(\.marks).compactMap { if case .picture(let mark) = $0 { mark } else { nil } }
  }

  /// A picture takes the place of artwork in every layout that serves the brief, and who made it is said.
  @Test(arguments: layouts.indices) func layoutsPlaceThePicture(layout: Int) throws {
    let made = Photo(
      name: "p", digest: "d", picture: Bitmap(width: 60, height: 40), credit: "Ann Lee"
    ) { nil }
    let content = brief([
      image(made), ContentElement(role: .date, items: ["Friday"]),
      ContentElement(role: .place, items: ["Quay 3"]),
    ])
    guard layouts[layout].refusal(of: content) == nil else { return }
    var placed = 0
    for index in 0..<8 {
      guard let page = try? compose(layouts[layout], index, for: presets[0], content: content) else {
        continue
      }
      placed += 1
      #expect(marks(page).count == 1, "\(layouts[layout].name) \(index)")
      #expect(
        page.textMarks.contains { $0.line.text.contains("Ann Lee") }, "\(layouts[layout].name) \(index)")
      #expect(faults(page).isEmpty)
    }
    #expect(placed > 0, "\(layouts[layout].name) never places it")
  }

  /// Pictures of any shape and number are placed or refused in words; none is lost in silence.
  @Test(arguments: [(1, 5000), (5000, 1), (1, 1), (60, 40)]) func oddPictures(width: Int, height: Int) throws
  {
    let odd = photo(width, height)
    for layout in layouts {
      for count in [1, 2, 40] {
        let content = brief(
          (0..<count).map { _ in image(odd) } + [ContentElement(role: .date, items: ["Friday"])])
        if let refusal = layout.refusal(of: content) {
          #expect(!refusal.description.isEmpty)
          continue
        }
        do {
          let page = try compose(layout, 1, for: presets[0], content: content)
          #expect(marks(page).count == count, "\(layout.name) with \(count) of \(width)x\(height)")
          #expect(
            marks(page).allSatisfy { $0.frame.width > 0 && $0.frame.height > 0 && $0.frame.width.isFinite })
          #expect(faults(page).isEmpty, "\(layout.name) with \(count) of \(width)x\(height): \(faults(page))")
        } catch let failure as LayoutFailure {
          #expect(!failure.description.isEmpty)
        }
      }
    }
  }

  @Test func logosStandAmongTheDetails() throws {
    let logo = ContentElement(role: .logo, items: [], photo: photo(1, 1))
    for layout in layouts {
      let content = brief([ContentElement(role: .date, items: ["Friday"]), logo])
      guard layout.refusal(of: content) == nil else { continue }
      for index in 0..<3 {
        guard let page = try? compose(layout, index, for: presets[0], content: content) else { continue }
        let mark = try #require(marks(page).first, "\(layout.name) \(index) lost the logo")
        #expect(page.page.trim.contains(mark.frame, tolerance: 1e-6) && mark.element == "logo")
        #expect(
          page.textMarks.allSatisfy { $0.box.intersection(mark.frame) == nil }, "\(layout.name) \(index)")
      }
    }
  }

  @Test func refusalsSayWhatIsMissing() {
    let bare = brief([])
    let reasons = layouts.compactMap { layout in layout.refusal(of: bare).map { (layout.name, "\($0)") } }
    let names = reasons.map(\.0)
    #expect(Set(names).isSuperset(of: ["quote", "collage", "timetable", "editorial", "cards"]))
    #expect(reasons.first { $0.0 == "quote" }?.1.contains("quote") == true)
    #expect(reasons.first { $0.0 == "collage" }?.1.contains("two pictures") == true)
  }
}
