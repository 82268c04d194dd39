import Color
import JSON5
import Palettes
import Testing

@Suite struct PaletteFileTextTests {
  @Test func gplIsWrittenAsGIMPWritesIt() {
    let list = SwatchList(
      name: "Blue\nHour", swatches: [swatch("#0b1d3a", "Ink\tand\r\nwater"), swatch("#ffffff")])
    let text = "GIMP Palette\nName: Blue Hour\nColumns: 0\n#\n11 29 58\tInk and  water\n255 255 255\n"
    #expect(String(decoding: PaletteFormat.gpl.write(list), as: UTF8.self) == text)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func gplIsReadWithAllLineEnds(end: String) throws {
    let lines = [
      "\u{FEFF}GIMP Palette", "Name: Sea", "Columns: 16", "# a: comment", "", "  0  32 255  Deep sea 7 ",
      "1\t2\t3", "255 255 255\tName: white",
    ]
    let list = try PaletteFormat.gpl.read(Array(lines.joined(separator: end).utf8), file: "f")
    #expect(
      list
        == SwatchList(
          name: "Sea",
          swatches: [swatch("#0020ff", "Deep sea 7"), swatch("#010203"), swatch("#ffffff", "Name: white")]))
  }

  @Test(arguments: [
    ("", "f:1:1: expected the line 'GIMP Palette', found nothing"),
    ("GIMP palette\n", "f:1:1: expected the line 'GIMP Palette', found 'GIMP palette'"),
    ("GIMP Palette\n", "f:1:1: the file holds no colour"),
    ("GIMP Palette\n1 2 256 x", "f:2:5: blue is 256, outside 0...255"),
    ("GIMP Palette\r\nName: x\r\n1 -2 3", "f:3:3: expected a whole number for green, found '-2 3'"),
    ("GIMP Palette\n1 2", "f:2:4: expected a whole number for blue, found the end of the line"),
    ("GIMP Palette\n1 2 3.5", "f:2:6: expected a space and the name, found '.5'"),
    ("GIMP Palette\n1 2 99999999999999999999 x", "f:2:5: blue is 99999999999999999999, outside 0...255"),
    (
      "GIMP Palette\nChannels: RGBA\n1 2 3 4",
      "f:2:1: 'Channels: RGBA' is not read; export the palette as RGB"
    ),
    ("GIMP Palette\nColour: x\n1 2 3", "f:2:1: expected a whole number for red, found 'Colour: x'"),
  ])
  func gplErrors(text: String, sentence: String) { #expect(refusal(.gpl, text) == sentence) }

  @Test func bytesThatAreNoUTF8AreRefusedInPlace() {
    let latin = Array("GIMP Palette\r\n1 2 3 caf".utf8) + [0xE9, 0x0A]
    #expect(refusal(.gpl, latin) == "f:2:10: byte 0xE9 is not UTF-8; save the file as UTF-8")
    #expect(
      refusal(.gpl, latin, file: "a\nb") == "a\\nb:2:10: byte 0xE9 is not UTF-8; save the file as UTF-8")
  }

  @Test func gplNamesReadBack() throws {
    for list in [awkward, randomList(2000, seed: 3)] {
      let back = try PaletteFormat.gpl.read(PaletteFormat.gpl.write(list), file: "f")
      #expect(back.name == list.name && back.swatches.map(\.name) == list.swatches.map(\.name))
      #expect(back.swatches.map(\.color) == list.swatches.map(\.color))
    }
  }

  @Test(arguments: [
    ("0b1d3a\nFFFFFF\n", ["#0b1d3a", "#ffffff"]), ("#0b1d3a,#fff;  #ABC", ["#0b1d3a", "#ffffff", "#aabbcc"]),
    ("\u{FEFF}\r\n\r\n#123456\r\n", ["#123456"]), ("#12345678", ["#123456"]), ("#123456ff", ["#123456"]),
  ])
  func hexLists(text: String, hexes expected: [String]) throws {
    let list = try PaletteFormat.hex.read(Array(text.utf8), file: "f")
    #expect(hexes(list) == expected)
    #expect(list.notes.isEmpty == (text != "#12345678"))
  }

  @Test func aHexListMayHaveNames() throws {
    let text = "#0b1d3a decade of ink \n#fff, #000 night, or so"
    let list = try PaletteFormat.hex.read(Array(text.utf8), file: "f")
    #expect(
      list.swatches == [
        swatch("#0b1d3a", "decade of ink"), swatch("#ffffff"), swatch("#000000", "night, or so"),
      ])
  }

  @Test(arguments: [
    ("", "f:1:1: the file holds no colour"),
    ("#0b1d3a\n  ink #fff", "f:2:3: expected a colour such as #0b1d3a, found 'ink'"),
    ("bad", "f:1:1: expected a colour such as #0b1d3a, found 'bad'"),
    ("#0b1d3", "f:1:1: expected a colour such as #0b1d3a, found '#0b1d3'"),
    ("#１２３４５６", "f:1:1: expected a colour such as #0b1d3a, found '#１２３４５６'"),
    ("#123456zz", "f:1:1: expected a colour such as #0b1d3a, found '#123456zz'"),
  ])
  func hexListErrors(text: String, sentence: String) { #expect(refusal(.hex, text) == sentence) }

  @Test func aHexListHasALimit() throws {
    let most = String(repeating: "#123456 ", count: 10_000)
    #expect(try PaletteFormat.hex.read(Array(most.utf8), file: "f").swatches.count == 10_000)
    #expect(refusal(.hex, most + "\n#000") == "f:2:1: there are more than 10000 colours, the limit")
    let huge = [UInt8](repeating: 0x20, count: SwatchList.largestFile + 1)
    #expect(refusal(.hex, huge) == "f:1:1: the file has 16777217 bytes, more than the limit of 16777216")
  }

  @Test func cssNamesAreIdentifiersAndDiffer() {
    let text = String(decoding: PaletteFormat.css.write(awkward), as: UTF8.self)
    let expected = """
      /* Kühn & Söhne * / {a.b} */
      :root {
        --ink: #000000;
        --ink-2: #ffffff;
        --a-b-c: #ff8000;
        --root: #010203;
        --zoë: #fefdfc;
        --5-blue-or-so: #7f8081;
        --name-x: #0b1d3a;
        --style: #c0ffee;
        --quoted: #123456;
        --color-10: #654321;
      }

      """
    #expect(text == expected)
    let twins = SwatchList(swatches: [swatch("#000", "ink-2"), swatch("#111", "ink"), swatch("#222", "Ink")])
    let twinText = String(decoding: PaletteFormat.css.write(twins), as: UTF8.self)
    #expect(twinText == ":root {\n  --ink-2: #000000;\n  --ink: #111111;\n  --ink-3: #222222;\n}\n")
  }

  @Test func jsonHasTheShapeOfTheCommand() throws {
    let list = SwatchList(name: "Sea", swatches: [swatch("#0b1d3a", "Ink", share: 0.6), swatch("#fff")])
    let read = JSONTree(try parseJSON5(PaletteFormat.json.write(list), file: "f"))
    #expect(
      read == [
        "palettes": [
          [
            "name": "Sea",
            "colors": [["hex": "#0b1d3a", "name": "Ink", "share": 0.6], ["hex": "#ffffff"]],
          ]
        ]
      ])
  }

  @Test func whatIsOnlyWrittenSaysSo() {
    for format in [PaletteFormat.css, .json] {
      let sentence = refusal(format, format.write(awkward))
      #expect(sentence.hasPrefix("f:1:1: \(format.title) can be written but not read; use ASE, ACO"))
    }
  }

  @Test(arguments: [
    ("a.ASE", PaletteFormat.ase), ("x/y.aco", .aco), ("b.gpl", .gpl), ("c.css", .css), ("c.json", .json),
    ("c.Tokens.json", .tokens), ("c.tokens", .tokens), ("c.hex", .hex), ("c.txt", .hex), ("c.png", nil),
    ("ase", nil), ("", nil),
  ])
  func namesTellTheFormat(name: String, format: PaletteFormat?) {
    #expect(PaletteFormat(fileName: name) == format)
  }

  @Test func contentTellsTheFormat() throws {
    for format in PaletteFormat.allCases where format != .json {
      #expect(PaletteFormat(sniffing: format.write(awkward)) == format)
    }
    #expect(PaletteFormat(sniffing: Array("\u{FEFF} // tokens\n{".utf8)) == .tokens)
    #expect(PaletteFormat(sniffing: [0x89, 0x50, 0x4E, 0x47]) == nil)
    let misnamed = try PaletteFormat.read(detecting: PaletteFormat.aco.write(awkward), file: "palette.ase")
    #expect(misnamed.swatches.map(\.color) == awkward.swatches.map(\.color))
    #expect(throws: PaletteFileError.self) { try PaletteFormat.read(detecting: [1, 2, 3], file: "x.bin") }
  }
}
