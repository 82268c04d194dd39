import Boards
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

@testable import Studio

/// Every declared parameter changes the picture somewhere: one that changes nothing misleads whoever sets it.
@Suite struct ParameterEffectTests {
  private static let cases: [(Family, String, String)] = Catalog.entries.flatMap { entry in
    entry.parameters.map { (entry.family, entry.name, $0.name) }
  }
  private static let preset = {
    var preset = brief
    preset.exemplars = (0..<12).map(exemplar)
    return preset
  }()
  /// Dark and light squares in a colour of its own: something to work after.
  private static func exemplar(_ index: Int) -> Photo {
    let tones: [UInt32] = index % 2 == 0 ? [0xff20_3050, 0xff80_a0b0] : [0xffd0_8040, 0xff60_2010]
    let pixels = (0..<64 * 48).map { i -> UInt32 in
      let square = i % 64 / 6 + i / 64 / 5
      return tones[square % 2] + UInt32(i * 7 % 40)
    }
    return Photo(
      name: "\(index)", digest: "", picture: Bitmap(width: 64, height: 48, pixels: pixels)
    ) { nil }
  }
  private static let brief = try! Preset(
    bytes: Array(
      """
      { maquette: 1, name: "Effect", format: { page: "A4" }, content: [
        { role: "title", text: "Blue Hour" }, { role: "subtitle", text: "An evening of late jazz" },
        { role: "date", text: "Friday 14 March" }, { role: "place", text: "Quay 3" },
        { role: "list", items: ["Mira Holt", "Sato Trio"] }, { role: "small", text: "Doors 8 pm." } ] }
      """.utf8), file: "effect")
  /// Content for layouts that live from something that the brief has not.
  private static let wanted: [String: Preset] = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let folder = tests.appending(path: "../../Presets/editorial")
    let files = PresetFiles(FolderAccess(folder: folder.path()))
    let long = "Boards are sawn in winter and dried for two years. They are oiled by hand, and look better."
    func preset(_ content: String) -> Preset {
      let text = """
        { maquette: 1, name: "Effect", format: { page: "A4" }, content: [{ role: "title", text: "Oak from the hills behind the mill" }, \(content)] }
        """
      return try! Preset(bytes: Array(text.utf8), file: "effect", files: files)
    }
    let pictures = ["oak", "linen", "slate", "cork"].map { "{ role: 'image', file: 'samples/\($0).jpg' }" }
    return [
      "collage": preset("{ role: 'date', text: '4 May' }, " + pictures.joined(separator: ", ")),
      "editorial": preset(
        "{ role: 'lead', text: '\(long)' }, "
          + Array(repeating: "{ role: 'body', text: '\(long) \(long) \(long)' }", count: 3)
          .joined(separator: ", ")),
      "quote": preset("{ role: 'quote', text: '\(long)' }, { role: 'credits', text: 'The miller' }"),
      "timetable": preset(
        "{ role: 'list', heading: 'Monday', items: ['9:00 | Sawing', '11:00 | Drying', '15:00 | Oiling'] }, "
          + "{ role: 'list', heading: 'Tuesday', items: ['9:00 | Laying', '14:00 | Waxing'] }"),
    ]
  }()
  private static let typesetter = Typesetter()

  @Test(arguments: cases) func changesThePicture(family: Family, component: String, parameter: String) throws
  {
    let entry = try #require(Catalog.entry(component, in: family))
    let declared = try #require(entry.parameters.first { $0.name == parameter })
    var differs = false
    for seed in 0..<8 where !differs {
      var stream = SeedStream(seed: UInt64(seed), path: "effect")
      var values = entry.parameters.map { ($0, $0.domain.value(at: stream.unit())) }
      if let condition = declared.condition,
        let index = values.firstIndex(where: { $0.0.name == condition.parameter })
      {
        values[index].1 = .choice(condition.values[0])
      }
      // Both ends first: where they differ, the middle need not be drawn.
      var first: Bitmap?
      for end in [0.0, 0.999, 0.5] where !differs {
        let settings = values.map {
          ($0.0.name, $0.0.name == parameter ? declared.domain.value(at: end) : $0.1)
        }
        guard let picture = try? Self.picture(family, component, settings, seed: UInt32(seed)) else {
          continue
        }
        if let first { differs = picture != first } else { first = picture }
      }
    }
    #expect(differs, "\(family.group).\(parameter) of \(component) changes nothing")
  }

  private static func picture(
    _ family: Family, _ component: String, _ settings: [(String, ParameterValue)], seed: UInt32
  ) throws -> Bitmap {
    if family == .material {
      let picture = MaterialPicture(component, seed: UInt64(seed)) { name in
        settings.first { $0.0 == name }?.1
      }!
      return picture.bitmap(pixelsPerMillimetre: 24 / picture.sampleSide, width: 24, height: 24)
    }
    if family == .furniture { return try furniture(component, settings) }
    if family == .board { return try board(component, settings) }
    let usual: [Family: String] = [
      .layout: "band", .generator: "arcs", .palette: "harmony", .type: seed % 2 == 0 ? "inter" : "bebas",
      .filter: "none",
    ]
    var values = Family.planned.map { kind in
      Variant.NamedValue(kind.selector, .choice(kind == family ? component : usual[kind]!))
    }
    values += settings.map { Variant.NamedValue("\(family.group).\($0.0)", $0.1) }
    let design = try Design(
      Variant(values: values, seeds: Family.planned.map { Variant.NamedSeed($0.group, seed) }))
    let composition = try design.compose(
      family == .layout ? wanted[component] ?? preset : preset, with: typesetter)
    // Grain and misregistration are finer than a thumbnail: they are looked at closer.
    let isFilter = family == .filter
    return try Renderer.bitmap(
      composition, design, pixelsPerMillimetre: isFilter ? 2 : 0.7, width: isFilter ? 96 : 147,
      height: isFilter ? 72 : 208, with: typesetter)
  }

  /// A piece from above, from the front and from the side.
  private static func furniture(_ name: String, _ settings: [(String, ParameterValue)]) throws -> Bitmap {
    let piece = Catalog.piece(name) { wanted in settings.first { $0.0 == wanted }?.1 }!
    let style = DrawingStyle(
      ink: .black, quiet: .black, wall: .black, paper: .white, font: Font("Inter"),
      tint: { SRGB.white.mixed(with: .black, Double(Finish.allCases.firstIndex(of: $0)!) / 40) })
    let canvas = try Canvas(width: 160, height: 80)
    for (index, view) in FurnitureDrawing.View.allCases.enumerated() {
      let drawing = FurnitureDrawing(piece, view: view)
      let drawn = drawing.drawing(scale: 60, at: Point(26 + Double(index) * 54, 56), style: style)
      Composition(page: Page(size: Size(160, 80)), layers: drawn.layers).draw(on: canvas, with: typesetter)
    }
    return try canvas.bitmap()
  }

  /// A board of a small room; its view is a colour of the camera.
  private static func board(_ name: String, _ settings: [(String, ParameterValue)]) throws -> Bitmap {
    let layout = Catalog.boards.first { $0.name == name }!.make { wanted in
      settings.first { $0.0 == wanted }?.1
    }
    let stream = SeedStream(seed: 1, path: "effect")
    let palette = try Catalog.palettes[0].make { _ in nil }.palette(locked: [], stream: stream)
    let nothing = SchemeChoice(material: { _ in nil }, paint: { _ in nil }, furniture: { _ in nil })
    let job = BoardJob(
      page: Page(size: boardPreset.format.size), title: "Effect", identity: "Board",
      scheme: try Scheme(
        boardPreset.brief!, nothing, palette: palette, textures: stream, arrangement: stream),
      type: Catalog.pairs[0].make { _ in nil }.system, palette: palette, typesetter: typesetter,
      stream: stream, treated: { $0 }
    ) { camera in CameraColor(camera: camera) }
    return try Renderer.draw(
      try layout.compose(job), View(scale: 0.5, width: 210, height: 148), with: typesetter)
  }

  private static let boardPreset = try! Preset(
    bytes: Array(
      """
      { maquette: 1, name: "Effect", room: { type: "living", width: 5, depth: 4, height: 2.6 },
        materials: { wall: { name: "paint", share: 0.5 }, textile: { name: "linen", share: 0.2 },
          floor: { name: "concrete", share: 0.3 } },
        furniture: [{ piece: "sofa" }, { piece: "floor-lamp" }] }
      """.utf8), file: "effect")
}

/// Another grey for every camera.
private struct CameraColor: PictureSource {
  let camera: RoomCamera

  func bitmap(crop: Rect, width: Int, height: Int, pixelsPerMillimetre: Double) -> Bitmap {
    let cameras = Wall.allCases.map(RoomCamera.onePoint) + Wall.allCases.map(RoomCamera.twoPoint)
    return Bitmap(
      width: width, height: height, fill: 0xFF00_0000 | UInt32(cameras.firstIndex(of: camera)!) * 0x101010)
  }
}
