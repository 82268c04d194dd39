import JSON5
import Parameters
import Testing

extension SeedStream {
  /// A random tree that tries every kind of value, awkward characters and numbers of all sizes.
  fileprivate mutating func tree(depth: Int = 0) -> JSONTree {
    switch integer(in: 0...(depth < 5 ? 7 : 5)) {
    case 0: return .null
    case 1: return .bool(chance(0.5))
    case 2: return .integer(bits64() >> UInt64(integer(in: 0...63)))
    case 3: return .integer(Int(truncatingIfNeeded: bits64()) >> integer(in: 0...63))
    case 4: return .number(finiteNumber())
    case 5: return .string(word())
    case 6: return .array((0..<integer(in: 0...5)).map { _ in tree(depth: depth + 1) })
    default:
      var keys: [String] = []
      for _ in 0..<integer(in: 0...5) {
        let key = word()
        if !keys.contains(key) { keys.append(key) }
      }
      return .object(keys.map { JSONTree.Member($0, tree(depth: depth + 1)) })
    }
  }

  private mutating func finiteNumber() -> Double {
    let number = chance(0.5) ? Double(bitPattern: bits64()) : normal() * 100
    return number.isFinite ? number : 0.1
  }

  private mutating func word() -> String {
    var word = ""
    for _ in 0..<integer(in: 0...6) {
      let value = UInt32(integer(in: 0...[0x80, 0x800, 0x3000, 0x10FFFF][integer(in: 0...3)]))
      word.unicodeScalars.append(Unicode.Scalar(value) ?? "\"")
    }
    return word
  }
}

@Suite struct JSONTextTests {
  @Test func everyTreeComesBack() throws {
    var stream = SeedStream(seed: 1, path: "json")
    for _ in 0..<3000 {
      let tree = stream.tree()
      let compact = JSONText.compact(tree)
      #expect(JSONTree(try parse(compact)) == tree)
      let again = JSONTree(try parse(JSONText.pretty(tree)))
      #expect(again == tree && JSONText.compact(again) == compact)
    }
  }

  @Test func prettyIndentsByTwo() {
    let tree: JSONTree = ["b": 1, "a": [true, "x", [], [:]], "c": ["d": 0.25]]
    let lines = [
      "{", #"  "b": 1,"#, #"  "a": ["#, "    true,", #"    "x","#, "    [],", "    {}", "  ],", #"  "c": {"#,
      #"    "d": 0.25"#, "  }", "}", "",
    ]
    #expect(JSONText.pretty(tree) == lines.joined(separator: "\n"))
    #expect(JSONText.compact(tree) == #"{"b":1,"a":[true,"x",[],{}],"c":{"d":0.25}}"#)
  }

  @Test(arguments: [
    (0.1, "0.1"), (100, "100"), (-0.0, "-0"), (1e16, "10000000000000000"), (1e-7, "1e-07"),
    (1.5e300, "1.5e+300"),
  ])
  func numbersAreShort(value: Double, text: String) { #expect(JSONText.compact(.number(value)) == text) }

  @Test func escapesWhatMustBeEscaped() {
    let text: JSONTree = "a\"\\\n\r\t\u{1}\u{7F}\u{2028}ß🎨/"
    #expect(JSONText.compact(text) == #""a\"\\\n\r\t\u0001\u007F\u2028ß🎨/""#)
  }

  @Test func membersWithoutValueAreLeftOut() {
    #expect(JSONText.compact(.members([("a", nil), ("b", .null), ("c", 1)])) == #"{"b":null,"c":1}"#)
  }
}
