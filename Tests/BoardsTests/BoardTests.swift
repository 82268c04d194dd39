import Canvas
import Color
import Composition
import Foundation
import Geometry
import ImageFiles
import Interiors
import Parameters
import Raster
import Testing

@testable import Boards
@testable import Studio

@Suite struct BoardTests {
  private static let layouts = Catalog.boards.map { $0.name }

  private static func board(_ name: String) throws -> (Composition, Preset, Scheme) {
    let preset = try Sample.preset()
    let type = try #require(Catalog.boards.first { $0.name == name })
    return (try Sample.board(type, preset), preset, try Sample.scheme(preset))
  }

  /// Every key on the board stands in the schedule, and the reverse.
  @Test(arguments: layouts) func keysAreThoseOfTheSchedule(name: String) throws {
    let (board, preset, scheme) = try Self.board(name)
    let schedule = Schedule(scheme, board: preset.name)
    #expect(Set(board.keys) == Set(schedule.keys))
    #expect(schedule.keys.count == Set(schedule.keys).count)
    #expect(schedule.keys == ["M1", "M2", "M3", "M4", "P1", "P2", "F1", "F2", "L1"])
  }

  @Test(arguments: layouts) func sampleAreasFollowTheirShares(name: String) throws {
    let (board, _, scheme) = try Self.board(name)
    let faces = scheme.samples.map { sample in
      board.pictureMarks.first { $0.element == "sample \(sample.key)" }!.frame.inset(by: SamplePicture.reach)
    }
    let unit = faces[0].area / scheme.samples[0].item.share
    for (sample, face) in zip(scheme.samples, faces) {
      #expect(abs(face.area / (sample.item.share * unit) - 1) < 0.05, "\(sample.key)")
    }
  }

  @Test(arguments: layouts) func chipAreasFollowTheirShares(name: String) throws {
    let (board, _, scheme) = try Self.board(name)
    let layer = try #require(
      board.layers.first { layer in
        layer.marks.count == scheme.chips.count
          && zip(layer.marks, scheme.chips).allSatisfy {
            if case .fill(_, .solid(let color, _)) = $0 { color == $1.color } else { false }
          }
      })
    let areas = layer.marks.map { mark -> Double in
      guard case .fill(let path, _) = mark else { return 0 }
      return path.controlBounds!.area
    }
    let sum = areas.reduce(0, +)
    for (area, chip) in zip(areas, scheme.chips) { #expect(abs(area / sum / chip.share - 1) < 0.05) }
    #expect(abs(scheme.chips.reduce(0) { $0 + $1.share } - 1) < 1e-9)
  }

  /// Text over text, text outside its page, samples over captions: none of it.
  @Test(arguments: layouts) func nothingOverlapsBeyondTheRule(name: String) throws {
    let (board, _, _) = try Self.board(name)
    let words = board.textMarks
    for (i, a) in words.enumerated() {
      #expect(board.page.trim.inset(by: 5).contains(a.box), "\(a.line.text)")
      for b in words[(i + 1)...] where a.element != b.element || a.line.size != b.line.size {
        #expect((a.box.intersection(b.box)?.area ?? 0) < 0.01, "\(a.line.text) over \(b.line.text)")
      }
    }
    let faces = board.pictureMarks.filter { $0.element.hasPrefix("sample ") }.map {
      $0.frame.inset(by: SamplePicture.reach)
    }
    let most = name == Pinboard.name ? Pinboard.mostOverlap : 0
    for (i, a) in faces.enumerated() {
      for b in faces[(i + 1)...] {
        let shared = a.intersection(b)?.area ?? 0
        #expect(shared <= most * min(a.area, b.area) + 1e-6)
      }
      for mark in words where mark.element.hasPrefix("caption") || mark.element.hasPrefix("detail") {
        #expect((a.intersection(mark.box)?.area ?? 0) < 0.01, "a sample covers \(mark.line.text)")
      }
    }
  }

  /// Nothing is set below six points.
  @Test(arguments: layouts) func wordsAreLargeEnough(name: String) throws {
    for mark in try Self.board(name).0.textMarks {
      #expect(points(millimetres: mark.line.size) >= 5.8, "\(mark.line.text)")
    }
  }

  private static let briefs = [
    ("coastal-living-room", 0), ("japandi-bedroom", 1), ("industrial-loft-kitchen", 2),
    ("mid-century-study", 3), ("boutique-hotel-lobby", 5),
  ]

  /// Every brief of the house finds its place on a board, key by key, and the board says what must be said of it.
  @Test(arguments: briefs) func briefsOfTheHouseAreWhole(name: String, layout: Int) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let folder = tests.appending(path: "../../Presets/boards")
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(name).json")))
    let preset = try Preset(
      bytes: bytes, file: name, files: PresetFiles(FolderAccess(folder: folder.path())))
    let board = try Sample.board(Catalog.boards[layout], preset)
    let scheme = try Sample.scheme(preset)
    #expect(Set(board.keys) == Set(Schedule(scheme, board: preset.name).keys))
    let notes = board.textMarks.filter { $0.element == "notes" }.map(\.line.text).joined(separator: " ")
    for remark in scheme.furnishing.remarks { #expect(notes.contains(sentence(remark)), "\(remark)") }
  }

  /// Plan and elevation share one scale, and say the brief's lengths to the millimetre.
  @Test(arguments: layouts) func drawingsSayTheBriefsLengths(name: String) throws {
    let (board, _, _) = try Self.board(name)
    let figures = board.textMarks.filter { $0.element == "drawing" }.map(\.line.text)
    for length in ["5\u{2009}200", "4\u{2009}100", "2\u{2009}700", "900", "1\u{2009}800"] {
      #expect(figures.contains(length), "\(length)")
    }
    let scales = board.textMarks.filter { $0.element == "heading" }.map { $0.line.text.lowercased() }.filter {
      $0.hasPrefix("plan") || $0.hasPrefix("elevation")
    }.map { $0.split(separator: " ").last! }
    #expect(scales.count == 2 && scales[0] == scales[1])
  }

  @Test func aSampleHasItsFaceItsEdgeAndAShadowAwayFromTheLight() throws {
    let scheme = try Sample.scheme(try Sample.preset())
    let floor = scheme.samples[3]
    let picture = SamplePicture(
      material: floor.option.material, color: floor.color, stream: floor.stream, scale: 5, face: Size(20, 16),
      edge: .hard(thickness: 1.3))
    let bitmap = picture.bitmap(crop: Rect(0, 0, 1, 1), width: 68, height: 60, pixelsPerMillimetre: 2)
    func alpha(_ x: Double, _ y: Double) -> UInt32 {
      bitmap.pixels[Int((y + 7) * 2) * 68 + Int((x + 7) * 2)] >> 24
    }
    #expect(alpha(10, 8) == 255)
    // The front edge stands below the face; the shadow falls to the lower right.
    #expect(alpha(10, 16.6) == 255)
    #expect(alpha(21, 12) > alpha(-1, 12) + 20)
    #expect(alpha(10, 18.5) > alpha(10, -1.5) + 20)
  }
}
