import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// An isometric massing of blocks that rises towards the focus, three flat tones a block, with one bright roof.
public struct Blocks: ArtworkGenerator {
  public static let name = "blocks"
  public static let summary =
    "an isometric town of flat-toned blocks that rises to one tower with a bright roof"

  var side = 6
  var height = 0.55
  var steepness = 0.5
  var variety = 0.5
  var split = 0.3
  var signs = Signs.arches
  var thinning = 0.4

  /// What the walls carry.
  enum Signs: String, ParameterOption { case plain, arches, stripes, discs }

  public static let parameters: [Parameter<Blocks>] = [
    .integer("side", \.side, 4...8, "blocks along each side of the plan"),
    .real("height", \.height, 0.3...0.8, "height of the tower against the plan's width"),
    .real("steepness", \.steepness, 0...1, "how fast blocks fall away from the tower"),
    .real("variety", \.variety, 0.1...1, "how much neighbours differ in height"),
    .real("split", \.split, 0...0.6, "share of the plots that hold four small blocks"),
    .choice("signs", \.signs, "what walls and roofs carry"),
    .real("thinning", \.thinning, 0...0.8, "share of the outer plots left bare"),
  ]

  public init() {}

  /// A block on the plan: corner, side and height in plan units.
  private struct Block {
    let x: Double
    let y: Double
    let side: Double
    let height: Double
    let ink: Int
    let isHero: Bool
  }

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let stage = space.stage
    let blocks = plan(&stream)
    // Fitted by the silhouette's own bounds.
    let bounds = blocks.map { Self.bounds($0) }.reduce(Self.bounds(blocks[0])) { $0.union($1) }
    // A free frame crops the town's flanks; beside type it stands whole.
    let over = space.quiet == nil ? -0.16 : 0.05
    let room = stage.inset(dx: stage.width * over, dy: stage.height * 0.06)
    let scale = min(room.width / bounds.width, room.height / bounds.height)
    let half = Point(bounds.width * scale / 2, bounds.height * scale / 2)
    let focus = space.focus
    let middle = Point(
      clamp(focus.x, (room.left + half.x)...max(room.left + half.x, room.right - half.x)),
      clamp(focus.y + half.y * 0.15, (room.top + half.y)...max(room.top + half.y, room.bottom - half.y)))
    let place = Affine.translation(-bounds.center.x, -bounds.center.y).then(.scale(scale, scale))
      .then(.translation(middle.x, middle.y))
    let inks = space.contrastingInks
    let marks = blocks.sorted { ($0.x + $0.y + $0.side, $0.x) < ($1.x + $1.y + $1.side, $1.x) }
      .flatMap { draw($0, place, inks, space) }
    return [Layer(.artwork, marks)]
  }

  // MARK: The plan

  private func plan(_ stream: inout SeedStream) -> [Block] {
    let middle = Double(side - 1) / 2
    let hero = (Int(middle.rounded(.down)), Int(middle.rounded(.up)) - (side % 2 == 0 ? 1 : 0))
    let tall = height * Double(side) * 1.7
    var blocks: [Block] = []
    for row in 0..<side {
      for column in 0..<side {
        let isHero = (column, row) == hero
        let away = Point(Double(column - hero.0), Double(row - hero.1)).length / (Double(side) * 0.62)
        let fall = Exact.exp(-away * mix(0.8, 3.2, steepness))
        if !isHero, stream.chance(thinning * smoothstep(0.35, 1.1, away)) { continue }
        let (x, y) = (Double(column), Double(row))
        if !isHero, stream.chance(split) {
          for quarter in 0..<4 where !stream.chance(0.2) {
            let rise = Self.step(tall * fall * 0.8 * stream.uniform(in: (1 - variety)...1) + 0.2)
            blocks.append(
              Block(
                x: x + Double(quarter % 2) * 0.5, y: y + Double(quarter / 2) * 0.5, side: 0.5, height: rise,
                ink: stream.pick([0, 1, 1]), isHero: false))
          }
        } else {
          let rise =
            isHero ? tall : Self.step(tall * 0.86 * fall * stream.uniform(in: (1 - variety)...1) + 0.15)
          blocks.append(
            Block(
              x: x, y: y, side: 1, height: rise, ink: isHero ? 0 : stream.pick([0, 0, 0, 1, 1, 2]),
              isHero: isHero))
        }
      }
    }
    return blocks
  }

  /// Heights in quarters, so that roofs line up.
  private static func step(_ v: Double) -> Double { max(0.25, (v * 4).rounded() / 4) }

  // MARK: Drawing

  /// The plan's corner (x, y) at a height: the two axes fall at 30 degrees to either side.
  private static func project(_ x: Double, _ y: Double, _ z: Double) -> Point {
    Point((x - y) * 0.8660254037844386, (x + y) * 0.5 - z)
  }

  private static func bounds(_ b: Block) -> Rect {
    let left = project(b.x, b.y + b.side, 0), right = project(b.x + b.side, b.y, 0)
    return Rect(
      left: left.x, top: project(b.x, b.y, b.height).y, right: right.x,
      bottom: project(b.x + b.side, b.y + b.side, 0).y)
  }

  /// The walls that face the viewer and the roof, each a parallelogram.
  private func draw(_ b: Block, _ place: Affine, _ inks: [SRGB], _ space: ArtSpace) -> [Mark] {
    let (x, y, s, h) = (b.x, b.y, b.side, b.height)
    let ink = inks[b.ink]
    let p = Self.project
    // Faces as maps from the unit square: across, then up.
    let left = face(p(x, y + s, 0), p(x + s, y + s, 0), p(x, y + s, h)).then(place)
    let right = face(p(x + s, y + s, 0), p(x + s, y, 0), p(x + s, y + s, h)).then(place)
    let roof = face(p(x, y + s, h), p(x + s, y + s, h), p(x, y, h)).then(place)
    let tones = tones(ink, space)
    let top = b.isHero ? space.accent : tones.roof
    var marks = [
      square(left, tones.left, space), square(right, tones.right, space), square(roof, top, space),
    ]
    marks += sign(b, left, tones.right, tones.roof) + sign(b, right, tones.left, tones.roof)
    if b.isHero || (signs == .discs && b.side == 1) {
      let spot = Path.circle(Point(0.5, 0.5), radius: 0.3).transformed(by: roof)
      marks.append(.fill(spot, .color(b.isHero ? tones.right : tones.left)))
    }
    return marks
  }

  /// Roof lightest on light grounds; on dark ones the right wall glows. All stay near the ink.
  private func tones(_ ink: SRGB, _ space: ArtSpace) -> (roof: SRGB, left: SRGB, right: SRGB) {
    let l = OKLCH(ink).lightness
    let roof = ink.withLightness(min(0.97, l + mix(0.16, 0.07, l)))
    let right = ink.withLightness(max(0.14, l - mix(0.08, 0.24, l)))
    return (roof, ink, right)
  }

  private func face(_ origin: Point, _ across: Point, _ up: Point) -> Affine {
    let (u, v) = (across - origin, up - origin)
    return Affine(a: u.x, b: u.y, c: v.x, d: v.y, tx: origin.x, ty: origin.y)
  }

  private func square(_ face: Affine, _ color: SRGB, _ space: ArtSpace) -> Mark {
    .fill(Path.rect(Rect(0, 0, 1, 1)).transformed(by: face), .color(color))
  }

  /// Openings or stripes on a wall, as many as its height allows.
  private func sign(_ b: Block, _ face: Affine, _ color: SRGB, _ light: SRGB) -> [Mark] {
    let storeys = Int((b.height / b.side * 1.0).rounded(.down))
    guard storeys > 0 else { return [] }
    let tall = b.side / b.height
    func at(_ path: Path, _ storey: Int) -> Path {
      path.transformed(
        by: Affine.scale(1, tall).then(.translation(0, 1 - tall * Double(storey + 1))).then(face))
    }
    switch signs {
    case .plain, .discs: return []
    case .stripes:
      return (0..<storeys).map { .fill(at(.rect(Rect(0, 0.5, 1, 0.16)), $0), .color(color)) }
    case .arches:
      return (0..<storeys).map { storey in
        var arch = Path.polyline([Point(0.34, 0.2), Point(0.34, 0.6)])
        arch.appendConnected(.arc(Point(0.5, 0.6), radius: 0.16, from: Double.pi, to: 0))
        arch.line(to: Point(0.66, 0.2))
        arch.close()
        return .fill(at(arch, storey), .color(storey == 0 ? light : color))
      }
    }
  }
}
