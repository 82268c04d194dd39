import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// The stripes, mazes and spots that reaction and diffusion leave on skins and shells, wide at the focus and fine afar,
/// as smooth outlines; in a great disc the inks change places.
public struct Labyrinth: ArtworkGenerator {
  public static let name = "labyrinth"
  public static let summary =
    "a reaction-diffusion maze or coat of spots, wide at the focus, and a disc that turns it"

  var pattern = Pattern.maze
  var width = 0.075
  var focusing = 0.55
  var grain = 0.35
  var disc = 0.34
  var form = Form.full

  /// What grows.
  enum Pattern: String, ParameterOption { case maze, spots, holes }
  /// What it grows in.
  enum Form: String, ParameterOption { case full, stone, circle }

  public static let sketches = true
  public static let parameters: [Parameter<Labyrinth>] = [
    .choice("pattern", \.pattern, "a maze of even walls, islands or a net"),
    .real(
      "width", \.width, 0.05...0.11, scale: .log, "wall to wall at the focus as a share of the short side"),
    .real("focusing", \.focusing, 0...0.6, "how much finer the pattern is away from the focus"),
    .real("grain", \.grain, 0...0.8, "how far walls follow one direction"),
    .real("disc", \.disc, 0.18...0.44, "radius of the disc as a share of the short side"),
    .choice("form", \.form, "over the whole stage, in a rounded stone or in a circle"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let stage = space.stage
    let scale = min(stage.size.shortSide, space.unit * 96)
    let radius = disc * scale
    let focus = space.settled(space.anchor(inset: 0.3), radius: radius * 1.05)
    let skin = Skin(self, in: space, focus: focus, scale: scale, &stream)
    let figure = skin.figure()
    let inks = space.contrastingInks
    let clips = outline(stage, focus, scale, space, &stream).map { [$0] } ?? []
    let sun = Path.circle(focus, radius: radius)
    let under = pattern == .maze ? space.ground : inks[1]
    return [
      Layer(.artwork, clips: clips, [.fill(.rect(stage), .color(form == .full ? space.ground : under))]),
      Layer(.artwork, clips: clips, [.fill(figure, .color(inks[0]))]),
      Layer(
        .artwork, clips: [sun],
        [.fill(sun, .color(space.accent)), .fill(figure, .color(Papers(space).against(space.accent)))]),
    ]
  }

  /// What the pattern is cut to; nil if nothing bounds it.
  private func outline(
    _ stage: Rect, _ focus: Point, _ scale: Double, _ space: ArtSpace, _ stream: inout SeedStream
  ) -> Path? {
    let reach = stage.size.shortSide * 0.46
    switch form {
    case .full: return stage == space.frame ? nil : .rect(stage)
    case .circle: return .circle(stage.center, radius: reach)
    case .stone:
      let squash = clamp(stage.height / stage.width, 0.7...1.4)
      return CutForms.stone(
        stage.center, radius: reach / max(1, squash.squareRoot()), squash: squash, angularity: 0.1, &stream)
    }
  }
}

/// A field of pigment on a grid that a short-range activator and a long-range inhibitor drive to a standing pattern
/// (Young, "A local activator-inhibitor model of vertebrate skin patterns", 1984), with both ranges free to vary.
private struct Skin {
  private let columns: Int
  private let rows: Int
  private let cell: Double
  private let origin: Point
  private var level: [Float]
  /// Half the wall's width at every cell, in cells.
  private var range: [Float]
  private let slant: Float
  private let bias: Float

