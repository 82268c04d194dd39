import Color
import Palettes
import Testing

/// The oracle is bytes written out by hand from the descriptions of the formats.
@Suite struct PaletteFileAdobeTests {
  /// A group "Ink" with one RGB colour "A" of (255, 128, 0).
  private static let ase = hexBytes(
    """
    41534546 0001 0000 00000003
    C001 0000000A 0004 0049 006E 006B 0000
    0001 00000018 0002 0041 0000 52474220 3F800000 3F008081 00000000 0002
    C002 00000000
    """)

  /// The same colour as version 1, then as version 2.
  private static let aco = hexBytes(
    """
    0001 0001 0000 FFFF 8080 0000 0000
    0002 0001 0000 FFFF 8080 0000 0000 00000002 0041 0000
    """)

  private static let orange = SwatchList(name: "Ink", swatches: [swatch("#ff8000", "A")])

  @Test func aseIsWrittenAsByHand() { #expect(PaletteFormat.ase.write(Self.orange) == Self.ase) }

  @Test func acoIsWrittenAsByHand() { #expect(PaletteFormat.aco.write(Self.orange) == Self.aco) }

  @Test func handwrittenFilesAreRead() throws {
    #expect(try PaletteFormat.ase.read(Self.ase, file: "f") == Self.orange)
    #expect(try PaletteFormat.aco.read(Self.aco, file: "f") == SwatchList(swatches: Self.orange.swatches))
  }

  /// One nameless colour of a model and its numbers.
  private func ase(_ body: String) -> [UInt8] {
    let bytes = hexBytes(body)
    return hexBytes("41534546 0001 0000 00000001 0001 000000") + [UInt8(bytes.count + 6)]
      + hexBytes("0001 0000") + bytes + hexBytes("0000")
  }

  @Test(arguments: [
    ("434D594B 00000000 3F800000 3F800000 00000000", "#ff0000"),
    ("434D594B 00000000 00000000 00000000 3F000000", "#808080"),
    ("434D594B 3F800000 3F000000 00000000 3F000000", "#004080"),
    ("4C414220 3F000000 00000000 00000000", "#777777"),
    ("4C414220 3F800000 00000000 00000000", "#ffffff"),
    ("47726179 3F000000", "#808080"), ("47524159 3F800000", "#ffffff"), ("47726179 00000000", "#000000"),
  ])
  func aseModels(body: String, hex: String) throws {
    let list = try PaletteFormat.ase.read(ase(body), file: "f")
    #expect(hexes(list) == [hex])
    #expect(list.swatches[0].name == nil)
    #expect(list.notes.isEmpty == !body.hasPrefix("434D594B"), "CMYK has a note, others none: \(list.notes)")
  }

  /// One colour of a space and its four words.
  private func aco(_ words: String) -> [UInt8] { hexBytes("0001 0001" + words) }

  @Test(arguments: [
    ("0000 FFFF 0000 8080 0000", "#ff0080"), ("0000 AA00 5500 0100 0000", "#aa5501"),
    ("0001 5555 FFFF FFFF 0000", "#00ff00"), ("0001 0000 FFFF FFFF 0000", "#ff0000"),
    ("0001 AAAA FFFF 8080 0000", "#000080"), ("0001 2AAA 8080 FFFF 0000", "#ffff7f"),
    ("0001 FFFF FFFF FFFF 0000", "#ff0000"),
    ("0002 0000 FFFF FFFF FFFF", "#00ffff"), ("0002 FFFF FFFF FFFF 0000", "#000000"),
    ("0007 2710 0000 0000 0000", "#ffffff"), ("0007 224E E109 1FA3 0000", "#00ff00"),
    ("0007 1388 0000 0000 0000", "#777777"),
    ("0008 0000 0000 0000 0000", "#ffffff"), ("0008 2710 0000 0000 0000", "#000000"),
  ])
  func acoSpaces(words: String, hex: String) throws {
    #expect(hexes(try PaletteFormat.aco.read(aco(words), file: "f")) == [hex])
  }

  @Test func versionTwoAloneIsRead() throws {
    let list = try PaletteFormat.aco.read(Array(Self.aco[14...]), file: "f")
    #expect(list.swatches == Self.orange.swatches)
  }

  @Test func coloursBeyondSRGBAreMappedWithANote() throws {
    let wide = try PaletteFormat.ase.read(ase("4C414220 3F000000 42F00000 00000000"), file: "f")
    #expect(wide.notes.count == 1 && wide.notes[0].contains("outside sRGB"))
    let asked = OKLCH(OKLab(CIELAB(50, 120, 0).linear))
    let mapped = OKLCH(wide.swatches[0].color)
    #expect(abs(mapped.lightness - asked.lightness) < 0.01 && abs(mapped.hue - asked.hue) < 3)
    #expect(mapped.chroma < asked.chroma && mapped.chroma > 0.2)
    // Red of Display P3 in extended sRGB.
    let p3 = try PaletteFormat.ase.read(ase("52474220 3F8BE76D BE68A71E BE199999"), file: "f")
    #expect(p3.notes.count == 1 && p3.swatches[0].color.red > 0.95)
  }

  @Test func numbersThatAreNoColourAreRefused() {
    #expect(
      refusal(.ase, ase("52474220 7FC00000 00000000 00000000")).contains(
        "byte 26: a number of colour 1 is nan"))
    #expect(
      refusal(.ase, ase("52474220 3F800000 7F800000 00000000")).contains(
        "byte 30: a number of colour 1 is inf"))
    #expect(
      refusal(.ase, ase("52474220 41200000 00000000 00000000")).contains(
        "red of colour 1 is 10, outside -1...2"))
    #expect(refusal(.ase, ase("47726179 3FC00000")).contains("1.5, outside 0...1"))
    #expect(
      refusal(.ase, ase("434D594B BF800000 00000000 00000000 00000000")).contains("cyan of colour 1 is -1"))
    #expect(refusal(.ase, ase("4C414220 42480000 00000000 00000000")).contains("L* of colour 1 is 5000"))
    #expect(refusal(.aco, aco("0007 4E20 0000 0000 0000")).contains("byte 4: L* of colour 1 is 200"))
    #expect(refusal(.aco, aco("0003 0000 0000 0000 0000")).contains("found 3"))
    #expect(refusal(.ase, ase("48535620 00000000 00000000 00000000")).contains("found 'HSV '"))
  }

  @Test func everyTruncationIsRefused() throws {
    for count in 0..<Self.ase.count {
      let sentence = refusal(.ase, Array(Self.ase[..<count]))
      #expect(sentence.hasPrefix("f: byte "), "\(count): \(sentence)")
    }
    for count in 0..<Self.aco.count where count != 14 {  // there version 1 is whole
      let sentence = refusal(.aco, Array(Self.aco[..<count]))
      #expect(sentence.hasPrefix("f: byte "), "\(count): \(sentence)")
    }
    #expect(try PaletteFormat.aco.read(Array(Self.aco[..<14]), file: "f").swatches == [swatch("#ff8000")])
  }

  @Test func lyingLengthsAreRefusedBeforeTheyCost() {
    let manyBlocks = hexBytes("41534546 0001 0000 FFFFFFFF 0001 00000018")
    #expect(refusal(.ase, manyBlocks).contains("byte 12: the file ends inside the 4294967295 blocks"))
    let longBlock = hexBytes("41534546 0001 0000 00000001 0001 FFFFFFFF 0001 0000")
    #expect(
      refusal(.ase, longBlock).contains(
        "a block of 4294967295 bytes: 4294967295 bytes are needed, 4 are left"))
    // A name may not leave its block, even if the file goes on.
    let longName =
      hexBytes("41534546 0001 0000 00000001 0001 00000004 0009 0041") + [UInt8](repeating: 0, count: 50)
    #expect(refusal(.ase, longName).contains("byte 20: the file ends inside a colour's name"))
    #expect(refusal(.aco, hexBytes("0001 2710 0000")).contains("the 10000 colours that the file declares"))
    #expect(refusal(.aco, hexBytes("0001 2711 0000")).contains("more than 10000 colours"))
    #expect(
      refusal(.aco, hexBytes("0002 0001 0000 0000 0000 0000 0000 FFFFFFFF")).contains("4294967295 characters")
    )
  }

  @Test func otherVersionsAndSignaturesAreRefused() {
    #expect(
      refusal(.ase, hexBytes("41534546 0002 0000 00000000")).contains("byte 4: version 2.0 is not read"))
    #expect(refusal(.ase, hexBytes("41534547 0001 0000 00000000")).contains("byte 0: expected 'ASEF'"))
    #expect(refusal(.ase, hexBytes("41534546 0001 0000 00000000")).contains("the file holds no colour"))
    #expect(refusal(.aco, hexBytes("0003 0000")).contains("found version 3"))
    #expect(refusal(.aco, hexBytes("0001 0000")).contains("the file holds no colour"))
    #expect(refusal(.aco, Self.aco[..<14] + hexBytes("0007 0001")).contains("byte 14: expected version 2"))
  }

  @Test func whatIsPassedOverIsSaid() throws {
    let tail = try PaletteFormat.ase.read(Self.ase + [1, 2, 3], file: "f")
    #expect(tail.notes == ["3 bytes after the last block were passed over"])
    // Photoshop appends blocks of its own to the second version.
    #expect(try PaletteFormat.aco.read(Self.aco + [9, 9, 9], file: "f").swatches == Self.orange.swatches)
    var counts = Self.aco
    counts.replaceSubrange(14..<14, with: hexBytes("0000 FFFF FFFF FFFF 0000"))
    counts[3] = 2
    #expect(
      try PaletteFormat.aco.read(counts, file: "f").notes.first?.contains("2 colours as version 1 and 1")
        == true)
    let unknown = hexBytes("41534546 0001 0000 00000002 0099 00000002 ABCD") + Self.ase[28..<58]
    #expect(try PaletteFormat.ase.read(unknown, file: "f").swatches == Self.orange.swatches)
  }

  @Test(arguments: [PaletteFormat.ase, .aco])
  func listsReadBackIdentical(format: PaletteFormat) throws {
    for list in [awkward, randomList(2000, seed: 1)] {
      let back = try format.read(format.write(list), file: "f")
      #expect(back.swatches.map(\.color) == list.swatches.map(\.color))
      #expect(back.swatches.map(\.name) == list.swatches.map(\.name))
      #expect(back.name == (format == .ase ? list.name : nil) && back.notes.isEmpty)
    }
  }

  @Test func everyStepOfEightBitsComesBackExactly() throws {
    let greys = SwatchList(
      swatches: (0...255).map { Swatch(color: SRGB(Double($0) / 255, 0, Double($0) / 255)) })
    for format in [PaletteFormat.ase, .aco, .gpl, .tokens] {
      let back = try format.read(format.write(greys), file: "f")
      #expect(back.swatches.map(\.color) == greys.swatches.map(\.color), "\(format)")
    }
  }

  @Test func tooManyColoursAreRefused() throws {
    var bytes = PaletteFormat.ase.write(SwatchList(swatches: randomList(10_000, seed: 2).swatches))
    #expect(try PaletteFormat.ase.read(bytes, file: "f").swatches.count == 10_000)
    bytes.replaceSubrange(8..<12, with: [0, 0, 0x27, 0x11])
    bytes += Self.ase[28..<58]
    #expect(refusal(.ase, bytes).contains("more than 10000 colours"))
  }
}
