import JSON5
import Testing

@Suite struct JSON5ErrorTests {
  @Test(arguments: [
    ("", "1:1: the file has no content"), (" // only\n", "1:1: the file has no content"),
    ("{a: 1\n b: 2}", "2:2: expected ',' or '}' after this value, found 'b'"),
    ("[1 2]", "1:4: expected ',' or ']' after this value, found '2'"),
    (
      "{a: 1",
      "1:6: expected ',' or '}' after this value, found the end of the file; the '{' at 1:1 is not closed"
    ),
    ("[\n[1,", "2:4: expected a value or ']', found the end of the file; the '[' at 2:1 is not closed"),
    ("{", "1:2: expected a key or '}', found the end of the file; the '{' at 1:1 is not closed"),
    ("{a", "1:3: expected ':' after this key, found the end of the file"),
    ("{a:", "1:4: expected a value, found the end of the file"),
    ("{a: }", "1:5: expected a value, found '}'"), ("{,}", "1:2: expected a key or '}', found ','"),
    ("{art.kind: 1}", "1:5: expected ':' after this key, found '.'; put keys with '.' in quotes"),
    ("{1: 2}", "1:2: expected a key or '}', found '1'; put other keys in quotes"),
    ("{kind: contours}", "1:8: expected a value, found 'contours'; put text in quotes"),
    ("[True]", "1:2: expected a value, found 'True'; write true in small letters"),
    ("{a: 1, 'b': 2,\n  \"a\": 3}", "2:3: the key 'a' stands here again, first at 1:2"),
    ("[1,,2]", "1:4: expected a value, found ','"),
    ("1 x", "1:3: expected the end of the file after this value, found 'x'"),
    ("[1]]", "1:4: expected the end of the file after this value, found ']'"),
    ("NaN", "1:1: NaN is not a finite number"), ("-Infinity", "1:1: -Infinity is not a finite number"),
    ("[1e999]", "1:2: the number 1e999 is too large"), ("-1e309", "1:1: the number -1e309 is too large"),
    ("0x10000000000000000", "1:1: the number 0x10000000000000000 is too large"),
    ("012", "1:1: the number '012' starts with a needless zero"),
    ("0x", "1:1: the number '0x' has no digits"),
    (".", "1:1: the number '.' has no digits"), ("- 1", "1:1: the number '-' has no digits"),
    ("1e", "1:1: the number '1e' has no digits after its e"),
    ("-Ink", "1:1: the number '-Ink' has no digits"),
    ("[3mm]", "1:2: the number '3mm' goes on with a letter or sign; put a number with a unit in quotes"),
    ("'a\nb'", "1:1: this text is not closed before its line ends"),
    ("['abc", "1:2: this text is not closed before its line ends"),
    ("1 /* x", "1:3: this comment is not closed before the file ends"),
    ("1 / 2", "1:3: expected a value or a comment, found '/'"),
    (#"'\u12g4'"#, #"1:2: \u12 is not an escape; write \\ for a backslash"#),
    (#"'C:\1'"#, #"1:4: \1 is not an escape; write \\ for a backslash"#),
    (#"'\uD800'"#, #"1:2: \uD800 is half of a surrogate pair without its other half"#),
    (#"'\uDC00\uD800'"#, #"1:2: \uDC00 is half of a surrogate pair without its other half"#),
    (#"'\uD800\u0041'"#, #"1:2: \uD800 is half of a surrogate pair without its other half"#),
    ("[\u{0}]", "1:2: expected a value, found the character U+0000"),
    (
      "[1\n",
      "2:1: expected ',' or ']' after this value, found the end of the file; the '[' at 1:1 is not closed"
    ),
    ("\u{FEFF}\"ä\" ~", "1:5: expected the end of the file after this value, found '~'"),
  ])
  func saysWhatIsWrongAndWhere(text: String, sentence: String) throws {
    let error = try #require(throws: JSONSyntaxError.self) { try parse(text) }
    #expect("\(error)" == "blue-hour.json:" + sentence)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xE2, 0x82],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x82, 0x22],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(bytes: [UInt8]) throws {
    let error = try #require(throws: JSONSyntaxError.self) {
      try parseJSON5(Array("[1,\n 'ä".utf8) + bytes + Array("']".utf8), file: "f")
    }
    #expect(error.position.description == "2:4" && error.problem == .invalidUTF8(byte: bytes[0]))
  }
}
