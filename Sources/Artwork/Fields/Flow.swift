import Composition
import Elementary
import Geometry
import Parameters

/// A broad current past the focus: a bent line, a breadth that swells, and two strands that change sides.
struct Flow {
  private let origin: Point
  private let way: Point
  private let side: Point
  private let length: Double
  private let half: Double
  private let sway: Double
  private let bend: Double
  private let crosses: Bool
  private let turn: Double
  private let swell: Double
  private let banks: Banks

  init(_ art: Ribbons, in space: ArtSpace, _ stream: inout SeedStream) {
    let stage = space.stage
    let focus = space.anchor(inset: 0.32)
    // Along the edge of the quiet zone; without one along the longer side, or from corner to corner.
    let besides = space.quiet != nil && stage.width < space.frame.width * 0.98
    let flat = space.quiet == nil ? stage.width > stage.height * 1.15 : !besides
    let lean = stream.chance(0.5) ? 1.0 : -1.0
    let tilt =
      flat
      ? lean * stream.uniform(in: 0.03...0.16)
      : lean * (besides ? Double.pi / 2 - 0.12 : stream.uniform(in: 0.6...0.85))
    way = Point(Exact.cos(tilt), Exact.sin(tilt))
    side = way.perpendicular
    length =
      flat ? stage.width * 1.12 : min(stage.width / way.x.magnitude, stage.height / way.y.magnitude) * 1.12
    origin = focus + way * ((stage.center - focus).dot(way) - length / 2)
    // A crossing needs length: it takes a narrower flow.
    half = min(stage.size.shortSide, space.unit * 96) * art.breadth * (art.crossing ? 0.46 : 0.5)
    sway = art.sway * min(length * 0.11, stage.size.shortSide * 0.2)
    bend = stream.uniform(in: 0...1)
    swell = stream.uniform(in: 0...1)
    crosses = art.crossing
    turn = stream.uniform(in: 0.4...0.6)
    banks = Banks(space)
  }

  /// 1 where the strands lie in their own places, -1 where they have changed them.
  private func flip(_ s: Double) -> Double {
    crosses ? Exact.cos(Double.pi * smoothstep(turn - 0.4, turn + 0.4, s)) : 1
  }

  private func middle(_ s: Double) -> Point {
    let a = 2 * Double.pi * (s * 0.95 + bend)
    return origin + way * (s * length) + side * (Exact.sin(a) * sway)
  }

  /// Halfway between the flow's constant side and its true normal: bends close up, but never fold over.
  private func across(_ s: Double) -> Point {
    let tangent = (middle(s + 0.01) - middle(s - 0.01)).normalized
    return (side + tangent.perpendicular).normalized
  }

  private func point(_ ribbon: Ribbon, _ s: Double, aside: Double) -> Point {
    let breadth = half * (1 + 0.24 * Exact.sin(2 * Double.pi * (s * 0.8 + swell)))
    let place = (ribbon.strand * flip(s) + ribbon.place) * breadth
    return middle(s) + across(s) * (place + aside * ribbon.width * breadth)
  }

  /// The ribbon between two places along the flow, wider by `grown` on each side where the strands cross.
  func outline(_ ribbon: Ribbon, _ limits: ClosedRange<Double>, ends: Ribbons.Ends, grown: Double) -> Path {
    let (a, b) = (limits.lowerBound, limits.upperBound)
    let count = max(4, Int(((b - a) * 44).rounded(.up)))
    func edge(_ sign: Double) -> [Point] {
      (0...count).map { i in
        let s = mix(a, b, Double(i) / Double(count))
        let taper = ends == .tapered ? min(tapering(s - a), tapering(b - s)) : 1
        let turned = flip(s)
        return point(ribbon, s, aside: sign * taper) + across(s) * (sign * grown * (1 - turned * turned))
      }
    }
    let (left, right) = (edge(1), Array(edge(-1).reversed()))
    var path = Path.smoothOpen(left.map(banks.kept))
    let rounds = ends == .round
    cap(&path, left[count], right[0], rounds, way)
    path.appendConnected(.smoothOpen(right.map(banks.kept)))
    cap(&path, right[count], left[0], rounds, way * -1)
    path.close()
    return path
  }

  private func tapering(_ distance: Double) -> Double { clamp(distance / 0.3, 0...1).squareRoot() }

  /// Two quarter ellipses around a ribbon's end.
  private func cap(_ path: inout Path, _ p: Point, _ q: Point, _ round: Bool, _ way: Point) {
    guard round else { return }
    let (middle, k) = (p.mixed(with: q, 0.5), 0.5523)
    let radius = p.distance(to: q) / 2
    let along = (p - q).normalized.perpendicular
    let out = along.dot(way) > 0 ? along * radius : along * -radius
    let top = middle + out
    let (pm, qm) = (p - middle, q - middle)
    path.curve(banks.kept(p + out * k), banks.kept(top + pm * k), to: banks.kept(top))
    path.curve(banks.kept(top + qm * k), banks.kept(q + out * k), to: banks.kept(q))
  }
}

/// Keeps a flow out of the quiet zone: near its edge distances shrink smoothly and never reach zero.
private struct Banks {
  private let frame: Rect
  private let stage: Rect
  private let margin: Double
  private let rim: Double

  init(_ space: ArtSpace) {
    (frame, stage) = (space.frame, space.stage)
    margin = space.stage.size.shortSide * 0.36
    rim = space.unit * 2
  }

  func kept(_ p: Point) -> Point {
    var p = p
    if stage.top > frame.top + rim { p.y = stage.top + rim + shrunk(p.y - stage.top - rim) }
    if stage.bottom < frame.bottom - rim { p.y = stage.bottom - rim - shrunk(stage.bottom - rim - p.y) }
    if stage.left > frame.left + rim { p.x = stage.left + rim + shrunk(p.x - stage.left - rim) }
    if stage.right < frame.right - rim { p.x = stage.right - rim - shrunk(stage.right - rim - p.x) }
    return p
  }

  private func shrunk(_ d: Double) -> Double {
    d >= margin ? d : margin * Exact.exp((d - margin) / margin)
  }
}
