import Composition
import Glibc
import ImageFiles
import Parameters
import Raster
import Testing

@testable import Studio

/// Exemplars in presets: a filter that works after one, and which one, are open to the planner.
@Suite struct StylePresetTests {
  private func preset(_ parameters: String, style: String) throws -> Preset {
    let folder = try #require(temporaryFolder())
    for (name, fill) in [("a.png", UInt32(0xff80_4020)), ("b.png", 0xff20_4080)] {
      let picture = Bitmap(width: 20, height: 16, fill: fill)
      try writeFile(try encodePNG(picture, PNGEncoding()), to: "\(folder)/\(name)", overwrite: true)
    }
    let text = """
      { maquette: 1, name: "After", format: { page: "A5" }, content: [{ role: "title", text: "Tide" }],
        style: \(style), parameters: { \(parameters) } }
      """
    return try Preset(
      bytes: Array(text.utf8), file: "p.json", files: PresetFiles(FolderAccess(folder: folder)))
  }

  private func problem(_ parameters: String, style: String = "{}") -> String {
    do {
      _ = try preset(parameters, style: style)
      return ""
    } catch { return "\(error)" }
  }

  private let two = "{ exemplars: [{ file: 'a.png', credit: 'A. Holm' }, { file: 'b.png' }] }"

  @Test func exemplarsAreChoices() throws {
    let preset = try preset("'finish.filter': 'style-transfer'", style: two)
    #expect(preset.exemplars.map(\.name) == ["a.png", "b.png"])
    #expect(preset.photos.first?.credit == "A. Holm")
    let slots = try #require(preset.space.group(.filter).components.first).slots
    let slot = try #require(slots.first { $0.declaration.name == "exemplar" })
    #expect(slot.declaration.domain == .integer(1...2))
    #expect((0..<40).allSatisfy { slot.declaration.domain.contains(slot.opening.value(at: Double($0) / 40)) })
    #expect(slots.contains { $0.declaration.name == "strength" && $0.opening.isOpen })
  }

  @Test func settingsCountTheExemplars() throws {
    var preset = try preset("'finish.filter': 'press'", style: two)
    try preset.set("finish.filter", to: "color-transfer")
    try preset.set("finish.exemplar", to: "2")
    #expect(throws: PresetError.self) { try preset.set("finish.exemplar", to: "3") }
  }

  @Test func whatIsMissingIsSaid() {
    #expect(problem("'finish.filter': 'style-transfer'").contains("works after an exemplar: add style"))
    #expect(problem("'finish.filter': '*'").isEmpty)
    #expect(problem("'finish.filter': 'style-transfer', 'finish.exemplar': 3", style: two).contains("1...2"))
    #expect(problem("", style: "{ exemplars: [] }").contains("1...12"))
    #expect(problem("", style: "{ exemplars: [{ file: 'c.png' }] }").contains("c.png"))
    #expect(problem("", style: "{ exemplars: [{ file: 'a.png', focus: [0, 0] }] }").contains("focus"))
  }

  @Test func withoutExemplarsNoneIsDrawn() throws {
    let preset = try preset("'finish.filter': { choose: ['*'] }", style: "{}")
    #expect(!preset.space.group(.filter).components.contains { Catalog.needsExemplar($0.entry.name) })
  }
}

private func temporaryFolder() -> String? {
  var template = Array("/tmp/maquette-style-XXXXXX".utf8CString)
  return mkdtemp(&template).map { String(cString: $0) }
}
