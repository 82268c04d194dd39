import Canvas
import Composition
import Geometry
import ImageFiles
import Parameters
import Raster
import Studio
import Variation

/// A finished sheet: pixels and record.
public struct Sheet: Sendable {
  public let bitmap: Bitmap
  public var manifest: SheetManifest
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
    var planned = try chosen(request, in: workshop)
    if request.measuresEffects {
      planned.effects = Effects(request.preset, locks: request.source.locks, seed: request.seed)
        .measure(in: workshop)
    }
    return planned
  }

  private static func chosen(_ request: SheetRequest, in workshop: Workshop) throws -> Planned {
    let (preset, seed) = (request.preset, request.seed)
    switch request.source {
    case .plan(let plan, let locks, let sweeps, let variety):
      return try Planner(preset, seed: seed, plan: plan, locks: locks, sweeps: sweeps, variety: variety)
        .run(count: request.count, in: workshop)
    case .grid(let grid): return try grid.run(preset, seed: seed, in: workshop)
    case .vary(let plan): return try plan.run(preset, count: request.count, seed: seed, in: workshop)
    case .map(let plan): return try plan.run(preset, count: request.count, seed: seed, in: workshop)
    case .profile(let plan): return try plan.run(preset, count: request.count, seed: seed, in: workshop)
    case .chosen(let proposals): return try Planner.replay(proposals, preset, in: workshop)
    }
  }

  /// The second step: where they stand.
  package static func place(_ planned: Planned, _ request: SheetRequest) throws -> SheetPlan {
    let size = request.preset.format.size
    var plan = try SheetPlan(
      page: request.page, dpi: request.dpi, count: planned.grid?.cells.count ?? planned.tiles.count,
      aspect: size.height / size.width, columns: planned.grid?.columns ?? request.columns)
    if let grid = planned.grid { plan.arrange(grid) }
    return plan
  }

  /// The last step: header, footer, pictures and captions on one page.
  package static func assemble(
    _ pictures: [Bitmap], _ planned: Planned, _ plan: SheetPlan, _ request: SheetRequest,
    in workshop: Workshop
  ) throws -> Bitmap {
    try SheetPainter(plan: plan, typesetter: workshop.typesetter)
      .paint(SheetText(request, planned), tiles: pictures)
  }

  static func tiles(
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
      kind: "sheet", preset: request.preset, sources: request.preset.sources,
      presetName: request.preset.name, plan: request.source.name,
      seed: request.seed, width: plan.width, height: plan.height, skipped: planned.skipped,
      seen: planned.seen,
      duplicates: planned.duplicates, effects: planned.effects,
      tiles: planned.tiles.enumerated().map { index, tile in
        SheetManifest.Tile(
          number: index + 1, box: plan.boxes[index], variant: tile.variant, scores: tile.scores.named,
          mended: tile.mended, lineage: tile.lineage)
      })
  }
}
