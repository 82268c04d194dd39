import JSON5
import Color
import Composition
import Geometry
import Parameters
import Testing

@testable import Studio

/// A preset in one line, so that what a test adds on the second line has an easy place.
private func text(
  format: String = "{ page: 'A3' }", content: String = "[{ role: 'title', text: 'T' }]", _ rest: String = ""
) -> String {
  "{ maquette: 1, name: 'N', format: \(format), content: \(content),\n\(rest)}"
}

private func read(_ text: String) throws -> Preset { try Preset(bytes: Array(text.utf8), file: "n.json") }

/// The problems of a preset; none if it is read.
private func problems(_ text: String) -> [String] {
  do {
    _ = try read(text)
    return []
  } catch { return (error as? PresetError)?.problems ?? ["\(error)"] }
}

@Suite struct PresetReaderTests {
  /// Each mistake with the beginning of its sentence and words that must stand in it.
  @Test(
    arguments: [
      ("[]", "n.json:1:1: must be an object { ... }, not a list", []),
      ("{ name: 'N' }", "n.json:1:1: ", ["maquette: 1"]),
      ("{ maquette: 2 }", "n.json:1:13: maquette: this engine reads version 1", []),
      (text("titel: 1"), "n.json:2:1: titel: is unknown", ["(known: maquette, name, format"]),
      (text("formt: 1"), "n.json:2:1: formt: is unknown; did you mean 'format'?", []),
      (text("board: {}"), "n.json:1:1: room: is missing", []),
      (text("where: 'x'"), "n.json:2:8: where: 'x', column 1: 'x' is unknown", []),
      (text("room: {}"), "n.json:2:7: room.type: is missing", []),
      (
        text("style: { words: ['calmm'] }"), "n.json:2:18: style.words[0]: 'calmm' is no known word",
        ["'calm'"]
      ),
      (
        text("style: { palette: { lock: ['red'] } }"), "n.json:2:28: style.palette.lock[0]: must be a colour",
        []
      ),
      (
        text("style: { palette: { lock: 'x' } }"),
        "n.json:2:27: style.palette.lock: must be a list of at most 5", []
      ),
      (text("language: 3"), "n.json:2:11: language: must be a text, not a number", []),
      (text("name: ''"), "n.json:2:1: the key 'name' stands here again, first at 1:16", []),
      (text(format: "{ page: 'A9' }"), "n.json:1:43: format.page: 'A9' is no page size", ["1080x1350px"]),
      (text(format: "{ }"), "n.json:1:35: format: needs either 'page'", []),
      (text(format: "{ page: 'A3', size: '9x9px' }"), "n.json:1:35: format: needs either 'page'", []),
      (text(format: "{ page: 'A3', orientation: 'flat' }"), "n.json:1:62: format.orientation: must be", []),
      (
        text(format: "{ page: 'A3', bleed: '3 miles' }"),
        "n.json:1:56: format.bleed: must be a length of 0...50", []
      ),
      (
        text(format: "{ page: 'A3', bleed: -1 }"), "n.json:1:56: format.bleed: must be a length of 0...50", []
      ),
      (text(content: "[]"), "n.json:1:60: content: must hold 1...40 elements, not 0", []),
      (text(content: "{}"), "n.json:1:60: content: must be a list", []),
      (
        text(content: "[{ role: 'date', text: 'D' }]"),
        "n.json:1:60: content: has no element with the role 'title'", []
      ),
      (
        text(content: "[{ role: 'titel', text: 'D' }]"),
        "n.json:1:69: content[0].role: 'titel' is no role; did you mean 'title'?", ["(roles: title, "]
      ),
      (
        text(content: "[{ role: 'title', text: 'T' }, { role: 'swatches', text: 'x' }]"),
        "n.json:1:111: content[1].text: ", []
      ),
      (
        text(content: "[{ role: 'title', text: ' ' }]"), "n.json:1:84: content[0].text: must not be empty", []
      ),
      (
        text(content: "[{ role: 'title', text: 'a\\nb' }]"),
        "n.json:1:84: content[0].text: must not hold control characters", []
      ),
      (
        text(content: "[{ role: 'title', text: 'T', items: [] }]"),
        "n.json:1:61: content[0]: needs either 'text' or 'items'", []
      ),
      (
        text(content: "[{ role: 'title', text: 'T', drop: true, must: true }]"),
        "n.json:1:107: content[0].must: contradicts 'drop'", []
      ),
      (
        text(content: "[{ role: 'title', text: 'T', importance: 2 }]"),
        "n.json:1:101: content[0].importance: must be a number of 0...1", []
      ),
      (
        text(content: "[{ role: 'title', text: 'T', drop: 1 }]"),
        "n.json:1:95: content[0].drop: must be true or false", []
      ),
      (text("parameters: []"), "n.json:2:13: parameters: must be an object", []),
      (
        text("parameters: { 'art.knd': 'x' }"),
        "n.json:2:15: parameters[\"art.knd\"]: is unknown; did you mean 'art.kind'?", []
      ),
      (
        text("parameters: { 'art.kind': 'contour' }"),
        "n.json:2:27: parameters[\"art.kind\"]: 'contour' is unknown; did you mean 'contours'?",
        ["(choices: "]
      ),
      (
        text("parameters: { 'art.kind': { choose: ['contours', 'x'] } }"),
        "n.json:2:50: parameters[\"art.kind\"].choose[1]: 'x' is unknown", []
      ),
      (
        text("parameters: { 'art.kind': { choose: ['contours'], weights: [1, 2] } }"),
        "n.json:2:60: parameters[\"art.kind\"].weights: must be 1 numbers", []
      ),
      (
        text("parameters: { 'finish.grain': 1.5 }"),
        "n.json:2:31: parameters[\"finish.grain\"]: 1.5 is out of range: grain of 'press' takes number 0...1",
        []
      ),
      (
        text("parameters: { 'finish.grain': 'much' }"),
        "n.json:2:31: parameters[\"finish.grain\"]: \"much\" is out of range", []
      ),
      (
        text("parameters: { 'finish.grain': { range: [0, 2] } }"),
        "n.json:2:40: parameters[\"finish.grain\"].range: [0,2] is out of range", ["0...1"]
      ),
      (
        text("parameters: { 'finish.grain': { range: [1, 0] } }"),
        "n.json:2:40: parameters[\"finish.grain\"].range: must be two numbers [low, high]", []
      ),
      (
        text("parameters: { 'finish.grain': { sweep: [1, 0] } }"),
        "n.json:2:33: parameters[\"finish.grain\"].sweep: is unknown", []
      ),
      (
        text("parameters: { 'palette.kind': 'tonal', 'palette.paper': 'mint' }"),
        "n.json:2:40: parameters[\"palette.paper\"]: none of the chosen components has this parameter (it belongs to spot, duotone, riso)",
        []
      ),
    ] as [(String, String, [String])])
  func saysWhatIsWrongAndWhere(text: String, start: String, words: [String]) throws {
    let all = problems(text)
    let first = try #require(all.first { $0.hasPrefix(start) }, "\(all)")
    for word in words { #expect(first.contains(word), "\(first)") }
  }

  @Test func listsAllProblemsInTheOrderOfTheFile() {
    let found = problems(
      """
      { maquette: 1,
        format: { page: "A99" },
        content: [{ role: "titl", text: "T" }],
        parameters: {
          "art.nothing": 1,
          "finish.grain": 7,
        } }
      """)
    let places = ["n.json:1:1: name", "n.json:2:19: ", "n.json:3:21: ", "n.json:5:5: ", "n.json:6:21: "]
    #expect(found.count == places.count, "\(found)")
    for (problem, place) in zip(found, places) { #expect(problem.hasPrefix(place), "\(problem)") }
  }

  @Test func readsWhatTheFormatAllows() throws {
    let preset = try read(
      text(
        format: "{ page: 'a4', orientation: 'landscape', bleed: '0.125in' }",
        content:
          "[{ role: 'title', text: 'It\\'s \"so\" - here', importance: 0.9 }, { role: 'list', items: ['a', 'b'], drop: true, minSize: 9 }]",
        """
        language: 'de', style: { palette: { lock: ['#0b1d3a', '#FFF'] } },
        parameters: { 'palette.kind': { choose: ['*'] }, 'finish.filter': 'press', 'finish.grain': 0.5,
          'finish.misregistration': { range: [0.1, 0.2] }, 'finish.grain-size': { choose: [0.1, 0.5], weights: [1, 3] } },
        """))
    #expect(preset.format.size == Size(297, 210) && abs(preset.format.bleed - 3.175) < 1e-9)
    #expect(preset.lockedColors == [SRGB(hex: "#0b1d3a")!, .white] && preset.language == "de")
    #expect(preset.content.elements[1].mayDrop && preset.content.elements[1].minimumSize == 9)
    #expect(preset.content.elements[0].text == "It’s „so“ – here", "\(preset.content.elements[0].text)")
    let finish = preset.space.group(.filter)
    #expect(finish.components.map(\.entry.name) == ["press"])
    func opening(_ name: String) throws -> Opening {
      try #require(finish.components[0].slots.first { $0.declaration.name == name }).opening
    }
    for unit in [0, 0.3, 0.99] {
      #expect(try opening("grain").value(at: unit) == .number(0.5))
      #expect(
        try preset.format.dpi == 300
          && [.number(0.1), .number(0.5)].contains(opening("grain-size").value(at: unit)))
      guard case .number(let v) = try opening("misregistration").value(at: unit) else { continue }
      #expect((0.1...0.2).contains(v))
    }
    #expect(preset.space.group(.palette).components.count == Catalog.entries(of: .palette).count)
  }

  @Test func windowsFilesAreFine() throws {
    let plain = text("language: 'en'")
    let marked = "\u{FEFF}" + plain.replacing("\n", with: "\r\n")
    #expect(try read(marked).source == read(plain).source)
    #expect(
      problems("\u{FEFF}" + text("nope: 1").replacing("\n", with: "\r\n"))[0].hasPrefix("n.json:2:1: nope"))
  }

