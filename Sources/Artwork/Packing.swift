import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// One huge disc and a crowd of ever smaller ones that lean against it and each other, some cut into halves and rings.
public struct Packing: ArtworkGenerator {
  public static let name = "packing"
  public static let summary = "discs from huge to tiny that fill the room about a focus without touching"

  var giant = 0.27
  var largest = 0.5
  var smallest = 0.02
  var gap = 0.009
  var reach = 0.8
  var carved = 0.4
  var weight = 0.5

  public static let parameters: [Parameter<Packing>] = [
    .real("giant", \.giant, 0.2...0.36, "radius of the great disc as a share of the short side"),
    .real("largest", \.largest, 0.3...0.7, "radius of the next largest against the great one"),
    .real(
      "smallest", \.smallest, 0.012...0.03, scale: .log, "radius of the smallest, share of the short side"),
    .real("gap", \.gap, 0.004...0.02, "room between neighbours, share of the short side"),
    .real("reach", \.reach, 0.55...1, "how far the crowd goes, against the way to the stage's corners"),
    .real(
      "carved", \.carved, 0...0.8, "share of the larger discs that are cut into halves, rings or stripes"),
    .real("weight", \.weight, 0.2...0.8, "share of the crowd that has the leading ink"),
  ]

  public init() {}

  private struct Disc {
    let center: Point
    let radius: Double
  }

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let crowd = crowd(in: space, &stream)
    let inks = space.contrastingInks
    let scale = scale(space)
    let rare = rare(crowd, space, scale)
    var marks = carve(crowd[0], .target, space.accent, inks[0], space, turn: stream.uniform(in: 0...3))
    for (index, disc) in crowd.enumerated().dropFirst() {
      let ink =
        index == rare ? space.accent : stream.chance(weight) ? inks[0] : inks[stream.chance(0.62) ? 1 : 2]
      let isLarge = disc.radius > scale * smallest * 2.4
      let cut = isLarge && stream.chance(carved) ? stream.pick([Cut.half, .half, .ring, .stripes]) : .whole
      let other = ink == inks[1] ? inks[0] : inks[1]
      let turn = (stream.unit() * 4).rounded(.down) * Double.pi / 4
      marks += carve(disc, cut, ink, other, space, turn: turn)
    }
    return [Layer(.artwork, marks)]
  }

  /// One of the larger of the crowd, far from the great disc, answers it.
  private func rare(_ crowd: [Disc], _ space: ArtSpace, _ scale: Double) -> Int {
    let far = crowd.indices.dropFirst().filter { crowd[$0].radius > scale * smallest * 1.8 }
    return far.max {
      crowd[$0].center.distance(to: crowd[0].center) < crowd[$1].center.distance(to: crowd[0].center)
    }
      ?? 1
  }

  private func scale(_ space: ArtSpace) -> Double { min(space.stage.size.shortSide, space.unit * 96) }

  // MARK: Placing

  /// The great disc first. Every further one is as large as its place allows (random sequential packing with growth).
  private func crowd(in space: ArtSpace, _ stream: inout SeedStream) -> [Disc] {
    let scale = scale(space), stage = space.stage
    let radius = giant * scale
    let center = space.settled(space.anchor(inset: 0.3), radius: radius * 1.04)
    var index = DiscIndex(over: space.frame, cell: max(smallest * scale * 4, scale / 40))
    var discs = [Disc(center: center, radius: radius)]
    index.add(center, radius)
    let corners = [stage.at(0, 0), stage.at(1, 0), stage.at(0, 1), stage.at(1, 1)]
    let far = corners.map { $0.distance(to: center) }.reduce(0, max) * reach
    let room = space.frame.inset(by: -scale * 0.05)
    // Sizes fall in steps, so that the large find room before the small take it.
    var limit = largest * radius
    while limit > smallest * scale {
      for _ in 0..<420 {
        let p = room.at(stream.unit(), stream.unit())
        let away = p.distance(to: center)
        // The crowd thins out: beyond its reach no disc stands, and near it only small ones.
        let tail = 1 - smoothstep(0.35, 1, away / far)
        let most = min(limit, largest * radius * tail, space.distanceToQuiet(p) - space.unit)
        guard away < far, most > smallest * scale else { continue }
        let free = index.room(at: p, upTo: most + gap * scale) - gap * scale
        guard free > max(limit * 0.62, smallest * scale) else { continue }
        discs.append(Disc(center: p, radius: min(free, most)))
        index.add(p, min(free, most))
      }
      limit *= 0.8
    }
    return discs
  }

  // MARK: Drawing

  private enum Cut { case whole, half, ring, stripes, target }

  private func carve(
    _ disc: Disc, _ cut: Cut, _ ink: SRGB, _ other: SRGB, _ space: ArtSpace, turn: Double
  ) -> [Mark] {
    let (c, r) = (disc.center, disc.radius)
    func circle(_ share: Double, _ color: SRGB) -> Mark {
      .fill(.circle(c, radius: r * share), .color(color))
    }
    func half(_ from: Double, _ share: Double, _ color: SRGB) -> Mark {
      .fill(
        .sector(c, inner: 0, outer: r * share, from: turn + from, to: turn + from + Double.pi), .color(color))
    }
    switch cut {
    case .whole: return [circle(1, ink)]
    case .half: return [half(0, 1, ink), half(Double.pi, 1, other)]
    case .ring: return [circle(1, ink), circle(0.62, space.ground), circle(0.34, ink)]
    case .stripes: return [circle(1, other)] + [0.1, 0.45, 0.8].map { slice(disc, from: $0, turn, ink) }
    case .target:
      return [circle(1, other), half(0, 0.72, space.ground), half(Double.pi, 0.72, ink), circle(0.36, other)]
        + [half(0, 0.36, ink), half(Double.pi, 0.36, space.ground)]
    }
  }

  /// A straight slice of a disc, a fifth of its diameter thick.
  private func slice(_ disc: Disc, from start: Double, _ turn: Double, _ ink: SRGB) -> Mark {
    let (low, high) = (start * 2 - 1, min(1, start * 2 - 0.6))
    func angle(_ v: Double) -> Double { Exact.asin(v) }
    var path = Path.arc(.zero, radius: disc.radius, from: angle(low), to: angle(high))
    path.appendConnected(
      .arc(.zero, radius: disc.radius, from: Double.pi - angle(high), to: Double.pi - angle(low)))
    path.close()
    let place = Affine.rotation(turn).then(.translation(disc.center.x, disc.center.y))
    return .fill(path.transformed(by: place), .color(ink))
  }
}

/// Discs by cell of a grid, for asking how large another one may be.
struct DiscIndex {
  private let cell: Double
  private var places: CellIndex
  /// No larger than a cell.
  private var small: [(center: Point, radius: Double)] = []
  /// Larger than a cell: asked for one by one.
  private var large: [(center: Point, radius: Double)] = []

  init(over frame: Rect, cell: Double) {
    self.cell = cell
    places = CellIndex(over: frame, side: cell)
  }

  mutating func add(_ center: Point, _ radius: Double) {
    if radius > cell {
      large.append((center, radius))
    } else {
      small.append((center, radius))
      places.add(center)
    }
  }

  /// The distance from `p` to the nearest disc's rim, or `most` if that is less; negative inside one.
  func room(at p: Point, upTo most: Double) -> Double {
    var room = most
    for disc in large { room = min(room, disc.center.distance(to: p) - disc.radius) }
    _ = places.contains(within: most + cell, of: p) { number in
      room = min(room, small[number].center.distance(to: p) - small[number].radius)
      return false
    }
    return room
  }
}
