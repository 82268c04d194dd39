import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// A leaded window of panes, large afar and small about the focus, through which a great disc shines.
public struct StainedGlass: ArtworkGenerator {
  public static let name = "stained-glass"
  public static let summary =
    "leaded panes of two sizes in an arched, round or plain window, and a disc behind them"

  var form = Form.arch
  var panes = 70
  var focusing = 0.6
  var lead = 0.5
  var disc = 0.3
  var rays = 0.4
  var regularity = 2
  var contrast = 0.5

  /// The window's outline.
  enum Form: String, ParameterOption { case arch, rose, plain }

  public static let parameters: [Parameter<StainedGlass>] = [
    .choice("form", \.form, "the window's outline"),
    .integer("panes", \.panes, 30...160, "how many panes"),
    .real("focusing", \.focusing, 0...0.85, "how much smaller panes are about the focus"),
    .real("lead", \.lead, 0.2...1, "width of the lead between panes"),
    .real("disc", \.disc, 0.18...0.42, "radius of the disc as a share of the window's short side"),
    .real(
      "rays", \.rays, 0...1, "how far panes outside the disc are coloured by direction instead of distance"),
    .integer("regularity", \.regularity, 0...5, "rounds of evening the panes out"),
    .real("contrast", \.contrast, 0...0.9, "how much neighbouring panes differ in size"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let window = window(in: space)
    let radius = disc * window.size.shortSide
    let focus = Point(
      clamp(
        space.focus.x,
        (window.left + radius * 0.7)...max(window.left + radius * 0.7, window.right - radius * 0.7)),
      clamp(
        space.focus.y,
        (window.top + radius * 1.1)...max(window.top + radius * 1.1, window.bottom - radius * 0.8)))
    let cells = cells(in: window, focus, &stream)
    let inks = space.contrastingInks
    let lead = space.isDark ? space.ground : inks[0].withLightness(min(OKLCH(inks[0]).lightness, 0.26))
    let width = space.unit * mix(0.35, 1.2, self.lead)
    let glass = glasses(space, lead)
    let far = Point(window.width, window.height).length * 0.6
    let turn = stream.uniform(in: 0...1)
    var (outer, inner): ([Mark], [Mark]) = ([], [])
    for cell in cells {
      let middle = cell.reduce(Point.zero) { $0 + $1 * (1 / Double(cell.count)) }
      let d = middle - focus
      let angle = Exact.atan2(d.y, d.x) / (2 * Double.pi) + turn
      // Both fields run through the glasses in order, so that neighbours belong together; chance loosens them.
      let ring = (d.length - radius) / far * 3
      let beam = angle * Double(glass.count) * 2
      let place = mix(ring, beam, rays) + stream.uniform(in: -0.4...0.4)
      let index = Int(place.rounded(.down))
      let tone = stream.uniform(in: -0.035...0.035)
      let pane = Self.inset(cell, by: width / 2).rounded
      let color = glass[((index % glass.count) + glass.count) % glass.count].shifted(tone)
      outer.append(.fill(pane, .color(color)))
      // Within the disc the glass is of another colour; most panes do not reach it.
      if cell.contains(where: { $0.distance(to: middle) >= d.length - radius }) {
        inner.append(.fill(pane, .color(space.accent.shifted(tone * 1.6))))
      }
    }
    let outline = outline(window)
    let sun = Path.circle(focus, radius: radius)
    let rim = Stroke(width * 1.15, join: .round)
    return [
      Layer(.artwork, clips: [outline], [.fill(outline, .color(lead))] + outer),
      Layer(.artwork, clips: [outline, sun], inner),
      Layer(.artwork, clips: [outline], [.stroke(sun, .color(lead), rim)]),
      Layer(.artwork, clips: [], [.stroke(outline, .color(lead), Stroke(width * 1.6, join: .round))]),
    ]
  }

  /// The inks and a paler one, none like the lead or the accent; light, so that they glow.
  private func glasses(_ space: ArtSpace, _ lead: SRGB) -> [SRGB] {
    let clear = space.formInks.filter { $0.difference(lead) > 0.16 }
    let base = clear.isEmpty ? [space.accent.mixed(with: SRGB.white, 0.5)] : clear
    let light = base[0].mixed(with: space.isDark ? .white : space.ground, 0.55)
    return base + [light] + (base.count < 3 ? [base[0].mixed(with: light, 0.5)] : [])
  }

  // MARK: The window

  private func window(in space: ArtSpace) -> Rect {
    let stage = space.stage
    if form == .plain { return stage }
    let room = stage.inset(by: min(space.unit * 8, stage.size.shortSide * 0.08))
    let side = form == .rose ? room.size.shortSide : min(room.width, room.height * 0.72)
    let height = form == .rose ? side : min(room.height, side * 1.5)
    let focus = space.focus
    let x = clamp(focus.x - side / 2, room.left...max(room.left, room.right - side))
    let y = clamp(focus.y - height / 2, room.top...max(room.top, room.bottom - height))
    return Rect(x, y, side, height)
  }

  private func outline(_ window: Rect) -> Path {
    switch form {
    case .plain: return .rect(window)
    case .rose: return .circle(window.center, radius: window.width / 2)
    case .arch:
      let radius = window.width / 2
      var path = Path.polyline([window.at(0, 1), Point(window.left, window.top + radius)])
      path.appendConnected(
        .arc(Point(window.center.x, window.top + radius), radius: radius, from: Double.pi, to: 2 * Double.pi))
      path.line(to: window.at(1, 1))
      path.close()
      return path
    }
  }

  // MARK: Panes

  /// A power diagram of points that crowd about the focus, evened out by Lloyd's rounds (1982); sites of unequal radius
  /// make unequal panes.
  private func cells(in window: Rect, _ focus: Point, _ stream: inout SeedStream) -> [[Point]] {
    let far = Point(window.width, window.height).length * 0.55
    let spacing = (window.area / Double(panes)).squareRoot()
    var sites = (0..<panes).map { _ -> (center: Point, radius: Double) in
      let p = window.at(stream.unit(), stream.unit())
      // Drawn towards the focus: the nearer, the more.
      let pull = focusing * 0.75 * (1 - smoothstep(0, 1, p.distance(to: focus) / far))
      return (p.mixed(with: focus, pull), spacing * contrast * stream.unit())
    }
    var cells = Self.diagram(sites, window)
    for _ in 0..<regularity {
      for (index, cell) in cells.enumerated() where !cell.isEmpty {
        sites[index].center = sites[index].center.mixed(with: Self.centroid(cell), 0.7)
      }
      cells = Self.diagram(sites, window)
    }
    return cells.filter { $0.count > 2 }
  }

  private static func diagram(_ sites: [(center: Point, radius: Double)], _ window: Rect) -> [[Point]] {
    let diagram = PowerCells(sites, in: window)
    return sites.indices.map { diagram.outline(of: $0) }
  }

  private static func centroid(_ cell: [Point]) -> Point {
    var (area, sum) = (0.0, Point.zero)
    for (p, q) in zip(cell, cell.dropFirst() + cell.prefix(1)) {
      let cross = p.x * q.y - q.x * p.y
      area += cross
      sum = sum + (p + q) * cross
    }
    return abs(area) > 1e-9 ? sum * (1 / (3 * area)) : cell[0]
  }

  /// A convex polygon with every side moved inwards.
  static func inset(_ cell: [Point], by d: Double) -> Contour {
    var kept = cell
    for (p, q) in zip(cell, cell.dropFirst() + cell.prefix(1)) {
      let along = (q - p).normalized
      // Cells turn from x to y: inwards is to the right of their sides on a page.
      let normal = Point(-along.y, along.x)
      let offset = p + normal * d
      kept = kept.clipped(at: offset, towards: normal)
    }
    return Contour(kept, isClosed: true)
  }
}

extension Contour {
  /// Corners a little round, as lead and solder leave them.
  fileprivate var rounded: Path {
    guard points.count > 2 else { return Path() }
    let bounds = Path.polygon(points).controlBounds!
    return rounded(tolerance: bounds.size.shortSide * 0.035)
  }
}

extension SRGB {
  /// A little lighter or darker.
  fileprivate func shifted(_ d: Double) -> SRGB { withLightness(clamp(OKLCH(self).lightness + d, 0...1)) }
}
