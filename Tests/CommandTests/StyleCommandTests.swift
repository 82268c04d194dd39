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

  @Test func anExemplarMayBeSetAsAParameter() throws {
    try makePictures()
    let options = ["--metadata", "none"]
    let plain = try run(
      ["filter", "style-statistics", "in.png", "a.png", "--exemplar", "print.png"] + options, in: folder)
    #expect(plain.status == 0, "\(plain.errors)")
    let set = try run(
      [
        "filter", "style-statistics", "in.png", "b.png", "--exemplar", "in.png", "--set",
        "exemplar=print.png",
      ] + options, in: folder)
    #expect(set.status == 0, "\(set.errors)")
    #expect(folder.bytes("a.png") == folder.bytes("b.png"), "the file that is set is the one that is taken")
    let lost = try filter("style-statistics", "in.png", "c.png", "--set", "exemplar=gone.png")
    #expect(lost.status == 66 && lost.errors.contains("`gone.png` does not exist"))
  }

  @Test func aMaskSaysWhere() throws {
    // Small ones: patches take their time in unoptimised code.
    for (name, art) in [("in.png", "arcs"), ("print.png", "weave")] {
      let drawn = try run(
        ["render", "generator/\(art)", "--size", "64x64px", "-o", name, "--quiet"], in: folder)
      #expect(drawn.status == 0, "\(drawn.errors)")
    }
    folder.put("cut.png", [0x89, 0x50, 0x4e, 0x47])
    let made = try filter(
      "style-transfer", "in.png", "out.png", "--exemplar", "print.png", "--mask", "print.png")
    #expect(made.status == 0, "\(made.errors)")
    let info = try #require(run(["info", "out.png", "--json"], in: folder).json as? [String: Any])
    let sources = info["sources"] as? [[String: Any]]
    #expect(sources?.map { $0["file"] as? String } == ["print.png", "print.png"])
    for (words, status, text) in [
      (["style-transfer", "--mask", "gone.png"], 66, "`gone.png` does not exist"),
      (["style-transfer", "--mask", "cut.png"], 65, "cut.png: "),
      (["color-transfer", "--mask", "print.png"], 64, "masks go with style-transfer"),
    ] as [([String], Int32, String)] {
      let outcome = try run(
        ["filter", words[0], "in.png", "no.png", "--exemplar", "print.png"] + words.dropFirst(), in: folder)
      #expect(outcome.status == status && outcome.errors.contains(text), "\(outcome.errors)")
    }
    #expect(!folder.names.contains("no.png"))
  }

  /// Two pictures in a folder, and a file that is none.
  private func makeCollection() throws {
    try makePictures()
    try FileManager.default.createDirectory(atPath: folder.file("prints"), withIntermediateDirectories: true)
    for (from, to) in [("in.png", "b.png"), ("print.png", "a.PNG"), ("in.png", ".hidden.png")] {
      folder.put("prints/\(to)", folder.bytes(from)!)
    }
    folder.put("prints/notes.txt", "none")
  }

  private func style(_ words: String...) throws -> Outcome { try run(["style"] + words, in: folder) }

  @Test func aFolderIsLearnedAndShown() throws {
    try makeCollection()
    let made = try style(
      "learn", "prints", "-o", "p.json", "--name", "Mill Road", "--credit", "A. Holm", "--credit",
      "b.png=B. Vik")
    #expect(made.status == 0 && made.errors.contains("learned from 2 pictures"), "\(made.errors)")
    let read = try JSONSerialization.jsonObject(with: Data(folder.bytes("p.json")!)) as? [String: Any]
    let sources = try #require(read?["sources"] as? [[String: Any]])
    #expect(sources.map { $0["file"] as? String } == ["a.PNG", "b.png"])
    #expect(sources.map { $0["credit"] as? String } == ["A. Holm", "B. Vik"])
    #expect(sources.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
    #expect(try style("learn", "prints", "-o", "p.json").status == 73, "nothing is overwritten unasked")
    _ = try style("learn", "prints/", "-o", "again.json", "--name", "Mill Road", "--jobs", "1")
    let jobs = try style("learn", "prints", "-o", "jobs.json", "--name", "Mill Road", "--jobs", "8")
    #expect(jobs.status == 0 && folder.bytes("again.json") == folder.bytes("jobs.json"))
    let card = try style("show", "p.json", "-o", "card.png", "--dpi", "60")
    #expect(card.status == 0 && isWholePNG(folder.bytes("card.png")), "\(card.errors)")
    _ = try style("show", "p.json", "-o", "card8.png", "--dpi", "60", "--jobs", "8")
    #expect(folder.bytes("card.png") == folder.bytes("card8.png"))
    let filtered = try filter("style-statistics", "in.png", "out.png", "--style", "p.json")
    #expect(filtered.status == 0, "\(filtered.errors)")
    let info = try #require(run(["info", "out.png", "--json"], in: folder).json as? [String: Any])
    let recorded = try #require(info["sources"] as? [[String: Any]])
    #expect(recorded.map { $0["file"] as? String } == ["p.json", "a.PNG", "b.png"])
    #expect(recorded[2]["credit"] as? String == "B. Vik")
  }

  @Test func mistakesWithProfilesAreAnswered() throws {
    try makeCollection()
    try FileManager.default.createDirectory(atPath: folder.file("empty"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: folder.file("bad"), withIntermediateDirectories: true)
    folder.put("bad/cut.jpg", [0xFF, 0xD8, 0xFF, 0xE0])
    folder.put("newer.json", "{ \"maquette\": 2, \"kind\": \"style\" }")
    let cases: [([String], Int32, String)] = [
      (["style", "learn", "empty"], 65, "holds no pictures"),
      (["style", "learn", "bad"], 65, "cut.jpg: the JPEG file is damaged"),
      (["style", "learn", "gone"], 66, "`gone` does not exist"),
      (["style", "learn", "in.png"], 64, "is no folder"),
      (["style", "learn", "prints", "--credit", "z.png=A"], 64, "no such picture"),
      (["style", "learn"], 64, "a deed and a path"),
      (["style", "lern", "prints"], 64, "must be learn or show"),
      (["style", "show", "newer.json"], 65, "a newer version of Maquette"),
      (["style", "show", "in.png"], 65, "in.png"),
      (["style", "show", "gone.json"], 66, "does not exist"),
      (["filter", "style-transfer", "in.png", "o.png", "--style", "newer.json"], 64, "add --exemplar FILE"),
      (["filter", "press", "in.png", "o.png", "--style", "newer.json"], 64, "works after no profile"),
      (["filter", "color-transfer", "in.png", "o.png", "--style", "newer.json"], 65, "a newer version"),
    ]
    let before = folder.names
    for (words, status, text) in cases {
      let outcome = try run(words, in: folder)
      #expect(outcome.status == status && outcome.errors.contains(text), "\(words): \(outcome.errors)")
    }
    #expect(folder.names == before, "nothing is left half done")
  }

  @Test func aSheetFollowsAProfileAndCreditsItsPictures() throws {
    try makeCollection()
    #expect(try style("learn", "prints", "-o", "my.style.json", "--credit", "Mill Road").status == 0)
    folder.put(
      "preset.json",
      """
      { maquette: 1, name: "After", format: { page: "A6" }, content: [{ role: "title", text: "Tide" }],
        style: "my.style.json", parameters: { "finish.filter": "style-statistics" } }
      """)
    let made = try run(
      ["sheet", "preset.json", "-n", "2", "--page", "400x500px", "-o", "sheet.png", "--quiet"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let info = try #require(run(["info", "sheet.png", "--json"], in: folder).json as? [String: Any])
    let sources = try #require(info["sources"] as? [[String: Any]])
    #expect(sources.map { $0["file"] as? String } == ["my.style.json", "a.PNG", "b.png"])
    #expect(sources[1]["credit"] as? String == "Mill Road")
    let tile = try run(["render", "sheet.png", "--tile", "2", "-o", "tile.png", "--quiet"], in: folder)
    #expect(tile.status == 0, "\(tile.errors)")
  }

  @Test func mistakesAreAnswered() throws {
    try makePictures()
    folder.put("cut.jpg", [0xFF, 0xD8, 0xFF, 0xE0])
    let cases: [([String], Int32, String)] = [
      (["style-transfer"], 64, "add --exemplar FILE"),
      (["press", "--exemplar", "print.png"], 64, "press works after no picture"),
      (["color-transfer", "--exemplar", "cut.jpg"], 65, "cut.jpg: the JPEG file is damaged"),
      (["color-transfer", "--exemplar", "gone.png"], 66, "`gone.png` does not exist"),
      (["color-transfer", "--exemplar", "print.png", "--set", "exemplar=2"], 64, "only 1 given"),
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
