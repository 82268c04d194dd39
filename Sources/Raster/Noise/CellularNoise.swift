import CVector

/// What cellular noise finds around eight samples; lengths are in cells.
@frozen public struct NoiseCells: Sendable {
  /// Distance to the nearest scattered point.
  public var first: Lanes
  /// Distance to the second nearest.
  public var second: Lanes
  /// Distance to the border between the two.
  public var border: Lanes
  /// From the sample to the nearest point, to the right.
  public var dx: Lanes
  /// From the sample to the nearest point, down.
  public var dy: Lanes
  /// Random bits of the nearest point.
  public var id: SIMD8<UInt32>

  @inlinable @inline(__always)
  init(first: Lanes, second: Lanes, border: Lanes, dx: Lanes, dy: Lanes, id: SIMD8<UInt32>) {
    (self.first, self.second, self.border) = (first, second, border)
    (self.dx, self.dy, self.id) = (dx, dy, id)
  }
}

extension LatticeNoise {
  /// Worley's cellular noise (1996): one point in each cell, `jitter` 0 (square grid) to 1 (anywhere in it).
  ///
  /// Nine cells are searched; at full jitter the second nearest point is missed in about one sample of 1,000.
  @inlinable
  public func cells(_ x: Lanes, _ y: Lanes, jitter: Float = 1) -> NoiseCells {
    let (fx, fy) = (f32x8_floor(x), f32x8_floor(y))
    let (u, v) = (x - fx, y - fy)
    var search = CellSearch()
    let off = fx - Lanes(repeating: noise_first(fx))
    let isNear = noise_is_near(off, 5, fy, columns, rows, seed) != 0
    let known = Lanes(0, 1, 2, 3, 4, 5, 6, 7) + Lanes(repeating: noise_first(fx) - 1)
    for j in -1...1 {
      let row = noise_row(noise_wrap(fy + Lanes(repeating: Float(j)), rows))
      if isNear {
        // One hash for the columns of all lanes.
        let bits = noise_hash(noise_column(noise_wrap(known, columns)), row, seed)
        let (across, down) = (noise_across(bits), noise_down(bits))
        for i in -1...1 {
          let column = f32x8_to_i32(off) &+ SIMD8(repeating: Int32(i + 1))
          search.meet(
            f32x8_permute(across, column), f32x8_permute(down, column), u32x8_permute(bits, column),
            cell: (i, j), from: (u, v), jitter)
        }
      } else {
        for i in -1...1 {
          let column = noise_column(noise_wrap(fx + Lanes(repeating: Float(i)), columns))
          let bits = noise_hash(column, row, seed)
          search.meet(
            noise_across(bits), noise_down(bits), bits, cell: (i, j), from: (u, v), jitter)
        }
      }
    }
    return search.found
  }
}

/// The two nearest points so far.
@usableFromInline struct CellSearch {
  @usableFromInline var first = Lanes(repeating: 1e9)
  @usableFromInline var second = Lanes(repeating: 1e9)
  @usableFromInline var dx = Lanes()
  @usableFromInline var dy = Lanes()
  @usableFromInline var ex = Lanes()
  @usableFromInline var ey = Lanes()
  @usableFromInline var id = SIMD8<UInt32>()

  @inlinable @inline(__always)
  init() {}

  /// The point of the cell (i, j) from the sample's own, `across` and `down` in it; (u, v) is the sample's place.
  @inlinable @inline(__always)
  mutating func meet(
    _ across: Lanes, _ down: Lanes, _ bits: SIMD8<UInt32>, cell: (i: Int, j: Int),
    from place: (u: Lanes, v: Lanes), _ jitter: Float
  ) {
    let half = Lanes(repeating: 0.5)
    meet(
      (across - half) * Lanes(repeating: jitter) + Lanes(repeating: Float(cell.i) + 0.5) - place.u,
      (down - half) * Lanes(repeating: jitter) + Lanes(repeating: Float(cell.j) + 0.5) - place.v, bits)
  }

  /// A point (px, py) from the sample.
  @inlinable @inline(__always)
  mutating func meet(_ px: Lanes, _ py: Lanes, _ bits: SIMD8<UInt32>) {
    let distance = px * px + py * py
    let (nearer, next) = (f32x8_less(distance, first), f32x8_less(distance, second))
    ex = f32x8_select(nearer, dx, f32x8_select(next, px, ex))
    ey = f32x8_select(nearer, dy, f32x8_select(next, py, ey))
    second = f32x8_select(nearer, first, f32x8_select(next, distance, second))
    dx = f32x8_select(nearer, px, dx)
    dy = f32x8_select(nearer, py, dy)
    id = u32x8_select(nearer, bits, id)
    first = f32x8_select(nearer, distance, first)
  }

  @inlinable @inline(__always)
  var found: NoiseCells {
    let (gx, gy) = (ex - dx, ey - dy)
    let apart = f32x8_sqrt(f32x8_max(gx * gx + gy * gy, Lanes(repeating: 1e-12)))
    return NoiseCells(
      first: f32x8_sqrt(first), second: f32x8_sqrt(second), border: (second - first) / (apart + apart),
      dx: dx, dy: dy, id: u32x8_scramble(id))
  }
}
