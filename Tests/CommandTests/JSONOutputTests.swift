import Foundation
import Testing

@Suite(.enabled(if: Tool.isThere)) struct JSONOutputTests {
  let folder = Folder()

  @Test func listHoldsTheContract() throws {
    let list = try #require(run(["list", "--json"], in: folder).json as? [[String: Any]])
    #expect(list.count > 20)
    for entry in list {
      #expect(Set(entry.keys) == ["family", "name", "summary", "parameters"])
      for parameter in try #require(entry["parameters"] as? [[String: Any]]) {
        #expect(Set(parameter.keys) == ["name", "type", "range", "default", "unit", "summary"])
      }
    }
    let families = Set(list.compactMap { $0["family"] as? String })
    #expect(
      families == [
        "layout", "generator", "palette", "type", "filter", "material", "board", "furniture",
      ])
    let one = try #require(run(["list", "filters", "--json"], in: folder).json as? [[String: Any]])
    #expect(one.allSatisfy { $0["family"] as? String == "filter" } && one.count < list.count)
    // Every name that is listed is explained.
    for name in list.compactMap({ $0["name"] as? String }) {
      let outcome = try run(["help", name], in: folder)
      #expect(outcome.status == 0 && outcome.text.contains(name), "\(name)")
    }
  }

  @Test func infoHoldsTheContract() throws {
    let made = try run(["sheet", Tool.blueHour, "-o", "s.png", "--json", "--seed", "3"] + small, in: folder)
    let report = try #require(made.json as? [String: Any], "\(made.errors)")
    #expect(report["file"] as? String == "s.png" && made.errors.isEmpty)
    let info = try #require(run(["info", "--json", "s.png"], in: folder).json as? [String: Any])
    for key in ["kind", "preset", "seed", "width", "height", "tiles", "plan", "name"] {
      #expect(info[key] != nil, "\(key)")
    }
    #expect(info["kind"] as? String == "sheet" && info["seed"] as? Int == 3 && info["width"] as? Int == 240)
    let tiles = try #require(info["tiles"] as? [[String: Any]])
    #expect(tiles.map { $0["number"] as? Int } == [1, 2])
    for tile in tiles {
      #expect((tile["id"] as? String)?.count == 5 && (tile["box"] as? [Int])?.count == 4)
      #expect((tile["parameters"] as? [String: Any])?["layout.kind"] != nil)
      #expect((tile["seeds"] as? [String: Any])?.count == 5 && tile["parents"] is [Any])
      let scores = try #require(tile["scores"] as? [String: Double])
      for key in ["overlap", "alignment", "textContrast", "readability"] {
        #expect(scores[key] != nil, "\(key)")
      }
      #expect(scores["overlap"] == 0)
    }
    let one = try #require(
      run(["info", "s.png", "--tile", "2", "--json"], in: folder).json as? [String: Any])
    #expect((one["tiles"] as? [[String: Any]])?.map { $0["number"] as? Int } == [2])
    #expect(try run(["info", "s.png", "--tile", "3"], in: folder).status == 65)
    #expect(try run(["info", "s.png"], in: folder).text.contains("sheet of 'Blue Hour', 240 x 320 px"))
  }

  @Test func timingsHoldTheContract() throws {
    let outcome = try run(["sheet", Tool.market, "-o", "s.png", "--timings", "t.json"] + small, in: folder)
    #expect(outcome.status == 0)
    let data = try #require(folder.bytes("t.json"))
    let timings = try #require(JSONSerialization.jsonObject(with: Data(data)) as? [String: Any])
    let stages = try #require(timings["stages"] as? [[String: Any]])
    #expect(!stages.isEmpty && stages.allSatisfy { Set($0.keys) == ["name", "ms", "megapixels"] })
    #expect(timings["total_ms"] is Double && (timings["peak_rss_bytes"] as? Int ?? 0) > 1_000_000)
  }

  @Test func metadataIsWhatWasAsked() throws {
    func size(_ level: String) throws -> Int {
      let outcome = try run(
        ["render", Tool.market, "--dpi", "20", "-o", "\(level).png", "--metadata", level], in: folder)
      #expect(outcome.status == 0)
      return folder.bytes("\(level).png")?.count ?? 0
    }
    let (full, minimal, none) = try (size("full"), size("minimal"), size("none"))
    #expect(full > minimal && minimal > none)
    #expect(try run(["info", "minimal.png"], in: folder).status == 0)
    #expect(try run(["info", "none.png"], in: folder).status == 65)
  }

  @Test func quietIsQuiet() throws {
    let outcome = try run(["sheet", Tool.market, "-o", "s.png", "--quiet"] + small, in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.out.isEmpty)
  }
}
