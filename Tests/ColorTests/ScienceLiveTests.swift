import Color
import Foundation
import Testing

/// The Python package coloraide, asked on the spot where it is installed; its stored answers are tested everywhere.
@Suite struct ColoraideLiveTests {
  private static let script = """
    import sys
    from coloraide import Color
    for word in sys.stdin.read().split():
        c = Color(word)
        lab, oklch = c.convert('lab'), c.convert('oklch')
        print(*lab.coords(nans=False), *oklch.coords(nans=False), c.delta_e('#7aa6a1', method='2000', space='lab'))
    """

  /// Rows of Lab (D50), OKLCH and CIEDE2000 to #7aa6a1, or nil where Python or coloraide is missing.
  private static func ask(_ colors: [SRGB]) throws -> [[Double]]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(colors.map(\.hex).joined(separator: " ").utf8))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: " ").compactMap { Double($0) }
    }
  }

  @Test func agreesOnAGridOfColours() throws {
    let steps = [0.0, 51, 119, 187, 255]
    let colors = steps.flatMap { r in
      steps.flatMap { g in steps.map { SRGB(r / 255, g / 255, $0 / 255) } }
    }
    guard let answers = try? Self.ask(colors) else {
      print("coloraide is not asked: python3 with coloraide is not installed")
      return
    }
    try #require(answers.count == colors.count)
    for (color, answer) in zip(colors, answers) {
      try #require(answer.count == 7, "\(color.hex)")
      let (lab, oklch) = (CIELAB(color), OKLCH(color))
      for (ours, theirs) in zip([lab.lightness, lab.a, lab.b], answer) {
        #expect(abs(ours - theirs) < 1e-4, "\(color.hex)")
      }
      #expect(abs(oklch.lightness - answer[3]) < 1e-4 && abs(oklch.chroma - answer[4]) < 1e-4, "\(color.hex)")
      #expect(abs(color.difference2000(to: SRGB(hex: "#7aa6a1")!) - answer[6]) < 1e-4, "\(color.hex)")
    }
  }
}
