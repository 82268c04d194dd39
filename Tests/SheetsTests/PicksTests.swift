import Testing

@testable import Sheets

@Suite struct PicksTests {
  private static let ids = ["aaaaa", "bbbbb", "ccccc", "ddddd"]

  private func picks(_ words: String...) throws -> Picks {
    var picks = Picks()
    for word in words { try picks.apply(word, ids: Self.ids) }
    return picks
  }

  @Test func decisionsAddUp() throws {
    let picks = try picks("2=P", "1=4", "3=x", "4=P5: more air", "2=3", "1=0", "3=U")
    #expect(picks.text == "02 P 3  #bbbbb\n04 P 5 more air  #ddddd\n")
    #expect(picks.entry(id: "bbbbb")?.shown == "P ★★★" && picks.entry(id: "aaaaa") == nil)
  }

  @Test func whatIsWrittenIsRead() throws {
    let picks = try picks("1=X", "2=P4:first  of all", "3=5", "4=:only a note")
    let again = try Picks(text: picks.text, file: "p", ids: Self.ids)
    #expect(again.entries.map(\.flag) == [.rejected, .picked, nil, nil])
    #expect(again.entries.map(\.stars) == [0, 4, 5, 0])
    #expect(again.entries.map(\.note) == ["", "first of all", "", "only a note"])
    #expect(again.text == picks.text.replacing("first  of", with: "first of"))
  }

  @Test func handWrittenFilesAreRead() throws {
    let text = "\u{feff}# my picks\r\n07 P 4 more air #ccccc\r\n\r\n2 x\n1 - 3 number one\n"
    let picks = try Picks(text: text, file: "p", ids: Self.ids)
    #expect(picks.entries.map(\.id) == ["aaaaa", "bbbbb", "ccccc"])
    #expect(picks.entries.map(\.number) == [1, 2, 3], "the id finds the tile, not the old number")
    #expect(picks.entry(id: "bbbbb")?.flag == .rejected && picks.entry(id: "aaaaa")?.note == "number one")
  }

  @Test func tilesThatAreGoneAreKept() throws {
    let picks = try Picks(text: "09 P 5  #zzzzz\n", file: "p", ids: Self.ids)
    #expect(picks.text == "09 P 5  #zzzzz\n")
  }

  @Test(arguments: ["x P", "0 P", "9 P", "1 P 7", "P 4"]) func badLinesAreNamed(line: String) {
    let error = #expect(throws: PicksError.self) {
      try Picks(text: "1 P\n\(line)\n", file: "sheet.picks.txt", ids: Self.ids)
    }
    #expect(error?.description.hasPrefix("sheet.picks.txt:2: '\(line)'") == true)
  }

  @Test(
    arguments: [
      ("7", "is no decision"), ("x=P", "is no decision"), ("5=P", "there is no tile 5"),
      ("1=", "says nothing"),
      ("1=9", "stars are 0...5"), ("1=Pp", "is not understood"), ("1=good", "is not understood"),
    ])
  func badWordsAreNamed(word: String, words: String) {
    let error = #expect(throws: PicksError.self) { try picks(word) }
    #expect(error?.description.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
  }
}
