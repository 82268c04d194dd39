import Geometry

/// The sides of a path whose curves are replaced by straight pieces.
struct FlatOutline: Sendable {
  private(set) var sides: [(Point, Point)] = []

  /// Curves are cut into pieces about `piece` long, at most 16 each.
  init(_ path: Path, piece: Double) {
    var (start, at) = (Point.zero, Point.zero)
    for element in path.elements {
      switch element {
      case .move(let p): (start, at) = (p, p)
      case .line(let p): add(&at, p)
      case .close: add(&at, start)
      case .curve(let p, let q, let r):
        let from = at
        let length = from.distance(to: p) + p.distance(to: q) + q.distance(to: r)
        let count = max(2, min(16, Int(length / piece)))
        for step in 1...count {
          let t = Double(step) / Double(count)
          let (a, b, c) = (from.mixed(with: p, t), p.mixed(with: q, t), q.mixed(with: r, t))
          add(&at, a.mixed(with: b, t).mixed(with: b.mixed(with: c, t), t))
        }
      }
    }
  }

  private mutating func add(_ at: inout Point, _ p: Point) {
    if p != at { sides.append((at, p)) }
    at = p
  }
}
