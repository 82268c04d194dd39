import JSON5
import Parameters
import Testing

/// Damages a good file in many ways: it must be read or refused, never crash, and the error must lie inside.
@Suite struct JSON5FuzzTests {
  private static let good = Array(
    """
    // A poster\r
    { maquette: 1, 'name': "Blue \\u00e4 Hour", größe: [1.5e3, -0x1F, .5, +7,],
      content: [ { role: "title", text: 'Zoë 🎨 \\uD83C\\uDFA8', drop: true, }, null, /* x */ false ],
      "art.kind": { range: [0.2, 9007199254740993], choose: ["*"] }, deep: [[[[{a:{b:{}}}]]]],
    }

    """.utf8)

  private static let pieces = [
    "{", "}", "[", "]", ",", ":", "\"", "'", "\\", "\\u", "\\x", "//", "/*", "*/", "\n", "\r", "\r\n",
    "1e999", "NaN", "-", ".",
    "0x", "\u{FEFF}", "\u{2028}", "\0", "🎨", "a:", "a:1,",
  ].map { Array($0.utf8) }

  private static func damage(_ bytes: inout [UInt8], _ stream: inout SeedStream) {
    guard !bytes.isEmpty else { return bytes = good }
    let at = stream.integer(in: 0...bytes.count - 1)
    let end = min(bytes.count, at + stream.integer(in: 0...30))
    switch stream.integer(in: 0...5) {
    case 0: bytes[at] = UInt8(truncatingIfNeeded: stream.bits())
    case 1: bytes[at] ^= 1 << UInt8(stream.integer(in: 0...7))
    case 2: bytes.insert(contentsOf: stream.pick(pieces), at: at)
    case 3: bytes.removeSubrange(at..<end)
    case 4: bytes.insert(contentsOf: bytes[at..<end], at: stream.integer(in: 0...bytes.count))
    default: bytes.removeSubrange(at...)
    }
  }

  /// Checks a place against the lengths of the lines, counted in another way than the reader counts.
  private static func isInside(_ place: SourcePosition, _ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var lengths = [0]
    for scalar in String(decoding: text, as: UTF8.self).replacing("\r\n", with: "\n").unicodeScalars {
      if scalar == "\n" || scalar == "\r" { lengths.append(0) } else { lengths[lengths.count - 1] += 1 }
    }
    guard (1...lengths.count).contains(place.line) else { return false }
    return (1...lengths[place.line - 1] + 1).contains(place.column)
  }

  @Test func theGoodFileIsGood() throws { _ = try parseJSON5(Self.good, file: "good") }

  @Test func damagedFilesAreReadOrRefusedInPlace() throws {
    var stream = SeedStream(seed: 5, path: "fuzz")
    var read = 0
    for _ in 0..<20_000 {
      var bytes = Self.good
      for _ in 0..<stream.integer(in: 1...4) { Self.damage(&bytes, &stream) }
      do {
        let tree = JSONTree(try parseJSON5(bytes, file: "f"))
        read += 1
        let again = JSONTree(try parseJSON5(Array(JSONText.compact(tree).utf8), file: "again"))
        if again != tree { Issue.record("\(bytes) does not survive writing") }
      } catch {
        if !Self.isInside(error.position, bytes) { Issue.record("\(error) lies outside \(bytes)") }
      }
    }
    #expect(read > 500)
  }
}
