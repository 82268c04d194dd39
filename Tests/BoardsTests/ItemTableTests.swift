import Testing

@testable import Boards

@Suite struct ItemTableTests {
  private func rows(_ text: String) throws -> [ItemRow] {
    try ItemTable.read(Array(text.utf8), file: "items.csv")
  }

  private func refusal(_ text: String) -> String {
    do {
      _ = try rows(text)
      return "accepted"
    } catch { return "\(error)" }
  }

  @Test func readsWhatSpreadsheetsWrite() throws {
    let table = try rows(
      "\u{FEFF}Key;Room;Description;W x D x H;Price\r\nF1;living;\"Sofa, \"\"Dune\"\"\";2200 x 950 x 800;2.890,00\r\n")
    #expect(table.count == 1)
    #expect(table[0].description == "Sofa, \"Dune\"" && table[0].size == "2200 x 950 x 800")
    #expect(table[0].price == "2.890,00" && table[0].manufacturer.isEmpty)
    #expect(try rows("key,description\nF1,\"two\nlines\"\n")[0].description == "two lines")
  }

  @Test(arguments: [
    ("", "items.csv:1:1: the file holds no header"),
    ("key,room\n", "items.csv:1:1: the header has no column 'description', which is needed"),
    ("key,descripton\n", "items.csv:1:5: the column 'descripton' is unknown; did you mean 'description'?"),
    ("key,description,key\n", "items.csv:1:17: the header has two columns 'key'"),
    ("key,description\nF1,a,b\n", "items.csv:2:1: this row has 3 fields, the header has 2"),
    ("key,description\nF1,\n", "items.csv:2:1: column 'description' is empty in this row"),
    ("key,description\nF1,a\nF1,b\n", "items.csv:3:1: the key 'F1' stands here again for the same room, first in line 2"),
    ("key,description\nF1,\"a\n", "items.csv:2:4: this quote is not closed before the file ends"),
    ("key,description\nF1,a\"b\n", "items.csv:2:5: a quote stands inside a field without quotes"),
  ]) func wrongTablesAreRefused(text: String, reason: String) {
    #expect(refusal(text).hasPrefix(reason), "\(refusal(text))")
  }

  @Test func badBytesAreRefusedWhereTheyStand() {
    #expect(throws: ItemTableError.self) { try ItemTable.read([0x6B, 0x65, 0x79, 0xFF], file: "f") }
  }

  @Test func tenThousandRowsAreRead() throws {
    let text = "key,room,description\n" + (0..<10_000).map { "K\($0),lobby,\"Item, \($0)\"\n" }.joined()
    let table = try rows(text)
    #expect(table.count == 10_000 && table[9_999].description == "Item, 9999")
  }
}
