import Dispatch
import Geometry
import Studio
import Variation

/// How long a sheet would take on this machine, from a few variants that are made for it.
public struct SheetEstimate: Sendable {
  /// The whole main job but for starting the process.
  public private(set) var seconds: Double

  /// How many variants are tried: enough to see more than one kind. Boards are much alike, and take longer.
  private static func samples(_ preset: Preset) -> Int { preset.brief == nil ? 6 : 2 }
  /// Assembling and encoding, for each million pixels on one thread.
  private static let secondsPerMegapixel = 0.03

  /// Times planning and drawing of some variants of the request's plan, and scales them up to `count` tiles.
  public init(_ request: SheetRequest, count: Int, in workshop: Workshop) throws {
    var sample = request
    sample.count = min(count, Self.samples(request.preset))
    if case .grid = request.source {} else { sample.source = .plan(.sobol) }
    sample.preset.condition = nil
    let single = Workshop(jobs: 1, language: request.preset.language)
    // The first run opens fonts.
    _ = try SheetMaker.plan(sample, in: single)
    let start = DispatchTime.now().uptimeNanoseconds
    let planned = try SheetMaker.plan(sample, in: single)
    let plan = try SheetMaker.place(planned, request.placed(min(count, SheetPlan.countLimit)))
    _ = try SheetMaker.tiles(planned.tiles, plan, pageWidth: request.preset.format.size.width, in: single)
    let each = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 / Double(planned.tiles.count)
    // A proxy of a diverse plan costs about a tenth of a tile that is measured and drawn.
    let pool = max(Planner.poolSize(for: request.preset), count * 4)
    let proxies = request.source.name == Plan.diverse.rawValue ? Double(pool) * 0.1 : 0
    let page = Double(plan.width * plan.height) / 1e6 * Self.secondsPerMegapixel
    seconds = ((Double(count) + proxies) * each + page) / Double(workshop.jobs)
  }
}

extension SheetRequest {
  /// The same for another number of tiles.
  fileprivate func placed(_ count: Int) -> SheetRequest {
    var request = self
    request.count = count
    return request
  }
}
