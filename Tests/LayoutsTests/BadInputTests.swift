import Canvas
import Composition
import Geometry
import Parameters
import Raster
import Testing

@testable import Studio

/// What goes wrong in practice: every brief gives good pages or one sentence that names the element and the limit.
@Suite struct BadInputTests {
  private func preset(_ content: String, page: String = "{ page: 'A4' }", language: String = "en")
    throws(PresetError) -> Preset
  {
    let text =
      "{ maquette: 1, name: 'N', language: '\(language)', format: \(page), content: [\(content)] }"
    return try Preset(bytes: Array(text.utf8), file: "n.json")
  }

  private func pages(_ preset: Preset) -> (pages: [Composition], failures: [LayoutFailure]) {
    var (pages, failures): ([Composition], [LayoutFailure]) = ([], [])
    let setter = Typesetter(language: preset.language)
    for layout in layouts {
      for index in 0..<2 {
        do { pages.append(try compose(layout, index, for: preset, with: setter)) } catch {
          if let failure = error as? LayoutFailure { failures.append(failure) }
        }
      }
    }
    return (pages, failures)
  }

  @Test(arguments: [
    ("", "must hold 1...40 elements, not 0"),
    ("{ role: 'title', text: '' }", "content[0].text: must not be empty"),
    ("{ role: 'title', items: [] }", "content[0].items: must be a list of 1...60"),
    ("{ role: 'title', text: 'T', must: true, drop: true }", "contradicts 'drop'"),
    ("{ role: 'title', text: 'T', minSize: 1000 }", "content[0].minSize: must be a number of 4...400"),
    (
      "{ role: 'title', text: 'T' }, { role: 'image', file: 'x.jpg', focus: [2, 0] }",
      "focus: must be a point"
    ),
  ])
  func briefsThatCannotBeAreAnsweredByPlace(content: String, words: String) {
    do {
      _ = try preset(content)
      Issue.record("\(content) is accepted")
    } catch { #expect("\(error)".contains(words), "\(error)") }
  }

  /// Four hundred characters, sixty letters without a break, and other hard titles: most layouts set them.
  @Test(arguments: [
    String(repeating: "All night long we play until dawn. ", count: 11) + "And then some more.",
    String(repeating: "Donaudampf", count: 6), "Jazz ジャズ جاز ג׳אז Τζαζ", "“…” — “?!”", "A", "１２３",
  ])
  func hardTitles(title: String) throws {
    let preset = try preset(
      "{ role: 'title', text: '\(title)' }, { role: 'date', text: 'Friday' }, { role: 'place', text: 'Quay 3' }"
    )
    let (pages, failures) = pages(preset)
    for page in pages { #expect(faults(page).isEmpty, "\(faults(page))") }
    #expect(
      pages.count >= 3 || failures.contains { "\($0)".hasPrefix("title does not fit") },
      "\(title.prefix(20)) is set \(pages.count) times: \(failures.map(\.description).prefix(3))")
    for failure in failures {
      #expect(
        ["title", "list", "quote", "body", "image", "content", "details", "date", "place"].contains {
          "\(failure)".contains($0)
        }, "\(failure)")
    }
  }

  /// A size that the page cannot hold is named, with the size.
  @Test func sizesBeyondThePage() throws {
    let preset = try preset(
      "{ role: 'title', text: 'A title of some length', minSize: 300 }, { role: 'date', text: 'Friday' }",
      page: "{ page: 'card' }")
    let (pages, failures) = pages(preset)
    #expect(pages.filter { !faults($0).isEmpty }.isEmpty)
    let named = failures.map(\.description).filter { $0.contains("title") && $0.contains("300") }
    #expect(!named.isEmpty, "\(Set(failures.map(\.description)))")
  }

  private func photo(_ width: Int, _ height: Int, focus: [Point] = []) -> ContentElement {
    let photo = Photo(
      name: "p", digest: "d", picture: Bitmap(width: width, height: height, fill: 0xff80_6040), focus: focus
    ) { nil }
    return ContentElement(role: .image, items: [], photo: photo)
  }

  /// Marked points at both ends of a picture and a frame that cannot hold both: the picture is shown whole.
  @Test func contradictoryFocus() throws {
    let content = Content([
      ContentElement(role: .title, items: ["Blue Hour"], importance: 1),
      ContentElement(role: .date, items: ["Friday"]), ContentElement(role: .place, items: ["Quay 3"]),
      photo(400, 40, focus: [Point(0.02, 0.5), Point(0.98, 0.5)]),
    ])
    for layout in layouts where layout.refusal(of: content) == nil {
      for index in 0..<3 {
        guard let page = try? compose(layout, index, for: presets[0], content: content) else { continue }
        let mark = try #require(page.pictureMarks.first, "\(layout.name)")
        #expect(mark.crop.left <= 0.02 && mark.crop.right >= 0.98, "\(layout.name) cuts a marked point off")
        #expect(faults(page).isEmpty, "\(layout.name) \(index): \(faults(page))")
      }
    }
  }

  @Test func fortyPicturesInAPoster() throws {
    let content = Content(
      [ContentElement(role: .title, items: ["Forty"], importance: 1)] + (0..<39).map { photo(40 + $0, 60) })
    let served = layouts.filter { $0.refusal(of: content) == nil }
    #expect(served.map { $0.name } == ["collage"])
    for layout in layouts where layout.name != "collage" {
      let reason = layout.refusal(of: content)!.description
      #expect(
        ["image", "body", "list", "quote", "content"].contains { reason.contains($0) },
        "\(layout.name): \(reason)")
    }
    let page = try compose(served[0], 1, for: presets[0], content: content)
    #expect(page.pictureMarks.count == 39 && faults(page).isEmpty)
  }
}
