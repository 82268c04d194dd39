import CVector

/// A kind of lattice noise, for whole rows.
public enum NoiseKind: Sendable, Equatable {
  case gradient
  case value
  /// Distance to the nearest scattered point, in cells.
  case nearest
  /// Distance to the second nearest point.
  case second
  /// Second less nearest: 0 on the borders between cells.
  case difference
  case fractal(octaves: Int)
  case ridged(octaves: Int)
  /// A fractal whose domain is moved by fractals of three octaves, `reach` cells far.
  case warped(octaves: Int, reach: Float)
}

extension LatticeNoise {
  /// Fills a row with samples at (x + i·step, y), in cells; rows hold whole vectors.
  public func fill(_ row: inout MutableSpan<Float>, _ kind: NoiseKind, x: Float, step: Float, y: Float) {
    switch kind {
    case .gradient: fill(&row, x, step, y) { gradient($0, $1) }
    case .value: fill(&row, x, step, y) { value($0, $1) }
    case .nearest: fill(&row, x, step, y) { cells($0, $1).first }
    case .second: fill(&row, x, step, y) { cells($0, $1).second }
    case .difference:
      fill(&row, x, step, y) {
        let found = cells($0, $1)
        return found.second - found.first
      }
    case .fractal(let octaves): fill(&row, x, step, y) { fractal($0, $1, octaves: octaves) }
    case .ridged(let octaves): fill(&row, x, step, y) { ridged($0, $1, octaves: octaves) }
    case .warped(let octaves, let reach):
      fill(&row, x, step, y) {
        let moved = warped($0, $1, reach: reach, octaves: 3)
        return fractal(moved.x, moved.y, octaves: octaves)
      }
    }
  }

  @inline(__always)
  private func fill(
    _ row: inout MutableSpan<Float>, _ x: Float, _ step: Float, _ y: Float,
    _ sample: (Lanes, Lanes) -> Lanes
  ) {
    precondition(row.count & 7 == 0)
    let (ramp, step, down) = (Lanes(0, 1, 2, 3, 4, 5, 6, 7), Lanes(repeating: step), Lanes(repeating: y))
    for start in stride(from: 0, to: row.count, by: 8) {
      let index = ramp + Lanes(repeating: Float(start))
      row.setLanes(sample(index * step + Lanes(repeating: x), down), at: start)
    }
  }
}
