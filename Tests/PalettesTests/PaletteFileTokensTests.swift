import Color
import Palettes
import Testing

@Suite struct PaletteFileTokensTests {
  private func read(_ text: String) throws -> SwatchList {
    try PaletteFormat.tokens.read(Array(text.utf8), file: "f")
  }

  @Test func tokensAreWrittenAsTheReportSays() {
    let list = SwatchList(name: "Sea", swatches: [swatch("#ff0000", "Red", share: 0.5)])
    let expected = """
      {
        "Sea": {
          "$type": "color",
          "Red": {
            "$value": {
              "colorSpace": "srgb",
              "components": [
                1,
                0,
                0
              ],
              "alpha": 1,
              "hex": "#ff0000"
            },
            "$extensions": {
              "maquette": {
                "share": 0.5
              }
            }
          }
        }
      }

      """
    #expect(String(decoding: PaletteFormat.tokens.write(list), as: UTF8.self) == expected)
  }

  @Test func everythingReadsBack() throws {
    for list in [awkward, randomList(1000, seed: 4), SwatchList(swatches: [swatch("#123456")])] {
      #expect(try PaletteFormat.tokens.read(PaletteFormat.tokens.write(list), file: "f") == list)
    }
  }

  @Test func groupsPassOnTheirType() throws {
    let list = try read(
      """
      { "brand": { "$type": "color", "$description": "ours",
          "main": { "$value": "#0B1D3A" },
          "grey": { "100": { "$value": "#eee" }, "$root": { "$value": "#808080" } },
          "gap": { "$type": "dimension", "$value": { "value": 4, "unit": "px" } } },
        "size": { "$type": "dimension", "s": { "$value": "#fff" } },
        "loose": { "$type": "color", "$value": "#010203" } }
      """)
    let names = ["brand.main", "brand.grey.100", "brand.grey", "loose"]
    #expect(list.name == nil && list.swatches.map(\.name) == names)
    #expect(hexes(list) == ["#0b1d3a", "#eeeeee", "#808080", "#010203"])
  }

  @Test func anUntypedTokenCountsIfItLooksLikeAColour() throws {
    let list = try read(
      "{g: {a: {$value: '#fff'}, b: {$value: 'bold'}, c: {$value: 3}, d: {$value: '{g.a}'}}}")
    #expect(list.name == "g" && list.swatches == [swatch("#ffffff", "a"), swatch("#ffffff", "d")])
  }

