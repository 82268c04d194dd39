import Foundation
import Testing

@Suite(.enabled(if: Tool.isThere)) struct BatchTests {
  let folder = Folder()
  private let quick = ["--dpi", "20", "--json"]

  private func list(_ outcome: Outcome, _ key: String) throws -> [[String: Any]] {
    let report = try #require(outcome.json as? [String: Any], "\(outcome.errors)")
    return try #require(report[key] as? [[String: Any]])
  }

  @Test func aSecondRunKeepsWhatIsThere() throws {
    let arguments = ["render", Tool.blueHour, "--seed", "1..3", "-o", "out"] + quick
    let first = try run(arguments, in: folder)
    let written = try list(first, "written")
    #expect(first.status == 0 && written.count == 3, "\(first.errors)")
    for one in written { #expect(Set(one.keys).isSuperset(of: ["file", "id", "seed", "width", "height"])) }
    let inner = Folder(existing: folder.file("out"))
    let before = inner.stamps()
    #expect(before.count == 3 && inner.names.allSatisfy { isWholePNG(inner.bytes($0)) })
    let second = try run(arguments, in: folder)
    #expect(try second.status == 0 && list(second, "kept").count == 3 && list(second, "written").isEmpty)
    #expect(inner.stamps() == before, "nothing is written again")
    // A torn file is no kept file: the run refuses to keep it, and replaces it when told to.
    let name = try #require(inner.names.first)
    let bytes = try #require(inner.bytes(name))
    inner.put(name, bytes.prefix(bytes.count / 2))
    #expect(try run(arguments, in: folder).status == 73)
    #expect(try run(arguments + ["--force"], in: folder).status == 0)
    #expect(inner.bytes(name) == bytes)
  }

  @Test func oneBadPresetStopsNoOther() throws {
    folder.put("bad.json", "{ nonsense }")
    let outcome = try run(
      ["render", Tool.market, "bad.json", "missing.json", Tool.blueHour, "-o", "out"] + quick, in: folder)
    #expect(outcome.status == 65, "the first failure decides")
    #expect(try list(outcome, "written").count == 2 && list(outcome, "failed").count == 2)
    #expect(outcome.errors.contains("bad.json:1:") && outcome.errors.contains("missing.json"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("out")).count == 2)
  }

  @Test func tilesOfASheetRender() throws {
    #expect(try run(["sheet", Tool.blueHour, "-o", "s.png"] + small, in: folder).status == 0)
    let outcome = try run(["render", "s.png", "--tile", "all", "-o", "out"] + quick, in: folder)
    let written = try list(outcome, "written")
    let info = try #require(run(["info", "s.png", "--json"], in: folder).json as? [String: Any])
    let tiles = try #require(info["tiles"] as? [[String: Any]])
    #expect(written.map { $0["id"] as? String } == tiles.map { $0["id"] as? String } && written.count == 2)
    // The rendered tile carries its own record, and renders again from it.
    let file = try #require(written[0]["file"] as? String)
    let again = try run(["render", file, "-o", "again.png"] + quick, in: folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(folder.bytes("again.png") == folder.bytes(file))
    #expect(try run(["render", "s.png", "-o", "out"], in: folder).status == 64, "which tile?")
    #expect(try run(["render", "s.png", "--tile", "3", "-o", "out"], in: folder).status == 65)
    #expect(try run(["render", "s.png", "--seed", "3", "-o", "out"], in: folder).status == 64)
  }

  @Test(arguments: ["pdf", "svg"])
  func documentsRepeat(kind: String) throws {
    for name in ["a", "b"] {
      #expect(try run(["render", Tool.blueHour, "-o", "\(name).\(kind)"], in: folder).status == 0)
    }
    let bytes = try #require(folder.bytes("a.\(kind)"))
    #expect(
      bytes.starts(with: Array((kind == "pdf" ? "%PDF" : "<?xml").utf8)) && bytes == folder.bytes("b.\(kind)")
    )
  }

  @Test func damagedSheetsAreRefused() throws {
    #expect(try run(["sheet", Tool.market, "-o", "s.png"] + small, in: folder).status == 0)
    let bytes = try #require(folder.bytes("s.png"))
    for part in [8, 40, bytes.count / 2, bytes.count - 1] {
      folder.put("torn.png", bytes.prefix(part))
      let outcome = try run(["render", "torn.png", "--tile", "1", "-o", "out"], in: folder)
      #expect(outcome.status == 65 && outcome.errors.contains("torn.png"), "\(part): \(outcome.errors)")
    }
  }
}
