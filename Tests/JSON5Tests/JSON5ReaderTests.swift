import JSON5
import Testing

func parse(_ text: String) throws(JSONSyntaxError) -> JSONNode {
  try parseJSON5(Array(text.utf8), file: "blue-hour.json")
}

@Suite struct JSON5ReaderTests {
  /// Every pair must read as the same value.
  @Test(arguments: [
    ("{a: 1, $b_2: 'x', größe: [1, 2,],}", #"{"a":1,"$b_2":"x","größe":[1,2]}"#),
    ("// one\n/* two **/ [ /***/ ] // three", "[]"), ("\u{FEFF}\u{A0}\u{3000}null\u{2028}", "null"),
    ("//\u{2028}true", "true"), ("'it\\'s \"so\"'", #""it's \"so\"""#),
    (#""\x41\u0042\v\0\q""#, #""AB\u000B\u0000q""#),
    ("'one \\\ntwo \\\r\nthree \\\rfour'", #""one two three four""#), (#""\uD83C\udfa8""#, "\"🎨\""),
    (".5", "0.5"), ("5.", "5"), ("+1", "1"), ("-0x1F", "-31"), ("0XfF", "255"), ("-.5e-1", "-0.05"),
    ("1E+2", "100"),
    ("-0", "-0"), ("1e-999", "0"), ("0", "0"), ("0.0e5", "0"), ("{'': {}}", #"{"":{}}"#),
    ("{true: true}", #"{"true":true}"#),
  ])
  func readsWhatJSON5Allows(text: String, plain: String) throws {
    let node = try parse(text)
    #expect(JSONText.compact(JSONTree(node)) == plain)
    #expect(JSONTree(try parse(plain)) == JSONTree(node))
  }

  @Test func keepsEveryBitOfWholeNumbers() throws {
    let node = try parse(
      "[18446744073709551615, -9223372036854775808, 0xFFFFFFFFFFFFFFFF, 9007199254740993, 1.5, 7.0]")
    #expect(node[0]?.unsigned == .max && node[0]?.integer == nil)
    #expect(node[1]?.integer == .min && node[1]?.unsigned == nil)
    #expect(node[2]?.unsigned == .max)
    #expect(node[3]?.integer == 9_007_199_254_740_993)
    #expect(node[4]?.integer == nil && node[4]?.number == 1.5 && node[5]?.integer == 7)
    guard case .number(let number) = node[2]?.value else { return #expect(Bool(false)) }
    #expect(number.text == "0xFFFFFFFFFFFFFFFF" && number.canonical == "18446744073709551615")
  }

  @Test func positionsCountCharactersAndAllLineEnds() throws {
    let node = try parse("\u{FEFF}{\r\n  ä: '🎨é', b: 1,\r  'c':\n\n[2,\n 3]}")
    let members = try #require(node.object)
    #expect(members.map(\.keyPosition.description) == ["2:3", "2:12", "3:3"])
    #expect(members.map(\.value.position.description) == ["2:6", "2:15", "5:1"])
    #expect(node.position.description == "1:1" && node["c"]?[1]?.position.description == "6:2")
  }

  @Test func pathsLeadToValues() throws {
    let node = try parse("{content: [{}, {text: 'x'}], parameters: {'art.kind': null}}")
    let text = JSONPath().key("content").index(1).key("text")
    #expect(text.description == "content[1].text" && node[text]?.string == "x")
    let kind = JSONPath([.key("parameters"), .key("art.kind")])
    #expect(kind.description == #"parameters["art.kind"]"# && node[kind]?.isNull == true)
    #expect(node[text.key("deeper")] == nil && node[JSONPath()] == node)
    #expect(
      node[JSONPath([.key("content"), .index(-1)])] == nil && JSONPath().description == "the whole file")
  }

  @Test func nestingEndsAtOneHundred() throws {
    let deep = { (count: Int) in String(repeating: "[", count: count) + String(repeating: "]", count: count) }
    _ = try parse(deep(100))
    #expect(throws: JSONSyntaxError.self) { try parse(deep(101)) }
    let error = try #require(throws: JSONSyntaxError.self) {
      try parse(String(repeating: "{a:[", count: 10_000))
    }
    #expect(error.problem == .tooDeep(limit: 100) && error.position.description == "1:201")
  }

  @Test func filesEndAtSixteenMegabytes() throws {
    let limit = 16 << 20
    #expect(try parseJSON5([0x30] + Array(repeating: 0x20, count: limit - 1), file: "big").number == 0)
    let error = try #require(throws: JSONSyntaxError.self) {
      try parseJSON5(Array(repeating: 0x20, count: limit + 1), file: "big")
    }
    #expect("\(error)" == "big:1:1: the file has 16777217 bytes, more than the limit of 16777216")
  }
}