  @Test func aliasesAreFollowed() throws {
    let list = try read(
      """
      { base: { $type: "color", red: { $value: "#f00" } },
        use: { first: { $value: "{use.second}" }, second: { $value: "{base.red}" } } }
      """)
    #expect(hexes(list) == ["#ff0000", "#ff0000", "#ff0000"])
    #expect(
      refusal(.tokens, "{a: {$type: 'color', $value: '{b}'}}")
        == "f:1:30: the alias '{b}' leads to no token of this file")
    #expect(
      refusal(.tokens, "{a: {$type: 'color', $value: '{b}'}, b: {$value: '{a}'}}").contains("leads to itself")
    )
  }

  @Test(arguments: [
    ("srgb", "[1, 0.5, 0]", "#ff8000"), ("srgb", "['none', 0, 1]", "#0000ff"),
    ("srgb-linear", "[1, 0.21586, 0]", "#ff8000"), ("lab", "[50, 0, 0]", "#777777"),
    ("oklab", "[1, 0, 0]", "#ffffff"), ("oklch", "[0.627955, 0.257683, 29.2339]", "#ff0000"),
  ])
  func spaces(space: String, parts: String, hex: String) throws {
    let list = try read("{a: {$type: 'color', $value: {colorSpace: '\(space)', components: \(parts)}}}")
    #expect(hexes(list) == [hex] && list.notes.isEmpty, "\(list.notes)")
  }

  @Test func otherSpacesNeedTheirHex() throws {
    let list = try read(
      "{a: {$type: 'color', $value: {colorSpace: 'hwb', components: [1, 2, 3], hex: '#abc'}}}")
    #expect(
      hexes(list) == ["#aabbcc"] && list.notes == ["colours in 'hwb' were taken from the hex beside them"])
    let sentence = refusal(
      .tokens, "{a: {$type: 'color', $value: {colorSpace: 'hwb', components: [1, 2, 3]}}}")
    #expect(
      sentence.hasPrefix("f:1:43: the colour space 'hwb' is read only with a hex beside it; known are srgb"))
  }

  @Test func whatIsChangedIsNoted() throws {
    let clear = try read(
      "{a: {$type: 'color', $value: {colorSpace: 'srgb', components: [1, 1, 1], alpha: 0.5}}}")
    #expect(clear.notes.count == 1 && clear.notes[0].contains("transparency"))
    let wide = try read("{a: {$type: 'color', $value: {colorSpace: 'oklch', components: [0.7, 0.4, 150]}}}")
    #expect(hexes(wide) == ["#00be58"] && wide.notes.count == 1 && wide.notes[0].contains("outside sRGB"))
  }

  @Test(arguments: [
    ("[]", "f:1:1: expected an object, a token or a group of tokens, found a list"),
    ("{a: 1}", "f:1:5: expected an object, a token or a group of tokens, found a number"),
    ("{}", "f:1:1: the file holds no colour"),
    ("{a: {$type: 7}}", "f:1:13: expected a text as $type, found a number"),
    (
      "{a: {$type: 'color', $value: 7}}",
      "f:1:30: expected #rrggbb or an object as colour 1 ('a'), found a number"
    ),
    ("{a: {$type: 'color', $value: 'red'}}", "f:1:30: expected a colour such as #0b1d3a, found 'red'"),
    ("{a: {$type: 'color', $value: {}}}", "f:1:30: colour 1 ('a') has no colorSpace"),
    ("{a: {$value: {colorSpace: 'srgb'}}}", "f:1:14: colour 1 ('a') needs a list of three components"),
    (
      "{a: {$value: {colorSpace: 'srgb', components: [0, 1]}}}",
      "f:1:47: colour 1 ('a') needs a list of three components"
    ),
    (
      "{a: {$value: {colorSpace: 'srgb', components: [0, 1, 'x']}}}",
      "f:1:54: expected a number or 'none' as a component of colour 1 ('a'), found a text"
    ),
    (
      "{a: {$value: {colorSpace: 'srgb', components: [0, 1, 9]}}}",
      "f:1:14: blue of colour 1 ('a') is 9, outside -1...2"
    ),
    (
      "{a: {$value: {colorSpace: 'srgb', components: [0, 1, 1], alpha: 2}}}",
      "f:1:65: expected an alpha 0...1, found 2"
    ),
    (
      "{a: {$value: {colorSpace: 'srgb', components: [0, 1, 1e999]}}}",
      "f:1:54: the number 1e999 is too large"
    ),
    ("{a: {$value: {colorSpace: 'srgb', components: [0, 1, NaN]}}}", "f:1:54: NaN is not a finite number"),
    ("{a: {$value: '#fff', $extensions: {maquette: {share: 2}}}}", "f:1:54: expected a share 0...1, found 2"),
  ])
  func errors(text: String, sentence: String) { #expect(refusal(.tokens, text) == sentence) }

  @Test func depthAndNamesAreBounded() {
    let deep = String(repeating: "{a:", count: 10_000)
    #expect(refusal(.tokens, deep).contains("nested more than 100 deep"))
    let long = String(repeating: "x", count: 1001)
    #expect(
      refusal(.tokens, "{\(long): {$value: '#fff'}}").contains("more than 1000 bytes in a token's name"))
    #expect(
      refusal(.tokens, "{" + (0...100_000).map { "a\($0):{$value:0}," }.joined() + "}").contains(
        "100000 tokens"))
  }

  @Test func everyTruncationIsRefused() {
    let bytes = PaletteFormat.tokens.write(awkward)
    for count in 0..<bytes.count - 2 { #expect(!refusal(.tokens, Array(bytes[..<count])).isEmpty) }
  }
}
