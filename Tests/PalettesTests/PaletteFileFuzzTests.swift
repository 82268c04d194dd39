import Color
import JSON5
import Palettes
import Parameters
import Testing

/// Damages good files in many ways: each must be read or refused at a place inside it, never crash or hang.
@Suite(.timeLimit(.minutes(3))) struct PaletteFileFuzzTests {
  private static let rounds = 20_000
  private static let small = SwatchList(name: "Sea", swatches: Array(awkward.swatches.prefix(5)))

  private static let texts = [
    "#", "#fff", "256", "-1", "1e999", "NaN", "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "{", "}", "{a}",
    "\0", "🎨",
    "\u{FEFF}", "$value", "$type", ":", "\t", "Name:", "sep=;",
  ].map { Array($0.utf8) }

  private static let binaries = [
    "FFFFFFFF", "0000", "0001", "C001", "C002", "7F800000", "FFC00000", "7F7FFFFF", "4C414220", "434D594B",
    "47726179", "2710", "2711", "80000000", "D83C", "00010000",
  ].map(hexBytes)

  private func damage(
    _ bytes: inout [UInt8], _ good: [UInt8], _ pieces: [[UInt8]], _ stream: inout SeedStream
  ) {
    guard !bytes.isEmpty else { return bytes = good }
    let at = stream.integer(in: 0...bytes.count - 1)
    let end = min(bytes.count, at + stream.integer(in: 0...30))
    switch stream.integer(in: 0...6) {
    case 0: bytes[at] = UInt8(truncatingIfNeeded: stream.bits())
    case 1: bytes[at] ^= 1 << UInt8(stream.integer(in: 0...7))
    case 2: bytes.insert(contentsOf: stream.pick(pieces), at: at)
    case 3: bytes.removeSubrange(at..<end)
    case 4: bytes.insert(contentsOf: bytes[at..<end], at: stream.integer(in: 0...bytes.count))
    case 5:
      let piece = stream.pick(pieces)
      bytes.replaceSubrange(at..<min(bytes.count, at + piece.count), with: piece)
    default: bytes.removeSubrange(at...)
    }
  }

  /// Checks a place against the lengths of the lines, counted in another way than the readers count.
  private func isInside(_ place: PaletteFileError.Place, _ bytes: [UInt8]) -> Bool {
    guard case .text(let position) = place else {
      if case .byte(let offset) = place { return (0...bytes.count).contains(offset) }
      return false
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var lengths = [0]
    for scalar in String(decoding: text, as: UTF8.self).replacing("\r\n", with: "\n").unicodeScalars {
      if scalar == "\n" || scalar == "\r" { lengths.append(0) } else { lengths[lengths.count - 1] += 1 }
    }
    guard (1...lengths.count).contains(position.line) else { return false }
    return (1...lengths[position.line - 1] + 1).contains(position.column)
  }

  private func isColor(_ color: SRGB) -> Bool {
    [color.red, color.green, color.blue].allSatisfy { (0...1).contains($0) }
  }

  /// Runs the damage; `read` says whether a file was taken.
  private func fuzz(
    _ good: [UInt8], _ pieces: [[UInt8]], _ path: String,
    _ read: ([UInt8]) throws(PaletteFileError) -> Void
  ) {
    var stream = SeedStream(seed: 11, path: path)
    var taken = 0
    for _ in 0..<Self.rounds {
      var bytes = good
      for _ in 0..<stream.integer(in: 1...4) { damage(&bytes, good, pieces, &stream) }
      do throws(PaletteFileError) {
        try read(bytes)
        taken += 1
      } catch {
        let sentence = "\(error)"
        if !isInside(error.place, bytes) { Issue.record("\(sentence) lies outside \(bytes)") }
        if sentence.contains("\n") || sentence.count > 1000 { Issue.record("no one sentence: \(sentence)") }
      }
    }
    #expect(taken > 200 && taken < Self.rounds - 1000, "\(taken) taken")
  }

  @Test(arguments: [PaletteFormat.ase, .aco, .gpl, .tokens, .hex])
  func damagedPalettesAreReadOrRefused(format: PaletteFormat) throws {
    let pieces = format == .ase || format == .aco ? Self.binaries : Self.texts
    fuzz(format.write(Self.small), pieces, format.rawValue) { (bytes) throws(PaletteFileError) in
      let list = try format.read(bytes, file: "f")
      if list.swatches.isEmpty || !list.swatches.allSatisfy({ isColor($0.color) }) { Issue.record("\(list)") }
      // Whatever was read can be written and read again.
      let back = try format.read(format.write(list), file: "again")
      if hexes(back) != hexes(list) { Issue.record("\(list) comes back as \(back)") }
    }
  }

  @Test func damagedTablesAreReadOrRefused() {
    let good =
      "code,name,hex,L,a,b\r\nA-1,\"Ink, \"\"deep\"\"\",#0b1d3a,11.5,2,-20\r\nA-2,\"Two\nlines\",#fff,100,0,0\r\n"
    fuzz(Array(good.utf8), Self.texts, "csv") { (bytes) throws(PaletteFileError) in
      let table = try PaintTable.read(csv: bytes, file: "f.csv")
      let match = table.nearest(to: SRGB(0.5, 0.2, 0.7))
      if !match.difference.isFinite || !table.paints.allSatisfy({ isColor($0.color) }) {
        Issue.record("\(table)")
      }
    }
  }
}
