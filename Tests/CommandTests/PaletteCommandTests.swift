import Foundation
import Testing

@Suite(.enabled(if: Tool.isThere)) struct PaletteCommandTests {
  let folder = Folder()

  private func palettes(_ arguments: [String]) throws -> [[String: Any]] {
    let outcome = try run(["palette", "--json"] + arguments, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require((outcome.json as? [String: Any])?["palettes"] as? [[String: Any]])
  }

  @Test func jsonHoldsTheContract() throws {
    let found = try palettes(["-n", "3", "--words", "coastal, calm", "--paints", "example"])
    #expect(found.count == 3)
    for palette in found {
      let roles = try #require(palette["roles"] as? [String: String])
      #expect(
        Set(roles.keys) == ["background", "surface", "text", "muted", "accent", "onAccent", "border"])
      let colors = try #require(palette["colors"] as? [[String: Any]])
      #expect(colors.count >= 3)
      for color in colors {
        #expect((color["hex"] as? String)?.count == 7 && color["name"] is String && color["share"] is Double)
        let paint = try #require(color["paint"] as? [String: Any])
        #expect(paint["table"] is String && paint["deltaE"] is Double)
      }
    }
  }

  @Test func locksStandInEveryPalette() throws {
    for palette in try palettes(["-n", "6", "--lock", "#0b1d3a"]) {
      let colors = try #require(palette["colors"] as? [[String: Any]]).compactMap { $0["hex"] as? String }
      let roles = try #require(palette["roles"] as? [String: String])
      #expect((colors + roles.values).contains("#0b1d3a"), "\(colors)")
    }
  }

  @Test(arguments: ["ase", "aco", "gpl", "tokens"]) func filesComeBackAsLocks(format: String) throws {
    let file = format == "tokens" ? "p.tokens.json" : "p.\(format)"
    let words = ["palette", "-n", "1", "--words", "scandinavian", "--format", format, "-o", file]
    #expect(try run(words, in: folder).status == 0)
    #expect(try run(words, in: folder).status == 73)
    let first = try #require(palettes(["-n", "1", "--words", "scandinavian"]).first)
    let again = try #require(palettes(["-n", "1", "--lock", file]).first)
    func hexes(_ palette: [String: Any]) -> [String] {
      (palette["colors"] as? [[String: Any]] ?? []).compactMap { $0["hex"] as? String }
    }
    // Some locks become type or surface, so not every one is among the colours; the ground and the lead are.
    let roles = try #require(again["roles"] as? [String: String])
    let kept = hexes(first).filter { (hexes(again) + roles.values).contains($0) }
    #expect(kept.count >= min(4, hexes(first).count), "\(hexes(first)) became \(hexes(again))")
  }

  @Test func mistakesAreAnswered() throws {
    let unknown = try run(["palette", "--words", "calmm", "-o", "p.png"], in: folder)
    #expect(unknown.status == 65 && unknown.errors.contains("did you mean 'calm'"))
    #expect(try run(["palette", "--lock", "#12345", "-o", "p.png"], in: folder).status == 64)
    #expect(try run(["palette", "--lock", "gone.ase", "-o", "p.png"], in: folder).status == 66)
    #expect(try run(["palette", "gone.png", "-o", "p.png"], in: folder).status == 66)
    #expect(try run(["palette", "-n", "0", "-o", "p.png"], in: folder).status == 64)
    #expect(try run(["palette", "--format", "psd", "-o", "p.png"], in: folder).status == 64)
    #expect(folder.names.isEmpty, "\(folder.names)")
  }

  @Test func aPictureHasAPalette() throws {
    #expect(try run(["sheet", Tool.market, "-o", "s.png"] + small, in: folder).status == 0)
    let found = try palettes(["s.png", "--colors", "5"])
    let shares = try #require(found.first?["colors"] as? [[String: Any]]).compactMap {
      $0["share"] as? Double
    }
    #expect((3...5).contains(shares.count) && abs(shares.reduce(0, +) - 1) < 0.01, "\(shares)")
  }

  @Test func theSheetRepeats() throws {
    for name in ["a.png", "b.png"] {
      let jobs = name == "a.png" ? "1" : "8"
      let outcome = try run(
        ["palette", "-n", "4", "--dpi", "40", "--jobs", jobs, "-o", name], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(folder.bytes("a.png") != nil && folder.bytes("a.png") == folder.bytes("b.png"))
  }
}
