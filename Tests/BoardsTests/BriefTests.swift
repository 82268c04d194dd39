import Interiors
import JSON5
import Parameters
import Testing

@testable import Boards
@testable import Studio

@Suite struct BriefTests {
  @Test func aBriefIsReadAsWritten() throws {
    let brief = try #require(try Sample.preset().brief)
    #expect(brief.room.width == 5.2 && brief.room.openings.count == 2)
    #expect(brief.materials.map(\.key) == ["M1", "M2", "M3", "M4"])
    #expect(brief.materials.map(\.place) == [.wall, .textile, .metal, .floor])
    #expect(brief.materials[1].named == 2 && brief.materials[0].paint == "P1")
    #expect(brief.furniture.map(\.key) == ["F1", "F2", "L1"])
    #expect(brief.furniture[0].options[0].size.x == 2.2)
  }

  @Test func northIsReadAndChecked() throws {
    #expect(try Sample.preset().brief?.room.north == nil)
    let turned = Sample.text.replacing("height: 2.7,", with: "height: 2.7, north: 20,")
    #expect(try Sample.preset(turned).brief?.room.north == 20)
    let refusal = Sample.refusal { $0.replacing("height: 2.7,", with: "height: 2.7, north: 400,") }
    #expect(refusal.contains("room.north: must be a number of -180...360"), "\(refusal)")
  }

  /// What the brief leaves open is a parameter, named after its place in the file; the rest is fixed.
  @Test func openMaterialsAreParameters() throws {
    var preset = try Sample.preset()
    let slots = preset.space.group(.material).components[0].slots
    #expect(slots.map(\.declaration.name) == ["wall", "textile", "metal", "floor", "P1", "P2"])
    #expect(slots.filter(\.opening.isOpen).map(\.declaration.name) == ["textile"])
    try preset.set("material.floor", to: "walnut")
    guard case .fixed(.choice("walnut")) = preset.space.group(.material).components[0].slots[3].opening else {
      Issue.record("not set")
      return
    }
  }

  @Test(arguments: [
    ("5.2", "0", "room: the room's width is 0 m; it must be 1 to 30 m"),
    ("5.2", "100", "room: the room's width is 100 m; it must be 1 to 30 m"),
    ("\"brushed-brass\"", "\"brushed-bras\"", "'brushed-bras' is unknown; did you mean 'brushed-brass'?"),
    (
      "\"oak\", width: 120", "\"oak\", width: 5000",
      "5000 is out of range: width of 'oak' takes number 40...300"
    ),
    (
      "\"S 1\", share", "\"S 7\", share",
      "'S 7' is no paint of this brief; did you mean 'S 1'? (paints: S 1, S 2)"
    ),
    ("piece: \"sofa\"", "piece: \"soffa\"", "'soffa' is unknown; did you mean 'sofa'?"),
    ("piece: \"sofa\", width: 2.2", "piece: \"sofa\", width: 22", "22 is out of range: width of 'sofa'"),
    ("share: 0.3 }", "}", "materials.floor.share: is missing"),
    ("at: 0.6", "at: 4.6", "the door ends 5.5 m along the south wall, which is 5.2 m long"),
    ("furniture: [", "items: \"no.csv\", furniture: [", "a preset without a folder cannot name files"),
  ]) func wrongBriefsAreRefused(old: String, new: String, reason: String) {
    let refusal = Sample.refusal { $0.replacing(old, with: new, maxReplacements: 1) }
    #expect(refusal.contains(reason), "\(refusal)")
    #expect(refusal.hasPrefix("brief.json:"))
  }

  /// Furniture that does not fit is named with what is wanting, by the planner and not by a crash.
  @Test func furnitureThatDoesNotFitIsNamed() throws {
    let small = Sample.text.replacing("width: 5.2, depth: 4.1", with: "width: 2.0, depth: 1.9")
      .replacing("at: 0.6", with: "at: 0.1").replacing("at: 1.2", with: "at: 0.05")
    let preset = try Sample.preset(small)
    #expect(throws: FurnishingFailure.self) { try Sample.scheme(preset) }
    do { _ = try Sample.scheme(preset) } catch { #expect("\(error)".contains("F1, the sofa, does not fit")) }
  }
}
