import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Stamps forms into the modules of a grid and keeps the inks apart.
struct ModulePress {
  private typealias Cell = ModuleGrid.Cell

  let space: ArtSpace
  let stage: Stage
  let grid: ModuleGrid
  private let inks: [SRGB]
  /// One outline for each level and ink: neighbours of one ink merge without a seam.
  private var prints: [(level: Level, form: InkedForm)] = []

  /// What lies over what.
  private enum Level: Int { case field, square, form, core }

  init(space: ArtSpace, stage: Stage, grid: ModuleGrid) {
    self.space = space
    self.stage = stage
    self.grid = grid
    inks = space.contrastingInks
  }

  /// Fields below, forms above.
  var layers: [Layer] {
    (0...3).map { level in
      let forms = prints.filter { $0.level.rawValue == level }.map(\.form)
      return Layer(.artwork, forms.map { .fill($0.path, .color($0.ink)) })
    }
  }

  // MARK: Modules

  /// One module: mostly a quarter disc about the corner that it shares with three neighbours.
  mutating func stamp(_ cell: ModuleGrid.Cell, joined: Bool, field: Bool, _ stream: inout SeedStream) {
    // Neighbours about one shared corner draw the same numbers from a stream named by that corner.
    let corner = sharedCorner(cell)
    var shared = stream.child("corner \(Int(corner.x)) \(Int(corner.y))")
    let ink = inks[weighted(shared.unit())]
    let kind = shared.unit()
    let own = stream.unit()
    let center = joined ? corner : opposite(corner, in: cell)
    if field { fill(.rect(grid.rect(cell)), space.field, .field) }
    switch joined ? kind : own {
    case ..<0.5: fill(quarter(cell, about: center), ink)
    case ..<0.64: fill(band(cell, about: center), ink)
    case ..<0.76: fill(leaf(cell, about: center), ink)
    case ..<0.88: fill(spandrel(cell, about: center), ink)
    default:
      // The square backs the arc; the spandrel merges with neighbours of its ink.
      fill(.rect(grid.rect(cell)), ink, .square)
      fill(spandrel(cell, about: center), ink)
      fill(quarter(cell, about: center), inks[ink == inks[0] ? 1 : 0])
    }
  }

  /// A module split in four parts of one kind and ink, so that they read as one texture.
  mutating func stampSplit(_ cell: ModuleGrid.Cell, _ stream: inout SeedStream) {
    let ink = inks[weighted(stream.unit())]
    let kind = stream.integer(in: 0...2)
    for (index, part) in cell.quarters.enumerated() {
      let r = grid.rect(part)
      switch kind {
      case 0: fill(.circle(r.center, radius: r.width * 0.42), ink)
      case 1: fill(quarter(part, about: Point(r.left, r.top)), ink)
      default: if index == 0 || index == 3 { fill(.rect(r), ink) }
      }
    }
  }

  private func weighted(_ u: Double) -> Int { u < 0.48 ? 0 : u < 0.8 ? 1 : 2 }

  // MARK: The large module

  mutating func stampHero(_ cell: ModuleGrid.Cell, _ hero: QuarterCircles.Hero, _ stream: inout SeedStream) {
    let r = grid.rect(cell)
    let (c, radius) = (r.center, r.width / 2)
    let isUpright = stream.chance(0.5)
    switch hero {
    case .target:
      fill(half(c, radius, isUpright, turned: true), inks[0])
      fill(half(c, radius, isUpright), inks[1])
      fill(.circle(c, radius: radius * 0.44), space.accent, .core)
    case .halves:
      fill(.rect(r), inks[1])
      fill(half(c, radius, isUpright), inks[0], .core)
      let behind = c - (isUpright ? Point(radius, 0) : Point(0, radius))
      fill(half(behind, radius, isUpright), space.accent, .core)
    case .flower:
      fill(.rect(r), inks[1])
      for part in cell.quarters { fill(leaf(part, about: c), inks[0], .core) }
      fill(.circle(c, radius: radius * 0.24), space.accent, .core)
    case .sun:
      fill(.rect(r), inks[1])
      fill(.circle(c, radius: radius * 0.78), space.accent, .core)
    }
  }

  // MARK: Forms

  private func half(_ c: Point, _ radius: Double, _ isUpright: Bool, turned: Bool = false) -> Path {
    let start = (isUpright ? -Double.pi / 2 : 0) + (turned ? Double.pi : 0)
    return .sector(c, inner: 0, outer: radius, from: start, to: start + Double.pi)
  }

  private func quarter(_ cell: Cell, about corner: Point) -> Path {
    sector(cell, about: corner, inner: 0)
  }

  /// What a quarter disc leaves of its module.
  private func spandrel(_ cell: Cell, about corner: Point) -> Path {
    let far = opposite(corner, in: cell)
    var path = quarterArc(cell, about: corner)
    path.line(to: far)
    path.close()
    return path
  }

  /// A quarter ring of half the width.
  private func band(_ cell: Cell, about corner: Point) -> Path {
    sector(cell, about: corner, inner: 0.5)
  }

  private func sector(_ cell: Cell, about corner: Point, inner: Double) -> Path {
    let (width, start) = (grid.rect(cell).width, firstAngle(cell, about: corner))
    return .sector(corner, inner: inner * width, outer: width, from: start, to: start + Double.pi / 2)
  }

  private func quarterArc(_ cell: Cell, about corner: Point) -> Path {
    let start = firstAngle(cell, about: corner)
    return .arc(corner, radius: grid.rect(cell).width, from: start, to: start + Double.pi / 2)
  }

  /// Where the quarter turn through a module begins, seen from one of its corners.
  private func firstAngle(_ cell: Cell, about corner: Point) -> Double {
    let away = grid.rect(cell).center - corner
    if away.x > 0 { return away.y > 0 ? 0 : -Double.pi / 2 }
    return away.y > 0 ? Double.pi / 2 : Double.pi
  }

  /// Two quarter arcs between `corner` and the opposite one.
  private func leaf(_ cell: Cell, about corner: Point) -> Path {
    let r = grid.rect(cell)
    let far = Point(r.center.x * 2 - corner.x, r.center.y * 2 - corner.y)
    let handle = 4 / 3 * (2.0.squareRoot() - 1)
    let (a, b) = (Point(far.x, corner.y), Point(corner.x, far.y))
    var path = Path()
    path.move(to: corner)
    path.curve(corner.mixed(with: a, handle), far.mixed(with: a, handle), to: far)
    path.curve(far.mixed(with: b, handle), corner.mixed(with: b, handle), to: corner)
    path.close()
    return path
  }

  /// The corner at even columns and rows: exactly one for each module, shared by four.
  private func sharedCorner(_ cell: Cell) -> Point {
    func even(_ v: Double) -> Double {
      let index = (v / cell.side).rounded()
      return (index.truncatingRemainder(dividingBy: 2) == 0 ? index : index + 1) * cell.side * grid.unit
    }
    return Point(even(cell.column), even(cell.row))
  }

  private func opposite(_ corner: Point, in cell: Cell) -> Point {
    let c = grid.rect(cell).center
    return Point(2 * c.x - corner.x, 2 * c.y - corner.y)
  }

  private mutating func fill(_ path: Path, _ ink: SRGB, _ level: Level = .form) {
    let path = path.transformed(by: stage.toPage)
    if let index = prints.firstIndex(where: { $0.level == level && $0.form.ink == ink }) {
      prints[index].form.path.append(path)
    } else {
      prints.append((level, InkedForm(path, ink)))
    }
  }
}
