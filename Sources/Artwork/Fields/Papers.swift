import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// What happens when coloured papers meet.
struct Papers {
  let space: ArtSpace

  init(_ space: ArtSpace) { self.space = space }

  /// Opaque papers, and the colour where two of them overlap, as if printed over each other.
  func overlapping(_ papers: [(Path, SRGB)]) -> [Layer] {
    var layers = [Layer(.artwork, papers.map { .fill($0.0, .color($0.1)) })]
    for (index, upper) in papers.enumerated() {
      for lower in papers.prefix(index) {
        layers.append(recolored(upper.0, inside: lower.0, space.overlap(lower.1, upper.1)))
      }
    }
    return layers
  }

  /// A form that is there already, in another colour inside `clip`.
  ///
  /// A hair wider than the form: filling the same edge twice would leave a line of the first colour.
  func recolored(_ form: Path, inside clip: Path, _ color: SRGB) -> Layer {
    let hair = Stroke(space.unit * 0.16, join: .round)
    return Layer(.artwork, clips: [clip], [.fill(form, .color(color)), .stroke(form, .color(color), hair)])
  }

  /// The ground or ink that shows best on a paper; the ground if it shows well enough, for it keeps colours few.
  func against(_ paper: SRGB) -> SRGB {
    func difference(_ color: SRGB) -> Double {
      let (p, q) = (OKLab(color), OKLab(paper))
      return OKLab(p.lightness * 2, p.a, p.b).distance(to: OKLab(q.lightness * 2, q.a, q.b))
    }
    var best = space.ground
    if difference(best) > 0.45 { return best }
    for ink in space.inks where difference(ink) > difference(best) { best = ink }
    return best
  }

  /// A rectangle with corners a little off, as cut by eye.
  func handCut(_ rect: Rect, _ stream: inout SeedStream) -> Path {
    let off = space.unit * 0.9
    return .polygon(
      [rect.at(0, 0), rect.at(1, 0), rect.at(1, 1), rect.at(0, 1)].map {
        $0 + Point(stream.uniform(in: -off...off), stream.uniform(in: -off...off))
      })
  }

  /// Splits `room` into a large sheet, two of middle size and two small ones; the largest first.
  func split(_ room: Rect, gap: Double, _ stream: inout SeedStream) -> [Rect] {
    let first = stream.uniform(in: 0.52...0.6)
    let second = stream.uniform(in: 0.5...0.62)
    let wide = room.width >= room.height
    let (large, rest) =
      wide ? room.cutLeft(room.width * first, gap: gap) : room.cutTop(room.height * first, gap: gap)
    if wide {
      let (middle, small) = rest.cutTop(rest.height * second, gap: gap)
      let (left, right) = small.cutLeft(small.width * stream.uniform(in: 0.5...0.6), gap: gap)
      return [large, middle, left, right]
    }
    let (tall, flat) = large.cutLeft(large.width * second, gap: gap)
    let (middle, small) = rest.cutLeft(rest.width * stream.uniform(in: 0.36...0.48), gap: gap)
    return [tall, small, flat, middle]
  }
}

extension ArtSpace {
  /// True if a form stays out of the quiet zone.
  func isClear(_ path: Path) -> Bool {
    guard let quiet, let bounds = path.controlBounds else { return true }
    return quiet.intersection(bounds) == nil
  }

  /// `p`, moved the least that keeps a form of `radius` out of the quiet zone; frames may crop it by a third.
  func settled(_ p: Point, radius: Double) -> Point {
    let stage = stage
    func kept(_ v: Double, _ low: Double, _ high: Double, _ openLow: Bool, _ openHigh: Bool) -> Double {
      let (least, most) = (
        low + (openLow ? radius * 0.35 : radius), high - (openHigh ? radius * 0.35 : radius)
      )
      return least < most ? clamp(v, least...most) : (low + high) / 2
    }
    let near = unit * 0.1
    return Point(
      kept(p.x, stage.left, stage.right, stage.left < frame.left + near, stage.right > frame.right - near),
      kept(p.y, stage.top, stage.bottom, stage.top < frame.top + near, stage.bottom > frame.bottom - near))
  }
}