  /// What a sheet keeps of its preset must read back as the same preset.
  @Test func sourceReadsBack() throws {
    let preset = try read(text("parameters: { 'art.kind': 'contours', 'finish.grain': { range: [0, 0.5] } }"))
    let again = try Preset(bytes: Array(JSONText.compact(preset.source).utf8), file: "again")
    #expect(again.source == preset.source && again.format == preset.format && again.content == preset.content)
  }
}

@Suite struct SettingTests {
  private func preset(_ rest: String = "") throws -> Preset { try read(text(rest)) }

  @Test func fixesOneParameter() throws {
    var preset = try preset()
    try preset.set("art.kind", to: "contours")
    try preset.set("finish.grain", to: "0.25")
    try preset.set("palette.hue", to: "{ range: [10, 20] }")
    #expect(preset.space.group(.generator).components.map(\.entry.name) == ["contours"])
    #expect(preset.settings.map(\.name) == ["art.kind", "finish.grain", "palette.hue"])
    let press = preset.space.group(.filter).components.first { $0.entry.name == "press" }
    #expect(press?.slots.first { $0.declaration.name == "grain" }?.opening.value(at: 0.9) == .number(0.25))
  }

  @Test func theLastWordCounts() throws {
    var preset = try preset("parameters: { 'palette.kind': 'tonal' }")
    try preset.set("palette.kind", to: "spot")
    #expect(preset.space.group(.palette).components.map(\.entry.name) == ["spot"])
    try preset.set("palette.kind", to: "{ choose: ['tonal', 'spot'], weights: [0, 1] }")
    #expect(preset.space.group(.palette).components.count == 2)
    #expect(preset.space.group(.palette).weights.index(at: 0.1) == 1)
  }

  @Test(arguments: [
    (
      "art.knd", "contours",
      "--set art.knd:1:1: parameters[\"art.knd\"]: is unknown; did you mean 'art.kind'?"
    ),
    (
      "art.kind", "contour",
      "--set art.kind:1:1: parameters[\"art.kind\"]: 'contour' is unknown; did you mean 'contours'?"
    ),
    (
      "finish.grain", "2",
      "--set finish.grain:1:1: parameters[\"finish.grain\"]: 2 is out of range: grain of 'press' takes number 0...1"
    ),
    ("", "1", "--set :1:1: parameters[\"\"]: is unknown"),
  ])
  func refusesWhatAPresetWould(name: String, value: String, start: String) throws {
    var preset = try preset()
    let error = #expect(throws: PresetError.self) { try preset.set(name, to: value) }
    #expect(error?.description.hasPrefix(start) == true, "\(error?.description ?? "")")
    #expect(preset.settings.isEmpty)
  }
}
