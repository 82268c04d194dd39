import Foundation
import Testing

/// Filters that work after an exemplar, on the command line and in a preset.
@Suite(.enabled(if: Tool.isThere)) struct StyleCommandTests {
  let folder = Folder()

  private func makePictures() throws {
    for (name, seed) in [("in.png", "1"), ("print.png", "2")] {
      let outcome = try run(
        ["render", Tool.market, "--seed", seed, "--dpi", "20", "-o", name, "--quiet"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  private func filter(_ words: String...) throws -> Outcome { try run(["filter"] + words, in: folder) }

  @Test func theOutputNamesItsExemplar() throws {
    try makePictures()
    let made = try filter(
      "style-statistics", "in.png", "out.png", "--exemplar", "print.png", "--credit", "A. Holm, 1912")
    #expect(made.status == 0, "\(made.errors)")
    let info = try #require(run(["info", "out.png", "--json"], in: folder).json as? [String: Any])
    let source = try #require((info["sources"] as? [[String: Any]])?.first)
    #expect(source["file"] as? String == "print.png" && source["credit"] as? String == "A. Holm, 1912")
    #expect((source["sha256"] as? String)?.count == 64)
  }

  @Test func mistakesAreAnswered() throws {
    try makePictures()
    folder.put("cut.jpg", [0xFF, 0xD8, 0xFF, 0xE0])
    let cases: [([String], Int32, String)] = [
      (["style-transfer"], 64, "add --exemplar FILE"),
      (["press", "--exemplar", "print.png"], 64, "press works after no picture"),
      (["color-transfer", "--exemplar", "cut.jpg"], 65, "cut.jpg: the JPEG file is damaged"),
      (["color-transfer", "--exemplar", "gone.png"], 66, "`gone.png` does not exist"),
      (["color-transfer", "--exemplar", "print.png", "--set", "exemplar=2"], 64, "1 --exemplar given"),
      (
        ["color-transfer", "--exemplar", "print.png", "--credit", "a", "--credit", "b"], 64,
        "2 given for 1 --exemplar"
      ),
    ]
    for (words, status, text) in cases {
      let outcome = try run(
        ["filter", words[0], "in.png", "out.png"] + words.dropFirst(), in: folder)
      #expect(outcome.status == status && outcome.errors.contains(text), "\(outcome.errors)")
    }
    #expect(!folder.names.contains("out.png"))
  }

  @Test func aSheetRecordsTheExemplarsOfItsPreset() throws {
    try makePictures()
    folder.put(
      "preset.json",
      """
      { maquette: 1, name: "After", format: { page: "A6" }, content: [{ role: "title", text: "Tide" }],
        style: { exemplars: [{ file: "print.png", credit: "A. Holm", license: "own" }, { file: "in.png" }] },
        parameters: { "finish.filter": "style-statistics" } }
      """)
    let made = try run(
      ["sheet", "preset.json", "-n", "4", "--page", "400x500px", "-o", "sheet.png", "--quiet"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let info = try #require(run(["info", "sheet.png", "--json"], in: folder).json as? [String: Any])
    let sources = try #require(info["sources"] as? [[String: Any]])
    #expect(sources.map { $0["file"] as? String } == ["print.png", "in.png"])
    #expect(sources[0]["credit"] as? String == "A. Holm")
    let tiles = try #require(info["tiles"] as? [[String: Any]])
    for tile in tiles {
      let exemplar = (tile["parameters"] as? [String: Any])?["finish.exemplar"] as? Int
      #expect((1...2).contains(exemplar ?? 0))
    }
  }
}
