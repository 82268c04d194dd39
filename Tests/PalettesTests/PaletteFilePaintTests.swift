import Color
import Palettes
import Parameters
import Testing

@Suite struct PaletteFilePaintTests {
  private func read(_ text: String) throws -> PaintTable {
    try PaintTable.read(csv: Array(text.utf8), file: "shop/paints.csv")
  }

  private func refusal(_ text: String) -> String {
    do {
      let table = try PaintTable.read(csv: Array(text.utf8), file: "p.csv")
      Issue.record("accepted as \(table.paints)")
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func aTableOfHexIsRead(end: String, mark: String) throws {
    let rows = ["Name,CODE,Price,Hex", "Ink ,A-1,9,#0B1D3A", "\"Salt, \"\"fine\"\"\", A-2 ,,fff", ""]
    let table = try read(mark + rows.joined(separator: end))
    #expect(table.name == "paints")
    #expect(
      table.paints == [
        Paint(code: "A-1", name: "Ink", color: SRGB(hex: "#0b1d3a")!),
        Paint(code: "A-2", name: "Salt, \"fine\"", color: .white),
      ])
  }

  @Test func labIsComparedAndHexIsShown() throws {
    let table = try read("code,name,hex,L*,a*,b*\n1,x,#808080,50,0,0\n")
    #expect(table.paints[0].color == SRGB(hex: "#808080")! && table.paints[0].lab == CIELAB(50, 0, 0))
    let lab = try read("code,name,L,a,b\n1,x,50,0,0\n2,y,50,120,0\n")
    #expect(lab.paints.map(\.color.hex)[0] == "#777777")
    #expect(lab.paints[1].lab.a == 120 && lab.notes.count == 1 && lab.notes[0].contains("paint '2'"))
    #expect(lab.nearest(to: CIELAB(50, 120, 0)).difference == 0)
  }

  @Test func semicolonsMeanDecimalCommas() throws {
    let text = "code;name;L;a;b\nA;\"Rot; warm\";54,25;1,5e1;-3\n"
    let paint = try read(text).paints[0]
    #expect(paint.lab == CIELAB(54.25, 15, -3) && paint.name == "Rot; warm")
    #expect(try read("sep=;\r\n" + text).paints == [paint])
    #expect(refusal("code,name,L,a,b\nA,x,\"54,25\",1,2\n").contains("'54,25'"))
  }

  @Test(arguments: [
    ("", "p.csv:1:1: the file holds no header"),
    ("code,name,hex\n", "p.csv:1:1: the file holds no paint below its header"),
    ("code,nmae,hex\n1,x,#fff", "p.csv:1:1: the header has no column 'name'; did you mean 'nmae'?"),
    ("code,name,RGB\n1,x,#fff", "p.csv:1:1: the header has no column 'hex'; did you mean 'RGB'?"),
    ("code,name\n1,x", "p.csv:1:1: the header has no column 'hex'"),
    ("code,name,L,a\n1,x,1,2", "p.csv:1:1: the header has no column 'b'"),
    ("code,hex,name,Hex\n", "p.csv:1:15: the header has two columns 'Hex'"),
    ("code,name,hex\n1,x,#ff\n", "p.csv:2:5: column 'hex': expected a colour such as #0b1d3a, found '#ff'"),
    ("code,name,hex\n1,x,\n", "p.csv:2:5: column 'hex': expected a colour such as #0b1d3a, found nothing"),
    ("code,name,hex\n\n1,,#fff\n", "p.csv:3:3: column 'name': expected a text, found nothing"),
    (
      "code,name,hex\n1,x,#fff\n1,y,#000\n",
      "p.csv:3:1: column 'code': the code '1' stands here again, first in line 2"
    ),
    ("code,name,hex\n1,x\n", "p.csv:2:1: this row has 2 fields, the header has 3"),
    ("code,name,hex\n1,x,#fff,z\n", "p.csv:2:1: this row has 4 fields, the header has 3"),
    (
      "code,name,hex\n1,\"two\r\nlines\",#fff\n2,y,no\n",
      "p.csv:4:5: column 'hex': expected a colour such as #0b1d3a, found 'no'"
    ),
    ("code,name,hex\n1,\"open,#fff\n2,y,#000\n", "p.csv:2:3: this quote is not closed before the file ends"),
    (
      "code,name,hex\n1,\"a\"b,#fff\n",
      "p.csv:2:6: after the quote that closes a field only ',' or a line end may stand"
    ),
    (
      "code,name,hex\n1,5\" nail,#fff\n",
      "p.csv:2:4: a quote stands inside a field without quotes; put the field in quotes and double this one"
    ),
    ("code,name,L,a,b\n1,x,nan,0,0\n", "p.csv:2:5: column 'L': expected a number, found 'nan'"),
    ("code,name,L,a,b\n1,x,50,0x10,0\n", "p.csv:2:8: column 'a': expected a number, found '0x10'"),
    ("code,name,L,a,b\n1,x,50,0,1e999\n", "p.csv:2:10: column 'b': the number is 1e999, outside -128...128"),
    ("code,name,L,a,b\nä,x,101,0,0\n", "p.csv:2:5: column 'L': the number is 101, outside 0...100"),
  ])
  func errors(text: String, sentence: String) { #expect(refusal(text) == sentence) }

  @Test func sizesAreBounded() throws {
    func table(_ rows: Int) -> String { "code,name,hex\n" + (0..<rows).map { "\($0),x,#fff\n" }.joined() }
    #expect(try read(table(100_000)).paints.count == 100_000)
    #expect(refusal(table(100_001)) == "p.csv:100002:1: there are more than 100000 rows, the limit")
    #expect(refusal(String(repeating: ",", count: 5000)).contains("more than 1000 columns"))
    let utf16: [UInt8] = [0xFF, 0xFE, 0x63, 0x00]
    #expect(throws: PaletteFileError.self) { try PaintTable.read(csv: utf16, file: "f") }
  }

  @Test func theNearestIsTheLeastOfAll() {
    let table = PaintTable.example
    var stream = SeedStream(seed: 5, path: "paints")
    for _ in 0..<2000 {
      let color = SRGB(stream.unit(), stream.unit(), stream.unit())
      let match = table.nearest(to: color)
      let differences = table.paints.map { CIELAB(color).difference2000(to: $0.lab) }
      #expect(match.difference == differences.min()!)
      #expect(match.paint == table.paints[differences.firstIndex(of: match.difference)!])
    }
  }

  @Test func amongEqualsTheFirstWins() {
    let twins = PaintTable(
      name: "T",
      paints: ["a", "b", "c"].map { Paint(code: $0, name: $0, color: $0 == "a" ? .black : .white) })
    #expect(twins.nearest(to: .white).paint.code == "b")
  }

  @Test func aMatchAlwaysNamesDifferenceAndTable() {
    let match = PaintTable.example.nearest(to: SRGB(hex: "#1c2b40")!)
    #expect(match.description == "Night Ferry (D-01) of Maquette example paints, ΔE00 0.5")
    // Sharma, Wu and Dalal (2005), pair 1.
    let table = PaintTable(
      name: "T", paints: [Paint(code: "1", name: "n", color: .black, lab: CIELAB(50, 0, -82.7485))])
    let pair = table.nearest(to: CIELAB(50, 2.6772, -79.7751))
    #expect(
      abs(pair.difference - 2.0425) < 1e-4 && pair.table == "T"
        && pair.description.hasSuffix("of T, ΔE00 2.0"))
  }

  @Test func theExampleIsATableWorthUsing() {
    let paints = PaintTable.example.paints
    #expect(paints.count == 62 && Set(paints.map(\.code)).count == 62 && Set(paints.map(\.name)).count == 62)
    for (index, paint) in paints.enumerated() {
      for other in paints[..<index] {
        #expect(paint.lab.difference2000(to: other.lab) > 1.5, "\(paint.name) and \(other.name) look alike")
      }
    }
    // Not far from any colour that a room is painted in: low chroma, any lightness.
    for step in 0...100 {
      #expect(PaintTable.example.nearest(to: CIELAB(Double(step), 0, 3)).difference < 11, "L* \(step)")
    }
  }
}
