import CVector

/// Noise on a lattice that repeats after a whole number of cells in each direction, eight samples at a time.
///
/// Points are in cells. Everything is fixed by the seed: no table, no state, the same bits on every machine.
public struct LatticeNoise: Sendable, Equatable {
  /// Cells after which the noise repeats, one number for each lane.
  @usableFromInline let columns: Lanes
  @usableFromInline let rows: Lanes
  /// A seed for each lane.
  @usableFromInline let seed: SIMD8<UInt32>

  /// The most cells in a period, and the furthest a point may lie from the origin: whole numbers stay exact.
  public static let limit = 1 << 21

  /// Noise that repeats after `columns` and `rows` cells, 1...``limit``.
  @inlinable
  public init(columns: Int = Self.limit, rows: Int = Self.limit, seed: UInt32) {
    precondition((1...Self.limit).contains(columns) && (1...Self.limit).contains(rows))
    self.init(Lanes(repeating: Float(columns)), Lanes(repeating: Float(rows)), SIMD8(repeating: seed))
  }

  @inlinable @inline(__always)
  init(_ columns: Lanes, _ rows: Lanes, _ seed: SIMD8<UInt32>) {
    (self.columns, self.rows, self.seed) = (columns, rows, seed)
  }

  /// The same lattice with its lanes seeded apart: `bits` are mixed into the seed.
  @inlinable @inline(__always)
  public func seeded(_ bits: SIMD8<UInt32>) -> LatticeNoise {
    LatticeNoise(columns, rows, u32x8_scramble(seed &+ bits))
  }

  /// The lattice of the next octave: cells half as wide, another seed.
  @inlinable @inline(__always)
  public var finer: LatticeNoise {
    LatticeNoise(columns + columns, rows + rows, seed &+ SIMD8(repeating: 0x9E37_79B9))
  }

  /// Perlin's gradient noise (1985; fade of 2002), with gradients in 2^24 directions instead of his eight, so that
  /// no axis shows. Within 1.06 of 0, mean 0, deviation about 1/3; features are about one cell wide.
  @inlinable @inline(__always)
  public func gradient(_ x: Lanes, _ y: Lanes) -> Lanes { noise_gradient(x, y, columns, rows, seed) }

  /// Random numbers at the lattice points, joined by the same fade; -1..<1, blockier than gradient noise.
  @inlinable @inline(__always)
  public func value(_ x: Lanes, _ y: Lanes) -> Lanes { noise_value(x, y, columns, rows, seed) }

  /// One random number in 0..<1 for each whole cell.
  @inlinable @inline(__always)
  public func number(_ x: Lanes, _ y: Lanes) -> Lanes { noise_unit(bits(x, y)) }

  /// 32 random bits for each whole cell.
  @inlinable @inline(__always)
  public func bits(_ x: Lanes, _ y: Lanes) -> SIMD8<UInt32> {
    let (column, row) = (noise_wrap(f32x8_floor(x), columns), noise_wrap(f32x8_floor(y), rows))
    return noise_bits(column, row, seed)
  }
}

extension LatticeNoise {
  /// Octaves of gradient noise, each half as wide and `gain` as strong as the one before (fBm: Musgrave 1989),
  /// divided by the sum of their strengths.
  @inlinable
  public func fractal(_ x: Lanes, _ y: Lanes, octaves: Int, gain: Float = 0.5) -> Lanes {
    var (noise, sum, weight, total) = (self, Lanes(), Float(1), Float(0))
    var (u, v) = (x, y)
    for _ in 0..<octaves {
      sum = f32x8_fma(noise.gradient(u, v), Lanes(repeating: weight), sum)
      total += weight
      weight *= gain
      (u, v, noise) = noise.next(u, v)
    }
    return sum * Lanes(repeating: 1 / total)
  }

  /// Octaves of ridges, 0...1: 1 on sharp crests where gradient noise crosses zero (Musgrave's ridged sum without his
  /// feedback).
  @inlinable
  public func ridged(_ x: Lanes, _ y: Lanes, octaves: Int, gain: Float = 0.5) -> Lanes {
    var (noise, sum, weight, total) = (self, Lanes(), Float(1), Float(0))
    var (u, v) = (x, y)
    for _ in 0..<octaves {
      let ridge = Lanes(repeating: 1) - f32x8_abs(noise.gradient(u, v))
      sum = f32x8_fma(ridge * ridge, Lanes(repeating: weight), sum)
      total += weight
      weight *= gain
      (u, v, noise) = noise.next(u, v)
    }
    return sum * Lanes(repeating: 1 / total)
  }

  /// The point moved by two independent fractals of up to `reach` cells (domain warp: Quilez 2002).
  @inlinable
  public func warped(_ x: Lanes, _ y: Lanes, reach: Float, octaves: Int) -> (x: Lanes, y: Lanes) {
    let across = LatticeNoise(columns, rows, seed ^ SIMD8(repeating: 0x68E3_1DA4))
    let down = LatticeNoise(columns, rows, seed ^ SIMD8(repeating: 0xB529_7A4D))
    let reach = Lanes(repeating: reach)
    return (
      f32x8_fma(across.fractal(x, y, octaves: octaves), reach, x),
      f32x8_fma(down.fractal(x, y, octaves: octaves), reach, y)
    )
  }

  /// The curl of gradient noise taken as a stream function, free of sources and sinks (Bridson 2007).
  @inlinable
  public func curl(_ x: Lanes, _ y: Lanes) -> (x: Lanes, y: Lanes) {
    let step = Lanes(repeating: 1 / 64)
    let scale = Lanes(repeating: 32)
    let down = (gradient(x, y + step) - gradient(x, y - step)) * scale
    let across = (gradient(x + step, y) - gradient(x - step, y)) * scale
    return (down, Lanes() - across)
  }

  /// Twice as many cells; the shift keeps the lattices' common zeros apart.
  @inlinable @inline(__always)
  func next(_ x: Lanes, _ y: Lanes) -> (Lanes, Lanes, LatticeNoise) {
    (x + x + Lanes(repeating: 17.3125), y + y - Lanes(repeating: 9.6875), finer)
  }
}
