import Canvas
import Color
import Composition
import Geometry
import Interiors
import Parameters
import Testing

@testable import Boards
@testable import Studio

/// The room's view on a board: its keys, its camera, its colours.
@Suite struct BoardViewTests {
  /// Every key on the view is one of the schedule, stands within the picture, and none covers another; what the camera
  /// shows of the furniture has its key.
  @Test(arguments: Catalog.boards.map { $0.name }) func whatTheViewShowsIsKeyed(name: String) throws {
    let preset = try Sample.preset()
    let type = try #require(Catalog.boards.first { $0.name == name })
    let board = try Sample.board(type, preset)
    let scheme = try Sample.scheme(preset)
    let view = try #require(board.pictureMarks.first { $0.element == "view" }).box
    let keys = board.textMarks.filter { $0.element == "drawing" && view.contains($0.box.center) }
    let known = Schedule(scheme, board: preset.name).keys
    #expect(keys.allSatisfy { known.contains($0.line.text) && view.contains($0.box) })
    let shown = RoomGlimpse(
      scheme.furnishing, camera: BoardLook().camera(scheme.furnishing), aspect: view.width / view.height
    ).places(floor: "M4", wall: "M1")
    #expect(Set(shown.map(\.key)).isSubset(of: Set(keys.map(\.line.text))))
    #expect(Set(keys.map(\.line.text)).isSuperset(of: ["M1", "M4", "F1"]))
    for (i, a) in keys.enumerated() {
      for b in keys[(i + 1)...] { #expect(a.box.intersection(b.box) == nil, "\(a.line.text) \(b.line.text)") }
    }
  }

  /// A wardrobe that stands before one camera is seen from another.
  @Test func noTallPieceBlocksTheView() throws {
    let room = try #require(try Sample.preset().brief).room
    func piece(_ key: String, _ name: String, _ at: Point, _ rotation: Double = 0) -> PlacedPiece {
      PlacedPiece(
        FurnitureItem(key: key, Catalog.piece(name) { _ in nil }!), at: at, rotation: rotation)
    }
    let sofa = piece("F1", "sofa", Point(2.6, 0.6))
    let free = Furnishing(room: room, pieces: [sofa])
    let full = Furnishing(room: room, pieces: [sofa, piece("F2", "wardrobe", Point(2.6, 2.9), 180)])
    for camera in [BoardLook.Camera.wall, .left, .right] {
      var look = BoardLook()
      look.camera = camera
      #expect(RoomGlimpse(free, camera: look.camera(free), aspect: 1.6).blocked == 0)
    }
    #expect(BoardLook().camera(free) == .onePoint(.north))
    #expect(BoardLook().camera(full) != .onePoint(.north))
  }

  /// One family of accents: of the earth, or near the colour that leads.
  @Test(arguments: ["#c04fd0", "#d02060", "#30c060", "#3060d0", "#b09030"])
  func accentsGoWithTheRoom(hex: String) throws {
    let other = try Sample.palette()
    let palette = Palette(
      background: other.background, surface: other.surface, text: other.text, muted: other.muted,
      accent: try #require(SRGB(hex: hex)), onAccent: other.onAccent, border: other.border, inks: other.inks)
    let given = try #require(SRGB(hex: "#5b7f8f"))
    let hue = OKLCH(SchemeColors(palette: palette, given: given).accent).hue
    func distance(_ other: Double) -> Double { abs((other - hue).remainder(dividingBy: 360)) }
    let family = [40, 62, 84, OKLCH(given).hue]
    #expect(family.map(distance).min()! < 18, "\(hue)")
  }
}
