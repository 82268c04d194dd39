import Parameters
import Testing

@testable import Studio

@Suite struct ConditionTests {
  private static let values: [String: ParameterValue] = [
    "textContrast": .number(6.5), "balance": .number(0.8), "layout.columns": .integer(5),
    "art.kind": .choice("arcs"), "layout.mirrored": .flag(true),
  ]

  private func shortfall(_ text: String) throws -> Shortfall {
    try Condition(text).shortfall { Self.values[$0] }
  }

  @Test(
    arguments: [
      ("textContrast>=6.5", true), ("textContrast > 6.5", false), ("textContrast<7&&balance>0.5", true),
      ("textContrast >= 7 || balance >= 0.8", true), ("!(textContrast >= 7 || balance >= 0.8)", false),
      ("!(textContrast >= 7 && balance >= 0.8)", true), ("!!(balance != 0.8)", false),
      ("layout.columns == 5", true), ("layout.columns<=4", false), ("4 < layout.columns", true),
      ("art.kind == arcs", true), ("art.kind == 'arcs'", true), ("art.kind != rays", true),
      ("art.kind == \"rays\"", false), ("layout.mirrored == true", true), ("layout.mirrored != true", false),
      // && binds closer than ||.
      ("balance > 2 && balance > 2 || balance > 0", true),
      ("balance > 2 && (balance > 2 || balance > 0)", false),
      // What a variant lacks satisfies nothing but !=.
      ("layout.margin > 0", false), ("layout.margin != 3", true), ("layout.margin == 3", false),
      ("art.kind >= arcs", false), ("textContrast >= 6.5 && balance >= -1e3", true),
    ])
  func holdsOrNot(text: String, holds: Bool) throws {
    #expect(try Condition(text).holds { Self.values[$0] } == holds)
    #expect(
      try Condition("!(\(text))").holds { Self.values[$0] } != holds || text.contains("margin")
        || text.contains(">= arcs"))
  }

  @Test func saysHowFarItIsOff() throws {
    #expect(try abs(shortfall("textContrast >= 13").distance - 0.5) < 1e-12)
    #expect(try shortfall("textContrast >= 13").reason == "textContrast is 6.5")
    #expect(try shortfall("textContrast >= 13 && balance > 0.9").reason == "textContrast is 6.5")
    #expect(try shortfall("textContrast >= 13 || balance > 0.9").reason == "balance is 0.8")
    #expect(try shortfall("layout.margin > 1").reason == "layout.margin is not there")
    #expect(try shortfall("textContrast > 6.5").distance > 0, "a bound that is just missed is missed")
  }

  @Test(
    arguments: [
      ("", 1, "expected a name or a value, found the end"),
      ("textContras >= 7", 1, "did you mean 'textContrast'"),
      ("textContrast = 7", 14, "expected a comparison (>= <= == != > <), found '='"),
      ("textContrast >= 7 &&", 21, "expected a name or a value, found the end"),
      ("textContrast >= 7 & balance > 1", 19, "expected '&&', '||' or the end, found '&'"),
      ("(textContrast >= 7", 19, "expected ')', found the end"),
      ("textContrast >= seven", 17, "'seven' is unknown"), ("art.kind == arc", 13, "did you mean 'arcs'"),
      ("art.kind == 'arcs", 13, "expected a closing '"), ("textContrast 7", 14, "expected a comparison"),
      (String(repeating: "(", count: 100) + "1 > 0", 61, "at most 60"),
    ])
  func errorsHaveAColumn(text: String, column: Int, words: String) {
    let error = #expect(throws: ConditionError.self) { try Condition(text) }
    #expect(
      error?.column == column && error?.description.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
  }

  @Test func presetsHoldConditionsAndZips() throws {
    func read(_ more: String) throws -> Preset {
      let text =
        "{ maquette: 1, name: 'N', format: { page: 'A4' }, content: [{ role: 'title', text: 'T' }], \(more) }"
      return try Preset(bytes: Array(text.utf8), file: "n.json")
    }
    let preset = try read("where: 'textContrast >= 5', zip: [['art.kind', 'finish.filter']]")
    #expect(preset.condition?.text == "textContrast >= 5")
    #expect(preset.zipped == [["art.kind", "finish.filter"]])
    for (more, words) in [
      ("where: 'textContrast >'", "n.json:1:"), ("where: 5", "must be a text"),
      ("zip: [['art.kind', 'art.knd']]", "did you mean 'art.kind'"), ("zip: [['art.kind']]", "two or more"),
      ("zip: 3", "must be a list of lists"),
    ] {
      let error = #expect(throws: PresetError.self) { try read(more) }
      #expect(error?.description.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
    }
  }
}
