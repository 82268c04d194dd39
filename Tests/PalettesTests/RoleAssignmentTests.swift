import Color
import Composition
import Palettes
import Parameters
import Testing

@Suite struct RoleAssignmentTests {
  /// 500 of the 10,000 that were measured in a release build.
  @Test func randomColoursPassAfterRepair() throws {
    var shifts: [Double] = []
    for index in 0..<500 {
      var dice = SeedStream(seed: 9, path: "roles", variant: UInt64(index))
      let colors = (0..<5).map { _ in SRGB(dice.unit(), dice.unit(), dice.unit()) }
      let result = try assignRoles(to: colors)
      #expect(brokenRoles(result.palette).isEmpty, "\(index): \(brokenRoles(result.palette))")
      shifts.append(result.shifts.max()!)
    }
    #expect(shifts.sorted()[250] <= 0.06, "median \(shifts.sorted()[250])")
  }

  @Test func goodColoursStayWhereTheyBelong() throws {
    let colors = ["#faf6ee", "#1d2b3a", "#b8341f", "#e9e0cf"].map { SRGB(hex: $0)! }
    let result = try assignRoles(to: colors)
    #expect(result.palette.background == colors[0])
    #expect(result.palette.text == colors[1])
    #expect(result.palette.accent == colors[2])
    #expect(result.palette.surface == colors[3])
    #expect(result.shifts == [0, 0, 0, 0])
  }

  @Test func repairKeepsTheHue() throws {
    let green = SRGB(hex: "#9fd8a4")!
    let result = try assignRoles(to: [SRGB(hex: "#f8f7f4")!, green])
    #expect(result.palette.accent != green)
    #expect(abs(OKLCH(result.palette.accent).hue - OKLCH(green).hue) < 3)
    #expect(contrastRatio(result.palette.accent, result.palette.background) < 3.6)
  }

  @Test func impossibleLocksNameThePairAndTheBest() throws {
    let (grey, white) = (SRGB(hex: "#777777")!, SRGB(hex: "#8a8a8a")!)
    let locks = RoleLocks(background: grey, text: white)
    let failure = #expect(throws: PaletteFailure.self) {
      try assignRoles(to: [grey, white, .black], locks: locks)
    }
    #expect(failure?.pair == ["text", "background"])
    #expect(abs((failure?.best ?? 0) - contrastRatio(grey, white)) < 1e-9)
    #expect(failure?.description.contains("#8a8a8a on background #777777") == true)
    let alone = #expect(throws: PaletteFailure.self) {
      try assignRoles(to: [white, .black], locks: RoleLocks(background: grey))
    }
    #expect(alone?.pair == ["text", "background"])
    #expect((alone?.best ?? 100) < 75)
  }

  @Test func locksStayExactly() throws {
    let (ground, accent) = (SRGB(hex: "#0b1d3a")!, SRGB(hex: "#f2a541")!)
    let palette = try assignRoles(
      to: [.white, SRGB(hex: "#557799")!, accent], locks: RoleLocks(background: ground, accent: accent)
    ).palette
    #expect(palette.background == ground)
    #expect(palette.accent == accent)
    let shares = palette.shares
    #expect(abs(shares.background + shares.surface + shares.accent - 1) < 1e-12)
  }
}
