import Color
import Composition
import ImageFiles
import Parameters
import JSON5
import Raster
import Styles
import Testing

@testable import Studio

/// Exemplars in presets: a filter that works after one, and which one, are open to the planner.
@Suite struct StylePresetTests {
  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  private func preset(_ parameters: String, style: String) throws -> Preset {
    let folder = place.path
    for (name, fill) in [("a.png", UInt32(0xff80_4020)), ("b.png", 0xff20_4080)] {
      let picture = Bitmap(width: 20, height: 16, fill: fill)
      try writeFile(try encodePNG(picture, PNGEncoding()), to: "\(folder)/\(name)", overwrite: true)
    }
    try writeFile(try profile(newer: false), to: "\(folder)/my.style.json", overwrite: true)
    try writeFile(try profile(newer: true), to: "\(folder)/newer.style.json", overwrite: true)
    let text = """
      { maquette: 1, name: "After", format: { page: "A5" }, content: [{ role: "title", text: "Tide" }],
        style: \(style), parameters: { \(parameters) } }
      """
    return try Preset(
      bytes: Array(text.utf8), file: "p.json", files: PresetFiles(FolderAccess(folder: folder)))
  }

  /// A grainy dark red, as `style learn` writes it.
  private func profile(newer: Bool) throws -> [UInt8] {
    var learner = StyleLearner()
    var state: UInt32 = 3
    let pixels = (0..<64 * 64).map { index -> UInt32 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return 0xff00_0000 | (index % 64 < 12 ? 0xd8a048 : 0x501818) + (state >> 28) * 0x1_0101
    }
    let picture = Bitmap(width: 64, height: 64, pixels: pixels)
    let source = StyleProfile.Picture(file: "red.png", digest: "ab", credit: "Red House")
    try learner.add(picture, from: source, jobs: 1)
    let text = JSONText.pretty(learner.profile(name: "Red", jobs: 1).json)
    return Array((newer ? text.replacing("\"maquette\": 1", with: "\"maquette\": 9") : text).utf8)
  }

  @Test func aProfileSteersPaletteAndFinish() throws {
    let plain = try preset("", style: "{}"), styled = try preset("", style: "'my.style.json'")
    #expect(styled.style?.profile.name == "Red" && styled.style?.digest.count == 64)
    let long = try preset("", style: "{ profile: 'my.style.json' }")
    #expect("\(long.space)" == "\(styled.space)", "a text is short for the object")
    // Reds and the amber accent: whatever rule draws, no hue lies far from them.
    let rules = styled.space.group(.palette).components
    let hue = try #require(rules.flatMap(\.slots).first { $0.declaration.name == "hue" })
    for step in 0..<40 {
      guard case .number(let value) = hue.opening.value(at: Double(step) / 40) else { continue }
      #expect(value < 110 || value > 345, "\(value)")
    }
    func drawn(_ preset: Preset) -> [String] {
      let group = preset.space.group(.filter)
      return (0..<60).map { group.components[group.weights.index(at: Double($0) / 60)].entry.name }
    }
    #expect(!drawn(plain).contains("style-statistics"))
    #expect(drawn(styled).contains("style-statistics") && drawn(styled).contains("film-grain"))
    let fixed = try preset("'finish.filter': 'press'", style: "'my.style.json'")
    #expect(Set(drawn(fixed)) == ["press"], "what the preset says stays")
  }

  @Test func palettesAreDrawnFromTheStyle() throws {
    let styled = try preset("'palette.kind': 'words'", style: "'my.style.json'")
    let words = try #require(styled.space.group(.palette).components.first)
    for name in ["word", "second", "third"] {
      let slot = try #require(words.slots.first { $0.declaration.name == name })
      #expect(slot.opening.value(at: 0.3) == .choice("none"))
    }
    let amber = OKLCH(SRGB(hex: "#d8a048")!).hue, red = OKLCH(SRGB(hex: "#501818")!).hue
    for seed in 1...6 {
      let variant = Variant(
        values: [
          .init("layout.kind", .choice("swiss")), .init("art.kind", .choice("arcs")),
          .init("palette.kind", .choice("words")), .init("palette.word", .choice("none")),
          .init("type.pair", .choice("inter")), .init("finish.filter", .choice("none")),
        ], seeds: Family.planned.map { .init($0.group, UInt32(seed)) })
      let palette = try Design(variant).palette(styled)
      for color in [palette.accent, palette.background] + palette.inks where OKLCH(color).chroma > 0.04 {
        let gaps = [amber, red].map { abs(wrapped(OKLCH(color).hue - $0 + 180) - 180) }
        #expect(gaps.min()! < 30, "\(color.hex)")
      }
    }
  }

  private func wrapped(_ degrees: Double) -> Double {
    degrees - 360 * (degrees / 360).rounded(.down)
  }

  @Test func aProfileIsAnExemplarOfItsOwn() throws {
    let alone = try preset("'finish.filter': 'style-statistics'", style: "'my.style.json'")
    #expect(alone.exemplarCount.pictures == 0 && alone.exemplarCount.hasProfile)
    let both = try preset(
      "'finish.filter': 'style-statistics'",
      style: "{ exemplars: [{ file: 'a.png' }, { file: 'b.png' }], profile: 'my.style.json' }")
    let slot = try #require(
      both.space.group(.filter).components.first?.slots.first { $0.declaration.name == "exemplar" })
    #expect(slot.declaration.domain == .integer(1...3))
    #expect(
      problem("'finish.filter': 'style-transfer'", style: "'my.style.json'").contains(
        "works after an exemplar"))
    #expect(problem("'finish.filter': 'style-statistics'").contains("or style: \"my.style.json\""))
  }

  @Test func profilesThatCannotBeReadAreRefused() {
    #expect(
      problem("", style: "'newer.style.json'").contains("a newer version of Maquette wrote this profile"))
    #expect(problem("", style: "'gone.style.json'").contains("gone.style.json"))
    #expect(problem("", style: "'a.png'").contains("style.profile"))
    #expect(problem("", style: "{ profile: 3 }").contains("must be a text"))
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
