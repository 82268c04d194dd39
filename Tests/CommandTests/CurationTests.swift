import Foundation
import Testing

/// A sheet, decisions about it, and what is made from them.
@Suite(.enabled(if: Tool.isThere)) struct CurationTests {
  let folder = Folder()

  private func sheet(_ arguments: [String]) throws -> Outcome {
    try run(
      ["sheet"] + arguments + ["--plan", "sobol", "--page", "600x800px", "--json"], in: folder)
  }

  private func tiles(_ outcome: Outcome) throws -> [[String: Any]] {
    let record = try #require(outcome.json as? [String: Any], "\(outcome.errors)")
    return try #require(record["tiles"] as? [[String: Any]])
  }

  private func ids(_ tiles: [[String: Any]]) -> [String] { tiles.compactMap { $0["id"] as? String } }

  @Test func decisionsSurviveAndAreUsed() throws {
    let all = try tiles(sheet([Tool.blueHour, "-n", "6", "-o", "s.png"]))
    let before = try Data(contentsOf: URL(filePath: folder.file("s.png")))
    #expect(try run(["pick", "s.png", "2=P", "5=P5", "3=X"], in: folder).status == 0)
    #expect(folder.names.sorted() == ["s.png", "s.png.picks.txt"])
    let again = try sheet([Tool.blueHour, "-n", "6", "-o", "s.png", "--force"])
    #expect(again.status == 0 && folder.names.contains("s.png.picks.txt"))
    #expect(try Data(contentsOf: URL(filePath: folder.file("s.png"))) != before, "ratings are printed")
    let picked = try tiles(sheet(["s.png", "--only", "picked", "--sort", "stars", "-o", "p.png"]))
    #expect(ids(picked) == [ids(all)[4], ids(all)[1]])
    let rejected = try tiles(sheet(["s.png", "--only", "rejected", "-o", "x.png"]))
    #expect(ids(rejected) == [ids(all)[2]])
    let none = try run(
      ["sheet", "s.png", "--only", "starred", "--sort", "nothing", "-o", "q.png"], in: folder)
    #expect(none.status == 64 && none.errors.contains("--sort nothing"), "\(none.errors)")
    let list = try run(["pick", "s.png", "--json"], in: folder)
    #expect((list.json as? [[String: Any]])?.compactMap { $0["number"] as? Int } == [2, 3, 5])
  }

  @Test func childrenKnowTheirParents() throws {
    let all = try tiles(sheet([Tool.blueHour, "-n", "4", "-o", "s.png"]))
    let outcome = try run(
      [
        "vary", "s.png", "--pick", "2,4", "--lock", "palette", "-n", "6", "--page", "600x800px", "-o",
        "v.png",
        "--json",
      ], in: folder)
    let children = try tiles(outcome)
    #expect(children.count == 6 && ids(Array(children.prefix(2))) == [ids(all)[1], ids(all)[3]])
    for child in children.dropFirst(2) {
      let parents = try #require(child["parents"] as? [String])
      #expect(!parents.isEmpty && parents.allSatisfy { [ids(all)[1], ids(all)[3]].contains($0) })
      let changed = try #require(child["changed"] as? [String])
      #expect(!changed.isEmpty && changed.allSatisfy { !$0.hasPrefix("palette") && $0 != "seed palette" })
    }
    let info = try run(["info", "v.png", "--tile", "3", "--json"], in: folder)
    let record = try #require(info.json as? [String: Any])
    let tile = try #require((record["tiles"] as? [[String: Any]])?.first)
    #expect(tile["parents"] as? [String] == children[2]["parents"] as? [String])
    // A pick looks the same in its children's sheet.
    for (sheet, number) in [("s.png", "2"), ("v.png", "1")] {
      let outcome = try run(
        ["render", sheet, "--tile", number, "--dpi", "30", "--metadata", "none", "-o", "\(sheet)-tile.png"],
        in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(
      try Data(contentsOf: URL(filePath: folder.file("s.png-tile.png")))
        == Data(contentsOf: URL(filePath: folder.file("v.png-tile.png"))))
  }

  @Test func sweepsGoBeyondWhatThePresetChose() throws {
    let outcome = try sheet([Tool.blueHour, "--vary", "finish.filter=none,press,duotone", "-o", "f.png"])
    let cells = try tiles(outcome).map { $0["parameters"] as? [String: Any] ?? [:] }
    #expect(cells.map { $0["finish.filter"] as? String } == ["none", "press", "duotone"])
  }

  @Test func gridsAreLabelledAndWhole() throws {
    let outcome = try sheet([
      Tool.blueHour, "--vary", "layout.kind=swiss,band", "--vary", "art.kind=arcs,rays,weave", "-o", "g.png",
    ])
    let cells = try tiles(outcome).map { $0["parameters"] as? [String: Any] ?? [:] }
    #expect(
      cells.map { $0["layout.kind"] as? String } == ["swiss", "swiss", "swiss", "band", "band", "band"])
    #expect(cells.map { $0["art.kind"] as? String } == ["arcs", "rays", "weave", "arcs", "rays", "weave"])
  }

  @Test(
    arguments: [
      (["sheet", Tool.blueHour, "--where", "textContrast >"], 64, "column 15: expected a name or a value"),
      (
        ["sheet", Tool.blueHour, "--where", "textContrast > 30", "-n", "1"], 65,
        "in the closest, textContrast is"
      ),
      (["sheet", Tool.blueHour, "--vary", "art.knd=*"], 64, "did you mean 'art.kind'"),
      (["sheet", Tool.blueHour, "--lock", "palete"], 64, "did you mean 'palette'"),
      (["sheet", Tool.blueHour, "--only", "picked"], 64, "--only goes with a sheet"),
      (["vary", Tool.blueHour], 65, "vary takes a sheet"), (["vary", "no.png"], 66, "no.png"),
      (["pick", Tool.blueHour, "1=P"], 65, "pick takes a sheet"), (["pick"], 64, "pick takes a sheet"),
    ] as [([String], Int32, String)])
  func saysWhatIsWrong(arguments: [String], status: Int32, words: String) throws {
    let outcome = try run(arguments + (arguments[0] == "sheet" ? ["-o", "x.png"] : []), in: folder)
    #expect(outcome.status == status && outcome.errors.contains(words), "\(outcome.errors)")
    #expect(folder.names.isEmpty)
  }

  @Test func picksOutOfRangeAreRefused() throws {
    _ = try sheet([Tool.blueHour, "-n", "2", "-o", "s.png"])
    for arguments in [
      ["pick", "s.png", "1=P", "3=P"], ["vary", "s.png", "--pick", "3", "-o", "v.png"],
      ["vary", "s.png", "-o", "v.png"], ["vary", "s.png", "--pick", "1", "--plan", "between", "-o", "v.png"],
      ["vary", "s.png", "--pick", "1", "--spread", "2", "-o", "v.png"],
    ] {
      let outcome = try run(arguments, in: folder)
      #expect(
        [64, 65].contains(outcome.status) && outcome.errors.hasPrefix("maquette: "), "\(outcome.errors)")
      #expect(folder.names == ["s.png"], "nothing is recorded if a part is wrong")
    }
  }
}
