import Canvas
import Composition
import Geometry
import ImageFiles
import Parameters
import Raster
import Studio
import Variation

/// What is asked of a sheet.
public struct SheetRequest: Sendable {
  public var preset: Preset
  public var count = 36
  public var seed: UInt64 = 1
  public var plan = Plan.diverse
  public var page: PageFormat
  public var dpi: Double
  public var columns: Int?
  /// The name in the footer's line on how to replay a tile: the usual one, not the one given with `--output`, so that
  /// where a sheet is written does not change its pixels.
  public var fileName: String

  public init(preset: Preset, page: PageFormat, dpi: Double, fileName: String) {
    self.preset = preset
    self.page = page
    self.dpi = dpi
    self.fileName = fileName
  }
}

/// A finished sheet: pixels and record.
public struct Sheet: Sendable {
  public let bitmap: Bitmap
  public let manifest: SheetManifest
  public let dpi: Double
}

/// Plans, draws and assembles contact sheets.
public enum SheetMaker {
  /// The whole main job but for the file.
  ///
  /// - Throws: `PlanError`, `SheetError`, `CanvasError` or `ComposeError`, each with a sentence for a person.
  public static func make(_ request: SheetRequest, in workshop: Workshop) throws -> Sheet {
    let planned = try plan(request, in: workshop)
    let plan = try place(planned, request)
    let pictures = try tiles(planned.tiles, plan, pageWidth: request.preset.format.size.width, in: workshop)
    let bitmap = try assemble(pictures, planned, plan, request, in: workshop)
    return Sheet(bitmap: bitmap, manifest: manifest(request, planned, plan), dpi: request.dpi)
  }

  /// The first step: the variants that passed all gates.
  package static func plan(_ request: SheetRequest, in workshop: Workshop) throws -> Planned {
    try Planner(request.preset, seed: request.seed, plan: request.plan)
      .run(count: request.count, in: workshop)
  }

  /// The second step: where they stand.
  package static func place(_ planned: Planned, _ request: SheetRequest) throws -> SheetPlan {
    let size = request.preset.format.size
    return try SheetPlan(
      page: request.page, dpi: request.dpi, count: planned.tiles.count, aspect: size.height / size.width,
      columns: request.columns)
  }

  /// The last step: header, footer, pictures and captions on one page.
  package static func assemble(
    _ pictures: [Bitmap], _ planned: Planned, _ plan: SheetPlan, _ request: SheetRequest,
    in workshop: Workshop
  ) throws -> Bitmap {
    try SheetPainter(plan: plan, typesetter: workshop.typesetter)
      .paint(SheetText(request, planned), tiles: pictures)
  }

  private static func tiles(
    _ tiles: [Candidate], _ plan: SheetPlan, pageWidth: Double, in workshop: Workshop
  ) throws -> [Bitmap] {
    try workshop.map(tiles.count) { index, typesetter in
      let box = plan.boxes[index]
      return Result {
        try Renderer.bitmap(
          tiles[index].composition, tiles[index].design, pixelsPerMillimetre: Double(box.width) / pageWidth,
          width: box.width, height: box.height, with: typesetter)
      }
    }.map { try $0.get() }
  }

  /// The record that the sheet carries.
  package static func manifest(
    _ request: SheetRequest, _ planned: Planned, _ plan: SheetPlan
  ) -> SheetManifest {
    SheetManifest(
      kind: "sheet", preset: request.preset, presetName: request.preset.name, plan: request.plan.rawValue,
      seed: request.seed, width: plan.width, height: plan.height, skipped: planned.skipped,
      tiles: planned.tiles.enumerated().map { index, tile in
        SheetManifest.Tile(
          number: index + 1, box: plan.boxes[index], variant: tile.variant, scores: tile.scores.named)
      })
  }
}

extension SheetText {
  init(_ request: SheetRequest, _ planned: Planned) {
    let preset = request.preset
    title = preset.name
    brief = preset.content.elements.filter { $0.role != .title }.prefix(3).map(\.text).joined(
      separator: " · ")
    identity = [
      preset.format.name, planned.tiles.count == 1 ? "1 variant" : "\(planned.tiles.count) variants",
      request.plan.rawValue,
      "seed \(request.seed)",
    ]
    replay = "maquette render \(request.fileName) --tile \(min(7, planned.tiles.count))"
    let variants = planned.tiles.map(\.variant)
    let differing = Self.differing(variants)
    captions = variants.enumerated().map { index, variant in
      let number = index + 1
      return Caption(
        number: number < 10 ? "0\(number)" : "\(number)", id: variant.id,
        lines: Self.lines(variant, differing))
    }
  }

  /// The names whose values differ somewhere on the sheet, choices of components first.
  private static func differing(_ variants: [Variant]) -> [String] {
    let selectors = [Family.layout, .generator, .palette, .type, .filter].map(\.selector)
    var names = selectors
    for named in variants.flatMap(\.values) where !names.contains(named.name) { names.append(named.name) }
    return names.filter { name in variants.contains { $0[name] != variants[0][name] } }
  }

  /// Structure on the first line, colour and type on the second; if no component differs, the parameters that do.
  private static func lines(_ variant: Variant, _ differing: [String]) -> [[String]] {
    func words(_ names: [String]) -> [String] {
      names.filter(differing.contains).compactMap { variant[$0]?.description }
    }
    let choices = [
      words(["layout.kind", "art.kind"]), words(["palette.kind", "type.pair", "finish.filter"]),
    ]
    let lines = choices.filter { !$0.isEmpty }
    if lines.count == 2 { return lines }
    let rest = differing.filter { name in !Family.planned.contains { $0.selector == name } }
      .compactMap { name in variant[name].map { "\(name.drop { $0 != "." }.dropFirst()) \($0)" } }
    return Array((lines + [Array(rest.prefix(4))]).filter { !$0.isEmpty }.prefix(2))
  }
}
