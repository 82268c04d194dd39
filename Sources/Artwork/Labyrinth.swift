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
    let skin = Skin(self, stage: stage, focus: focus, scale: scale, &stream)
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

  init(_ art: Labyrinth, stage: Rect, focus: Point, scale: Double, _ stream: inout SeedStream) {
    let wide = art.width * scale
    // Six cells to the finest wall: enough for smooth outlines.
    cell = wide * (1 - art.focusing) / 7
    let area = stage.inset(by: -wide)
    origin = area.at(0, 0)
    columns = Int((area.width / cell).rounded(.up)) + 1
    rows = Int((area.height / cell).rounded(.up)) + 1
    let noise = GradientNoise(seed: stream.bits())
    let aspect = 1 - art.grain * 0.62
    slant = Float(aspect)
    bias = art.pattern == .maze ? 0 : art.pattern == .spots ? -0.56 : 0.56
    let far = Point(stage.width, stage.height).length * 0.55
    level = []
    range = []
    for row in 0..<rows {
      for column in 0..<columns {
        let p = Point(origin.x + Double(column) * cell, origin.y + Double(row) * cell)
        let away = smoothstep(0.1, 1, p.distance(to: focus) / far)
        let local = wide * (1 - art.focusing * away)
        range.append(Float(local / cell))
        let q = p * (1.7 / local)
        level.append(Float(noise.value(q.x, q.y) * 0.6 + stream.uniform(in: -0.1...0.1)))
      }
    }
    for _ in 0..<14 { step() }
  }

  /// One round: what stands out of its wider neighbourhood grows, what does not fades; then it is held to -1...1.
  private mutating func step() {
    let near = blurred(0.17)
    let wide = blurred(0.5)
    for index in level.indices {
      let drive = (near[index] - wide[index]) * 3.2 + bias
      level[index] = clamp(level[index] * 0.35 + drive, -1...1)
    }
  }

  /// Two box means of a share of the local range, which come near a round bell; a direction widens them one way.
  private func blurred(_ share: Float) -> [Float] {
    boxed(boxed(level, share), share)
  }

  /// Means over boxes that vary from cell to cell, from one table of sums (Crow, 1984).
  private func boxed(_ field: [Float], _ share: Float) -> [Float] {
    let width = columns + 1
    var sums = [Double](repeating: 0, count: width * (rows + 1))
    for row in 0..<rows {
      var line = 0.0
      for column in 0..<columns {
        line += Double(field[row * columns + column])
        sums[(row + 1) * width + column + 1] = sums[row * width + column + 1] + line
      }
    }
    return [Float](unsafeUninitializedCapacity: field.count) { result, count in
      for row in 0..<rows {
        for column in 0..<columns {
          let index = row * columns + column
          let across = max(1, Int((range[index] * share).rounded()))
          let down = max(1, Int((range[index] * share * slant).rounded()))
          let (left, right) = (max(0, column - across), min(columns, column + across + 1))
          let (top, bottom) = (max(0, row - down), min(rows, row + down + 1))
          let sum =
            sums[bottom * width + right] - sums[top * width + right] - sums[bottom * width + left]
            + sums[top * width + left]
          result[index] = Float(sum) / Float((right - left) * (bottom - top))
        }
      }
      count = field.count
    }
  }

  /// Everything above zero as smooth closed outlines, in the page's millimetres.
  func figure() -> Path {
    // A last blur takes the grid out of the edges.
    let grid = ScalarGrid(width: columns, height: rows, samples: boxed(level, 0.14)).rimmed(with: -1)
    var path = Path()
    let place = Affine.translation(-1, -1).then(.scale(cell, cell)).then(.translation(origin.x, origin.y))
    for contour in grid.isolines(at: 0) where contour.isClosed && abs(contour.area) > 12 {
      let points = contour.points.relaxed(passes: 2)
      path.append(.smoothClosed(points.indices.filter { $0 % 2 == 0 }.map { points[$0] }))
    }
    return path.transformed(by: place)
  }
}
