import Canvas
import Color
import Composition
import Geometry
import Interiors
import Parameters
import Raster

@testable import Boards
@testable import Studio

/// Briefs and boards for tests.
enum Sample {
  static let typesetter = Typesetter()

  static let text = """
    { maquette: 1, name: "Test room",
      board: { client: "The Tests", project: "House of boxes", mood: "plain and dry" },
      room: { type: "living", width: 5.2, depth: 4.1, height: 2.7, openings: [
        { kind: "door", wall: "south", at: 0.6, width: 0.9, height: 2.1 },
        { kind: "window", wall: "west", at: 1.2, width: 1.8, height: 1.5, sill: 0.7 } ] },
      materials: {
        wall: { name: "paint", paint: "S 1", share: 0.4 },
        textile: { choose: ["linen", "boucle"], share: 0.2 },
        metal: { name: "brushed-brass", share: 0.03 },
        floor: { name: "oak", width: 120, share: 0.3 } },
      paints: [{ code: "S 1", hex: "#e3ded1", name: "Pebble" }, { code: "S 2", hex: "#7d8f91", share: 0.07 }],
      furniture: [ { piece: "sofa", width: 2.2 }, { piece: "rug" }, { piece: "floor-lamp" } ],
      style: { palette: { lock: ["#6f8f9b"] } } }
    """

  static func preset(_ text: String = text) throws -> Preset {
    try Preset(bytes: Array(text.utf8), file: "brief.json")
  }

  /// What is wrong with a brief, in words.
  static func refusal(_ change: (String) -> String) -> String {
    do {
      _ = try preset(change(text))
      return "accepted"
    } catch { return "\(error)" }
  }

  static func scheme(_ preset: Preset) throws -> Scheme {
    let stream = SeedStream(seed: 1, path: "test")
    let palette = try palette()
    let nothing = SchemeChoice(material: { _ in nil }, paint: { _ in nil }, furniture: { _ in nil })
    return try Scheme(preset.brief!, nothing, palette: palette, textures: stream, arrangement: stream)
  }

  static func palette() throws -> Palette {
    try Catalog.palettes[0].make { _ in nil }.palette(locked: [], stream: SeedStream(seed: 1, path: "test"))
  }

  /// A board of that layout at its defaults; the room's view is a flat colour.
  static func board(_ layout: any BoardLayout.Type, _ preset: Preset) throws -> Composition {
    let job = BoardJob(
      page: Page(size: preset.format.size), title: preset.name, identity: "Board test1",
      scheme: try scheme(preset), type: Catalog.pairs[0].make { _ in nil }.system, palette: try palette(),
      typesetter: typesetter, stream: SeedStream(seed: 1, path: "board"), treated: { $0 }
    ) { _ in FlatPicture() }
    return try layout.init().compose(job)
  }
}

/// One colour.
struct FlatPicture: PictureSource {
  func bitmap(crop: Rect, width: Int, height: Int, pixelsPerMillimetre: Double) -> Bitmap {
    Bitmap(width: width, height: height, fill: 0xFFB0_B0A8)
  }
}

extension Composition {
  /// The keys that stand on it, each once, as its captions say them.
  var keys: [String] {
    var keys: [String] = []
    for mark in textMarks where mark.element.hasPrefix("key ") {
      if !keys.contains(mark.line.text) { keys.append(mark.line.text) }
    }
    return keys
  }
}