  /// Forms grow on a grid of cells twice as wide, at a quarter of the cost, and get their outlines on the fine one.
  init(_ art: Labyrinth, in space: ArtSpace, focus: Point, scale: Double, _ stream: inout SeedStream) {
    let stage = space.stage
    let wide = art.width * scale
    // Seven cells to the finest wall: enough for smooth outlines. A sketch stops at a coarser grid.
    let cell = wide * (1 - art.focusing) / 7
    let area = stage.inset(by: -wide)
    let far = Point(stage.width, stage.height).length * 0.55
    func width(at p: Point) -> Double {
      wide * (1 - art.focusing * smoothstep(0.1, 1, p.distance(to: focus) / far))
    }
    let bias: Float = art.pattern == .maze ? 0 : art.pattern == .spots ? -0.56 : 0.56
    let coarseness = space.isSketch ? 3.2 : 2
    var coarse = Skin(area, cell: coarseness * cell, slant: 1 - art.grain * 0.62, bias: bias, width: width)
    let noise = GradientNoise(seed: stream.bits())
    coarse.fill { p in
      let q = p * (1.7 / width(at: p))
      return Float(noise.value(q.x, q.y) * 0.6 + stream.uniform(in: -0.1...0.1))
    }
    coarse.settle(rounds: space.isSketch ? 6 : 10)
    if space.isSketch {
      self = coarse
      return
    }
    self.init(area, cell: cell, slant: 1 - art.grain * 0.62, bias: bias, width: width)
    fill { coarse.level(at: $0) }
    settle(rounds: 4)
  }

  private init(_ area: Rect, cell: Double, slant: Double, bias: Float, width: (Point) -> Double) {
    (self.cell, self.slant, self.bias) = (cell, Float(slant), bias)
    origin = area.at(0, 0)
    columns = Int((area.width / cell).rounded(.up)) + 1
    rows = Int((area.height / cell).rounded(.up)) + 1
    (level, range) = ([], [])
    range = values { Float(width($0) / cell) }
  }

  /// A value for every cell, from its place on the page; row by row.
  private func values(_ body: (Point) -> Float) -> [Float] {
    [Float](unsafeUninitializedCapacity: columns * rows) { values, count in
      for row in 0..<rows {
        let y = origin.y + Double(row) * cell
        for column in 0..<columns {
          values[row * columns + column] = body(Point(origin.x + Double(column) * cell, y))
        }
      }
      count = columns * rows
    }
  }

  private mutating func fill(_ body: (Point) -> Float) { level = values(body) }

  /// The level between four cells.
  private func level(at p: Point) -> Float {
    let (x, y) = ((p.x - origin.x) / cell, (p.y - origin.y) / cell)
    let (column, row) = (clamp(Int(x), 0...(columns - 2)), clamp(Int(y), 0...(rows - 2)))
    let (u, v) = (Float(x - Double(column)), Float(y - Double(row)))
    let index = row * columns + column
    let top = level[index] + (level[index + 1] - level[index]) * u
    let bottom = level[index + columns] + (level[index + columns + 1] - level[index + columns]) * u
    return top + (bottom - top) * v
  }

  /// In every round, what stands out of its wider neighbourhood grows, what does not fades; then it is held to -1...1.
  private mutating func settle(rounds: Int) {
    let (near, wide) = (boxes(0.17), boxes(0.5))
    var sums = near.table
    var (activated, inhibited) = (level, level)
    for _ in 0..<rounds {
      for index in level.indices { (activated[index], inhibited[index]) = (level[index], level[index]) }
      // Two box means come near a round bell.
      for _ in 0..<2 {
        near.average(&activated, &sums)
        wide.average(&inhibited, &sums)
      }
      for index in level.indices {
        let drive = (activated[index] - inhibited[index]) * 3.2 + bias
        level[index] = clamp(level[index] * 0.35 + drive, -1...1)
      }
    }
  }

  /// Boxes of a share of the local range; a direction widens them one way.
  private func boxes(_ share: Float) -> CellBoxes {
    CellBoxes(columns: columns, rows: rows) { index in
      let reach = range[index] * share
      return (max(1, Int(reach + 0.5)), max(1, Int(reach * slant + 0.5)))
    }
  }

  /// Everything above zero as smooth closed outlines, in the page's millimetres.
  func figure() -> Path {
    // A last blur takes the grid out of the edges.
    let fine = boxes(0.14)
    var (samples, sums) = (level, fine.table)
    fine.average(&samples, &sums)
    let grid = ScalarGrid(width: columns, height: rows, samples: samples).rimmed(with: -1)
    var path = Path()
    let place = Affine.translation(-1, -1).then(.scale(cell, cell)).then(.translation(origin.x, origin.y))
    for contour in grid.isolines(at: 0) where contour.isClosed && abs(contour.area) > 12 {
      let points = contour.points.relaxed(passes: 2)
      path.append(.smoothClosed(points.indices.filter { $0 % 2 == 0 }.map { points[$0] }))
    }
    return path.transformed(by: place)
  }
}
