import Color
import Elementary
import Geometry

/// Drops of ink on a bath as closed outlines. Every act moves all outlines by a map that keeps areas (drops, swirls) or
/// strips (tines): Lu, Jaffer, Jin, Zhao and Mao, "Mathematical marbling", IEEE CG&A 2012.
struct Bath {
  /// Outlines in the order of dropping; later ones lie where earlier ones were pushed away.
  private(set) var drops: [(outline: [Point], ink: SRGB)] = []
  /// Points of an outline are kept about this close.
  private let step: Double

  init(step: Double) { self.step = step }

  /// A new drop pushes all others outwards: p becomes c + (p - c) sqrt(1 + r² / |p - c|²).
  mutating func drop(at c: Point, radius r: Double, _ ink: SRGB) {
    move { p in
      let d = p - c
      let square = max(d.dot(d), 1e-9)
      return c + d * (1 + r * r / square).squareRoot()
    }
    let count = max(24, Int(2 * Double.pi * r / step))
    let outline = (0..<count).map { index in
      let (s, k) = Exact.sincos(2 * Double.pi * Double(index) / Double(count))
      return Point(c.x + r * k, c.y + r * s)
    }
    drops.append((outline, ink))
  }

  /// A needle drawn along a line drags ink by `reach` on it and half as far at `sharpness` from it.
  mutating func tine(through a: Point, along way: Point, by reach: Double, sharpness: Double) {
    let normal = way.perpendicular
    move { p in
      let d = abs((p - a).dot(normal))
      return p + way * (reach * sharpness / (d + sharpness))
    }
  }

  /// A stylus turned on the spot: every circle about `c` turns by an arc that falls with its radius.
  mutating func swirl(about c: Point, by reach: Double, sharpness: Double) {
    move { p in
      let d = p - c
      let r = d.length
      let arc = reach * sharpness / (r + sharpness)
      // Near the middle arcs are long against the circle: the turn is held to a bit over half a circle.
      return c + Affine.rotation(arc / max(r, abs(reach) * 0.3)).apply(d)
    }
  }

  /// Moves every outline, points added first where the last act pulled them apart. O(points).
  private mutating func move(_ map: (Point) -> Point) {
    for index in drops.indices {
      drops[index].outline = refined(drops[index].outline).map(map)
    }
  }

  private func refined(_ outline: [Point]) -> [Point] {
    var result: [Point] = []
    result.reserveCapacity(outline.count)
    for (index, p) in outline.enumerated() {
      let q = outline[index + 1 < outline.count ? index + 1 : 0]
      result.append(p)
      let length = p.distance(to: q)
      // Never without end: an outline of 6000 points is as fine as print shows.
      guard length > step * 1.6, outline.count < 6000 else { continue }
      let pieces = min(8, Int((length / step).rounded(.up)))
      for piece in 1..<max(pieces, 1) { result.append(p.mixed(with: q, Double(piece) / Double(pieces))) }
    }
    return result
  }
}
