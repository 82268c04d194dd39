import Foundation
import Testing

/// What the planner's options do and refuse.
@Suite(.enabled(if: Tool.isThere)) struct PlannerCommandTests {
  let folder = Folder()

  private func sheet(_ arguments: [String]) throws -> Outcome {
    try run(["sheet"] + arguments + ["--page", "300x400px"], in: folder)
  }

  @Test func aDryRunListsEveryVariant() throws {
    let outcome = try sheet([Tool.blueHour, "--dry-run", "--json", "-n", "700", "--plan", "sobol"])
    let record = try #require(outcome.json as? [String: Any], "\(outcome.errors)")
    let variants = try #require(record["variants"] as? [[String: Any]])
    #expect(variants.count == 700 && Set(variants.compactMap { $0["id"] as? String }).count > 690)
    #expect((record["size"] as? Double ?? 0) > 1e12 && (record["seconds"] as? Double ?? 0) > 0)
    let made = try sheet([Tool.blueHour, "-n", "1", "--plan", "sobol", "--json", "-o", "s.png"])
    let tile = ((made.json as? [String: Any])?["tiles"] as? [[String: Any]])?.first
    #expect(variants.contains { $0["id"] as? String == tile?["id"] as? String })
    let text = try sheet([Tool.blueHour, "--dry-run", "--set", "art.kind=rays", "--lock", "palette"]).text
    #expect(text.contains("art.kind: rays") && text.contains("palette.kind: ") && text.contains("(locked"))
    #expect(folder.names == ["s.png"])
  }

  @Test func aProfileLearnsIsShownAndEmptied() throws {
    #expect(try sheet([Tool.blueHour, "-n", "6", "--plan", "sobol", "-o", "s.png"]).status == 0)
    let picked = try run(["pick", "s.png", "1=P5", "2=P", "5=X", "--profile", "taste.json"], in: folder)
    #expect(picked.status == 0, "\(picked.errors)")
    let shown = try run(["info", "taste.json"], in: folder).text
    #expect(shown.contains("1 rounds, 3 tiles decided") && shown.contains("2 liked, 1 rejected, of 6"))
    let other = try sheet([Tool.market, "--profile", "taste.json", "-o", "m.png"])
    #expect(other.status == 65 && other.errors.contains("a profile of 'Blue Hour', not of 'Summer Market'"))
    #expect(try run(["pick", "--profile", "taste.json", "--forget", "2"], in: folder).status == 64)
    #expect(try run(["pick", "--profile", "taste.json", "--forget", "all"], in: folder).status == 0)
    #expect(try run(["info", "taste.json"], in: folder).text.contains("0 rounds"))
  }

  @Test(arguments: [
    ("{ maquette: 9, kind: 'profile', preset: 'Blue Hour' }", "newer Maquette"),
    ("{ maquette: 1, kind: 'profile'", "taste.json:1"), ("{ maquette: 1 }", "is no profile"),
    ("{ maquette: 1, kind: 'profile', preset: 'Blue Hour', leanings: { clam: 1 } }", "did you mean 'calm'"),
    ("{ maquette: 1, kind: 'profile', preset: 'Blue Hour', leanings: { calm: 9 } }", "-3...3"),
    ("{ maquette: 1, kind: 'profile', preset: 'Blue Hour', rounds: [{ sheet: 'a' }] }", "round 1"),
  ])
  func aBrokenProfileIsRefused(text: String, words: String) throws {
    folder.put("taste.json", text)
    let outcome = try sheet([Tool.blueHour, "--profile", "taste.json", "-o", "s.png"])
    #expect(outcome.status == 65 && outcome.errors.contains(words), "\(outcome.errors)")
    #expect(folder.names == ["taste.json"])
  }

  @Test(arguments: [
    (["--weights", "layuot=2"], 64, "did you mean 'layout'"), (["--variety", "101"], 64, "0...100"),
    (["--plan", "random", "--variety", "5"], 64, "--plan diverse"),
    (["--plan", "map", "--axes", "calm-bussy,density"], 64, "did you mean 'calm-busy'"),
    (["--axes", "calm-busy,density"], 64, "--plan map"),
    (["--profile", "p.json", "--plan", "sobol"], 64, "a plan of its own"),
    (
      ["--where", "layout.columns <= 2 && layout.columns >= 3", "--plan", "sobol", "-n", "1"], 65,
      "in the closest"
    ),
    (
      ["--where", "textContrast >= 30", "--plan", "sobol", "-n", "1", "--set", "layout.kind=nothing"], 65,
      "nothing"
    ),
  ])
  func wrongOptionsAreRefused(options: [String], status: Int, words: String) throws {
    let outcome = try sheet([Tool.blueHour, "-o", "s.png"] + options)
    #expect(outcome.status == status && outcome.errors.contains(words), "\(outcome.status) \(outcome.errors)")
    #expect(folder.names.isEmpty)
  }

  @Test func aTruncatedSheetIsRefused() throws {
    #expect(try sheet([Tool.blueHour, "-n", "2", "--plan", "sobol", "-o", "s.png"]).status == 0)
    let bytes = try #require(folder.bytes("s.png"))
    folder.put("half.png", bytes.prefix(bytes.count / 2))
    folder.put("head.png", bytes.prefix(60))
    for name in ["half.png", "head.png"] {
      for verb in [["vary", name, "--pick", "1"], ["pick", name, "1=P"]] {
        let outcome = try run(verb, in: folder)
        #expect(outcome.status == 65 && outcome.errors.contains(name), "\(verb) \(outcome.errors)")
      }
    }
  }
}
