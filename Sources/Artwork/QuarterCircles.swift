import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// A square grid of quarter discs that join into discs, waves and arches around one large module.
public struct QuarterCircles: ArtworkGenerator {
  public static let name = "quarter-circles"
  public static let summary = "quarter discs that join around one large form and dissolve into bare ground"

  var columns = 5
  var hero = Hero.target
  var coverage = 0.65
  var order = 0.8
  var fields = 0.3
  var fine = 0.25

  /// What the large module holds.
  enum Hero: String, ParameterOption { case target, halves, flower, sun }

  public static let parameters: [Parameter<QuarterCircles>] = [
    .integer("columns", \.columns, 4...6, "modules across the short side"),
    .choice("hero", \.hero, "what the large module holds"),
    .real("coverage", \.coverage, 0.5...0.8, "share of the stage that modules cover"),
    .real("order", \.order, 0.55...1, "share of modules turned so that they join their neighbours"),
    .real("fields", \.fields, 0...0.5, "share of modules that stand on a tinted square"),
    .real("fine", \.fine, 0...0.4, "share of outer modules split into four"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    let stage = Stage(space)
    var stream = stream
    let grid = ModuleGrid(stage, across: columns)
    let hero = grid.block(around: stage.local(space.focus), side: columns >= 6 ? 3 : 2)
    // Beside type the quiet zone is rest enough, so the stage itself may be fuller.
    let isSmall = grid.columns * grid.rows <= 12
    let share = isSmall ? 1 : stage.isCut ? min(1, coverage + 0.22) : coverage
    let cells = grid.nearest(to: hero, share: share, jitter: 0.7, &stream)
    var press = ModulePress(space: space, stage: stage, grid: grid)
    for (rank, cell) in cells.enumerated() where !hero.contains(cell) {
      if Double(rank) > Double(cells.count) * 0.5, stream.chance(fine * 1.5) {
        press.stampSplit(cell, &stream)
      } else {
        press.stamp(cell, joined: stream.chance(order), field: stream.chance(fields), &stream)
      }
    }
    press.stampHero(hero, self.hero, &stream)
    return press.layers
  }
}
