import Foundation
import Testing

/// What `board` takes and refuses; boards themselves are looked at in their own tests.
@Suite(.enabled(if: Tool.isThere)) struct BoardCommandTests {
  let folder = Folder()
  private static let brief = Tool.presets + "/boards/coastal-living-room.json"

  @Test(arguments: [
    ([brief, "--tile", "3", "--dry-run"], "--dry-run goes with a sheet of boards, not with --tile"),
    ([brief, "--tile", "3", "--effects"], "--effects goes with a sheet of boards, not with --tile"),
    ([brief, "--only", "picked"], "--only goes with a sheet, not with a preset"),
    ([brief, "--format", "pdf"], "--format goes with --tile; a sheet of boards is a PNG"),
    ([brief, "--lock", "materails"], "did you mean 'material'?"),
    ([brief, "--plan", "map", "--vary", "board.kind=*"], "--vary goes not with --plan map"),
    ([brief, "--where", "textContrst>4"], "did you mean 'textContrast'?"),
  ]) func whatMakesNoSenseIsRefusedInOneSentence(arguments: [String], reason: String) throws {
    let outcome = try run(["board"] + arguments, in: folder)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1 && folder.names.isEmpty)
  }

  @Test func aPosterIsNoBrief() throws {
    let outcome = try run(["board", Tool.blueHour], in: folder)
    #expect(outcome.status == 65 && outcome.errors.contains("is no brief of a board"), "\(outcome.errors)")
  }

  /// Which piece, and by how much; the same in every layout, so said once.
  @Test func furnitureThatDoesNotFitIsSaidOnce() throws {
    folder.put(
      "brief.json",
      """
      { maquette: 1, name: "Cell", room: { type: "living", width: 2.0, depth: 1.9, height: 2.4 },
        materials: { floor: { name: "oak", share: 0.5 } }, furniture: [{ piece: "sofa", width: 2.4 }] }
      """)
    let outcome = try run(["board", "brief.json", "-n", "1", "--plan", "sobol"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("F1, the sofa, does not fit") && outcome.errors.contains("m too large"))
    #expect(outcome.errors.components(separatedBy: "does not fit").count == 2, "\(outcome.errors)")
  }

  @Test func piecesAreDrawnAlone() throws {
    let outcome = try run(
      ["render", "furniture/sofa", "--set", "seats=2", "--size", "64x64px", "-o", "s.png"], in: folder)
    #expect(outcome.status == 0 && isWholePNG(folder.bytes("s.png")), "\(outcome.errors)")
    let wrong = try run(["render", "furniture/soffa"], in: folder)
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean 'sofa'?"), "\(wrong.errors)")
    let seed = try run(["render", "furniture/sofa", "--seed", "2"], in: folder)
    #expect(seed.status == 64 && seed.errors.contains("does not go with a piece of furniture"))
  }
}
