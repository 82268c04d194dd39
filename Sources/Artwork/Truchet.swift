import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Winged tiles of several sizes whose bands join across sizes (Carlson, "Multi-scale Truchet patterns", Bridges 2018),
/// and a great disc in which the inks change places.
public struct Truchet: ArtworkGenerator {
  public static let name = "truchet"
  public static let summary =
    "tiles of arcs in several sizes that join into one band, and a disc that turns the inks"

  var columns = 4
  var levels = 2
  var fine = 0.4
  var order = 0.35
  var coverage = 0.85
  var disc = 0.3
  var motifs = Motifs.mixed

  /// What tiles hold.
  enum Motifs: String, ParameterOption { case arcs, mixed, dots }

  public static let parameters: [Parameter<Truchet>] = [
    .integer("columns", \.columns, 3...6, "large tiles across the short side"),
    .integer("levels", \.levels, 1...3, "how often a tile may be split into four"),
    .real("fine", \.fine, 0.2...0.8, "share of the tiles away from the focus that are split"),
    .real("order", \.order, 0...1, "share of arcs that run one way, into waves instead of knots"),
    .real("coverage", \.coverage, 0.6...1, "share of the stage that tiles cover"),
    .real("disc", \.disc, 0.18...0.42, "radius of the disc as a share of the short side"),
    .choice("motifs", \.motifs, "what tiles hold: arcs alone, arcs and crossings, or many dots"),
  ]

  public init() {}

  /// A tile and how often its ancestors were split.
  private struct Tile {
    let cell: ModuleGrid.Cell
    let level: Int
    let motif: Int
  }

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    let stage = Stage(space)
    var stream = stream
    let grid = ModuleGrid(stage, across: columns)
    let hero = grid.block(around: stage.local(space.focus), side: 1)
    let share = grid.columns * grid.rows <= 10 ? 1 : coverage
    let cells = grid.nearest(to: hero, share: share, jitter: 0.6, &stream)
    var tiles: [Tile] = []
    for (rank, cell) in cells.enumerated() {
      let away = Double(rank) / Double(max(cells.count - 1, 1))
      split(cell, level: 0, chance: fine * (0.35 + 1.1 * away), &tiles, &stream)
    }
    // Large ones first: wings of small tiles lie over them.
    tiles = (0...levels).flatMap { level in tiles.filter { $0.level == level } }
    let inks = space.contrastingInks
    let radius = min(disc * stage.shortSide, stage.height * 0.46)
    let local = stage.local(space.focus)
    let center = Point(
      clamp(local.x, radius * 0.6...max(radius * 0.6, stage.width - radius * 0.6)),
      clamp(local.y, radius * 0.6...max(radius * 0.6, stage.height - radius * 1.06)))
    let window = Path.circle(center, radius: radius).transformed(by: stage.toPage)
    let inner = Papers(space).against(inks[1])
    let bounds = stage.isCut ? [Path.rect(stage.rect)] : []
    return [
      Layer(.artwork, clips: bounds, marks(tiles, grid, stage, band: inks[0], field: space.ground)),
      Layer(
        .artwork, clips: bounds + [window],
        [.fill(window, .color(inks[1]))] + marks(tiles, grid, stage, band: inner, field: inks[1])),
      Layer(.artwork, heart(grid, center, stage, space)),
    ]
  }

  /// A small disc on the corner of the tiles next to the great disc's middle.
  private func heart(_ grid: ModuleGrid, _ center: Point, _ stage: Stage, _ space: ArtSpace) -> [Mark] {
    let at = Point((center.x / grid.unit).rounded() * grid.unit, (center.y / grid.unit).rounded() * grid.unit)
    let spot = Path.circle(at, radius: grid.unit / 3)
    return [.fill(spot.transformed(by: stage.toPage), .color(space.accent))]
  }

  private func split(
    _ cell: ModuleGrid.Cell, level: Int, chance: Double, _ tiles: inout [Tile], _ stream: inout SeedStream
  ) {
    if level < levels, stream.chance(chance) {
      for quarter in cell.quarters {
        split(quarter, level: level + 1, chance: chance * 0.55, &tiles, &stream)
      }
      return
    }
    tiles.append(Tile(cell: cell, level: level, motif: motif(&stream)))
  }

  /// 0 and 1: arcs one way or the other; 2: a crossing; 3: four dots; 4: two dots and a band.
  private func motif(_ stream: inout SeedStream) -> Int {
    let arc = stream.chance(0.5 + order / 2) ? 0 : 1
    switch motifs {
    case .arcs: return arc
    case .mixed: return stream.chance(0.24) ? stream.pick([2, 4, 5]) : arc
    case .dots: return stream.chance(0.5) ? stream.pick([3, 3, 4, 5]) : arc
    }
  }

  /// Even levels show the band on the field, odd ones the field on the band: that is what makes sizes join.
  private func marks(
    _ tiles: [Tile], _ grid: ModuleGrid, _ stage: Stage, band: SRGB, field: SRGB
  ) -> [Mark] {
    tiles.flatMap { tile -> [Mark] in
      let (front, back) = tile.level % 2 == 0 ? (band, field) : (field, band)
      let rect = grid.rect(tile.cell)
      let (ground, figure) = WingedTile(rect).paths(tile.motif)
      return [
        .fill(ground.transformed(by: stage.toPage), .color(back)),
        .fill(figure.transformed(by: stage.toPage), .color(front)),
      ]
    }
  }
}

/// The square of a tile with round wings at its corners, and the figure on it with round wings at its sides.
private struct WingedTile {
  private let rect: Rect
  private let side: Double

  init(_ rect: Rect) {
    self.rect = rect
    side = rect.width
  }

  func paths(_ motif: Int) -> (ground: Path, figure: Path) {
    // A hair over the edge, or neighbours would show a thread between them.
    var ground = Path.rect(rect.inset(by: -side * 0.004))
    for corner in [rect.at(0, 0), rect.at(1, 0), rect.at(1, 1), rect.at(0, 1)] {
      ground.append(.circle(corner, radius: side / 3))
    }
    var figure = Path()
    for middle in [rect.at(0.5, 0), rect.at(1, 0.5), rect.at(0.5, 1), rect.at(0, 0.5)] {
      figure.append(.circle(middle, radius: side / 6))
    }
    switch motif {
    case 0: figure.append(arcs(rect.at(0, 0), 0, rect.at(1, 1), Double.pi))
    case 1: figure.append(arcs(rect.at(1, 0), Double.pi / 2, rect.at(0, 1), Double.pi * 1.5))
    case 2: figure.append(bar(across: true)); figure.append(bar(across: false))
    case 3: break
    case 4: figure.append(bar(across: true))
    default: figure.append(bar(across: false))
    }
    return (ground, figure)
  }

  /// Two quarter rings about opposite corners.
  private func arcs(_ p: Point, _ from: Double, _ q: Point, _ to: Double) -> Path {
    var path = ring(p, from)
    path.append(ring(q, to))
    return path
  }

  private func ring(_ c: Point, _ from: Double) -> Path {
    .sector(c, inner: side / 3, outer: side * 2 / 3, from: from, to: from + Double.pi / 2)
  }

  private func bar(across: Bool) -> Path {
    .rect(across ? rect.inset(dx: 0, dy: side / 3) : rect.inset(dx: side / 3, dy: 0))
  }
}
